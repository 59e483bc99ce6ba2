"""The soak: a wall with cameras coming and going all the time; are memory, threads and handles flat?

Belongs here: the storm (cameras killed, revived, given faults by name; walls switched, tiles expanded, the window
hidden), the samples, the table as it grows. Does not belong here: judging (flat.py).
The district is a process of its own, so that what is counted is the console alone. The storm is a seeded one: two runs
do the same. It begins and ends with a calm in which every camera is well, for threads and handles to be compared.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.wall import Wall, filled_wall
from safecity_console.domain.watch import Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from safecity_console.wiring import Console, Options
from tests.bench import flat
from tests.bench.flat import Moment
from tests.bench.handled_district import HandledDistrict

if TYPE_CHECKING:
    from tests.bench.__main__ import Clips

FAULTS = ("stall", "drop every 3s", "corrupt 5%", "loss 2%", "bad packets", "gop 6s", "never answers", "never sends",
          "garbage", "garbage sdp", "path 404", "wrong password", "zero fps", "frozen", "resolution change",
          "codec change", "timestamps back", "dies")
CALM_S, CALM_PATIENCE_S = 6.0, 60.0
FAULT_S = (2.0, 12.0)
TIMER_MS = 10
SAMPLE_S = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how wild; `rows_s` is the time of one row."""

    seconds: float
    tiles: int = 36
    spare: int = 4
    rows_s: float = 60.0
    event_s: float = 1.0
    seed: int = 7


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    rows: list[Moment] = field(default_factory=list)
    calm: tuple[Moment, Moment] | None = None
    events: int = 0

    @property
    def complaints(self) -> list[str]:
        """Say in what it was not flat."""
        return flat.complaints(self.rows, self.calm)


def soak(clips: Clips, plan: Plan, say: Callable[[str], None]) -> Outcome:
    """Run it; `say` gets each line of the table when it is known."""
    QApplication.instance() or QApplication(["soak"])
    with (
        HandledDistrict(plan.tiles + plan.spare, clips.sub, clips.main) as district,
        tempfile.TemporaryDirectory() as folder,
        Console(Options(Path(folder))) as console,
    ):
        for number, (main, sub) in enumerate(district.urls, start=1):
            console.services.cameras.add(CameraDraft(number, f"Camera {number}", main_url=main, sub_url=sub))
        console.watch()
        view = WallView(console.services, DARK)
        view.resize(1920, 1080)
        view.show()
        try:
            return _run(console.services, view, district, plan, say)
        finally:
            view.stop()
            view.close()
            view.deleteLater()


def _run(services: ConsoleServices, view: WallView, district: HandledDistrict, plan: Plan,
         say: Callable[[str], None]) -> Outcome:
    outcome = Outcome()
    storm, meter = Storm(services, view, district, plan), Meter(services, view)
    say(flat.HEAD)
    storm.calm_down()
    before = _calm(meter, storm, say, "calm")
    began_s = time.monotonic()
    while time.monotonic() - began_s < plan.seconds:
        row_until_s = time.monotonic() + plan.rows_s
        meter.restart()
        while time.monotonic() < min(row_until_s, began_s + plan.seconds):
            storm.strike()
            meter.spin(plan.event_s)
        outcome.rows.append(meter.row(time.monotonic() - began_s))
        say(flat.line(outcome.rows[-1]))
    storm.calm_down()
    outcome.calm = before, _calm(meter, storm, say, "calm")
    outcome.events = storm.events
    return outcome


def _calm(meter: Meter, storm: Storm, say: Callable[[str], None], label: str) -> Moment:
    """Wait until every camera is live and nothing is closing, then measure."""
    until_s = time.monotonic() + CALM_PATIENCE_S
    while not storm.all_live and time.monotonic() < until_s:
        meter.spin(0.2)
        storm.retry_refused()
    meter.spin(CALM_S)  # closed connections end within their native deadlines
    meter.restart()
    meter.spin(3 * SAMPLE_S)
    row = meter.row(0.0)
    say(flat.line(row, label))
    return row


