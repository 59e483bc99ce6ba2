"""JSON with places: what is read is what json reads, what is wrong is named by line and column."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.core.located_json import DEPTH_MOST, Located, read_json, shown
from safecity_console.domain.errors import Refused

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-10**9, 10**9) | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=30,
)


def bare(place: Located) -> object:
    if isinstance(place.value, dict):
        return {key: bare(one) for key, one in place.value.items()}
    if isinstance(place.value, list):
        return [bare(one) for one in place.value]
    return place.value


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_it_reads_what_json_reads(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert bare(read_json(text.encode(), 10**6)) == json.loads(text)


@given(st.text(max_size=40) | st.text('{}[]":,0123truefalsnl \n\\-.e', max_size=30))
def test_any_text_is_read_as_json_reads_it_or_refused_with_a_place(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        bare(read_json(data, 10**6))
    except Refused as error:
        lines = data.split(b"\n")
        if not 1 <= int(str(error.figures["line"])) <= len(lines) or int(str(error.figures["column"])) < 1:
            raise AssertionError(error.figures) from error


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_json(data, 10**6)
    except Refused as error:
        if {"line", "column"} - error.figures.keys():
            raise AssertionError(error.figures) from error


def test_every_value_knows_its_place() -> None:
    whole = read_json(b'{\n  "a": [1,\n    {"b": null}]\n}\n', 100)
    assert isinstance(whole.value, dict)
    inner = whole.value["a"].value
    assert isinstance(inner, list)
    assert [(one.line, one.column) for one in (whole, whole.value["a"], *inner)] == [(1, 1), (2, 8), (2, 9), (3, 5)]


@pytest.mark.parametrize(("data", "code", "line", "column"), [
    (b"", "json_empty", 1, 1), (b"\n \n", "json_empty", 3, 1), (b"\xef\xbb\xbf", "json_empty", 1, 1),
    (b"[1,\n2,]", "json_syntax", 2, 3), (b"[1 2]", "json_syntax", 1, 4), (b"{1: 2}", "json_syntax", 1, 2),
    (b'{"a" 1}', "json_syntax", 1, 6), (b'{"a": }', "json_syntax", 1, 7), (b"[1]\n[2]", "json_syntax", 2, 1),
    (b"[NaN]", "json_syntax", 1, 2), (b"[Infinity]", "json_syntax", 1, 2), (b"[01]", "json_syntax", 1, 3),
    (b"// x\n{}", "json_syntax", 1, 1), (b"{", "json_syntax", 1, 2), (b'{"a": 1', "json_syntax", 1, 8),
    (b'["a\nb"]', "json_text", 1, 4), (b'["abc', "json_text", 1, 2), (b'["\\x"]', "json_text", 1, 3),
    (b'["\\ud800"]', "json_text", 1, 2), (b'{"a": 1,\n"a": 2}', "json_twice", 2, 1),
    (b"[" + b"9" * 30 + b"]", "json_number", 1, 2), (b"[" * 200, "json_deep", 1, DEPTH_MOST + 2),
    (b"[" * 500_000, "json_deep", 1, DEPTH_MOST + 2), (b'{"a":' * 100, "json_deep", 1, (DEPTH_MOST + 1) * 5 + 1),
    (b"{\n\xff}", "json_encoding", 2, 1), ("{}".encode("utf-16"), "json_encoding", 1, 1),
    (b" " * 1_000_001, "json_large", 1, 1),
])
def test_what_is_wrong_is_named_by_its_place(data: bytes, code: str, line: int, column: int) -> None:
    with pytest.raises(Refused) as caught:
        read_json(data, 1_000_000)
    assert (caught.value.code, caught.value.figures["line"], caught.value.figures["column"]) == (code, line, column)


def test_a_quoted_text_stays_on_its_line_and_turns_nothing() -> None:
    assert shown("a\u202eb\nc" + "x" * 90) == "a?b?c" + "x" * 35
    assert shown("سٹی\u200cگیٹ") == "سٹی\u200cگیٹ"
