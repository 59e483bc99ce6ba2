"""`make bench-peers`: the console and five other players on the same streams, in one run, as one Markdown table.

Belongs here: serving, the order of the rounds, out/peers.md. Does not belong here: running a player (stage.py), judging
(figures.py).
Streams come from the simulated district, a process whose cost is nobody's. Every player has the whole screen for itself
and processes of its own; rounds are interleaved, so that a busy minute of the machine disturbs all alike.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from safecity_console.cli.simulated import DistrictProcess
from tests.bench.clips import bench_clip
from tests.bench.peers.cast import CONSOLE, FLOOR, PEERS, ROOT, Player
from tests.bench.peers.figures import Column, Value, markdown, merged, ratio
from tests.bench.peers.screen import Screen
from tests.bench.peers.stage import PlayerFailed, Sample, perform

SMALL, COLUMNS = 16, 4
PATIENCE_S = 20.0
RUN_LIMIT_S = 570.0


class Rounds:
    """Measures one player after the other and keeps what they gave."""

    def __init__(self, screen: Screen, seconds: float, streams: dict[str, list[str]], out: Path) -> None:
        self._screen = screen
        self._seconds = seconds
        self._streams = streams
        self._until_s = time.monotonic() + RUN_LIMIT_S
        self.values: dict[str, dict[str, list[Value]]] = {}
        self._floors: dict[str, Sample] = {}
        self.out = out

    def floor(self) -> None:
        """Measure bare decode of both kinds of streams."""
        for kind, urls in (("sub", self._streams["sub"]), ("main", self._streams["main"][:1])):
            self._floors[kind] = perform(FLOOR, self._screen, urls, COLUMNS, self._seconds, 0.0)

    def one_round(self, player: Player, streams: dict[str, list[str]], whole: bool) -> None:
        """Measure one player; `whole` with latency, which one round is enough for."""
        if time.monotonic() > self._until_s:
            return
        values = self.values.setdefault(player.name, {})
        parts = [self._one, self._sixteen, self._main, *([self._latency] if whole else [])]
        for part in parts:
            try:
                found = part(player, streams)
            except (PlayerFailed, psutil.Error) as failed:
                found = {key: str(failed) for key in _KEYS[part.__name__]}
            for key, value in found.items():
                values.setdefault(key, []).append(value)
                _say(f"  {player.name:<18} {key:<14} {value if isinstance(value, str) else round(value, 2)}")

    def _one(self, player: Player, streams: dict[str, list[str]]) -> dict[str, Value]:
        sample = perform(player, self._screen, streams["sub"][:1], COLUMNS, 1.0, PATIENCE_S, 0.5)
        self._one_mb = sample.pss_mb
        return {"first_ms": _last_ms(sample)}

    def _sixteen(self, player: Player, streams: dict[str, list[str]]) -> dict[str, Value]:
        sample, floor = self._perform(player, streams["sub"], COLUMNS), self._floors["sub"]
        late: Value = sample.late_p99_ms if sample.late_p99_ms is not None else "its own process"
        return {
            "sub_ratio": ratio(sample.cpu_s, sample.shown, floor.cpu_s, floor.frames),
            "sub_ratio_x": ratio(sample.cpu_s + sample.screen_cpu_s, sample.shown, floor.cpu_s, floor.frames),
            "sub_fps": sample.shown / sample.span_s / SMALL,
            "sixteen_ms": _last_ms(sample),
            "memory_mb": (sample.pss_mb - self._one_mb) / (SMALL - 1),
            "late_ms": late,
        }

    def _main(self, player: Player, streams: dict[str, list[str]]) -> dict[str, Value]:
        sample, floor = self._perform(player, streams["main"][:1], 1), self._floors["main"]
        return {
            "main_ratio": ratio(sample.cpu_s, sample.shown, floor.cpu_s, floor.frames),
            "main_ratio_x": ratio(sample.cpu_s + sample.screen_cpu_s, sample.shown, floor.cpu_s, floor.frames),
            "main_fps": sample.shown / sample.span_s,
        }

    def _latency(self, player: Player, streams: dict[str, list[str]]) -> dict[str, Value]:
        sample = self._perform(player, streams["clock"][:1], COLUMNS)
        return {"latency_ms": statistics.median(sample.ages_ms) if sample.ages_ms else "shows nothing"}

    def _perform(self, player: Player, urls: Sequence[str], columns: int) -> Sample:
        return perform(player, self._screen, urls, columns, self._seconds, PATIENCE_S)


_KEYS = {
    "_one": ("first_ms",),
    "_sixteen": ("sub_ratio", "sub_ratio_x", "sub_fps", "sixteen_ms", "memory_mb", "late_ms"),
    "_main": ("main_ratio", "main_ratio_x", "main_fps"),
    "_latency": ("latency_ms",),
}


def _last_ms(sample: Sample) -> Value:
    shown = [first for first in sample.first_s if first is not None]
    if len(shown) < len(sample.first_s):
        return f"{len(shown)} of {len(sample.first_s)} in {PATIENCE_S:.0f} s"
    return max(shown) * 1000


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def _relay(urls: Sequence[str]) -> Iterator[str]:
    """Serve the streams as TS over HTTP; gives the address without the number."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-m", "tests.bench.peers.relay", *urls], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as run:
        assert run.stdout is not None
        try:
            yield f"http://127.0.0.1:{run.stdout.readline().strip()}"
        finally:
            run.kill()


