"""Whatever floors below hand up has words on the screen, and no widget carries words the translator never saw."""

from __future__ import annotations

import ast
import re
import string

import pytest
from PySide6.QtGui import QKeySequence

from safecity_console.cli.sentences import SENTENCES
from safecity_console.core.settings import SETTINGS
from safecity_console.domain.command import COMMANDS
from safecity_console.domain.stream import Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.refusals import code_sentence, known_codes
from safecity_console.ui.texts import choice_text, command_words, condition_text, group_text, layer_text, setting_words
from tests.arch.house import Module, for_every_module, modules

ERRORS_WITH_CODES = {"Refused", "NotFound", "Conflict", "LineRefused", "_WholeFile"}
# Calls that put their first text on the screen or before a screen reader.
SHOWING = {
    "setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "addTab", "addAction", "addItem", "addRow", "setInformativeText",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton",
}  # fmt: skip


def test_every_command_has_a_title_and_help() -> None:
    assert not [c.id for c in COMMANDS if not command_words(c.id).title or not command_words(c.id).help]
    titles = [command_words(c.id).title for c in COMMANDS]
    assert len(titles) == len(set(titles)), "two commands look alike on the key sheet"


def test_every_key_is_one_qt_knows_and_stands_once() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    read = [QKeySequence(key, QKeySequence.SequenceFormat.PortableText).toString() for key in keys]
    assert all(read), [key for key, seen in zip(keys, read, strict=True) if not seen]
    assert len(read) == len(set(read)), "a key stands twice"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.key)
def test_every_setting_has_words(setting: object) -> None:
    declared = next(s for s in SETTINGS if s is setting)
    words = setting_words(declared.key)
    assert words.title
    assert words.help
    assert group_text(declared.key.split(".")[0])
    assert all(choice_text(declared.key, choice) for choice in declared.choices)


def test_every_condition_and_layer_has_words() -> None:
    assert all(condition_text(condition) for condition in Condition)
    assert not [layer for layer in Layer if layer_text(layer) in {"", str(layer)}]


def _codes_raised() -> dict[str, str]:
    """Give every code a Refused or its kin is made with in the package, and where."""
    found = {}
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS_WITH_CODES:
                for argument in node.args[:2]:
                    for part in ast.walk(argument):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str) and _is_code(part.value):
                            found[part.value] = f"{module.path}:{node.lineno}"
    return found


def _is_code(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(_[a-z]+)+", text) is not None


def test_every_refusal_has_a_sentence() -> None:
    raised = _codes_raised()
    assert len(raised) > 20, "the search for codes has gone blind"
    wordless = {code: place for code, place in raised.items() if code not in known_codes() and "/cli/" not in place}
    assert not wordless, f"no sentence in ui/refusals.py: {wordless}"
    wordless = {code: place for code, place in raised.items() if code not in SENTENCES}
    assert not wordless, f"no sentence in cli/sentences.py: {wordless}"


def test_every_sentence_of_a_refusal_is_whole() -> None:
    for code in known_codes():
        sentence = code_sentence(code, {})
        assert sentence[0].isupper(), code
        assert sentence.endswith("."), code
        assert "{" not in sentence, code


@for_every_module
def test_widgets_show_no_untranslated_words(module: Module) -> None:
    if module.floor not in {"ui", "app"}:
        return
    bare = [
        f"line {node.lineno}: {text!r}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _name_of(node.func) in SHOWING
        for argument in node.args[:2]
        for text in _literals(argument)
        if re.search(r"[A-Za-z]{3,}", text) and "://" not in text
    ]
    assert not bare, f"{module.path}: {bare}"


def _name_of(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _literals(argument: ast.expr) -> list[str]:
    """Give texts written straight into the argument: plain, or the fixed parts of an f-string."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.JoinedStr):
        return [
            part.value for part in argument.values if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
    return []


@for_every_module
def test_sentences_keep_their_placeholders_by_name(module: Module) -> None:
    """`{}` and `{0}` cannot be moved about by a translator who does not know what they stand for."""
    if module.floor != "ui":
        return
    positional = [
        f"line {node.lineno}: {node.value!r}"
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and _name_of(call.func) in {"tr", "translate", "QT_TRANSLATE_NOOP"}
        for node in call.args
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _has_positional(node.value)
    ]
    assert not positional, f"{module.path}: {positional}"


def _has_positional(text: str) -> bool:
    try:
        return any(
            field is not None and (not field or field.isdigit()) for _, field, _, _ in string.Formatter().parse(text)
        )
    except ValueError:
        return False
