"""The repository as a whole: what it must not name, what its documents promise, what its wheel holds."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from safecity_console.cli.main import main
from tests.arch.house import ROOT, tracked_files

# Put together here so that this file does not hold the words it looks for.
FORBIDDEN = {
    "a package registry's host": re.compile(
        r"\b(?:files\.)?py" + r"pi\.org|python" + r"hosted\.org|npm" + r"js\.(?:org|com)|index" + r"-url", re.I
    ),
    "a path of one machine": re.compile(r"(?<![\w.])/" + r"work/(?:main|shared|brief)|/" + r"root/\.pyenv"),
}
TEXT_SUFFIXES = {".py", ".md", ".toml", ".lock", ".sh", ".txt", ".json", ".qss", ".yml", ".yaml", ".cfg", ".ini", ""}
# The lock script tells uv to leave index addresses out; that option's name is all it says.
SPOKEN_OF = {"tools/lock.sh"}


def _texts() -> list[Path]:
    return [p for p in tracked_files() if p.suffix in TEXT_SUFFIXES and p.stat().st_size < 1_000_000]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_repository_does_not_name(what: str) -> None:
    found = []
    for path in _texts():
        if str(path.relative_to(ROOT)) in SPOKEN_OF:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if FORBIDDEN[what].search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert not found, f"{what}: {found}"


def _make_targets() -> set[str]:
    return set(re.findall(r"(?m)^([a-z][a-z-]*):", (ROOT / "Makefile").read_text()))


def test_make_has_its_targets() -> None:
    assert {"demo", "test", "run", "lint", "bench", "shot", "clean", "lock"} <= _make_targets()


def test_readme_names_only_targets_that_exist() -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)\b(?=[`\s]*(?:[`#|.,;:)\n]|ARGS|$))", _code_of(ROOT / "README.md")))
    assert named <= _make_targets(), named - _make_targets()


def _code_of(path: Path) -> str:
    """Give the code blocks and code spans of a document, one a line."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.S)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    return "\n".join([*blocks, *spans]) + "\n"


def _verbs(document: Path) -> set[tuple[str, ...]]:
    found = set()
    for rest in re.findall(r"safecity-console((?: +[a-z][a-z-]*)+)", _code_of(document)):
        found.add(tuple(rest.split()))
    return found


def test_every_command_in_the_readme_is_understood() -> None:
    """Ask the real parser for help on each verb the README shows."""
    verbs = sorted(_verbs(ROOT / "README.md"))
    assert verbs
    assert not [words for words in verbs if not any(_helped(words[:depth]) for depth in (2, 1))]


@functools.cache
def _helped(words: tuple[str, ...]) -> bool:
    try:
        return main([*words, "--help"]) == 0
    except SystemExit as end:
        return end.code == 0


def test_locks_hold_hashes_and_the_same_versions() -> None:
    pins = {}
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text()
        entries = re.findall(
            r"(?m)^([a-z0-9._-]+==[^\s\\]+)(?: ;[^\\\n]*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text
        )
        assert len(entries) == len(re.findall(r"(?m)^[a-z0-9]", text)), f"{name}: an entry without hashes"
        pins[name] = {pin for pin, _ in entries}
    assert pins["requirements.lock"] <= pins["requirements-test.lock"]
    assert any(pin.startswith("pyside6-essentials==6.11.") for pin in pins["requirements.lock"])


def test_lock_covers_what_the_project_asks_for() -> None:
    asked = re.findall(r'(?m)^  "([A-Za-z0-9._-]+)>=', (ROOT / "pyproject.toml").read_text())
    locked = (ROOT / "requirements-test.lock").read_text()
    assert asked
    assert not [name for name in asked if not re.search(rf"(?m)^{re.escape(name.lower())}==", locked)]


def test_scripts_are_executable_and_parse() -> None:
    scripts = [ROOT / ".ci/run", *(ROOT / "tools").glob("*.sh")]
    for script in scripts:
        assert os.access(script, os.X_OK), script
        assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0, script


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(folder),
        str(ROOT),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
    assert run.returncode == 0, run.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_code_resources_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    kept = {str(p.relative_to(ROOT / "resources")) for p in tracked_files() if p.is_relative_to(ROOT / "resources")}
    assert {f"safecity_console/_resources/{name}" for name in kept} <= names
    code = {
        str(p.relative_to(ROOT))
        for p in tracked_files()
        if p.suffix == ".py" and p.is_relative_to(ROOT / "safecity_console")
    }
    assert code <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/")]


def test_program_runs_from_the_wheel_and_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    lines = [
        "import sys",
        "sys.path.insert(0, sys.argv[1])",
        "import safecity_console",
        "assert safecity_console.__file__.startswith(sys.argv[1]), safecity_console.__file__",
        "from safecity_console.core.resources import resource_path",
        "for part in sys.argv[2:]:",
        "    assert str(resource_path(part)).startswith(sys.argv[1]), part",
    ]
    parts = sorted(
        {p.relative_to(ROOT / "resources").parts[0] for p in tracked_files() if p.is_relative_to(ROOT / "resources")}
    )
    command = [sys.executable, "-c", "\n".join(lines), str(tmp_path / "site"), *parts]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr


def test_readme_gives_the_two_commands_and_a_picture() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text
    assert "make test" in text
    pictures = re.findall(r"!\[[^\]]+\]\(([^)\s]+)\)", text)
    assert pictures, "a picture made by `shot`, with words for those who cannot see it"
    assert not [p for p in pictures if not (ROOT / p).is_file()]


def test_readme_points_only_at_files_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    linked = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    assert not [target for target in linked if target and not (ROOT / target).exists()]


def test_notice_lists_every_licence_shipped_with_resources() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    licences = [
        p for p in tracked_files() if p.is_relative_to(ROOT / "resources") and re.search("OFL|LICEN[CS]E", p.name)
    ]
    assert not [str(p.relative_to(ROOT)) for p in licences if str(p.relative_to(ROOT)) not in notice]
    assert "resources/demo" in notice