def _opens_rtsp(player: Player, url: str) -> bool:
    done = subprocess.run([player.python, "-m", f"tests.bench.peers.players.{player.module}", "--can-open", url],
                          capture_output=True, text=True, timeout=60, check=False, cwd=ROOT, stdin=subprocess.DEVNULL,
                          env=os.environ | {"PYTHONPATH": str(ROOT)})
    return '"can_open": true' in done.stdout


def _machine(streams: str) -> str:
    model = next((line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    return (f"{model}, {psutil.cpu_count()} cores, {platform.system()} {platform.release()}, Python "
            f"{platform.python_version()}, Xvfb 1920x1080, no graphics card; {streams}.")


def main() -> int:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers", description="make bench-peers")
    parser.add_argument("--seconds", type=float, default=6.0, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=[], help="module names of the peers (the console always runs)")
    parser.add_argument("--out", type=Path, default=Path("out") / "peers.md")
    args = parser.parse_args()
    cache = Path(tempfile.gettempdir()) / "safecity-bench-clips"
    sub = bench_clip(cache, "sub", 640, 360, 15, 530, numbered=True)
    main_clip = bench_clip(cache, "main", 1920, 1080, 25, 4000, numbered=True)
    clips = ["--clip", str(sub), "--main-clip", str(main_clip)]
    with (
        DistrictProcess(["--district", str(SMALL), *clips]) as district,
        DistrictProcess(["--district", "1", "--clock", *clips]) as clocks,
        Screen() as screen,
    ):
        streams = {"sub": [c.sub_url for c in district.cameras], "main": [c.main_url for c in district.cameras[:1]],
                   "clock": [c.sub_url for c in clocks.cameras]}
        table = _run(args, screen, streams)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(table, encoding="utf-8")
    print(table)
    return 0


def _run(args: argparse.Namespace, screen: Screen, streams: dict[str, list[str]]) -> str:
    notes = ["What is shown is read off the screen's pixels, picture by picture; what a player drops it does not get.",
             "Every peer is given its best known settings (tests/bench/peers/players/), defaults are slower."]
    rounds = Rounds(screen, args.seconds, streams, args.out)
    peers = [p for p in PEERS if not args.only or p.module in args.only]
    missing = {p.name: why for p in peers if (why := p.missing())}
    flat = [url for kind in ("sub", "main", "clock") for url in streams[kind]]
    with _relay(flat) as address:
        by_http = {kind: [f"{address}/{flat.index(url)}.ts" for url in urls] for kind, urls in streams.items()}
        given: dict[str, dict[str, list[str]]] = {}
        for peer in peers:
            if peer.module == "libvlc" and peer.name not in missing and not _opens_rtsp(peer, streams["sub"][0]):
                given[peer.name] = by_http
                notes.append("This libVLC opens no rtsp:// (built without live555, as Debian's is): it is given the "
                             "same streams as MPEG-TS over HTTP, relayed without re-encoding; the relay holds each "
                             "picture until the next one begins, which is one picture of its latency.")
        for number in range(args.rounds):
            _say(f"round {number + 1} of {args.rounds}")
            rounds.floor()
            for player in [CONSOLE, *(p for p in peers if p.name not in missing)]:
                rounds.one_round(player, given.get(player.name, streams), whole=number == 0)
    columns = [Column(p.name, {k: merged(v) for k, v in rounds.values.get(p.name, {}).items()} if p.name not in missing
                      else dict.fromkeys((k for keys in _KEYS.values() for k in keys), missing[p.name]))
               for p in [CONSOLE, *peers]]
    return markdown(columns, _machine(f"{args.rounds} rounds of {args.seconds:g} s, medians"), notes)


if __name__ == "__main__":
    sys.exit(main())
