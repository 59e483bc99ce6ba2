"""A printed sheet: A4, a head that says what it is, a foot on every page, fields, tables, paragraphs, signatures.

Belongs here: laying out with fpdf2. Does not belong here: what stands on which paper (incident_papers.py …), words.
Invariants:
1. Every text is shown as it is: no markup, no links, no scripts, no attachments; control and turning characters are
   taken out once more here, whatever the caller did.
2. Urdu is shaped and runs right to left, also inside an English line.
3. The same content gives the same bytes: the time is the caller's.
4. A paper says at its foot who printed it, when, and which page of how many it is.
Thread: any; one sheet belongs to one thread.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace, TTFFont
from PIL import Image

from safecity_console.core.resources import resource_path
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.exports.paper import Imprint, Paper

LINE_MM, MARGIN_MM, FOOT_MM = 5.2, 16.0, 18.0
_GREY, _INK, _RULE, _SHADE = (95, 102, 112), (20, 22, 26), (205, 209, 214), (243, 244, 246)
TEXT_MOST, LINE_MOST = 20_000, 400
ROWS_MOST = 20_000
PIXELS_MOST = 50_000_000
CELL_LINES, _LETTER_MM = 30, 2.2  # lines of one cell on one page; a wide letter of a table


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width."""

    title: str
    share: float


