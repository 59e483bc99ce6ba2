"""The monthly liaison sheet: counts only.

Belongs here: what stands on it. Does not belong here: counting and the rule of small figures
(domain/liaison_counts.py).
Invariant: nothing on it names a person, a place or a single case, and no figure that was withheld can be had from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from safecity_console.domain.liaison import Answer
from safecity_console.domain.liaison_counts import FEW, LiaisonCounts, Within
from safecity_console.exports import words
from safecity_console.exports.paper import Imprint, Paper
from safecity_console.exports.sheet import Column, Sheet

WITHIN: Mapping[Within, str] = {
    Within.DAY: "within a day", Within.THREE_DAYS: "within three days", Within.WEEK: "within a week",
    Within.LATER: "later", Within.OPEN: "still open",
}
ANSWERS: Mapping[Answer, str] = {Answer.WAITING: "waiting", Answer.GIVEN: "given", Answer.REFUSED: "refused"}


def liaison_pdf(counts: LiaisonCounts, imprint: Imprint) -> Paper:
    """Print a period's sheet."""
    period = f"{imprint.moment(counts.from_at)} – {imprint.moment(counts.to_at)}"
    sheet = Sheet("Liaison sheet", period, imprint, "رابطہ شیٹ")
    sheet.heading("Complaints", "شکایات")
    sheet.grid((Column("Told by", 6), Column("Complaints", 2)),
               [(words.SOURCES[source], str(count)) for source, count in counts.by_source.items()]
               + [("All", str(counts.complaints))])
    sheet.grid((Column("Kind", 6), Column("Complaints", 2)),
               [(words.CATEGORIES[kind], f"fewer than {FEW}" if cell.few else str(cell.count))
                for kind, cell in counts.by_kind.items() if cell.few or cell.count])
    sheet.grid((Column("Answered", 6), Column("Complaints", 2)),
               [(WITHIN[word], str(count)) for word, count in counts.ended_within.items()])
    sheet.text_block(f"Kinds that touch a person's honour or safety are told from {FEW} complaints on; fewer, none "
                     "included, are left out of every other line, so that no sum gives them back.", small=True)
    sheet.heading("Call-backs", "جوابی کالیں")
    sheet.fields([("Promised", str(counts.call_backs_due)), ("Kept in time", str(counts.call_backs_kept)),
                  ("Kept late", str(counts.call_backs_late)), ("Not made", str(counts.call_backs_open))])
    sheet.heading("Footage and consent", "فوٹیج اور رضامندی")
    sheet.fields([*((f"Requests {ANSWERS[answer]}", str(count)) for answer, count in counts.requests.items()),
                  ("Consents given", str(counts.consents_given)),
                  ("Consents withdrawn", str(counts.consents_withdrawn))])
    sheet.heading("Committees", "کمیٹیاں")
    sheet.fields([("Meetings", str(counts.meetings)),
                  ("Committees that met", f"{counts.committees_met} of {counts.committees}")])
    sheet.signatures((("Prepared by", ""), ("Seen by the district head", "")))
    return sheet.done()
