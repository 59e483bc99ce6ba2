"""Refusals of contacts, complaints, consents and watch notices in words: one whole sentence per code.

Belongs here: code to sentence. Does not belong here: putting figures in (refusals.py).
"""

from __future__ import annotations

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

LIAISON_SENTENCES: dict[str, str] = {
    "given_time_unreadable": QT_TRANSLATE_NOOP("refusals", "Write day and time like {example}."),
    "phone_unfit": QT_TRANSLATE_NOOP(
        "refusals", "A telephone number has digits, blanks and + - / ( ) only, {most} signs at most."),
    "phone_missing": QT_TRANSLATE_NOOP("refusals", "A call-back needs a telephone number."),
    "contact_figure": QT_TRANSLATE_NOOP(
        "refusals", "A shop has {cameras} cameras and keeps footage for {days} days at most."),
    "contact_missing": QT_TRANSLATE_NOOP("refusals", "This contact is not there any more."),
    "committee_missing": QT_TRANSLATE_NOOP("refusals", "This committee is not there any more."),
    "committee_taken": QT_TRANSLATE_NOOP("refusals", "There is a committee of this name already."),
    "site_missing": QT_TRANSLATE_NOOP("refusals", "This place is not there any more."),
    "meeting_ahead": QT_TRANSLATE_NOOP("refusals", "A meeting is noted after it took place."),
    "meeting_present": QT_TRANSLATE_NOOP("refusals", "The number of people present lies between 0 and {most}."),
    "request_what_missing": QT_TRANSLATE_NOOP("refusals", "Say which camera, or what the footage should show."),
    "request_reason_missing": QT_TRANSLATE_NOOP("refusals", "Say why the footage is needed."),
    "request_missing": QT_TRANSLATE_NOOP("refusals", "This request is not there any more."),
    "period_backwards": QT_TRANSLATE_NOOP("refusals", "The end must come after the beginning."),
    "asked_ahead": QT_TRANSLATE_NOOP("refusals", "A request is noted after it was made."),
    "answer_missing": QT_TRANSLATE_NOOP("refusals", "Say whether the footage was given or refused."),
    "handed_over_missing": QT_TRANSLATE_NOOP("refusals", "Say how the footage was handed over."),
    "consent_scope_missing": QT_TRANSLATE_NOOP("refusals", "Say what the consent is for."),
    "consent_missing": QT_TRANSLATE_NOOP("refusals", "This consent is not there any more."),
    "consent_withdrawn": QT_TRANSLATE_NOOP("refusals", "This consent was withdrawn; note a new one."),
    "complaint_source": QT_TRANSLATE_NOOP(
        "refusals", "A complaint comes from a citizen, a caller, a committee or a journalist."),
    "complaint_what_missing": QT_TRANSLATE_NOOP("refusals", "Say in a few words what the complaint is about."),
    "call_back_past": QT_TRANSLATE_NOOP("refusals", "The time to call back by is over already."),
    "watch_title_missing": QT_TRANSLATE_NOOP("refusals", "Give the notice a title: who or what is looked for."),
    "watch_issuer_missing": QT_TRANSLATE_NOOP("refusals", "Say who issued the notice."),
    "watch_plate_missing": QT_TRANSLATE_NOOP("refusals", "A notice of a vehicle needs its plate."),
    "watch_expiry": QT_TRANSLATE_NOOP("refusals", "A notice needs an end that lies ahead, {days} days at most."),
    "watch_missing": QT_TRANSLATE_NOOP("refusals", "This notice is not there any more."),
    "watch_ended": QT_TRANSLATE_NOOP("refusals", "Notice {label} has ended already; post a new one."),
    "seen_ahead": QT_TRANSLATE_NOOP("refusals", "The time it was seen lies ahead."),
    "picture_bytes": QT_TRANSLATE_NOOP("refusals", "The picture's file is larger than {megabytes} MB."),
    "picture_kind": QT_TRANSLATE_NOOP("refusals", "The file is no PNG or JPEG picture."),
    "picture_pixels": QT_TRANSLATE_NOOP("refusals", "The picture has too many or too few pixels."),
    "picture_broken": QT_TRANSLATE_NOOP("refusals", "The picture is damaged and cannot be shown."),
    "picture_gone": QT_TRANSLATE_NOOP("refusals", "The picture's file is missing."),
    "picture_changed": QT_TRANSLATE_NOOP(
        "refusals", "The picture's file is not the one that was taken in; it is not shown."),
}
