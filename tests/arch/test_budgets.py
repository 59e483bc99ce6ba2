"""Sizes a newcomer can hold in the head, and forms the house forbids. Over budget: split by meaning, not by size."""

from __future__ import annotations

import ast
import re

from tests.arch.house import Module, classes, for_every_module, functions, length, modules

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
    bare = []
    for node in [*module.tree.body, *(m for c in _public_classes(module) for m in c.body)]:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        qt_override = node.name != node.name.lower() and not isinstance(node, ast.ClassDef)
        setter = any(isinstance(d, ast.Attribute) and d.attr == "setter" for d in node.decorator_list)
        overload = any(isinstance(d, ast.Name) and d.id in {"overload", "override"} for d in node.decorator_list)
        if not (qt_override or setter or overload or ast.get_docstring(node)):
            bare.append(f"{node.lineno} {node.name}")
    assert not bare, f"{module.path}: {bare}"


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
