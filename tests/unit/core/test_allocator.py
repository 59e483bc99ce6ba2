"""The C library's memory: asked for on glibc, left alone elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from safecity_console.core import allocator
from safecity_console.core.allocator import GiveBack

ROOT = Path(__file__).resolve().parents[3]


def test_elsewhere_than_on_glibc_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not allocator.use_few_arenas()
    assert not allocator.keep_pages()
    assert not allocator.give_back()


@pytest.mark.skipif(allocator._glibc() is None, reason="no glibc")
def test_free_pages_below_used_ones_go_back() -> None:
    assert allocator.use_few_arenas()
    blocks = [bytearray(100_000) for _ in range(1000)]  # small enough to come from the heap
    top = bytearray(100_000)
    full = psutil.Process().memory_info().rss
    del blocks
    allocator.give_back()
    assert full - psutil.Process().memory_info().rss > 30_000_000
    assert len(top) == 100_000


@pytest.mark.skipif(allocator._glibc() is None, reason="no glibc")
def test_the_pages_of_a_picture_serve_the_next_one() -> None:
    program = """if True:
        import resource, sys
        from safecity_console.core import allocator
        if sys.argv[1] == "kept":
            assert allocator.keep_pages()
        def faults():
            before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
            for _ in range(20):
                both = bytearray(8_000_000), bytearray(8_000_000)
                del both
            return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
        faults()
        print(faults())
    """
    left, kept = (int(subprocess.run([sys.executable, "-c", program, how], check=True, capture_output=True, text=True,
                                     cwd=ROOT).stdout) for how in ("left", "kept"))
    assert kept < left / 4


def test_the_worker_gives_back_again_and_again_and_stops(monkeypatch: pytest.MonkeyPatch, wait_until) -> None:
    given: list[int] = []
    monkeypatch.setattr(allocator, "GIVE_BACK_EVERY_S", 0.01)
    monkeypatch.setattr(allocator, "give_back", lambda: given.append(1))
    worker = GiveBack()
    worker.start()
    wait_until(lambda: len(given) > 2)
    assert worker.stop()