class Sheet(FPDF):
    """One paper in the making."""

    def __init__(self, title: str, number: str, imprint: Imprint, title_ur: str = "", warning: str = "") -> None:
        super().__init__(format="A4", unit="mm")
        self._head = (clean_line(title, LINE_MOST), clean_line(title_ur, LINE_MOST), clean_line(number, LINE_MOST))
        self._warning = clean_line(warning, LINE_MOST)
        self._imprint = imprint
        logging.getLogger("fpdf").setLevel(logging.CRITICAL)  # a letter no font has is no news for the officer
        logging.getLogger("fontTools").setLevel(logging.CRITICAL)
        for style, latin, urdu in (("", "Inter-Regular", "Naskh-Regular"), ("B", "Inter-SemiBold", "Naskh-SemiBold")):
            self.add_font("latin", style, str(_font(latin)))
            self.add_font("urdu", style, str(_font(urdu)))
        self.set_fallback_fonts(["urdu"], exact_match=False)
        self.set_text_shaping(use_shaping_engine=True)
        self.set_creation_date(imprint.printed_at)
        self.set_title(self._head[0])
        self.set_creator(f"SafeCity Console {imprint.version}".strip())
        self.set_producer("fpdf2")
        self.set_margins(MARGIN_MM, MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(True, FOOT_MM + 4)
        self.alias_nb_pages("{pages}")
        self._ink()
        self.add_page()
        self._big_head()

    def header(self) -> None:
        """Draw the small head of the second page on."""
        if self.page_no() < 2:
            return
        self._ink(8, colour=_GREY)
        self.cell(0, 5, f"{self._head[0]} · {self._head[2]}" if self._head[2] else self._head[0],
                  new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._rule()
        self.ln(2)

    def footer(self) -> None:
        """Draw the foot."""
        self.set_y(-FOOT_MM)
        self._rule()
        self._ink(7.5, colour=_GREY)
        one = self._imprint
        self.cell(0, 5, f"{one.place} · printed by {one.printed_by} · {one.moment(one.printed_at)}")
        self.set_x(MARGIN_MM)
        self.cell(0, 5, f"page {self.page_no()} of {{pages}}", align="R")

    def heading(self, text: str, text_ur: str = "") -> None:
        """Begin a part."""
        if self.will_page_break(22):
            self.add_page()
        self.ln(3)
        self._ink(11, "B")
        self.cell(self.epw / 2, 6.5, clean_line(text, LINE_MOST))
        self._ink(11, "B", _GREY)
        self.cell(self.epw / 2, 6.5, clean_line(text_ur, LINE_MOST), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._rule()
        self.ln(1.5)

    def fields(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Write label and value, a pair a line; pairs without a value are left out."""
        for name, value in pairs:
            kept = clean_note(value, TEXT_MOST)
            if not kept:
                continue
            if self.will_page_break(LINE_MM):
                self.add_page()
            self._ink(9.5, colour=_GREY)
            self.cell(44, LINE_MM, clean_line(name, LINE_MOST))
            self._ink(9.5)
            self._flow(kept, self.epw - 44)

    def text_block(self, text: str, small: bool = False) -> None:
        """Write a paragraph."""
        self._ink(8.5 if small else 9.5, colour=_GREY if small else _INK)
        self._flow(clean_note(text, TEXT_MOST), self.epw)

    def ticks(self, lines: Iterable[tuple[bool, str, str]]) -> None:
        """Write a checklist: done, text, what stands behind it."""
        for done, text, more in lines:
            if self.will_page_break(LINE_MM + 1):
                self.add_page()
            x, y = self.get_x(), self.get_y() + 1.1
            self.set_draw_color(*_GREY)
            self.rect(x, y, 3.1, 3.1)
            if done:
                self.set_draw_color(*_INK)
                self.line(x + 0.6, y + 1.6, x + 1.4, y + 2.5)
                self.line(x + 1.4, y + 2.5, x + 2.7, y + 0.6)
            self.set_x(x + 6)
            self._ink(9.5)
            self._flow(clean_line(f"{text} – {more}" if more else text, TEXT_MOST), self.epw - 6)

    def grid(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], empty: str = "") -> int:
        """Write a table whose head is repeated on each page; gives how many rows it has."""
        kept = [[clean_note(cell, TEXT_MOST) for cell in row] for row in list(rows)[:ROWS_MOST]]
        if not kept:
            self.text_block(empty, small=True)
            return 0
        self._ink(8.5)
        self.set_draw_color(*_RULE)
        widths = tuple(one.share for one in columns)
        face = FontFace(emphasis="B", color=_GREY, fill_color=_SHADE)
        with self.table(col_widths=widths, line_height=4.6, headings_style=face, borders_layout="HORIZONTAL_LINES",
                        text_align="LEFT", padding=(0.8, 1.2), markdown=False) as table:
            head = table.row()
            for column in columns:
                head.cell(column.title)
            rooms = [self._room(column.share / sum(widths)) for column in columns]
            for row in (part for whole in kept for part in _parts(whole, rooms)):
                line = table.row()
                for cell in row:
                    line.cell(cell, align="R" if _right_to_left(cell) else None)
        self.ln(1)
        return len(kept)

    def picture(self, file: Path, words: str, height_mm: float = 70) -> None:
        """Place a picture with a line under it; one that cannot be read is said so."""
        if self.will_page_break(height_mm + 8):
            self.add_page()
        try:
            _must_be_picture(file)
            self.image(str(file), h=height_mm, w=self.epw, keep_aspect_ratio=True)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            self.text_block("The picture cannot be read.", small=True)
        self.text_block(words, small=True)

    def signatures(self, blocks: Sequence[tuple[str, str]]) -> None:
        """Draw signature blocks side by side: role, and what is known of who signed and when."""
        if self.will_page_break(30):
            self.add_page()
        self.ln(8)
        width = (self.epw - 6 * (len(blocks) - 1)) / max(1, len(blocks))
        top = self.get_y()
        for at, (role, known) in enumerate(blocks):
            x = MARGIN_MM + at * (width + 6)
            self.set_xy(x, top)
            self.set_draw_color(*_INK)
            self.line(x, top + 10, x + width, top + 10)
            self.set_xy(x, top + 11)
            self._ink(8.5, "B")
            self.multi_cell(width, 4.2, clean_line(role, LINE_MOST), align="L")
            self.set_x(x)
            self._ink(8.5, colour=_GREY)
            self.multi_cell(width, 4.2, clean_note(known, LINE_MOST), align="L")
        self.set_xy(MARGIN_MM, top + 28)

    def done(self) -> Paper:
        """Finish and let go of the fonts' files, which fpdf2 leaves open."""
        try:
            pages = self.pages_count
            return Paper(bytes(self.output()), pages)
        finally:
            for font in self.fonts.values():
                if isinstance(font, TTFFont):
                    font.ttfont.close()

    def _big_head(self) -> None:
        title, title_ur, number = self._head
        self._ink(9, colour=_GREY)
        self.cell(0, 5, clean_line(self._imprint.place, LINE_MOST), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._ink(17, "B")
        self.cell(self.epw * 0.62, 9, title)
        self._ink(15, "B", _GREY)
        self.cell(self.epw * 0.38, 9, title_ur, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        if number:
            self._ink(11, colour=_INK)
            self.cell(0, 6, number, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        if self._warning:
            self._ink(9.5, "B", (176, 32, 36))
            self._flow(self._warning, self.epw)
        self.ln(1)
        self._rule()
        self.ln(1.5)

    def _flow(self, text: str, width: float) -> None:
        """Write lines, each from the side its first strong letter asks for (Unicode TR 9, P2)."""
        x = self.get_x()
        for line in text.split("\n"):
            self.set_x(x)
            self.multi_cell(width, LINE_MM, line or " ", align="R" if _right_to_left(line) else "L",
                            new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _room(self, share: float) -> int:
        """Give how many letters a cell may hold that must stand on one page with a good margin."""
        return max(20, int(share * self.epw / _LETTER_MM) * CELL_LINES)

    def _ink(self, size: float = 9.5, style: str = "", colour: tuple[int, int, int] = _INK) -> None:
        self.set_font("latin", style, size)
        self.set_text_color(*colour)

    def _rule(self) -> None:
        self.set_draw_color(*_RULE)
        self.line(MARGIN_MM, self.get_y(), self.w - MARGIN_MM, self.get_y())


def _parts(row: Sequence[str], rooms: Sequence[int]) -> Iterable[list[str]]:
    """Break a row whose cells would not stand on one page into several."""
    cut = [_chunks(cell, room) for cell, room in zip(row, rooms, strict=True)]
    for at in range(max(map(len, cut))):
        yield [chunks[at] if at < len(chunks) else "" for chunks in cut]


def _chunks(text: str, room: int) -> list[str]:
    chunks: list[str] = []
    while text:
        head = "\n".join(text.split("\n")[:CELL_LINES])[:room]
        if len(head) < len(text) and " " in head[room // 2:]:
            head = head[:head.rindex(" ") + 1]
        chunks.append(head.strip())
        text = text[len(head):]
    return chunks or [""]


def _right_to_left(text: str) -> bool:
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def _font(name: str) -> Path:
    return resource_path(f"fonts/SafeCity{name}.ttf")


def _must_be_picture(file: Path) -> None:
    """Look at a picture's head before anything unfolds it; raises OSError, ValueError."""
    with Image.open(file, formats=("JPEG", "PNG")) as found:  # no SVG, which may name other files
        if found.width * found.height > PIXELS_MOST:
            raise ValueError("too many pixels")
