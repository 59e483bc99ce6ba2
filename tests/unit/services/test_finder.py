"""Finding by a part of a name: folding, ranking, the index."""

from __future__ import annotations

import pytest

from safecity_console.domain.finding import Entry, Kind, fold, indexed, merit, words
from safecity_console.services.finder import FOUND_MOST, RECENT_MOST, Finder

CAMERAS = (
    Entry(Kind.CAMERA, "c1", "Chowk Shaheedan", "Mirpur city", ("چوک شہیداں",), 1),
    Entry(Kind.CAMERA, "c9", "F-1 Commercial", "Mirpur city", ("ایف ون کمرشل",), 9),
    Entry(Kind.CAMERA, "c12", "Jinnah Model Town", "", ("جناح ماڈل ٹاؤن",), 12),
    Entry(Kind.CAMERA, "c120", "Café Roundabout", "Old road", (), 120),
    Entry(Kind.CAMERA, "c34", "Mangla View", "Dam 12", ("منگلا",), 34),
)
COMMANDS = (
    Entry(Kind.COMMAND, "wall.snapshot", "Snapshot", "Saves the picture.", why_not="selected_picture"),
    Entry(Kind.COMMAND, "wall.next_layout", "Next layout", "Changes how many tiles there are."),
    Entry(Kind.COMMAND, "tour.next", "Next step of the tour", "Goes on at once.", why_not="cameras"),
)
WALLS = (Entry(Kind.WALL, "w1", "City centre"), Entry(Kind.WALL, "w2", "Night, 12 gates"))


@pytest.fixture
def finder() -> Finder:
    made = Finder()
    for part, entries in (("cameras", CAMERAS), ("commands", COMMANDS), ("walls", WALLS)):
        made.take(part, entries)
    return made


def ids(finder: Finder, typed: str, by_place: str = "") -> list[str]:
    return [entry.id for entry in finder.find(typed, by_place)]


@pytest.mark.parametrize(("text", "folded"), [
    ("  Chowk   SHAHEEDAN ", "chowk shaheedan"), ("Café Ørsted", "cafe orsted"), ("F-1 / Gate", "f 1 gate"),
    ("كلي", "کلی"), ("مُحَمَّد", "محمد"), ("آزاد", "ازاد"), ("ہسپتـــال", "ہسپتال"), ("رہائشِ‌گاہ", "رہائشگاہ"),
    ("٣٤ ۳۴", "34 34"), ("شهر", "شہر"), ("مدرسۃ", "مدرسہ"), ("\u200f12\u200e", "12"), ("", ""),
])
def test_letters_are_folded(text: str, folded: str) -> None:
    # What decomposition takes from one spelling it must take from the other.
    assert fold(text) == fold(folded)
    if folded.isascii():
        assert fold(text) == folded


def test_digits_match_numbers_first(finder: Finder) -> None:
    assert ids(finder, "12")[:3] == ["c12", "c120", "w2"]
    assert ids(finder, "012")[0] == "c12"
    assert ids(finder, "۱۲")[0] == "c12"
    assert "c34" in ids(finder, "12"), "its place has the number in its name"


def test_the_beginning_of_a_word_comes_before_its_middle(finder: Finder) -> None:
    assert ids(finder, "mod") == ["c12"]
    assert ids(finder, "city") == ["w1", "c1", "c9"]
    assert ids(finder, "heedan") == ["c1"]
    assert ids(finder, "f1") == ["c9"], "written together"
    assert ids(finder, "f-1")[0] == "c9"


def test_a_name_typed_whole_comes_first(finder: Finder) -> None:
    finder.take("more", (Entry(Kind.CAMERA, "c16", "Sector B-5 Park", number=16), Entry(Kind.LAYOUT, "1+5", "1+5")))
    assert ids(finder, "1+5")[:2] == ["1+5", "c16"]


def test_every_word_must_match_in_any_order(finder: Finder) -> None:
    assert ids(finder, "town jin") == ["c12"]
    assert ids(finder, "town snapshot") == []


def test_urdu_and_accents_are_found_however_they_are_typed(finder: Finder) -> None:
    assert ids(finder, "چوک") == ["c1"]
    assert ids(finder, "چوك شهیداں") == ["c1"]
    assert ids(finder, "cafe") == ["c120"]
    assert ids(finder, "CAFÉ") == ["c120"]


def test_what_can_be_done_comes_before_what_cannot(finder: Finder) -> None:
    assert ids(finder, "next") == ["wall.next_layout", "tour.next"]
    assert ids(finder, "snap") == ["wall.snapshot"], "but it is shown"


def test_keys_typed_under_another_layout_are_read_by_place(finder: Finder) -> None:
    assert ids(finder, "ساکایخڑ") == []
    assert ids(finder, "چھوک", "chowk") == ["c1"]
    assert ids(finder, "چوک", "city")[:2] == ["c1", "w1"], "as it was typed comes first"


def test_used_last_comes_first_while_nothing_is_typed(finder: Finder) -> None:
    assert ids(finder, "")[0] == "c1"
    for entry in (WALLS[1], CAMERAS[2], WALLS[1]):
        finder.used(entry)
    assert ids(finder, " ")[:3] == ["w2", "c12", "c1"]
    for entry in [Entry(Kind.CAMERA, f"x{n}", "x") for n in range(RECENT_MOST)]:
        finder.used(entry)
    assert ids(finder, "")[0] == "c1"


def test_only_what_changed_is_folded_again() -> None:
    finder = Finder()
    many = [Entry(Kind.CAMERA, str(n), f"Camera {n}", number=n) for n in range(1, 2001)]
    finder.take("cameras", many)
    assert finder.folded == 2000
    many[7] = Entry(Kind.CAMERA, "8", "Gate", number=8)
    finder.take("cameras", many[:-1])
    assert finder.folded == 2001
    assert [e.id for e in finder.find("gate")] == ["8"]
    assert len(finder.find("camera")) == FOUND_MOST
    assert finder.find("2000") == ()


def test_the_index_can_be_built_a_little_at_a_time() -> None:
    finder = Finder()
    many = [Entry(Kind.CAMERA, str(n), f"Camera {n}", number=n) for n in range(1, 301)]
    assert finder.take_more("cameras", many, 200)
    assert finder.folded == 200
    assert not finder.take_more("cameras", many, 200)
    finder.take("cameras", many)
    assert finder.folded == 300


def test_the_search_can_be_narrowed(finder: Finder) -> None:
    only = frozenset(e.key for e in CAMERAS if e.more == "Mirpur city")
    assert [e.id for e in finder.find("", only=only)] == ["c1", "c9"]
    assert [e.id for e in finder.find("com", only=only)] == ["c9"]
    finder.drop("cameras")
    assert finder.find("", only=only) == ()


def test_a_very_long_text_is_cut_and_merit_is_none_without_a_match() -> None:
    assert len(" ".join(words("k" * 5000))) <= 120
    assert merit(indexed(CAMERAS[0]), ["zzz"]) is None
