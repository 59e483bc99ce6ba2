"""Sizes a newcomer can hold in the head, and forms the house forbids. Over budget: split by meaning, not by size."""

from __future__ import annotations

import ast
import re

from PySide6 import QtCore, QtGui, QtWidgets

from tests.arch.house import FunctionNode, Module, classes, for_every_module, functions, length, modules

MODULE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 40
USUAL_FUNCTION_LINES = 30
USUAL_SHARE = 0.90
# Where catching everything is right: a thread's or the app's edge says so on the line, with its reason.
EDGE = re.compile(r"#\s*noqa:\s*BLE001\s*(?:[-–—:;,(]|#)\s*\S+")


@for_every_module
def test_module_is_within_budget(module: Module) -> None:
    over = [f"module: {module.lines} > {MODULE_LINES}"] if module.lines > MODULE_LINES else []
    over += [f"{c.name}: {length(c)} > {CLASS_LINES}" for c in classes(module) if length(c) > CLASS_LINES]
    over += [f"{f.name}: {length(f)} > {FUNCTION_LINES}" for f in functions(module) if length(f) > FUNCTION_LINES]
    assert not over, f"{module.path}: {over}"


def test_nine_functions_in_ten_are_short() -> None:
    lengths = [length(f) for module in modules() for f in functions(module)]
    short = sum(n <= USUAL_FUNCTION_LINES for n in lengths)
    assert short >= USUAL_SHARE * len(lengths), f"{short} of {len(lengths)} functions have at most 30 lines"


@for_every_module
def test_module_says_what_belongs_in_it(module: Module) -> None:
    docstring = ast.get_docstring(module.tree)
    assert docstring, f"{module.path}: no docstring"
    assert docstring.splitlines()[0].endswith((".", "?", ":")), f"{module.path}: the first line is no sentence"


@for_every_module
def test_public_definitions_have_a_docstring_or_override_qt(module: Module) -> None:
    bare = [f"{node.lineno} {node.name}" for node in _public(module.tree.body) if not ast.get_docstring(node)]
    for owner in _public_classes(module):
        bases = [ast.unparse(base).rsplit(".", 1)[-1] for base in owner.bases]
        bare += [
            f"{node.lineno} {owner.name}.{node.name}"
            for node in _public(owner.body)
            if not (ast.get_docstring(node) or _overrides_qt(node.name, bases) or _is_second_form(node))
        ]
    assert not bare, f"{module.path}: {bare}"


def _public(body: list[ast.stmt]) -> list[FunctionNode | ast.ClassDef]:
    return [n for n in body if isinstance(n, FunctionNode | ast.ClassDef) and not n.name.startswith("_")]


def _overrides_qt(name: str, bases: list[str]) -> bool:
    """Tell a method that Qt declared, and documents, in a base; a base of ours hides Qt's behind a mixed-case name."""
    kinds = [getattr(part, base, None) for part in (QtCore, QtGui, QtWidgets) for base in bases]
    return name != name.lower() or any(hasattr(kind, name) for kind in kinds if kind is not None)


def _is_second_form(node: FunctionNode | ast.ClassDef) -> bool:
    """Tell setters and overloads: the first form carries the docstring."""
    names = {ast.unparse(decorator).rsplit(".", 1)[-1] for decorator in node.decorator_list}
    return bool(names & {"setter", "overload", "override"})


def _public_classes(module: Module) -> list[ast.ClassDef]:
    return [c for c in module.tree.body if isinstance(c, ast.ClassDef) and not c.name.startswith("_")]


@for_every_module
def test_everything_is_caught_only_at_an_edge_with_its_reason(module: Module) -> None:
    lines = module.source.splitlines()
    bad = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler) and _catches_all(node.type) and not _raises_on(node):
            line = lines[node.lineno - 1]
            if not EDGE.search(line):
                bad.append(f"{node.lineno}: {line.strip()}")
    assert not bad, f"{module.path}: write `except Exception:  # noqa: BLE001 - the reason`: {bad}"


def _raises_on(handler: ast.ExceptHandler) -> bool:
    """Tell a handler that tidies up and lets the error go on (ruff's BLE001 draws the same line)."""
    return any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))


def _catches_all(kind: ast.expr | None) -> bool:
    parts = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(
        part is None or (isinstance(part, ast.Name) and part.id in {"Exception", "BaseException"}) for part in parts
    )


@for_every_module
def test_only_the_command_line_prints(module: Module) -> None:
    if module.floor == "cli":
        return
    printing = [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing, f"{module.path}: print in lines {printing}"


@for_every_module
def test_no_empty_words_as_names(module: Module) -> None:
    words = re.compile(r"(Manager|Helper|Utils?|Misc)$|^(utils?|helpers?|misc|common|manager)$")
    named = [module.name.rsplit(".", 1)[-1], *(c.name for c in classes(module))]
    assert not [n for n in named if words.search(n)], f"{module.path}: {named}"


@for_every_module
def test_nothing_is_left_as_a_stub(module: Module) -> None:
    stubs = re.findall(r"(?im)^.*(?:\bTODO\b|\bFIXME\b|\bXXX\b|NotImplementedError).*$", module.source)
    assert not stubs, f"{module.path}: {stubs}"
