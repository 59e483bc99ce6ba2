"""Brings resources/i18n/safecity_ur.ts in step with the program's texts and compiles it; `--check` only compares.

Run: python tools/translations.py [--check]. Needs pyside6-lupdate and pyside6-lrelease (PySide6-Essentials).
The compiled .qm is committed, so that installing needs no tools; tests/gui/frame/test_translation.py fails when it is
old.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "safecity_ur.ts"
BIN = Path(sys.executable).parent


def sources() -> list[str]:
    """Give every file that shows texts."""
    files = [ROOT / "safecity_console" / "app.py", *sorted((ROOT / "safecity_console" / "ui").rglob("*.py"))]
    return [str(file.relative_to(ROOT)) for file in files]


def update(ts: Path) -> None:
    """Add new texts, drop those nobody shows any more; translations are kept."""
    # -no-ui-lines and no locations: a moved line must not change the file.
    command = [str(BIN / "pyside6-lupdate"), *sources(), "-source-language", "en_US", "-target-language", "ur_PK",
               "-locations", "none", "-no-obsolete", "-ts", str(ts)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def compile_to(ts: Path, qm: Path) -> None:
    """Compile."""
    command = [str(BIN / "pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def is_current() -> bool:
    """Tell whether the committed files are what this program's texts give."""
    with tempfile.TemporaryDirectory() as folder:
        ts, qm = Path(folder) / TS.name, Path(folder) / "fresh.qm"
        ts.write_bytes(TS.read_bytes())
        update(ts)
        compile_to(ts, qm)
        return ts.read_bytes() == TS.read_bytes() and qm.read_bytes() == TS.with_suffix(".qm").read_bytes()


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if is_current() else 1)
    update(TS)
    compile_to(TS, TS.with_suffix(".qm"))
