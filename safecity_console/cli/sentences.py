"""The command line's English for codes: one sentence each, figures put in.

Belongs here: refusals and problems in words. Does not belong here: the screen's words (ui/texts.py), deciding.
Invariants: 1. Every code of domain, core and services has a sentence (a test looks for the codes in the sources).
2. A figure that is missing costs its place in the sentence, not the answer.
"""

from __future__ import annotations

from collections.abc import Mapping

from safecity_console.cli.incident_sentences import INCIDENT_SENTENCES
from safecity_console.cli.liaison_sentences import LIAISON_SENTENCES
from safecity_console.cli.ptz_sentences import PTZ_SENTENCES
from safecity_console.cli.stick_sentences import STICK_SENTENCES
from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew, Refused, VaultLocked, WorldError

SENTENCES: dict[str, str] = {
    **INCIDENT_SENTENCES,
    **LIAISON_SENTENCES,
    **PTZ_SENTENCES,
    **STICK_SENTENCES,
    # the registry
    "number_range": "A camera number lies between {low} and {high}, not {number}.",
    "number_bad": "The camera number is not a whole number.",
    "number_taken": "Another camera has this number already.",
    "number_twice": "Number {number} stands already in line {first_line} of this file.",
    "name_missing": "The camera has no name.",
    "name_too_long": "The name is longer than {longest} characters.",
    "text_too_long": "The field {field} is longer than {longest} characters.",
    "text_control": "A field holds control characters.",
    "phase_range": "The phase lies between {low} and {high}.",
    "phase_bad": "The phase is not a whole number.",
    "place_range": "The latitude or longitude is impossible.",
    "place_bad": "The latitude or longitude is not a number.",
    "place_half": "Latitude and longitude are given together or not at all.",
    "transport_bad": "The transport is tcp, udp or http.",
    "url_missing": "The camera has no address.",
    "url_unreadable": "The address cannot be read.",
    "url_too_long": "The address is longer than {longest} characters.",
    "url_scheme": "An address begins with rtsp, rtsps, http, https or file, not with '{scheme}'.",
    "url_host": "The address names no host.",
    "url_port": "The address names an impossible port.",
    "url_holds_login": "The address still holds a login.",
    "url_password_in_path": "The address holds a password in its path; give user and password on their own.",
    "logins_differ": "Two different users or passwords are given for one camera.",
    "password_unfit": "The password holds control characters or is longer than {longest} characters.",
    "camera_missing": "There is no such camera.",
    "changed_meanwhile": "Somebody else changed this meanwhile; look at it again.",
    "row_missing": "What was to be changed is no longer there.",
    "login_taken": "The login in the address of camera {number} was taken into the vault.",
    "camera_unknown": "There is no such camera.",
    "no_picture": "There is no picture of this camera yet.",
    "camera_count": "The district has {low} to {high} cameras.",
    "demo_folder_used": "The folder {folder} is not empty; the demo wants a fresh one.",
    "district_failed": "The simulated district could not start; its reason stands above.",
    "size_unreadable": "A size is written like 1920x1080, from 640x480 to 7680x4320.",
    "page_unknown": "There is no page '{page}'; there are {pages}.",
    "bench_no_picture": "None of these streams has shown a picture within {seconds} s.",
    "tile_count": "A wall has {low} to {high} tiles.",
    "safe_alone": "A safe start opens a plain wall in a window: --safe goes with neither --screen, --wall nor --kiosk.",
    "option_long": "The word after {option} may have {most} letters at most.",
    "screens_many": "There are {most} windows on other screens already.",
    "console_runs": "A console is open on this data folder already.",
    # files
    "file_unreadable": "The file cannot be read.",
    "file_unwritable": "The file cannot be written.",
    "csv_empty": "The file is empty.",
    "csv_encoding": "The file is neither UTF-8 nor UTF-16 text; save it as 'CSV UTF-8'.",
    "csv_too_large": "The file is larger than {most_mb} MB.",
    "csv_too_many_lines": "The file has more than {most} lines; the rest was left out.",
    "csv_quote": "A quotation mark is not closed; nothing from here on can be read.",
    "cells_extra": "The line has {found} cells, the header {expected}.",
    "column_unknown": "There is no column '{column}'.",
    "column_missing": "The column '{column}' is missing.",
    "column_twice": "The columns '{first}' and '{second}' both mean {column}.",
    # walls and settings
    "wall_name": "A wall's name has 1 to {longest} characters.",
    "wall_name_taken": "Another wall has this name already.",
    "wall_missing": "There is no such wall.",
    "tour_name": "A tour's name has 1 to {longest} characters.",
    "tour_name_taken": "Another tour has this name already.",
    "tour_missing": "There is no such tour.",
    "tour_empty": "A tour needs at least one step.",
    "tour_steps": "A tour has at most {most} steps.",
    "tour_twice": "Nothing stands twice in a tour.",
    "tour_dwell": "A step of a tour lasts {low} to {high} seconds.",
    "layout_size": "A layout's grid has at most {most} columns and {most} rows.",
    "layout_count": "A layout has 1 to {most} tiles.",
    "layout_block": "Tile {number} of the layout lies outside its grid.",
    "layout_overlap": "Tile {number} of the layout lies over another.",
    "layout_gap": "The layout leaves a part of the wall without a tile.",
    "layout_text": "This layout cannot be read.",
    "layout_parts": "A tile is cut into 2 parts at least and into {most} each way at most.",
    "layout_fine": "These parts would be too narrow: a layout has at most {most} lines each way.",
    "layout_merge_few": "To merge tiles, choose at least two of them.",
    "layout_merge_shape": "Only tiles that together form a rectangle can be merged.",
    "layout_outer_edge": "This edge is the wall's own; only edges between two tiles move.",
    "layout_edge": "The edge cannot go there: a tile would vanish.",
    "layout_stale": "The layout was changed meanwhile.",
    "layout_tile": "There is no tile {number}; this layout has {count}.",
    "layout_missing": "This layout was deleted meanwhile.",
    "layout_name": "A layout's name has 1 to {longest} letters that can be seen.",
    "layout_name_taken": "Another layout already has this name.",
    "layout_many": "There is room for {most} own layouts; delete one first.",
    "json_large": "The file is larger than {most_mb} MB.",
    "json_encoding": "The file is not UTF-8 text from here on.",
    "json_empty": "The file is empty.",
    "json_syntax": "The file breaks off here, or a comma, bracket or quotation mark is wrong.",
    "json_deep": "Brackets stand more than {most} deep in each other.",
    "json_twice": "The field '{key}' stands twice in one entry.",
    "json_number": "This number is too long.",
    "json_text": "This text is never closed, or holds something that is no letter.",
    "file_not_walls": "This is not a file of walls and layouts.",
    "file_newer": "The file was written by a newer console (form {found}, known {known}).",
    "file_nothing": "The file holds no wall and no layout.",
    "file_field": "The field '{field}' holds something of the wrong kind.",
    "file_number": "The field '{field}' must be a whole number from {low} to {high}.",
    "file_layout": "No layout is called '{layout}'.",
    "file_four": "A tile is four numbers: from the left, from the top, width, height.",
    "file_many": "The list '{field}' may have {most} entries at most.",
    "file_key": "Nothing here is called '{key}'.",
    "file_missing": "The field '{key}' is missing in this entry.",
    "file_name": "A name has 1 to {longest} letters that can be seen and do not turn the writing.",
    "file_name_twice": "Another entry before this one is called '{name}'.",
    "file_tile_twice": "Tile {tile} is given a camera twice.",
    "file_camera_twice": "Camera {number} stands twice on this wall.",
    "setting_unknown": "There is no setting '{key}'.",
    "setting_value": "The value does not fit the setting '{key}'.",
    # keys
    "key_unfit": "This key cannot be given to a command.",
    "key_help": "F1 and ? always show the keys.",
    "key_system": "The computer itself uses {key}.",
    "key_text": "Text fields need {key}.",
    "key_focus": "Tab goes from field to field.",
    "key_digits": "Digits call cameras to the wall.",
    "key_wall": "The wall itself uses {key}.",
    "key_numpad": "The number pad sends {key} while NumLock is off.",
    "key_many": "A command has {most} keys at most.",
    "key_taken": "Another command has {key}.",
    "command_unknown": "There is no such command.",
    # sound
    "sound_none": "This camera sends no sound.",
    "sound_away": "This camera has no picture now, so it cannot be listened to.",
    "sound_no_device": "This machine has no device that plays sound.",
    "sound_no_player": "The part that plays sound is not installed (sounddevice, libportaudio2).",
    "sound_refused": "This camera allows no further connection for its sound; its picture goes on.",
    "sound_unreadable": "The sound of this camera is of a kind that is not known here.",
    # the database
    "door_closed": "The program is stopping; nothing more is written.",
    "database_slow": "The disk did not answer within {seconds} seconds.",
    "database_busy": "Another program holds the database; try again.",
    "database_read_only": "The database cannot be written: it is read-only.",
    "database_unreachable": "The database file cannot be opened; look at the folder's rights.",
    "disk_full": "The disk is full.",
    "disk_failed": "The disk reports an error.",
    # officers and what they may do
    "badge_unfit": "A badge has 1 to {most} letters, digits or signs like - / .",
    "password_length": "A password has {least} to {most} characters.",
    "password_obvious": "This password is too easy to guess; do not use the name, the badge or a row of keys.",
    "password_same": "The new password is the same as the old one.",
    "pin_unfit": "A PIN has {least} to {most} digits that are neither all the same nor in a row.",
    "reason_missing": "Give a reason of at least {least} letters.",
    "not_permitted": "Your role does not allow this.",
    "console_locked": "The console is locked.",
    "not_signed_in": "Nobody is signed in.",
    "second_officer_needed": "A second officer must agree to this with a password of his own.",
    "second_same": "The second officer must be another person.",
    "second_unfit": "This officer's role cannot agree to this.",
    "sign_in_wrong": "Badge or password is wrong.",
    "sign_in_wait": "Too many wrong tries; try again in {seconds} seconds.",
    "say_who": "Say who acts with --as BADGE.",
    "password_unasked": "There is no terminal to ask for the password on; give it in {variable}.",
    "password_must_change": "Officer {badge} must change his password first: officer password {badge} --as {badge}.",
    "passwords_differ": "The two passwords are not the same; nothing was changed.",
    "setup_done": "This console already has its first administrator.",
    "own_role": "Nobody changes his own role.",
    "last_administrator": "Somebody must be left who can make officers.",
    "reports_to_self": "An officer cannot report to himself, not even through others.",
    "role_missing": "There is no such role.",
    "officer_missing": "There is no such officer.",
    "role_taken": "There is a role of this kind already.",
    "group_taken": "There is a camera group of this name already.",
    "badge_taken": "Badge {badge} belongs to another officer already.",
    "person_name_missing": "A name is missing.",
    "audit_export_large": "One file holds {most} entries, these are {count}; narrow the time or the officer.",
    "audit_head_unreadable": "A head is written like 1204:9f3c…, the number and 64 letters: '{text}' is none.",
    "audit_action_unknown": "There is no action '{word}' in the audit.",
    "restore_missing": "There is no such file to restore.",
    "restore_unfit": "This file cannot be restored: {kind} ({where}).",
    "incident_step": "An incident cannot go from “{before}” to “{after}”.",
    "incident_reopen": "Only a supervisor's review reopens an incident.",
    "incident_ssp_only": "Only the district head closes a case of misconduct.",
    "incident_call_back": "The caller has not been called back yet.",
    "incident_steps_open": "Required steps are still open: {count}.",
    # shifts
    "shift_hours_count": "A day has 1 to {most} shifts.",
    "shift_code": "A shift's letter has 1 to {most} characters.",
    "shift_code_twice": "Two shifts have the same letter.",
    "shift_hour": "An hour lies between 00:00 and 23:59.",
    "shift_unknown": "There is no shift “{shift}”.",
    "shift_missing": "There is no such span of duty.",
    "shift_taken": "Duty is taken: {officer} (badge {badge}) has it. It passes by a handover or by an order.",
    "shift_ended": "This duty has ended meanwhile.",
    "shift_nobody": "Nobody is on duty.",
    "shift_not_yours": "Only {officer} (badge {badge}), who is on duty, hands this shift over.",
    "order_unfit": "Only a supervisor may end another officer's duty.",
    "order_own": "Nobody orders the end of his own duty; hand it over instead.",
    "log_line_empty": "The line is empty.",
    "log_event_future": "The time of the event lies in the future.",
    "checks_count": "The list has 1 to {most} checks.",
    "check_text": "A check has no words.",
    "check_source_twice": "The program answers each of its checks once; one of them stands twice in the list.",
    "check_by_program": "The program answers this check itself.",
    "check_note_missing": "Write what is wrong.",
    "check_missing": "There is no such check.",
    "incoming_same": "The incoming officer must be another person.",
    "incoming_unfit": "This officer's role may not take duty.",
    "handover_nobody": "The incoming officer has not said yet who he is.",
    "handover_incident": "This incident is not on the form.",
    "handover_unopened": "Still to be opened by the incoming officer: {labels} ({count}).",
    "handover_changed": "This handover is not what was signed: its content no longer gives its hash.",
    "handover_unreadable": "This handover cannot be read.",
    "handover_missing": "There is no such handover.",
    "preserve_kind": "A request to preserve data belongs to a cyber or fake-ID incident.",
    "preserve_empty": "Say what is to be preserved and by whom.",
    "time_unreadable": "A time is written like 2026-11-22T14:00, 2026-11-22T14:00:00+05:00, or as a day; not '{text}'.",
    # ONVIF
    "onvif_no_route": "Nothing at {host} can be reached; look at the network and the address.",
    "onvif_refused":
        "Nothing answers on this port of {host}. Perhaps ONVIF is switched off in the camera.",
    "onvif_timed_out": "The device at {host} did not answer in time.",
    "onvif_wrong_password":
        "The device at {host} refused user and password; they are not tried again until they change.",
    "onvif_not_authorised":
        "The device at {host} knows this user, but he may not do this there.",
    "onvif_clock_off":
        "The device at {host} refused the login, perhaps because its clock is wrong. Set its clock first.",
    "onvif_not_supported": "The device at {host} cannot do this.",
    "onvif_device_fault": "The device at {host} reports a fault of its own: {words}.",
    "onvif_not_onvif": "The device at {host} answers, but not as an ONVIF camera does.",
    "onvif_too_large": "The device at {host} sent far more than a camera should; this was stopped.",
    "onvif_redirected":
        "The device at {host} points elsewhere; the login is not sent there.",
    "onvif_certificate_new": "The device at {host} shows a certificate that nobody has accepted yet.",
    "onvif_certificate_changed":
        "The device at {host} shows another certificate than before; it got no login.",
    "onvif_closed": "The connection to {host} was closed meanwhile.",
    "onvif_login_stopped":
        "The device at {host} refused this login before; it is not sent again before it changes.",
    "onvif_address": "The text '{address}' is no address of a camera; write HOST or HOST:PORT.",
    "onvif_no_stream": "The device at {host} names no stream that can be shown.",
    "onvif_no_host": "This camera has no ONVIF address yet.",
    "range_unreadable": "The text '{range}' is no range of addresses; write 192.0.2.0/24 or 192.0.2.10-40.",
    "range_too_large": "A range may have {most} addresses at most.",
    "template_unknown":
        "The word '{word}' is none of a template's: place, n, maker, model, name, address.",
}


class _Figures(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(code: str, figures: Mapping[str, object] | None = None) -> str:
    """Give the sentence of a code; an unknown code is shown itself."""
    pattern = SENTENCES.get(code)
    if pattern is None:
        return f"Refused: {code}."
    return pattern.format_map(_Figures(figures or {}))


def sentence_of(error: WorldError) -> str:
    """Give the sentence of an error."""
    if isinstance(error, Refused):
        return sentence(error.code, error.figures)
    if isinstance(error, DatabaseTooNew):
        return (
            f"The database was written by a newer version of this program (schema {error.found}, known {error.known});"
            " it was left untouched. Install the newer version."
        )
    if isinstance(error, DatabaseDamaged):
        return f"The database is damaged ({error}); it was left untouched. Restore a copy from the backups folder."
    if isinstance(error, VaultLocked):
        return f"The vault of passwords is locked: {error}."
    return str(error)