class Storm:
    """What goes on all the while."""

    def __init__(self, services: ConsoleServices, view: WallView, district: HandledDistrict, plan: Plan) -> None:
        self._services, self._view, self._district = services, view, district
        self._dice = Random(plan.seed)
        ids = [c.id for c in services.cameras.cameras()]
        self._ids = ids
        layout = str(plan.tiles)
        self._walls: list[Wall] = [filled_wall(layout, ids[: plan.tiles]), filled_wall(layout, ids[plan.spare :])]
        self._wall = 0
        self._ill: dict[int, tuple[float, str]] = {}
        self.events = 0

    @property
    def all_live(self) -> bool:
        """Tell whether every camera is live."""
        watches = self._services.streams.watches()
        return len(watches) == len(self._ids) and all(w.condition is Condition.LIVE for w in watches.values())

    def strike(self) -> None:
        """Heal what was ill long enough, make one camera ill, and now and then let the officer do something."""
        now_s = time.monotonic()
        for number in [n for n, (until_s, _) in self._ill.items() if until_s <= now_s]:
            self._heal(number)
        number = self._dice.randrange(len(self._ids)) + 1
        if number not in self._ill:
            fault = self._dice.choice(("", *FAULTS))
            self._district.order("fault" if fault else "stop", number, fault)
            self._ill[number] = (now_s + self._dice.uniform(*FAULT_S), fault)
        self._hand(self._dice.random())
        self.retry_refused()
        self.events += 1

    def calm_down(self) -> None:
        """Heal every camera and show the first wall."""
        for number in list(self._ill):
            self._heal(number)
        if self._view.controller.model.expanded is not None:
            self._view.controller.toggle_expanded()
        self._view.show()
        self._view.controller.show_wall(self._walls[0], "")
        for camera_id in self._ids:
            self._services.streams.retry(camera_id)

    def retry_refused(self) -> None:
        """Do what the officer does with a camera that refused its login once."""
        for camera_id, watch in self._services.streams.watches().items():
            if watch.condition is Condition.REFUSED:
                self._services.streams.retry(camera_id)

    def _heal(self, number: int) -> None:
        _, fault = self._ill.pop(number)
        self._district.order("clear" if fault else "restart", number)

    def _hand(self, roll: float) -> None:
        controller = self._view.controller
        if roll < 0.15:
            self._wall = 1 - self._wall
            controller.show_wall(self._walls[self._wall], "")
        elif roll < 0.35:
            controller.select_camera(self._dice.choice(self._ids))
            controller.toggle_expanded()
        elif roll < 0.40:
            self._view.setVisible(not self._view.isVisible())
        elif roll < 0.45:
            controller.toggle_mode()
        elif not self._view.isVisible():
            self._view.show()


class Meter:
    """Samples the process while Qt works."""

    def __init__(self, services: ConsoleServices, view: WallView) -> None:
        self._services, self._view = services, view
        self._process = psutil.Process()
        self._late_ms: list[float] = []
        self._samples: list[tuple[float, int, int, int]] = []
        self._shown = 0
        self._last_s = self._sampled_s = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer)

    def restart(self) -> None:
        """Begin a row."""
        self._late_ms.clear()
        self._samples.clear()
        self._shown = sum(self._view.stats().shown.values())
        self._last_s = time.perf_counter()

    def spin(self, seconds: float) -> None:
        """Let Qt work for so long, sampling."""
        self._last_s = time.perf_counter()
        self._timer.start(TIMER_MS)
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop, loop.quit)
        loop.exec()
        self._timer.stop()
        if time.monotonic() - self._sampled_s >= SAMPLE_S:
            self._sample()

    def row(self, at_s: float) -> Moment:
        """Give the row that ends now."""
        if not self._samples:
            self._sample()
        rss, threads, handles, widgets = (statistics.median(column) for column in zip(*self._samples, strict=True))
        live = sum(w.condition is Condition.LIVE for w in self._services.streams.watches().values())
        late = sorted(self._late_ms)
        shown = sum(self._view.stats().shown.values()) - self._shown
        return Moment(at_s, rss, threads, handles, widgets, live, shown,
                      late[int(len(late) * 0.99)] if late else 0.0)

    def _sample(self) -> None:
        self._sampled_s = time.monotonic()
        process = self._process
        self._samples.append((process.memory_info().rss / 1e6, process.num_threads(), process.num_fds(),
                              len(QApplication.allWidgets())))

    def _on_timer(self) -> None:
        now_s = time.perf_counter()
        self._late_ms.append(max(0.0, (now_s - self._last_s) * 1000 - TIMER_MS))
        self._last_s = now_s


def run(clips: Clips, minutes: float) -> int:
    """Run it, print as it goes and at the end; gives the exit status."""
    seconds = minutes * 60
    plan = Plan(seconds, rows_s=min(60.0, max(5.0, seconds / 10)))
    outcome = soak(clips, plan, lambda text: print(text, flush=True))
    print(f"\n{minutes:g} minutes, {plan.tiles} tiles of {plan.tiles + plan.spare} cameras, {outcome.events} events\n"
          + flat.HEAD)
    assert outcome.calm is not None
    rows = [(outcome.calm[0], "calm"), *((row, "") for row in outcome.rows), (outcome.calm[1], "calm")]
    print("\n".join(flat.line(row, label) for row, label in rows))
    for key, drift in flat.drifts(outcome.rows).items():
        print(f"{flat.WORDS[key]}: drift after the warm-up {drift:+.1f}, {flat.bound(key, outcome.rows):.1f} allowed")
    for complaint in outcome.complaints:
        print(f"NOT FLAT: {complaint}")
    return 1 if outcome.complaints else 0
