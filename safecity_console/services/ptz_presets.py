"""Presets of cameras by number: go, store with a picture, rename, delete; the camera's tokens behind our numbers.

Belongs here: these use cases. Does not belong here: operations (onvif/presets.py), rows (db/ptz.py), taking pictures
(snapshots.py).
Invariants: 1. Numbers 1…99 are ours and stay with the camera's token; a preset that the camera lost is marked `gone`,
not dropped, and its number is not given to another before it is deleted. 2. Each change is in the audit by the commit
that keeps it. 3. A preset without a picture is a preset: that none came is said (`PresetStored.picture_missing`).
4. Nobody is brought into a privacy sector by a preset. Thread: any; answers come by futures.
"""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from safecity_console.core.logs import get_logger
from safecity_console.db.ptz import delete_preset, put_preset, read_presets
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Outcome
from safecity_console.domain.errors import NotFound, WorldError
from safecity_console.domain.onvif import OnvifError
from safecity_console.domain.ptz import Holder, Position, Preset
from safecity_console.domain.ptz_plan import NAME_MOST, NUMBER_MOST, KeptPreset, fit_name, fit_number
from safecity_console.services.events import PresetsChanged
from safecity_console.services.ptz import PtzService
from safecity_console.services.ptz_ports import Opened, PtzDevice
from safecity_console.services.ptz_room import Room
from safecity_console.services.snapshots import SnapshotFile


class Pictures(Protocol):
    """Who takes pictures."""

    def take(self, camera_id: str) -> SnapshotFile:
        """Take one; raises Refused, OSError."""
        ...


@dataclass(frozen=True, slots=True)
class PresetStored:
    """A preset as it was kept, and whether its picture could not be taken."""

    preset: KeptPreset
    picture_missing: bool = False


