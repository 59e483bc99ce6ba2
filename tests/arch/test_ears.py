"""The ears of tests/conftest.py hear: each is shown a test that must fail, run by an inner pytest."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOUD = {
    "thread": (
        "import threading, time\ndef test_it():\n    threading.Thread(target=time.sleep, args=(20,), name='stray', daemon=True).start()\n",
        "threads left behind: ['stray']",
    ),
    "error": ("import logging\ndef test_it():\n    logging.getLogger('x').error('broke %d', 7)\n", "x: broke 7"),
    "error by structlog": (
        "from safecity_console.core.logs import get_logger\ndef test_it():\n    get_logger('db').error('write_failed')\n",
        "write_failed",
    ),
    "error after configure": (
        "from safecity_console.core.logs import configure, get_logger\n"
        "def test_it(tmp_path):\n    configure(tmp_path)\n    get_logger('db').error('write_failed')\n",
        "write_failed",
    ),
    "announced but silent": (
        "def test_it(expect_errors):\n    expect_errors('fire')\n",
        "announced errors never came: ['fire']",
    ),
    "qt message": ("from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning('loose end')\n", "loose end"),
    "qt message in teardown": (
        "import pytest\nfrom PySide6.QtCore import qWarning\n"
        "@pytest.fixture\ndef late(qapp):\n    yield\n    qWarning('late end')\n\ndef test_it(late):\n    pass\n",
        "late end",
    ),
    "python warning": (
        "import warnings\ndef test_it():\n    warnings.warn('old way', DeprecationWarning)\n",
        "old way",
    ),
    "exception in a thread": (
        "import threading\ndef test_it():\n    t = threading.Thread(target=lambda: 1 / 0)\n    t.start()\n    t.join()\n",
        "ZeroDivisionError",
    ),
}
QUIET = {
    "announced error": "import logging\ndef test_it(expect_errors):\n    expect_errors('broke')\n    logging.getLogger('x').error('broke')\n",
    "joined thread": "import threading\ndef test_it():\n    t = threading.Thread(target=int)\n    t.start()\n    t.join()\n",
    "warning log": "import logging\ndef test_it():\n    logging.getLogger('x').warning('only a warning')\n",
}


def _slug(name: str) -> str:
    return name.replace(" ", "_")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run all the inner tests in one inner pytest; per name, what it said where it failed, else an empty text."""
    folder = tmp_path_factory.mktemp("inner")
    for name in ("tests/conftest.py", "pyproject.toml"):
        (folder / Path(name).name).write_text((ROOT / name).read_text())
    sources = {name: source for name, (source, _) in LOUD.items()} | QUIET
    for name, source in sources.items():
        (folder / f"test_{_slug(name)}.py").write_text(source)
    report = folder / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        f"--junit-xml={report}",
    ]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")} | {"PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*command, "."],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=90,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    said = dict.fromkeys(map(_slug, sources), "")
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        name = str(case.get("classname")).removeprefix("test_")
        said[name] += "".join(
            (part.get("message") or "") + (part.text or "") for part in case if part.tag in ("failure", "error")
        )
    return said


@pytest.mark.parametrize("name", LOUD)
def test_the_ear_hears(outcomes: dict[str, str], name: str) -> None:
    assert LOUD[name][1] in outcomes[_slug(name)]


@pytest.mark.parametrize("name", QUIET)
def test_the_ear_lets_pass(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[_slug(name)] == ""
