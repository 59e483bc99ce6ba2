"""Native calls that hang, raise or come back."""

from __future__ import annotations

import threading

import pytest

from safecity_console.core.deadline import NativeCalls, TookTooLong


def test_a_result_and_an_error_come_back() -> None:
    calls = NativeCalls("test")
    assert calls.within(5.0, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        calls.within(5.0, lambda: 1 // 0)
    assert calls.running == 0


def test_a_hanging_call_is_left_behind_and_too_many_of_them_end_the_trying() -> None:
    calls = NativeCalls("test", hung_most=2)
    let_go = threading.Event()
    try:
        for _ in range(2):
            with pytest.raises(TookTooLong):
                calls.within(0.02, let_go.wait)
        tried: list[int] = []
        with pytest.raises(TookTooLong):
            calls.within(0.02, lambda: tried.append(1))
        assert not tried, "a third call was begun although two hang"
    finally:
        let_go.set()
    for thread in [t for t in threading.enumerate() if t.name == "native-test"]:
        thread.join(2.0)
    assert calls.within(5.0, lambda: 3) == 3
