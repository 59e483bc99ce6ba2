"""The grammar of faults: what it understands, and that it names what it does not."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.simulator.faults import Fault, FaultGrammarError, FaultKind, parse_plan


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("frozen after 20s", Fault(FaultKind.FROZEN, begin_s=20)),
        ("loss 2%", Fault(FaultKind.LOSS, amount=0.02)),
        ("Loss 2.5% from 1min until 90s", Fault(FaultKind.LOSS, amount=0.025, begin_s=60, end_s=90)),
        ("stall at 500ms for 2s", Fault(FaultKind.STALL, begin_s=0.5, end_s=2.5)),
        ("drop", Fault(FaultKind.DROP, period_s=4)),
        ("drop every 3s", Fault(FaultKind.DROP, period_s=3)),
        ("gop 30s", Fault(FaultKind.GOP, amount=30)),
        ("bad packets", Fault(FaultKind.BAD_PACKETS, amount=0.1)),
        ("bad packets 50%", Fault(FaultKind.BAD_PACKETS, amount=0.5)),
        ("garbage sdp", Fault(FaultKind.GARBAGE_SDP)),
        ("garbage", Fault(FaultKind.GARBAGE)),
        ("dies at 30s, returns at 45s", Fault(FaultKind.DIES, begin_s=30, end_s=45)),
    ],
)
def test_understood(text: str, fault: Fault) -> None:
    assert parse_plan(text).faults == (fault,)


@pytest.mark.parametrize("kind", [k for k in FaultKind if k is not FaultKind.RETURNS])
def test_every_fault_can_be_said(kind: FaultKind) -> None:
    amount = {FaultKind.LOSS: " 1%", FaultKind.CORRUPT: " 1%", FaultKind.GOP: " 5s"}.get(kind, "")
    plan = parse_plan(f"{kind.value}{amount} after 2s")
    assert [(f.kind, f.begin_s) for f in plan.faults] == [(kind, 2)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("frozzen", "frozzen"),
        ("frozen afetr 20s", "afetr"),
        ("frozen after", "after"),
        ("frozen after soon", "soon"),
        ("frozen after -3s", "-3s"),
        ("frozen after 3h", "3h"),
        ("frozen 5%", "5%"),
        ("loss", "loss"),
        ("loss 2", "2"),
        ("loss 200%", "200%"),
        ("gop", "gop"),
        ("stall at 5s until 4s", "4s"),
        ("stall at 5s at 6s", "at"),
        ("frozen every 4s", "every"),
        ("drop every 0s", "0s"),
        ("never blinks", "blinks"),
        ("returns at 4s", "returns"),
        ("dies at 4s, returns at 3s", "returns"),
        ("dies at 4s, returns", "returns"),
        ("frozen,, stall", ""),
    ],
)
def test_bad_word_is_named(text: str, word: str) -> None:
    with pytest.raises(FaultGrammarError) as caught:
        parse_plan(text)
    assert caught.value.word == word
    assert f'"{word}"' in str(caught.value)


def test_several_faults_and_their_times() -> None:
    plan = parse_plan("loss 2%, frozen after 5s; dies at 8s and returns at 9s")
    kinds = {t: {f.kind for f in plan.effects(t).faults} for t in (0, 6, 8.5, 9.5)}
    assert kinds[0] == {FaultKind.LOSS}
    assert kinds[6] == {FaultKind.LOSS, FaultKind.FROZEN}
    assert kinds[8.5] == {FaultKind.LOSS, FaultKind.FROZEN, FaultKind.DIES}
    assert kinds[9.5] == {FaultKind.LOSS, FaultKind.FROZEN}
    assert [plan.effects(t).until_s for t in (0, 6, 8.5, 9.5)] == [5, 8, 9, math.inf]


def test_nothing_is_a_plan_too() -> None:
    assert parse_plan("").faults == ()
    assert parse_plan("").effects(3).faults == ()


@given(st.text(max_size=60))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        plan = parse_plan(text)
    except FaultGrammarError:
        return
    assert all(f.begin_s < f.end_s for f in plan.faults)
    assert plan.faults or not text.strip()
