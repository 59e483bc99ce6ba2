"""What an import would do: each good line against the registry, before anything is written.

Belongs here: the plan and its report. Does not belong here: reading the file (camera_csv.py), writing (cameras.py).
Invariants: 1. Pure but for the question whether a password is the same. 2. A dry run and a real one report the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Camera, CameraDraft, Site
from safecity_console.domain.errors import Refused
from safecity_console.domain.report import ImportReport, LineRefused
from safecity_console.services.camera_csv import ParsedFile, ParsedLine
from safecity_console.services.drafts import Prepared, draft_of, prepare


class Verb(StrEnum):
    """What a line asks for."""

    ADD = "add"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Planned:
    """One line to be written; `before` is the camera it changes."""

    verb: Verb
    prepared: Prepared
    before: Camera | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps and the report they lead to."""

    steps: tuple[Planned, ...]
    report: ImportReport


def plan_import(
    parsed: ParsedFile,
    by_number: Mapping[int, Camera],
    site_by_id: Mapping[str, Site],
    same_password: Callable[[Camera, Secret], bool],
) -> Plan:
    """Judge every line; the second line with a number already taken in this file is refused."""
    steps: list[Planned] = []
    refused = list(parsed.refused)
    mended: list[LineRefused] = []
    unchanged: list[int] = []
    first_line: dict[int, int] = {}
    for line in parsed.lines:
        try:
            number = _fresh_number(line, first_line)
            camera = by_number.get(number)
            site = site_by_id.get(camera.site_id or "") if camera is not None else None
            prepared = _prepared(line, camera, site)
        except Refused as error:
            refused.append(LineRefused(line.line, error.code, dict(error.figures)))
            continue
        first_line[number] = line.line
        if prepared.login_taken:
            mended.append(LineRefused(line.line, "login_taken", {"number": number}))
        if camera is None:
            steps.append(Planned(Verb.ADD, prepared))
            continue
        prepared = _without_known(camera, prepared, same_password)
        if _same(camera, site, prepared):
            unchanged.append(number)
        else:
            steps.append(Planned(Verb.CHANGE, prepared, camera))
    report = ImportReport(
        added=_numbers(steps, Verb.ADD),
        changed=_numbers(steps, Verb.CHANGE),
        refused=tuple(sorted(refused, key=lambda one: one.line)),
        mended=tuple(mended),
        unchanged=tuple(sorted(unchanged)),
    )
    return Plan(tuple(steps), report)


def _fresh_number(line: ParsedLine, first_line: Mapping[int, int]) -> int:
    number = line.values["number"]
    if not isinstance(number, int):
        raise Refused("number_bad")
    if number in first_line:
        raise Refused("number_twice", number=number, first_line=first_line[number])
    return number


def _prepared(line: ParsedLine, camera: Camera | None, site: Site | None) -> Prepared:
    if camera is None:
        return prepare(CameraDraft(**line.values), line.password)
    known = draft_of(camera, site)
    if "site" in line.values and str(line.values["site"]).casefold() != known.site.casefold():
        known = replace(known, latitude=None, longitude=None)  # another place: the old one's coordinates are not its
    return prepare(_login_of_line(replace(known, **line.values), line, known), line.password)


def _login_of_line(draft: CameraDraft, line: ParsedLine, known: CameraDraft) -> CameraDraft:
    """Let a URL's login replace a user name that the file itself does not give."""
    if ("user" in line.values and draft.user) or draft.user != known.user:
        return draft
    held = any("@" in url.split("/", 3)[2] for url in (draft.main_url, draft.sub_url) if url.count("/") >= 2)
    return replace(draft, user="") if held else draft


def _without_known(camera: Camera, prepared: Prepared, same: Callable[[Camera, Secret], bool]) -> Prepared:
    if prepared.password is not None and prepared.password and same(camera, prepared.password):
        return replace(prepared, password=None)
    return prepared


def _same(camera: Camera, site: Site | None, prepared: Prepared) -> bool:
    if prepared.password is not None:
        return False
    known = draft_of(camera, site)
    wanted = prepared.draft
    if known.latitude is not None:  # an import does not move a site that has its place
        wanted = replace(wanted, latitude=known.latitude, longitude=known.longitude)
    if wanted.site.casefold() == known.site.casefold():
        wanted = replace(wanted, site=known.site)
    return wanted == known


def _numbers(steps: list[Planned], verb: Verb) -> tuple[int, ...]:
    return tuple(sorted(step.prepared.draft.number for step in steps if step.verb is verb))
