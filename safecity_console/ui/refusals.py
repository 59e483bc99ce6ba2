"""Refusals in words: one whole sentence per code that domain, core and services raise.

Belongs here: code to sentence, with its figures. Does not belong here: deciding (floors below), the command line's
words.
Invariants: 1. A figure is shown as data, never as a pattern. 2. A code without a sentence still says that nothing was
changed, and names the code. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew, Refused, VaultLocked, WorldError
from safecity_console.ui.format import ltr
from safecity_console.ui.incident_refusals import INCIDENT_REFUSALS
from safecity_console.ui.liaison_refusals import LIAISON_SENTENCES
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.ptz_refusals import PTZ_REFUSALS
from safecity_console.ui.stick_refusals import STICK_REFUSALS

_SENTENCES: dict[str, str] = {
    **INCIDENT_REFUSALS,
    **LIAISON_SENTENCES,
    **PTZ_REFUSALS,
    **STICK_REFUSALS,
    "number_range": QT_TRANSLATE_NOOP("refusals", "A camera's number lies between {low} and {high}."),
    "number_bad": QT_TRANSLATE_NOOP("refusals", "The number is not a number."),
    "number_taken": QT_TRANSLATE_NOOP("refusals", "Another camera already has this number."),
    "number_twice": QT_TRANSLATE_NOOP("refusals", "Number {number} already stands in line {first_line} of this file."),
    "name_missing": QT_TRANSLATE_NOOP("refusals", "The camera needs a name."),
    "name_too_long": QT_TRANSLATE_NOOP("refusals", "The name may have {longest} letters at most."),
    "url_missing": QT_TRANSLATE_NOOP("refusals", "The camera needs an address."),
    "url_unreadable": QT_TRANSLATE_NOOP("refusals", "This address cannot be read; look for spaces in it."),
    "url_scheme": QT_TRANSLATE_NOOP(
        "refusals", "The address must begin with rtsp://, rtsps://, http://, https:// or file://."),
    "url_host": QT_TRANSLATE_NOOP("refusals", "The address names no camera: after rtsp:// comes its name or number."),
    "url_port": QT_TRANSLATE_NOOP("refusals", "The port in the address must lie between 1 and 65535."),
    "url_too_long": QT_TRANSLATE_NOOP("refusals", "The address may have {longest} letters at most."),
    "url_holds_login": QT_TRANSLATE_NOOP(
        "refusals", "Put user and password into their own fields, not into the address."),
    "url_password_in_path": QT_TRANSLATE_NOOP(
        "refusals", "The address seems to carry a password in its path; it would be shown on screen."),
    "logins_differ": QT_TRANSLATE_NOOP("refusals", "The addresses and fields name different users or passwords."),
    "phase_range": QT_TRANSLATE_NOOP("refusals", "The phase lies between {low} and {high}."),
    "phase_bad": QT_TRANSLATE_NOOP("refusals", "The phase is not a number."),
    "place_range": QT_TRANSLATE_NOOP("refusals", "Latitude lies within ±90 and longitude within ±180 degrees."),
    "place_bad": QT_TRANSLATE_NOOP("refusals", "Latitude or longitude is not a number."),
    "place_half": QT_TRANSLATE_NOOP("refusals", "Latitude and longitude belong together: give both or none."),
    "transport_bad": QT_TRANSLATE_NOOP("refusals", "The transport must be tcp, udp or http."),
    "text_control": QT_TRANSLATE_NOOP("refusals", "A text holds characters that cannot be shown."),
    "text_too_long": QT_TRANSLATE_NOOP("refusals", "The text in “{field}” may have {longest} letters at most."),
    "password_unfit": QT_TRANSLATE_NOOP(
        "refusals", "The password holds characters that cannot be sent, or more than {longest}."),
    "camera_missing": QT_TRANSLATE_NOOP("refusals", "This camera was removed meanwhile."),
    "camera_unknown": QT_TRANSLATE_NOOP("refusals", "There is no such camera."),
    "row_missing": QT_TRANSLATE_NOOP("refusals", "This entry was removed meanwhile."),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "refusals", "Somebody else changed this meanwhile. Open it again to see the new state."),
    "wall_missing": QT_TRANSLATE_NOOP("refusals", "This wall was deleted meanwhile."),
    "wall_name": QT_TRANSLATE_NOOP("refusals", "A wall's name has 1 to {longest} letters that can be seen."),
    "wall_name_taken": QT_TRANSLATE_NOOP("refusals", "Another wall already has this name."),
    "tour_name": QT_TRANSLATE_NOOP("refusals", "A tour's name has 1 to {longest} letters."),
    "tour_name_taken": QT_TRANSLATE_NOOP("refusals", "Another tour already has this name."),
    "tour_missing": QT_TRANSLATE_NOOP("refusals", "This tour was deleted meanwhile."),
    "tour_empty": QT_TRANSLATE_NOOP("refusals", "A tour needs at least one step."),
    "tour_steps": QT_TRANSLATE_NOOP("refusals", "A tour has {most} steps at most."),
    "tour_twice": QT_TRANSLATE_NOOP("refusals", "Nothing stands twice in a tour."),
    "tour_dwell": QT_TRANSLATE_NOOP("refusals", "A step lasts {low} to {high} seconds."),
    "key_unfit": QT_TRANSLATE_NOOP("refusals", "This key cannot be given to a command."),
    "key_help": QT_TRANSLATE_NOOP("refusals", "F1 and ? always show the keys."),
    "key_system": QT_TRANSLATE_NOOP("refusals", "The computer itself uses {key}."),
    "key_text": QT_TRANSLATE_NOOP("refusals", "Text fields need {key}."),
    "key_focus": QT_TRANSLATE_NOOP("refusals", "Tab goes from field to field."),
    "key_digits": QT_TRANSLATE_NOOP("refusals", "Digits call cameras to the wall."),
    "key_wall": QT_TRANSLATE_NOOP("refusals", "The wall itself uses {key}."),
    "key_numpad": QT_TRANSLATE_NOOP("refusals", "The number pad sends {key} while NumLock is off."),
    "key_many": QT_TRANSLATE_NOOP("refusals", "A command has {most} keys at most."),
    "key_taken": QT_TRANSLATE_NOOP("refusals", "Another command has {key}."),
    "command_unknown": QT_TRANSLATE_NOOP("refusals", "There is no such command."),
    "layout_size": QT_TRANSLATE_NOOP("refusals", "A layout's grid has at most {most} columns and {most} rows."),
    "layout_count": QT_TRANSLATE_NOOP("refusals", "A layout has 1 to {most} tiles."),
    "layout_block": QT_TRANSLATE_NOOP("refusals", "Tile {number} of the layout lies outside its grid."),
    "layout_overlap": QT_TRANSLATE_NOOP("refusals", "Tile {number} of the layout lies over another."),
    "layout_gap": QT_TRANSLATE_NOOP("refusals", "The layout leaves a part of the wall without a tile."),
    "layout_text": QT_TRANSLATE_NOOP("refusals", "This layout cannot be read."),
    "layout_parts": QT_TRANSLATE_NOOP(
        "refusals", "A tile is cut into 2 parts at least and into {most} each way at most."),
    "layout_fine": QT_TRANSLATE_NOOP(
        "refusals", "These parts would be too narrow: a layout has at most {most} lines each way."),
    "layout_merge_few": QT_TRANSLATE_NOOP("refusals", "To merge tiles, choose at least two of them."),
    "layout_merge_shape": QT_TRANSLATE_NOOP("refusals", "Only tiles that together form a rectangle can be merged."),
    "layout_outer_edge": QT_TRANSLATE_NOOP(
        "refusals", "This edge is the wall's own; only edges between two tiles move."),
    "layout_edge": QT_TRANSLATE_NOOP("refusals", "The edge cannot go there: a tile would vanish."),
    "layout_stale": QT_TRANSLATE_NOOP("refusals", "The layout was changed meanwhile."),
    "layout_tile": QT_TRANSLATE_NOOP("refusals", "There is no tile {number}; this layout has {count}."),
    "layout_missing": QT_TRANSLATE_NOOP("refusals", "This layout was deleted meanwhile."),
    "layout_name": QT_TRANSLATE_NOOP("refusals", "A layout's name has 1 to {longest} letters that can be seen."),
    "layout_name_taken": QT_TRANSLATE_NOOP("refusals", "Another layout already has this name."),
    "layout_many": QT_TRANSLATE_NOOP("refusals", "There is room for {most} own layouts; delete one first."),
    "json_large": QT_TRANSLATE_NOOP("refusals", "The file is larger than {most_mb} MB."),
    "json_encoding": QT_TRANSLATE_NOOP("refusals", "The file is not UTF-8 text from here on."),
    "json_empty": QT_TRANSLATE_NOOP("refusals", "The file is empty."),
    "json_syntax": QT_TRANSLATE_NOOP(
        "refusals", "The file breaks off here, or a comma, bracket or quotation mark is wrong."),
    "json_deep": QT_TRANSLATE_NOOP("refusals", "Brackets stand more than {most} deep in each other."),
    "json_twice": QT_TRANSLATE_NOOP("refusals", "The field “{key}” stands twice in one entry."),
    "json_number": QT_TRANSLATE_NOOP("refusals", "This number is too long."),
    "json_text": QT_TRANSLATE_NOOP("refusals", "This text is never closed, or holds something that is no letter."),
    "file_not_walls": QT_TRANSLATE_NOOP("refusals", "This is not a file of walls and layouts."),
    "file_newer": QT_TRANSLATE_NOOP(
        "refusals", "The file was written by a newer console (form {found}, known {known})."),
    "file_nothing": QT_TRANSLATE_NOOP("refusals", "The file holds no wall and no layout."),
    "file_field": QT_TRANSLATE_NOOP("refusals", "The field “{field}” holds something of the wrong kind."),
    "file_number": QT_TRANSLATE_NOOP("refusals", "The field “{field}” must be a whole number from {low} to {high}."),
    "file_layout": QT_TRANSLATE_NOOP("refusals", "No layout is called “{layout}”."),
    "file_four": QT_TRANSLATE_NOOP("refusals", "A tile is four numbers: from the left, from the top, width, height."),
    "file_many": QT_TRANSLATE_NOOP("refusals", "The list “{field}” may have {most} entries at most."),
    "file_key": QT_TRANSLATE_NOOP("refusals", "Nothing here is called “{key}”."),
    "file_missing": QT_TRANSLATE_NOOP("refusals", "The field “{key}” is missing in this entry."),
    "file_name": QT_TRANSLATE_NOOP(
        "refusals", "A name has 1 to {longest} letters that can be seen and do not turn the writing."),
    "file_name_twice": QT_TRANSLATE_NOOP("refusals", "Another entry before this one is called “{name}”."),
    "file_tile_twice": QT_TRANSLATE_NOOP("refusals", "Tile {tile} is given a camera twice."),
    "file_camera_twice": QT_TRANSLATE_NOOP("refusals", "Camera {number} stands twice on this wall."),
    "setting_unknown": QT_TRANSLATE_NOOP("refusals", "There is no setting “{key}”."),
    "setting_value": QT_TRANSLATE_NOOP("refusals", "This value does not fit."),
    "setting_range": QT_TRANSLATE_NOOP(
        "refusals", "Not kept: this must lie between {low} and {high}. {kept} still counts."),
    "setting_late": QT_TRANSLATE_NOOP(
        "refusals", "Not kept: it must be shorter than the {other} s after which the console connects again."),
    "setting_reopen": QT_TRANSLATE_NOOP(
        "refusals", "Not kept: it must be longer than the {other} s after which a picture is called late."),
    "setting_empty": QT_TRANSLATE_NOOP("refusals", "Not kept: the control room needs a name."),
    "time_zone": QT_TRANSLATE_NOOP("refusals", "There is no such time zone."),
    "screens_many": QT_TRANSLATE_NOOP(
        "refusals", "There are {most} windows on other screens already; take one back first."),
    "console_runs": QT_TRANSLATE_NOOP("refusals", "A console already works on this data folder."),
    "no_picture": QT_TRANSLATE_NOOP("refusals", "This camera shows no picture now, so nothing was saved."),
    "database_slow": QT_TRANSLATE_NOOP("refusals", "The disk took longer than {seconds} s. Please try again."),
    "door_closed": QT_TRANSLATE_NOOP("refusals", "The console is closing; nothing was changed."),
    "file_unreadable": QT_TRANSLATE_NOOP("refusals", "This file cannot be read."),
    "file_unwritable": QT_TRANSLATE_NOOP("refusals", "The file cannot be written there."),
    "csv_empty": QT_TRANSLATE_NOOP("refusals", "The file is empty: its first line must name the columns."),
    "csv_encoding": QT_TRANSLATE_NOOP("refusals", "The file is not in UTF-8. Save it as “CSV UTF-8” and try again."),
    "csv_quote": QT_TRANSLATE_NOOP("refusals", "A quotation mark here is never closed; nothing after it can be read."),
    "csv_too_large": QT_TRANSLATE_NOOP("refusals", "The file is larger than {most_mb} MB."),
    "csv_too_many_lines": QT_TRANSLATE_NOOP("refusals", "The file has more than {most} lines; the rest was not read."),
    "cells_extra": QT_TRANSLATE_NOOP("refusals", "The line has {found} cells, but the file has {expected} columns."),
    "column_unknown": QT_TRANSLATE_NOOP("refusals", "No column is called “{column}”."),
    "column_twice": QT_TRANSLATE_NOOP("refusals", "The columns “{first}” and “{second}” both mean {column}."),
    "column_missing": QT_TRANSLATE_NOOP("refusals", "The column “{column}” is missing."),
    "sound_none": QT_TRANSLATE_NOOP("refusals", "This camera sends no sound."),
    "sound_away": QT_TRANSLATE_NOOP("refusals", "This camera has no picture now, so it cannot be listened to."),
    "sound_no_device": QT_TRANSLATE_NOOP("refusals", "This machine has no device that plays sound."),
    "sound_no_player": QT_TRANSLATE_NOOP(
        "refusals", "The part that plays sound is not installed on this machine (sounddevice, libportaudio2)."),
    "sound_refused": QT_TRANSLATE_NOOP(
        "refusals", "This camera allows no further connection for its sound. Its picture goes on."),
    "sound_unreadable": QT_TRANSLATE_NOOP("refusals", "The sound of this camera is of a kind that is not known here."),
    "login_taken": QT_TRANSLATE_NOOP("refusals", "The login in the address was moved into the vault."),
    "badge_unfit": QT_TRANSLATE_NOOP("refusals", "A badge has 1 to {most} letters, digits or signs like - / ."),
    "password_length": QT_TRANSLATE_NOOP("refusals", "A password has {least} to {most} characters."),
    "password_obvious": QT_TRANSLATE_NOOP(
        "refusals", "This password is too easy to guess; do not use the name, the badge or a row of keys."),
    "password_same": QT_TRANSLATE_NOOP("refusals", "The new password is the same as the old one."),
    "pin_unfit": QT_TRANSLATE_NOOP(
        "refusals", "A PIN has {least} to {most} digits that are neither all the same nor in a row."),
    "reason_missing": QT_TRANSLATE_NOOP("refusals", "Give a reason of at least {least} letters."),
    "not_permitted": QT_TRANSLATE_NOOP("refusals", "Your role does not allow this."),
    "console_locked": QT_TRANSLATE_NOOP("refusals", "The console is locked."),
    "not_signed_in": QT_TRANSLATE_NOOP("refusals", "Nobody is signed in."),
    "second_officer_needed": QT_TRANSLATE_NOOP(
        "refusals", "A second officer must agree to this with a password of his own."),
    "second_same": QT_TRANSLATE_NOOP("refusals", "The second officer must be another person."),
    "second_unfit": QT_TRANSLATE_NOOP("refusals", "This officer's role cannot agree to this."),
    "sign_in_wrong": QT_TRANSLATE_NOOP("refusals", "Badge or password is wrong."),
    "sign_in_wait": QT_TRANSLATE_NOOP("refusals", "Too many wrong tries; try again in {seconds} seconds."),
    "say_who": QT_TRANSLATE_NOOP("refusals", "Say who acts with --as BADGE."),
    "password_unasked": QT_TRANSLATE_NOOP(
        "refusals", "There is no terminal to ask for the password on; give it in {variable}."),
    "password_must_change": QT_TRANSLATE_NOOP("refusals", "Officer {badge} must change his password first."),
    "passwords_differ": QT_TRANSLATE_NOOP("refusals", "The two passwords are not the same; nothing was changed."),
    "setup_done": QT_TRANSLATE_NOOP("refusals", "This console already has its first administrator."),
    "own_role": QT_TRANSLATE_NOOP("refusals", "Nobody changes his own role."),
    "last_administrator": QT_TRANSLATE_NOOP("refusals", "Somebody must be left who can make officers."),
    "reports_to_self": QT_TRANSLATE_NOOP("refusals", "An officer cannot report to himself, not even through others."),
    "role_missing": QT_TRANSLATE_NOOP("refusals", "There is no such role."),
    "officer_missing": QT_TRANSLATE_NOOP("refusals", "There is no such officer."),
    "role_taken": QT_TRANSLATE_NOOP("refusals", "There is a role of this kind already."),
    "group_taken": QT_TRANSLATE_NOOP("refusals", "There is a camera group of this name already."),
    "badge_taken": QT_TRANSLATE_NOOP("refusals", "Badge {badge} belongs to another officer already."),
    "person_name_missing": QT_TRANSLATE_NOOP("refusals", "A name is missing."),
    "audit_export_large": QT_TRANSLATE_NOOP(
        "refusals", "One file holds {most} entries, these are {count}. Narrow the time or the officer."),
    "database_busy": QT_TRANSLATE_NOOP("refusals", "Another program holds the database; try again."),
    "restore_missing": QT_TRANSLATE_NOOP("refusals", "There is no such file to restore."),
    "restore_unfit": QT_TRANSLATE_NOOP("refusals", "This file cannot be restored; the command line says why."),
    "incident_step": QT_TRANSLATE_NOOP("refusals", "An incident cannot go from “{before}” to “{after}”."),
    "incident_reopen": QT_TRANSLATE_NOOP("refusals", "Only a supervisor's review reopens an incident."),
    "incident_ssp_only": QT_TRANSLATE_NOOP("refusals", "Only the district head closes a case of misconduct."),
    "incident_call_back": QT_TRANSLATE_NOOP("refusals", "The caller has not been called back yet."),
    "incident_steps_open": QT_TRANSLATE_NOOP("refusals", "Required steps are still open: {count}."),
    "shift_hours_count": QT_TRANSLATE_NOOP("refusals", "A day has 1 to {most} shifts."),
    "shift_code": QT_TRANSLATE_NOOP("refusals", "A shift's letter has 1 to {most} characters."),
    "shift_code_twice": QT_TRANSLATE_NOOP("refusals", "Two shifts have the same letter."),
    "shift_hour": QT_TRANSLATE_NOOP("refusals", "An hour lies between 00:00 and 23:59."),
    "shift_unknown": QT_TRANSLATE_NOOP("refusals", "There is no shift “{shift}”."),
    "shift_missing": QT_TRANSLATE_NOOP("refusals", "There is no such span of duty."),
    "shift_taken": QT_TRANSLATE_NOOP(
        "refusals", "Duty is taken: {officer} (badge {badge}) has it. It passes by a handover or by an order."),
    "shift_ended": QT_TRANSLATE_NOOP("refusals", "This duty has ended meanwhile."),
    "shift_nobody": QT_TRANSLATE_NOOP("refusals", "Nobody is on duty."),
    "shift_not_yours": QT_TRANSLATE_NOOP(
        "refusals", "Only {officer} (badge {badge}), who is on duty, hands this shift over."),
    "order_unfit": QT_TRANSLATE_NOOP("refusals", "Only a supervisor may end another officer's duty."),
    "order_own": QT_TRANSLATE_NOOP("refusals", "Nobody orders the end of his own duty; hand it over instead."),
    "log_line_empty": QT_TRANSLATE_NOOP("refusals", "The line is empty."),
    "log_event_future": QT_TRANSLATE_NOOP("refusals", "The time of the event lies in the future."),
    "checks_count": QT_TRANSLATE_NOOP("refusals", "The list has 1 to {most} checks."),
    "check_text": QT_TRANSLATE_NOOP("refusals", "A check has no words."),
    "check_source_twice": QT_TRANSLATE_NOOP(
        "refusals", "The program answers each of its checks once; one of them stands twice in the list."),
    "check_by_program": QT_TRANSLATE_NOOP("refusals", "The program answers this check itself."),
    "check_note_missing": QT_TRANSLATE_NOOP("refusals", "Write what is wrong."),
    "check_missing": QT_TRANSLATE_NOOP("refusals", "There is no such check."),
    "incoming_same": QT_TRANSLATE_NOOP("refusals", "The incoming officer must be another person."),
    "incoming_unfit": QT_TRANSLATE_NOOP("refusals", "This officer's role may not take duty."),
    "handover_nobody": QT_TRANSLATE_NOOP("refusals", "The incoming officer has not said yet who he is."),
    "handover_incident": QT_TRANSLATE_NOOP("refusals", "This incident is not on the form."),
    "handover_unopened": QT_TRANSLATE_NOOP(
        "refusals", "Still to be opened by the incoming officer: {labels} ({count})."),
    "handover_changed": QT_TRANSLATE_NOOP(
        "refusals", "This handover is not what was signed: its content no longer gives its hash."),
    "handover_unreadable": QT_TRANSLATE_NOOP("refusals", "This handover cannot be read."),
    "handover_missing": QT_TRANSLATE_NOOP("refusals", "There is no such handover."),
    "preserve_kind": QT_TRANSLATE_NOOP(
        "refusals", "A request to preserve data belongs to a cyber or fake-ID incident."),
    "preserve_empty": QT_TRANSLATE_NOOP("refusals", "Say what is to be preserved and by whom."),
    "onvif_no_route": QT_TRANSLATE_NOOP(
        "refusals", "Nothing at {host} can be reached; look at the network and the address."),
    "onvif_refused": QT_TRANSLATE_NOOP(
        "refusals", "Nothing answers on this port of {host}. Perhaps ONVIF is switched off in the camera."),
    "onvif_timed_out": QT_TRANSLATE_NOOP("refusals", "The device at {host} did not answer in time."),
    "onvif_wrong_password": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} refused user and password; they are not tried again until they change."),
    "onvif_not_authorised": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} knows this user, but he may not do this there."),
    "onvif_clock_off": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} refused the login, perhaps because its clock is wrong. Set its clock first."),
    "onvif_not_supported": QT_TRANSLATE_NOOP("refusals", "The device at {host} cannot do this."),
    "onvif_device_fault": QT_TRANSLATE_NOOP("refusals", "The device at {host} reports a fault of its own: {words}."),
    "onvif_not_onvif": QT_TRANSLATE_NOOP("refusals", "The device at {host} answers, but not as an ONVIF camera does."),
    "onvif_too_large": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} sent far more than a camera should; this was stopped."),
    "onvif_redirected": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} points elsewhere; the login is not sent there."),
    "onvif_certificate_new": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} shows a certificate that nobody has accepted yet."),
    "onvif_certificate_changed": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} shows another certificate than before; it got no login."),
    "onvif_closed": QT_TRANSLATE_NOOP("refusals", "The connection to {host} was closed meanwhile."),
    "onvif_login_stopped": QT_TRANSLATE_NOOP(
        "refusals", "The device at {host} refused this login before; it is not sent again before it changes."),
    "onvif_address": QT_TRANSLATE_NOOP(
        "refusals", "The text “{address}” is no address of a camera; write HOST or HOST:PORT."),
    "onvif_no_stream": QT_TRANSLATE_NOOP("refusals", "The device at {host} names no stream that can be shown."),
    "onvif_no_host": QT_TRANSLATE_NOOP("refusals", "This camera has no ONVIF address yet."),
    "range_unreadable": QT_TRANSLATE_NOOP(
        "refusals", "The text “{range}” is no range of addresses; write 192.0.2.0/24 or 192.0.2.10-40."),
    "range_too_large": QT_TRANSLATE_NOOP("refusals", "A range may have {most} addresses at most."),
    "template_unknown": QT_TRANSLATE_NOOP(
        "refusals", "The word “{word}” is none of a template's: place, n, maker, model, name, address."),
}

_FIELDS: dict[str, str] = {
    "number_range": "number", "number_taken": "number", "name_missing": "name", "name_too_long": "name",
    "phase_range": "phase", "url_missing": "main_url", "url_unreadable": "main_url", "url_scheme": "main_url",
    "url_host": "main_url", "url_port": "main_url", "url_too_long": "main_url", "url_holds_login": "main_url",
    "url_password_in_path": "main_url", "place_range": "latitude", "place_bad": "latitude", "place_half": "longitude",
    "password_unfit": "password", "logins_differ": "user",
}


class _Figures(dict[str, object]):
    """Figures of a sentence; one that was not handed up shows as a dash instead of failing."""

    def __missing__(self, key: str) -> str:
        return "–"


def known_codes() -> frozenset[str]:
    """Give the codes that have a sentence."""
    return frozenset(_SENTENCES)


def code_sentence(code: str, figures: Mapping[str, object]) -> str:
    """Give the sentence of a refusal code with its figures."""
    source = _SENTENCES.get(code)
    if source is None:
        pattern = QCoreApplication.translate("refusals", "This was refused ({code}); nothing was changed.")
        return pattern.format(code=ltr(code))
    shown = _Figures({key: ltr(value) for key, value in figures.items()})
    return QCoreApplication.translate("refusals", source).format_map(shown)


def world_sentence(error: WorldError) -> str:
    """Give the sentence of any failure of the world."""
    if isinstance(error, Refused):
        return code_sentence(error.code, error.figures)
    if isinstance(error, VaultLocked):
        return QCoreApplication.translate(
            "refusals", "The vault of camera passwords does not open; its key is missing or does not fit.")
    if isinstance(error, DatabaseTooNew):
        return QCoreApplication.translate(
            "refusals",
            "The data folder was written by a newer console. It was left untouched; please update this one.")
    if isinstance(error, DatabaseDamaged):
        return QCoreApplication.translate(
            "refusals", "The database is damaged. It was left untouched; a backup lies in the backups folder.")
    return QCoreApplication.translate("refusals", "This did not work; nothing was changed.")


def place_sentence(error: Refused) -> str:
    """Give the sentence of a refused file with the line and column it speaks of, where it speaks of one."""
    said = world_sentence(error)
    if "line" not in error.figures:
        return said
    pattern = QCoreApplication.translate("refusals", "Line {line}, column {column}: {sentence}")
    return pattern.format(line=ltr(error.figures["line"]), column=ltr(error.figures.get("column", 1)), sentence=said)


def outcome_sentence(outcome: object) -> str:
    """Give the sentence of what a deed in the background met, a bug of ours included."""
    return world_sentence(outcome if isinstance(outcome, WorldError) else WorldError())


def field_of(code: str) -> str:
    """Give the field of the camera dialog a refusal belongs beside; empty where it belongs to the whole."""
    return _FIELDS.get(code, "")
