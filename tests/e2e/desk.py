"""A desk for the real program: a display with a window manager, hands on the keyboard, eyes on the screen.

Belongs here: starting and ending processes, keys, pictures of the screen, names of widgets by AT-SPI. Does not belong
here: what the console should show (test_*.py beside this).
Invariants: 1. Every process started here is ended by its own id, its children with it. 2. Every wait has a deadline and
says what it waited for. 3. The program under test gets an isolated home, its own session bus and no keyring.
"""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar

import cv2
import numpy as np
import psutil

from tests.e2e.screen_reader import ScreenReader, Widget

_T = TypeVar("_T")
OFFICER, OFFICER_PASSWORD = "MPR-1", "nine grey geese"
AS = ("--as", OFFICER)  # his password is in every environment here
ROOT = Path(__file__).resolve().parents[2]
# Words that never belong on standard error of an orderly run.
CRASH_WORDS = ("Traceback (most recent call last)", "Fatal Python error", "Segmentation fault", "QObject::", "QThread:")


def wait_for(truth: Callable[[], _T], what: str, timeout_s: float = 10.0, every_s: float = 0.05) -> _T:
    """Give the first true answer; raises AssertionError naming what never came."""
    deadline_s = time.monotonic() + timeout_s
    while True:
        answer = truth()
        if answer:
            return answer
        if time.monotonic() > deadline_s:
            raise AssertionError(f"waited {timeout_s:g} s for {what}")
        time.sleep(every_s)


