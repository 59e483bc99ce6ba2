"""What every test lives under: an isolated machine, and ears for what a passing assertion does not hear.

Belongs here: the environment, the four ears below, the data folder. Does not belong here: fakes (tests/fakes/), the
real program in a window (tests/e2e/).
A test fails, also where all its assertions hold, on: 1. a Qt message of level warning or above (pytest-qt in the test's
body, the teardown hook below after it); 2. a log record of level ERROR or above that it did not announce through
`expect_errors`; 3. a thread it started and left behind; 4. a Python warning (filterwarnings in pyproject.toml).
"""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

# Before anything can import Qt, keyring or platformdirs: they look at the environment once.
_HOME = Path(tempfile.mkdtemp(prefix="safecity-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["HOME"] = str(_HOME)
for _name, _folder in {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".state",
}.items():
    os.environ[_name] = str(_HOME / _folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for _name in [name for name in os.environ if name.startswith("SAFECITY_")]:
    del os.environ[_name]

import pytest  # noqa: E402
import structlog  # noqa: E402

THREAD_GRACE_S = 3.0
_SERIAL_FOLDERS = ("tests/e2e/", "tests/bench/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what owns a display or measures time: it runs alone, but for what says that it does neither."""
    for item in items:
        if item.nodeid.startswith(_SERIAL_FOLDERS) and not item.get_closest_marker("crowd"):
            item.add_marker(pytest.mark.serial)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Hear what Qt says while widgets are torn down, and see them gone; pytest-qt listens only to the test's body.

    Only an event loop carries deleteLater out, and none runs between tests: a window left standing would be polished
    anew with every look a later test puts on, and its timers would go on in that test.
    """
    if "PySide6.QtCore" not in sys.modules or item.get_closest_marker("no_qt_log"):
        yield
        return
    # Only where the test loaded Qt anyway.
    from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler

    ignored = [re.compile(pattern) for pattern in item.config.getini("qt_log_ignore")]
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str | None) -> None:
        quiet = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if message is not None and not quiet and not any(pattern.search(message) for pattern in ignored):
            said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        qInstallMessageHandler(before)
    if said:
        pytest.fail("Qt said while the test was torn down: " + "; ".join(said), pytrace=False)


class ErrorEar:
    """Hears every log record of level ERROR or above, whatever handlers and levels a test sets up."""

    def __init__(self) -> None:
        self.heard: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def __call__(self, *words: str) -> list[logging.LogRecord]:
        """Announce errors by a word each (event name or part of the message); gives the live list of what was heard."""
        self.expected.extend(words)
        return self.heard

    def unexpected(self) -> list[str]:
        """Give the lines nobody announced."""
        lines = [_line(record) for record in self.heard]
        return [line for line in lines if not any(word in line for word in self.expected)]

    def missing(self) -> list[str]:
        """Give the announced words that were never heard."""
        lines = [_line(record) for record in self.heard]
        return [word for word in self.expected if not any(word in line for line in lines)]


def _line(record: logging.LogRecord) -> str:
    try:
        return f"{record.name}: {record.getMessage()}"
    except (TypeError, ValueError):
        return f"{record.name}: {record.msg} % {record.args}"


@pytest.fixture(autouse=True)
def expect_errors() -> Iterator[ErrorEar]:
    """Fail the test on errors logged unannounced; `expect_errors("event")` announces one, and it must then come."""
    ear = ErrorEar()
    factory = logging.getLogRecordFactory()

    def hear(*args: object, **kwargs: object) -> logging.LogRecord:
        record = factory(*args, **kwargs)
        # structlog's formatter copies records through an empty one, whose level is None.
        if isinstance(record.levelno, int) and record.levelno >= logging.ERROR:
            ear.heard.append(record)
        return record

    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    # Unconfigured structlog prints past the logging module; a test that calls core.logs.configure is put right below.
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    logging.setLogRecordFactory(hear)
    yield ear
    logging.setLogRecordFactory(factory)
    for handler in [h for h in root.handlers if h not in handlers and not type(h).__module__.startswith("_pytest")]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    if unexpected := ear.unexpected():
        pytest.fail("logged as error, unannounced:\n" + "\n".join(unexpected), pytrace=False)
    if missing := ear.missing():
        pytest.fail(f"announced errors never came: {missing}", pytrace=False)


def _foreign(thread: threading.Thread) -> bool:
    """Tell threads no test starts: those of native pools seen by Python, and of the test tools."""
    # A dummy stands for a native thread that once ran Python (a Qt pool, libav's log); Python 3.11 never forgets it.
    return isinstance(thread, threading._DummyThread) or thread.name.startswith(("pytest_timeout", "execnet"))


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread running; threads of wider fixtures were there before and do not count."""
    before = set(threading.enumerate())
    yield
    deadline_s = time.monotonic() + THREAD_GRACE_S
    while True:
        left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not _foreign(t)]
        if not left or time.monotonic() > deadline_s:
            break
        time.sleep(0.02)
    if left:
        pytest.fail(f"threads left behind: {sorted(t.name for t in left)}", pytrace=False)


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """Give an empty data folder of its own (not yet made: the program makes it, with its modes)."""
    return tmp_path / "data"


@pytest.fixture
def wait_until() -> Callable[[Callable[[], bool], float], None]:
    """Give a wait with a deadline: `wait_until(lambda: ..., 2.0)` fails the test where it does not come true."""

    def wait(truth: Callable[[], bool], timeout_s: float = 5.0) -> None:
        deadline_s = time.monotonic() + timeout_s
        while not truth():
            if time.monotonic() > deadline_s:
                pytest.fail(f"did not come true within {timeout_s} s")
            time.sleep(0.01)

    return wait
