"""Imports only go down, in functions too. `lint-imports` says the same of the graph; this names the line."""

from __future__ import annotations

import ast
import sys

from tests.arch.house import PACKAGE, Module, for_every_module, imports, modules

NAME = "safecity_console"
# What each floor may import from the house. A floor missing here is a floor nobody decided on.
MAY = {
    "": set[str](),
    "domain": {"domain"},
    "core": {"core", "domain"},
    "db": {"db", "core", "domain"},
    "video": {"video", "core", "domain"},
    "sound": {"sound", "core", "domain"},
    "onvif": {"onvif", "core", "domain"},
    "joystick": {"joystick", "core", "domain"},
    "exports": {"exports", "core", "domain"},
    "simulator": {"simulator", "core", "domain"},
    "services": {"services", "db", "video", "exports", "onvif", "joystick", "core", "domain"},
    "wiring": {"services", "db", "video", "sound", "exports", "onvif", "joystick", "simulator", "core", "domain",
               "wiring"},
    "ui": {"ui", "services", "core", "domain"},
    "app": {"app", "ui", "wiring", "services", "core", "domain"},
    "cli": {"cli", "app", "ui", "wiring", "simulator", "services", "core", "domain"},
    "__main__": {"app", "cli", "wiring", "core", "domain"},
}
QT_FLOORS = {"ui", "app"}
# Loaded in a function only: slow to import and not needed by every run. Anything else goes to the top of its module.
HEAVY = {"sounddevice", "vlc", "cv2", "numpy", "av", "PySide6", "keyring", "psutil", "pyqtgraph", "fpdf"}
# A floor of ours that services load when it is first used: the first window must not pay for it.
LATE_FLOORS = (f"{NAME}.onvif", f"{NAME}.exports")
OUTSIDE_WORLD = {
    "os", "io", "pathlib", "socket", "ssl", "select", "subprocess", "sqlite3", "threading", "asyncio", "time",
    "logging", "urllib.request", "http", "tempfile", "shutil", "random", "secrets", "signal", "ctypes",
    "multiprocessing",
}  # fmt: skip


def test_every_floor_was_decided_on() -> None:
    assert {module.floor for module in modules()} <= set(MAY)


@for_every_module
def test_imports_go_down(module: Module) -> None:
    houses = {path.stem for path in PACKAGE.iterdir()}
    wrong = set()
    for node, name in imports(module):
        package, _, rest = name.partition(".")
        floor = rest.partition(".")[0]
        if package == NAME and floor in houses and floor not in MAY[module.floor]:
            wrong.add(f"line {node.lineno}: {module.floor} imports {floor}")
    assert not wrong, f"{module.path}: {sorted(wrong)}"


@for_every_module
def test_qt_stays_in_its_floors(module: Module) -> None:
    if module.floor in QT_FLOORS:
        return
    lines = [node.lineno for node, name in imports(module) if name.split(".")[0] in {"PySide6", "shiboken6"}]
    assert not lines, f"{module.path}: Qt in lines {lines}"


@for_every_module
def test_domain_is_pure(module: Module) -> None:
    if module.floor != "domain":
        return
    names = {name for _, name in imports(module)}
    foreign = {n for n in names if n.split(".")[0] not in sys.stdlib_module_names | {NAME}}
    outside = {n for n in names if n in OUTSIDE_WORLD or n.split(".")[0] in OUTSIDE_WORLD}
    calls = [
        ast.unparse(node.func)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"open", "print", "input", "datetime.now", "datetime.utcnow", "date.today"}
    ]
    assert not foreign | outside, f"{module.path} touches the world: {sorted(foreign | outside)}"
    assert not calls, f"{module.path} touches the world: {calls}"


@for_every_module
def test_imports_stand_at_the_top(module: Module) -> None:
    """Deferred imports hide circles; only heavy libraries, and the application from the command line, come late."""
    late = []
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom) and not _may_come_late(module, node):
                late.append(f"line {node.lineno}: {ast.unparse(node)}")
    assert not late, f"{module.path}: {late}"


def _may_come_late(module: Module, node: ast.Import | ast.ImportFrom) -> bool:
    if module.floor in {"__main__", "cli", "wiring", "app"}:
        return True  # the edge picks what a run needs: a headless verb must not load Qt or the simulator
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    if module.floor == "services" and all(name.startswith(LATE_FLOORS) for name in names):
        return True
    return all(name.split(".")[0] in HEAVY for name in names)


@for_every_module
def test_nothing_is_imported_for_types_only_to_hide_a_circle(module: Module) -> None:
    hidden = [
        name
        for block in ast.walk(module.tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for inner in block.body
        for name in ([ast.unparse(inner)] if NAME in ast.unparse(inner) else [])
    ]
    assert not hidden, f"{module.path}: {hidden}"


def test_no_circles_between_modules() -> None:
    graph: dict[str, set[str]] = {}
    names = {module.name for module in modules()}
    for module in modules():
        targets = {name for _, name in imports(module) if name in names and name != module.name}
        # `from package import module` names the package too; the package itself holds no code that needs loading order.
        graph[module.name] = {t for t in targets if not module.name.startswith(t + ".")}
    circle = _find_circle(graph)
    assert circle is None, " -> ".join(circle or [])


def _find_circle(graph: dict[str, set[str]]) -> list[str] | None:
    done: set[str] = set()
    for start in graph:
        path: list[str] = []
        stack = [(start, iter(sorted(graph[start])))] if start not in done else []
        if stack:
            path.append(start)
        while stack:
            node, following = stack[-1]
            for target in following:
                if target in path:
                    return [*path[path.index(target) :], target]
                if target not in done:
                    stack.append((target, iter(sorted(graph[target]))))
                    path.append(target)
                    break
            else:
                done.add(node)
                stack.pop()
                path.pop()
    return None


def test_a_circle_would_be_found() -> None:
    assert _find_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert _find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) is None
