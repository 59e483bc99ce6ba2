"""The house as the arch tests see it: its files, parsed once.

Belongs here: reading and parsing. Does not belong here: rules (test_*.py beside this).
"""

from __future__ import annotations

import ast
import functools
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "safecity_console"
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One source file of the package."""

    path: Path
    name: str
    source: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """Give the length in lines."""
        return self.source.count("\n") + (not self.source.endswith("\n"))

    @property
    def floor(self) -> str:
        """Give the first part under the package: domain, core, db, …; the package itself is empty."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""


@functools.cache
def modules() -> tuple[Module, ...]:
    """Give every module of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "_resources" in path.parts:
            continue
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        source = path.read_text(encoding="utf-8")
        found.append(Module(path, name, source, ast.parse(source, str(path))))
    return tuple(found)


def for_every_module(rule: Callable[[Module], None]) -> Callable[[], None]:
    """Turn a rule about one module into one test about all; it fails with every offence, not with the first."""

    def test() -> None:
        offences = []
        for module in modules():
            try:
                rule(module)
            except AssertionError as offence:
                offences.append(str(offence).splitlines()[0])
        assert not offences, "\n".join(["", *offences])

    test.__name__, test.__doc__ = rule.__name__, rule.__doc__
    return test


def length(node: ast.stmt) -> int:
    """Give the lines a definition takes, decorators not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(module: Module) -> Iterator[FunctionNode]:
    """Give every function and method, nested ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, FunctionNode))


def classes(module: Module) -> Iterator[ast.ClassDef]:
    """Give every class, nested ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef))


def imports(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    """Give every import, in functions too, as full names: `from a import b` gives both a and a.b."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


@functools.cache
def tracked_files() -> tuple[Path, ...]:
    """Give the files the repository keeps; in a copy without git, all files but the made ones."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        paths = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    else:
        made = {".git", ".venv", "out", "build", "dist", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis"}
        paths = [p for p in ROOT.rglob("*") if not made & set(p.relative_to(ROOT).parts)]
    return tuple(p for p in paths if p.is_file())