class PresetDesk:
    """The presets of one console's cameras."""

    def __init__(self, room: Room, ptz: PtzService, pictures: Pictures, folder: Path) -> None:
        self._room, self._ptz, self._pictures, self.folder = room, ptz, pictures, folder
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[KeptPreset, ...]] | None = None
        self._threads: list[threading.Thread] = []

    def of(self, camera_id: str) -> tuple[KeptPreset, ...]:
        """Give a camera's presets by number, as known; `refresh` asks the camera."""
        kept = self._kept
        if kept is None:
            kept = self.reload()
        return kept.get(camera_id, ())

    def by_number(self, camera_id: str, number: int) -> KeptPreset:
        """Give a preset; raises NotFound("preset_unknown")."""
        found = next((one for one in self.of(camera_id) if one.number == number), None)
        if found is None:
            raise NotFound("preset_unknown", number=number)
        return found

    def picture_of(self, preset: KeptPreset) -> Path | None:
        """Give a preset's picture where there is one."""
        path = self.folder / preset.picture
        return path if preset.picture and path.is_file() else None

    def refresh(self, camera_id: str) -> Future[Any]:
        """Ask the camera for its presets and number what is new; the answer is `of`. Raises Refused."""
        self._room.desk.must(Permission.PTZ, self._room.about(camera_id), camera_id)

        def work(device: PtzDevice, opened: Opened) -> tuple[KeptPreset, ...]:
            self._take_over(camera_id, device.presets(opened.abilities.profile_token))
            return self.of(camera_id)

        return self._ptz.ask(camera_id, work)

    def go(self, camera_id: str, number: int, holder: Holder | None = None) -> Future[Any]:
        """Go to a preset; raises Refused, NotFound("preset_unknown")."""
        preset = self.by_number(camera_id, number)
        if preset.gone:
            raise NotFound("preset_gone", number=number)
        self._ptz.limits.must_not_enter(camera_id, preset.position, False if holder is not None else None)

        def work(device: PtzDevice, opened: Opened) -> None:
            try:
                device.goto_preset(opened.abilities.profile_token, preset.token)
            except OnvifError:
                if preset.position == Position() or not opened.abilities.absolute:
                    raise
                device.move_to(opened.abilities.profile_token, preset.position)
            if holder is None:
                self._went(camera_id, number)

        return self._ptz.act(camera_id, work, holder)

    def store(self, camera_id: str, number: int, name: str = "") -> Future[Any]:
        """Keep the present view under a number, over what was there; gives `PresetStored`. Raises Refused."""
        fit_number(number)
        actor = self._room.desk.must(Permission.EDIT_PRESETS, self._room.about(camera_id), camera_id)
        before = next((one for one in self.of(camera_id) if one.number == number), None)
        kept_name = fit_name(name or (before.name if before else ""), f"Preset {number}")

        def work(device: PtzDevice, opened: Opened) -> KeptPreset:
            token = opened.abilities.profile_token
            over = before.token if before is not None and not before.gone else ""
            made = device.set_preset(token, kept_name, over)
            return KeptPreset(camera_id, number, made, kept_name, _position(device, token),
                              made_by=actor.badge or actor.name)

        made, answer = self._ptz.act(camera_id, work, moves=False), Future[Any]()
        # A picture may take a second and a half: the camera's lane does not wait for it.
        thread = threading.Thread(target=self._finish, args=(made, answer, actor), name="ptz-picture", daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()
        return answer

    def rename(self, camera_id: str, number: int, name: str) -> None:
        """Give a preset another name here; the camera's own stays. Raises Refused, NotFound."""
        actor = self._room.desk.must(Permission.EDIT_PRESETS, self._room.about(camera_id), camera_id)
        preset = replace(self.by_number(camera_id, number), name=fit_name(name))
        self._write(camera_id, [preset], actor, number, "rename")

    def delete(self, camera_id: str, number: int) -> Future[Any]:
        """Have the camera forget a preset, and forget it here. Raises Refused, NotFound."""
        actor = self._room.desk.must(Permission.EDIT_PRESETS, self._room.about(camera_id), camera_id)
        preset = self.by_number(camera_id, number)

        def work(device: PtzDevice, opened: Opened) -> None:
            if not preset.gone:
                device.remove_preset(opened.abilities.profile_token, preset.token)

            def job(transaction: Transaction) -> None:
                delete_preset(transaction, camera_id, number)
                self._room.desk.append(transaction, Action.PTZ_PRESET, self._room.about(camera_id), Outcome.DONE, actor,
                                       deed="delete", preset=number, name=preset.name)

            self._room.door.write(job)
            self._changed(camera_id)

        return self._ptz.ask(camera_id, work)

    def reload(self) -> dict[str, tuple[KeptPreset, ...]]:
        """Read the presets anew."""
        found: dict[str, tuple[KeptPreset, ...]] = {}
        for one in self._room.reader.read(read_presets):
            found[one.camera_id] = (*found.get(one.camera_id, ()), one)
        with self._lock:
            self._kept = found
        return found

    def look(self) -> None:
        """Read what another process changed, and tell of it."""
        before = self._kept
        if before is None:
            return
        now = self.reload()
        for camera_id in before.keys() | now.keys():
            if before.get(camera_id) != now.get(camera_id):
                self._room.bus.publish(PresetsChanged(camera_id))

    def close(self) -> None:
        """Wait for pictures that are being taken."""
        for thread in self._threads:
            thread.join(5.0)

    def _finish(self, made: Future[Any], answer: Future[Any], actor: Actor) -> None:
        """Take the picture of a preset and keep both."""
        try:
            preset: KeptPreset = made.result()
            picture = self._picture(preset.camera_id, preset.number)
            preset = replace(preset, picture=picture)
            self._write(preset.camera_id, [preset], actor, preset.number, "store")
        except (WorldError, OSError) as error:
            answer.set_exception(error)
            return
        answer.set_result(PresetStored(preset, not picture))

    def _take_over(self, camera_id: str, told: tuple[Preset, ...]) -> None:
        """Bring our numbers and the camera's tokens together."""
        kept = self.of(camera_id)
        changed = numbered(camera_id, kept, told)
        if not changed:
            return

        def job(transaction: Transaction) -> None:
            for preset in changed:
                put_preset(transaction, preset)

        self._room.door.write(job)
        self._changed(camera_id)

    def _went(self, camera_id: str, number: int) -> None:
        actor = next((one.actor for one in self._ptz.leases.here() if one.lease.camera_id == camera_id), None)
        if actor is not None:
            self._ptz.states.moved(camera_id, actor, number)
            self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, actor, deed="preset",
                                 preset=number)

    def _picture(self, camera_id: str, number: int) -> str:
        """Take the view's picture; gives its file name, empty where none could be taken."""
        name = f"{camera_id}-{number:02d}.png"
        try:
            shot = self._pictures.take(camera_id)
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copyfile(shot.path, self.folder / name)
        except (WorldError, OSError) as error:
            get_logger("ptz").info("preset_without_picture", reason=str(error))
            return ""
        return name

    def _write(self, camera_id: str, presets: list[KeptPreset], actor: Actor, number: int, deed: str) -> None:
        def job(transaction: Transaction) -> None:
            for preset in presets:
                put_preset(transaction, preset)
            self._room.desk.append(transaction, Action.PTZ_PRESET, self._room.about(camera_id), Outcome.DONE, actor,
                                   deed=deed, preset=number, name=presets[0].name)

        self._room.door.write(job)
        self._changed(camera_id)

    def _changed(self, camera_id: str) -> None:
        self.reload()
        self._room.bus.publish(PresetsChanged(camera_id))


def numbered(camera_id: str, kept: tuple[KeptPreset, ...], told: tuple[Preset, ...]) -> list[KeptPreset]:
    """Give the presets that are others now: new ones with numbers, lost ones as gone, found again as they were.

    A new one keeps the number that its token is where that is free, else it gets the lowest free one; the camera may
    hold more than there are numbers.
    """
    by_token = {one.token: one for one in told}
    changed: list[KeptPreset] = []
    for one in kept:
        found = by_token.get(one.token)
        now = replace(one, gone=found is None,
                      position=found.position if found is not None and found.position != Position() else one.position)
        if now != one:
            changed.append(now)
    taken = {one.number for one in kept}
    known = {one.token for one in kept}
    free = [number for number in range(1, NUMBER_MOST + 1) if number not in taken]
    fresh = [one for one in told if one.token not in known]
    own = {int(one.token): one for one in fresh if one.token.isascii() and one.token.isdigit() and len(one.token) < 4
           and int(one.token) in free}
    for new in fresh:
        number = next((key for key, value in own.items() if value is new), None)
        if number is None:
            number = next((key for key in free if key not in own), None)
        if number is None:
            continue
        free.remove(number)
        changed.append(KeptPreset(camera_id, number, new.token[:200], new.name[:NAME_MOST], new.position))
    return changed


def _position(device: PtzDevice, token: str) -> Position:
    try:
        return device.status(token).position
    except OnvifError:
        return Position()


