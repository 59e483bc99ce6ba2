"""The command line's English for contacts, complaints, consents and watch notices: one sentence each.

Belongs here: refusals and problems in words. Does not belong here: putting figures in (sentences.py).
"""

from __future__ import annotations

LIAISON_SENTENCES: dict[str, str] = {
    "given_time_unreadable": "Write day and time like {example}.",
    "phone_unfit": "A telephone number has digits, blanks and + - / ( ) only, {most} signs at most.",
    "phone_missing": "A call-back needs a telephone number.",
    "contact_figure": "A shop has {cameras} cameras and keeps footage for {days} days at most.",
    "contact_missing": "There is no such contact.",
    "committee_missing": "There is no such committee.",
    "committee_taken": "There is a committee of this name already.",
    "site_missing": "There is no such place.",
    "meeting_ahead": "A meeting is noted after it took place.",
    "meeting_present": "The number of people present lies between 0 and {most}.",
    "request_what_missing": "Say which camera, or what the footage should show.",
    "request_reason_missing": "Say why the footage is needed.",
    "request_missing": "There is no such request.",
    "period_backwards": "The end must come after the beginning.",
    "asked_ahead": "A request is noted after it was made.",
    "answer_missing": "Say whether the footage was given or refused.",
    "handed_over_missing": "Say how the footage was handed over.",
    "consent_scope_missing": "Say what the consent is for.",
    "consent_missing": "There is no such consent.",
    "consent_withdrawn": "This consent was withdrawn; note a new one.",
    "complaint_source": "A complaint comes from a citizen, a caller, a committee or a journalist.",
    "complaint_what_missing": "Say in a few words what the complaint is about.",
    "call_back_past": "The time to call back by is over already.",
    "watch_title_missing": "The notice needs a title: who or what is looked for.",
    "watch_issuer_missing": "Say who issued the notice.",
    "watch_plate_missing": "A notice of a vehicle needs its plate.",
    "watch_expiry": "A notice needs an end that lies ahead, {days} days at most.",
    "watch_missing": "There is no such watch notice.",
    "watch_ended": "Notice {label} has ended already; post a new one.",
    "seen_ahead": "The time it was seen lies ahead.",
    "picture_bytes": "The picture's file is larger than {megabytes} MB.",
    "picture_kind": "The file is no PNG or JPEG picture.",
    "picture_pixels": "The picture has too many or too few pixels.",
    "picture_broken": "The picture is damaged and cannot be decoded.",
    "picture_gone": "The picture's file is missing.",
    "picture_changed": "The picture's file is not the one that was taken in; it is not shown.",
}
