"""Tiles fill the wall without touching, cards lie below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from safecity_console.domain.wall import LAYOUTS, Layout, fitting_layout
from safecity_console.ui.wall.geometry import GAP_PX, places, tile_rects


@pytest.mark.parametrize("size", [(1920, 1080), (1038, 681), (333, 201)])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_tiles_fill_the_area_and_keep_their_gap(layout: Layout, size: tuple[int, int]) -> None:
    area = QRect(0, 0, *size)
    rects = tile_rects(layout.cells, area)
    assert len(rects) == layout.size
    assert all(area.contains(r) for r in rects)
    for index, one in enumerate(rects):
        wider = one.adjusted(-GAP_PX, -GAP_PX, GAP_PX, GAP_PX).adjusted(1, 1, -1, -1)
        assert not any(one.intersects(other) for other in rects[index + 1 :])
        assert not any(wider.intersects(other) for other in rects[index + 1 :])
    assert min(r.left() for r in rects) == 0
    assert max(r.right() for r in rects) == size[0] - 1
    assert max(r.bottom() for r in rects) == size[1] - 1


@pytest.mark.parametrize("width", [1280, 880, 320])
@pytest.mark.parametrize("cards", [1, 9, 24, 30, 200])
def test_cards_never_cover_a_tile_and_can_all_be_reached(cards: int, width: int) -> None:
    area = QRect(0, 0, width, 720)
    seen: set[int] = set()
    first = 0
    for _page in range(cards):
        made = places(fitting_layout(6).cells, cards, area, first)
        assert made.strip is not None
        assert not any(made.strip.intersects(r) for r in made.tiles)
        shown = [r for r in (*made.cards, made.more or QRect()) if not r.isEmpty()]
        assert all(made.strip.contains(r) and r.width() >= 90 for r in shown)
        assert not any(a.intersects(b) for i, a in enumerate(shown) for b in shown[i + 1 :])
        assert (made.more is not None) == (made.hidden > 0)
        seen |= {i for i, r in enumerate(made.cards) if not r.isEmpty()}
        first = made.turned(1)
        if first == 0:
            break
    assert seen == set(range(cards))


def test_a_district_of_thirty_stands_whole_on_a_small_screen() -> None:
    made = places(fitting_layout(6).cells, 24, QRect(0, 0, 1038, 640), 0)
    assert made.hidden == 0


def test_points_find_tiles_and_cards() -> None:
    made = places(fitting_layout(4).cells, 3, QRect(0, 0, 1280, 720), 0)
    assert made.tile_at(QPoint(10, 10)) == 0
    assert made.card_at(made.cards[2].center()) == 2
    assert made.tile_at(made.cards[2].center()) is None
    assert made.card_at(QPoint(10, 10)) is None
