"""From process start to the first painted window, warm."""

from __future__ import annotations

import subprocess
import sys
import tempfile

from tests.bench.table import Row

RUNS = 3
# The real start with a hook on the first paint: app.run_console itself is used, only the end is hastened.
_PROGRAM = """
import sys, time, psutil
from PySide6.QtCore import QEvent, QObject, QCoreApplication
from PySide6.QtWidgets import QApplication
began = psutil.Process().create_time()
class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint and thing.isWidgetType() and thing.window().isVisible():
            print(time.time() - began, flush=True)
            QApplication.instance().removeEventFilter(self)
            QApplication.instance().quit()
        return False
import safecity_console.app as app
watch = Watch()
plain = app.application
def hooked():
    running = plain()
    running.installEventFilter(watch)
    return running
app.application = hooked
from safecity_console.cli.main import main
sys.exit(main(["--data", sys.argv[1]]))
"""


def first_window() -> list[Row]:
    """Start the console on an empty folder several times and take the best, the others having warmed the disk."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, "-c", _PROGRAM, folder], capture_output=True, text=True, timeout=60, check=False
            )
            times.append(float(done.stdout.split()[0]))
    return [Row("process start to first painted window, warm", min(times), 2.0, "s")]