def end(process: subprocess.Popen[Any], grace_s: float = 5.0) -> None:
    """End a process and its children: asked first, then killed."""
    try:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        family = []
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(grace_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(grace_s)
    for member in family:
        if member.pid != process.pid and member.is_running():
            member.kill()


class Display:
    """One X display of its own with openbox on it and a session bus for accessibility; each size is a screen."""

    def __init__(self, folder: Path, *sizes: str) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[Any]] = []
        self.home = folder / "home"
        runtime = folder / "run"
        for made in (self.home, runtime):
            made.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.environment = _clean_environment() | {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "PYTHONFAULTHANDLER": "1",
            "PYTHONUNBUFFERED": "1",
            "SAFECITY_PASSWORD": OFFICER_PASSWORD,
        }
        self.environment["DISPLAY"] = self._start_x(sizes or ("1920x1080",))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        self._spawn(["openbox", "--sm-disable"])
        wait_for(lambda: "window id" in self.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "the window manager")

    def _spawn(self, command: list[str], **options: Any) -> subprocess.Popen[Any]:
        log = (self._folder / f"{command[0]}.log").open("ab")
        with log:
            process = subprocess.Popen(
                command, env=self.environment, stdin=subprocess.DEVNULL, stderr=log, **({"stdout": log} | options)
            )
        self._processes.append(process)
        return process

    def _start_x(self, sizes: Sequence[str]) -> str:
        reader, writer = os.pipe()
        screens = [word for at, size in enumerate(sizes) for word in ("-screen", str(at), f"{size}x24")]
        self._spawn(
            ["Xvfb", "-displayfd", str(writer), *screens, "-nolisten", "tcp", "-noreset"], pass_fds=(writer,)
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        assert number.isdigit(), "Xvfb did not start"
        return f":{number}"

    def _start_bus(self) -> str:
        bus = self._spawn(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        assert bus.stdout is not None
        with bus.stdout as told:
            return str(told.readline().strip())

    def ask(self, *command: str) -> str:
        """Run a small X tool and give its standard output, empty where it failed."""
        run = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=20,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return run.stdout if run.returncode == 0 else ""

    def picture(self, keep_as: Path | None = None, screen: int = 0) -> np.ndarray[Any, np.dtype[np.uint8]]:
        """Give the screen: height × width × 3 bytes, BGR, kept as PNG where a path is given; `screen` by X's number."""
        path = keep_as or self._folder / "screen.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        display = f"DISPLAY={self.environment['DISPLAY']}.{screen}"
        self.ask("env", display, "import", "-silent", "-window", "root", f"png24:{path}")
        seen = cv2.imread(str(path))
        assert seen is not None, "no picture of the screen"
        return np.asarray(seen, dtype=np.uint8)

    def close(self) -> None:
        """End everything on this display, last come first."""
        for process in reversed(self._processes):
            end(process)

    def __enter__(self) -> Display:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _clean_environment() -> dict[str, str]:
    """Give this one without what would change the program; and an installed console has its modules compiled."""
    dropped = ("QT_", "SAFECITY_", "XDG_", "DBUS_", "PYTEST_", "DISPLAY", "WAYLAND_DISPLAY", "AT_SPI",
               "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)}


class Program:
    """One run of the program as a process."""

    def __init__(
        self, words: list[str], folder: Path, environment: Mapping[str, str], display: Display | None = None
    ) -> None:
        self.display = display
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._stdout, self._stderr = folder / "stdout.txt", folder / "stderr.txt"
        self.began_s = time.monotonic()
        with self._stdout.open("wb") as out, self._stderr.open("wb") as err:
            self.process = self._popen(words, environment, out, err)

    def _popen(
        self, words: list[str], environment: Mapping[str, str], out: IO[bytes], err: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            words, cwd=self.folder, env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )

    @property
    def age_s(self) -> float:
        """Give the seconds since it was started."""
        return time.monotonic() - self.began_s

    @property
    def stdout(self) -> str:
        """Give what it said on standard output so far."""
        return self._stdout.read_text(encoding="utf-8", errors="replace")

    @property
    def stderr(self) -> str:
        """Give what it said on standard error so far."""
        return self._stderr.read_text(encoding="utf-8", errors="replace")

    def window(self, title: str = ".+", timeout_s: float = 20.0) -> str:
        """Wait for a visible window of this process and give its X id."""
        assert self.display is not None
        display = self.display

        def search() -> str:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.stderr[-3000:]}")
            pid = str(self.process.pid)
            found = display.ask("xdotool", "search", "--all", "--onlyvisible", "--pid", pid, "--name", title)
            return found.split()[-1] if found.split() else ""

        return wait_for(search, f"a window titled {title!r}", timeout_s)

    def activate(self, window: str) -> None:
        """Give a window the keyboard."""
        assert self.display is not None
        display = self.display
        display.ask("xdotool", "windowactivate", "--sync", window)
        wait_for(lambda: display.ask("xdotool", "getactivewindow").strip() == window, "the window to be active", 5.0)

    def keys(self, *keys: str, pause_s: float = 0.05) -> None:
        """Press keys by X name (`F5`, `Return`, `ctrl+1`) in whatever has the keyboard."""
        assert self.display is not None
        for key in keys:
            self.display.ask("xdotool", "key", "--clearmodifiers", key)
            time.sleep(pause_s)

    def type(self, text: str) -> None:
        """Type text as hands would."""
        assert self.display is not None
        self.display.ask("xdotool", "type", "--clearmodifiers", "--delay", "15", text)

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click at a point of the screen, px."""
        assert self.display is not None
        self.display.ask("xdotool", "mousemove", "--sync", str(x), str(y))
        self.display.ask("xdotool", "click", "--repeat", str(times), "--delay", "80", "1")

    def widgets(self) -> list[Widget]:
        """Give all showing widgets by AT-SPI, or nothing where the program is not on the bus yet."""
        assert self.display is not None
        with ScreenReader(self.display.environment["DBUS_SESSION_BUS_ADDRESS"]) as reader:
            return reader.widgets(self.process.pid)

    def find(self, role: str, name: str, timeout_s: float = 10.0) -> Widget:
        """Wait for a widget by role and a pattern of its name."""
        pattern = re.compile(name)

        def search() -> list[Widget]:
            return [w for w in self.widgets() if w.role == role and pattern.search(w.name)]

        return wait_for(search, f"a {role} named {name!r}", timeout_s, every_s=0.2)[0]

    def wait(self, timeout_s: float) -> int:
        """Wait for the end and give the exit status."""
        try:
            return self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running after {timeout_s:g} s:\n{self.stderr[-3000:]}") from None

    def close_window(self, window: str) -> None:
        """Ask the window to close, as its cross does: openbox turns Alt+F4 into WM_DELETE_WINDOW."""
        self.activate(window)
        self.keys("alt+F4")

    def kill(self) -> None:
        """Pull the plug: SIGKILL."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def said_nothing_wrong(self) -> None:
        """Fail where standard error holds a crash, a traceback or a Qt complaint."""
        wrong = [word for word in CRASH_WORDS if word in self.stderr]
        assert not wrong, f"{wrong} on standard error:\n{self.stderr[-4000:]}"

    def end(self) -> None:
        """End it, whatever it does."""
        end(self.process)


def console(*words: str) -> list[str]:
    """Give the command line of the real program."""
    return [sys.executable, "-m", "safecity_console", *words]


def headless(folder: Path) -> dict[str, str]:
    """Give an environment without any display, isolated like a desk."""
    folder.mkdir(parents=True, exist_ok=True)
    return _clean_environment() | {
        "HOME": str(folder),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "PYTHONFAULTHANDLER": "1",
        "PYTHONUNBUFFERED": "1",
        "SAFECITY_PASSWORD": OFFICER_PASSWORD,
    }


def begin_officers(data: Path, home: Path) -> None:
    """Make the first administrator, whom AS signs in; from then on every deed needs an officer."""
    subprocess.run(
        console("officer", "begin", OFFICER, "--name", "Adeel Qureshi", "--data", str(data)), check=True, timeout=60,
        capture_output=True, stdin=subprocess.DEVNULL, env=headless(home) | {"SAFECITY_NEW_PASSWORD": OFFICER_PASSWORD},
    )  # fmt: skip


def rows(database: Path, query: str, *values: object) -> list[dict[str, Any]]:
    """Read the database beside the running program, read-only; nothing where it is not there yet."""
    if not database.exists():
        return []
    link = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5.0)
    try:
        link.row_factory = sqlite3.Row
        return [dict(row) for row in link.execute(query, values)]
    finally:
        link.close()
