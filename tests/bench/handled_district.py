"""A simulated district in a process of its own whose cameras obey a hand: killed, revived, given faults by name.

Belongs here: the process's main (`python -m tests.bench.handled_district COUNT CLIP MAIN`) and the hand.
Does not belong here: serving (simulator/). It ends when its standard input closes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from safecity_console.simulator.district import simple_district
from safecity_console.simulator.model import Role


class HandledDistrict:
    """The hand; a context manager."""

    def __init__(self, count: int, clip: Path, main_clip: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.handled_district", str(count), str(clip), str(main_clip)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).resolve().parents[2])
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.urls: list[tuple[str, str]] = [(main, sub) for main, sub in json.loads(line or "[]")]

    def __enter__(self) -> HandledDistrict:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(10.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10.0)
        self._process.stdout.close()

    def order(self, verb: str, number: int, fault: str = "") -> None:
        """Give one order: "stop", "restart", "fault" or "clear"; not waited for."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([verb, number, fault]) + "\n")
        self._process.stdin.flush()


def main() -> None:
    """Serve and obey until standard input closes."""
    count, clip, main_clip = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    with simple_district(count, clip=clip, main_clip=main_clip, own_ports=True) as district:
        urls = [(district.url(c.number, Role.MAIN), district.url(c.number, Role.SUB)) for c in district.cameras]
        sys.stdout.write(json.dumps(urls) + "\n")
        sys.stdout.flush()
        verbs = {"stop": district.stop_camera, "restart": district.restart_camera, "clear": district.clear_fault}
        for line in sys.stdin:
            verb, number, fault = json.loads(line)
            if verb == "fault":
                district.set_fault(number, fault)
            else:
                verbs[verb](number)


if __name__ == "__main__":
    main()
