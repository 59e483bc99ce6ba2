"""Moving a camera: velocities, steps, positions, stopping, status, and what devices refuse of it.

Belongs here: these operations with their quirks 10 to 15. Does not belong here: presets, home, tours (presets.py),
pacing, leases and timers (services/ptz*.py).
Invariants:
1. Only axes that move or just moved are sent (quirk 15); both in one request until a device refuses that.
2. Every move asks for a timeout until a device refuses that; the caller renews and stops all the same (quirk 13).
3. `stop` sends Stop, and a zero velocity where Stop is refused or known not to count; it fails only when both fail.
4. What a device refused is asked once and remembered (quirks.py); a refusal of rights is never taken for a quirk.
5. A step may be sent once only: its call is never repeated (quirk 22).
Thread: one at a time.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace

from onveef import envelopes, parsers

from safecity_console.domain.onvif import MediaProfile, OnvifError, OnvifFault, PtzAbilities, Range
from safecity_console.domain.ptz import STILL, Position, Status, Velocity, fit, view_deg
from safecity_console.onvif.quirks import Quirk
from safecity_console.onvif.session import MOVE_S
from safecity_console.onvif.spaces import (
    FOV_SPACE,
    GENERIC,
    Spaces,
    abilities_of,
    duration,
    read_nodes,
    read_options,
    scaled,
)
from safecity_console.onvif.wire import Wire

_ODD = (OnvifFault.DEVICE_FAULT, OnvifFault.NOT_SUPPORTED)  # what may be a quirk
STEP_S = 0.8  # the longest move that stands in for a step


class Ptz:
    """PTZ operations of one device."""

    def __init__(self, wire: Wire, abilities: PtzAbilities | None = None) -> None:
        self._wire = wire
        self.known = abilities
        self._last: dict[str, Velocity] = {}

    def abilities(self, profiles: tuple[MediaProfile, ...], profile_token: str = "") -> PtzAbilities:
        """Read what can be done with a profile, or with the one that has a PTZ configuration (quirk 10)."""
        profile = chosen_profile(profiles, profile_token)
        if profile is None or not self._wire.has("ptz"):
            raise OnvifError(OnvifFault.NOT_SUPPORTED, "GetNodes")
        found = self._node(profile)
        spaces, least_s, most_s = self._options(profile)
        status: Status | None = None
        with suppress(OnvifError):
            status = self.status(profile.token)
        if found is None and not spaces and status is None and not profile.ptz_token:
            raise OnvifError(OnvifFault.NOT_SUPPORTED, "GetNodes")  # the service was only guessed at
        found = found or abilities_of(spaces)
        if not found.moves and not spaces and not found.absolute:
            # Nothing is said of any space: taken as the generic ones, which a fault may teach otherwise.
            found = replace(found, pan_speed=GENERIC, tilt_speed=GENERIC, zoom_speed=GENERIC)
        found = replace(
            found, profile_token=profile.token, node_token=found.node_token or profile.node_token,
            timeout_least_s=least_s, timeout_most_s=most_s,
            reports_position=None if status is None else status.position != Position(),
            reports_moving=None if status is None else status.moving is not None)
        self.known = found
        return found

    def move(self, profile_token: str, velocity: Velocity, timeout_s: float | None) -> None:
        """Move with a velocity, -1…1 an axis, until it is stopped or the timeout ends; raises OnvifError."""
        wanted, last = fit(velocity), self._last.get(profile_token, STILL)
        pan_tilt = bool(wanted.pan or wanted.tilt or last.pan or last.tilt)
        zoom = bool(wanted.zoom or last.zoom) and Quirk.NO_ZOOM_SPEED not in self._wire.quirks
        if not pan_tilt and not zoom:
            pan_tilt = True
        self._last[profile_token] = wanted
        if pan_tilt and zoom and Quirk.SPLIT_AXES not in self._wire.quirks:
            try:
                self._continuous(profile_token, wanted, timeout_s, pan_tilt=True, zoom=True)
                return
            except OnvifError as error:
                if error.fault not in _ODD:
                    raise
            self._split(profile_token, wanted, timeout_s)
            return
        if pan_tilt:
            self._continuous(profile_token, wanted, timeout_s, pan_tilt=True, zoom=False)
        if zoom:
            self._continuous(profile_token, wanted, timeout_s, pan_tilt=False, zoom=True)

    def stop(self, profile_token: str, pan_tilt: bool = True, zoom: bool = True) -> None:
        """Stop; raises OnvifError only where neither Stop nor a zero velocity was taken."""
        last = self._last.get(profile_token, STILL)
        self._last[profile_token] = Velocity(0.0 if pan_tilt else last.pan, 0.0 if pan_tilt else last.tilt,
                                             0.0 if zoom else last.zoom)
        refused: OnvifError | None = None
        try:
            self._ask(envelopes.ptz_stop(profile_token=profile_token, pan_tilt=pan_tilt, zoom=zoom), "Stop")
        except OnvifError as error:
            if error.fault not in _ODD:
                raise
            refused = error
            self._wire.quirks.add(Quirk.STOP_BY_ZERO)
        if Quirk.STOP_BY_ZERO not in self._wire.quirks:
            return
        try:
            self._zero(profile_token, pan_tilt, zoom)
        except OnvifError:
            if refused is not None:
                raise refused from None

    def stop_by_zero(self) -> None:
        """Remember that Stop alone does not stop this device, as a status after it has shown."""
        self._wire.quirks.add(Quirk.STOP_BY_ZERO)

    def move_by(self, profile_token: str, pan: float, tilt: float, zoom: float, in_view: bool = False) -> None:
        """Move by a step: in parts of the range, or of the view (half a view is 1) with `in_view`; raises OnvifError.

        Where steps are refused the position is read and moved to, else a short move stands in (quirk 12).
        """
        able = self.known or PtzAbilities()
        step = fit(Velocity(pan, tilt, zoom))
        in_parts = in_view and able.fov_step and Quirk.NO_FOV_STEP not in self._wire.quirks and (step.pan or step.tilt)
        if in_parts and self._step(profile_token, step, Quirk.NO_FOV_STEP, space=FOV_SPACE):
            return
        if not in_view and Quirk.NO_STEP not in self._wire.quirks and (able.pan_step or able.zoom_step):
            sent = Velocity(scaled(step.pan, able.pan_step), scaled(step.tilt, able.tilt_step),
                            scaled(step.zoom, able.zoom_step))
            if self._step(profile_token, sent, Quirk.NO_STEP):
                return
        if able.absolute and self._by_position(profile_token, step, able, in_view):
            return
        self._by_time(profile_token, step)

    def move_to(self, profile_token: str, position: Position) -> None:
        """Move to a position in the device's own space; raises OnvifError."""
        self._ask(envelopes.ptz_absolute_move(profile_token=profile_token, pan=position.pan, tilt=position.tilt,
                                              zoom=position.zoom), "AbsoluteMove")

    def status(self, profile_token: str) -> Status:
        """Read where it looks and whether it moves."""
        text = self._ask(envelopes.ptz_get_status(profile_token=profile_token), "GetStatus")
        told = parsers.parse_ptz_status(text)
        moving = told.get("move_status") or {}
        said = {str(moving.get(axis, "")).upper() for axis in ("pan_tilt", "zoom")} - {""}
        state = True if "MOVING" in said else False if "IDLE" in said else None
        return Status(Position(told.get("pan"), told.get("tilt"), told.get("zoom")), state)

    def _continuous(self, token: str, wanted: Velocity, timeout_s: float | None, *, pan_tilt: bool, zoom: bool) -> None:
        able = self.known or PtzAbilities()
        timed = timeout_s is not None and Quirk.NO_TIMEOUT not in self._wire.quirks

        def send(timeout: str) -> None:
            self._ask(envelopes.ptz_continuous_move(
                profile_token=token, pan=scaled(wanted.pan, able.pan_speed) if pan_tilt else None,
                tilt=scaled(wanted.tilt, able.tilt_speed) if pan_tilt else None,
                zoom=scaled(wanted.zoom, able.zoom_speed) if zoom else None, timeout=timeout), "ContinuousMove")

        try:
            send(duration(_within(timeout_s, able)) if timed and timeout_s is not None else "")
        except OnvifError as error:
            if error.fault not in _ODD or not timed or "space" in error.words.casefold():
                raise
            send("")
            self._wire.quirks.add(Quirk.NO_TIMEOUT)

    def _split(self, token: str, wanted: Velocity, timeout_s: float | None) -> None:
        """Send the axes one by one, and learn why one request would not do."""
        self._continuous(token, wanted, timeout_s, pan_tilt=True, zoom=False)
        try:
            self._continuous(token, wanted, timeout_s, pan_tilt=False, zoom=True)
        except OnvifError as error:
            if error.fault not in _ODD:
                raise
            self._wire.quirks.add(Quirk.NO_ZOOM_SPEED)
            return
        self._wire.quirks.add(Quirk.SPLIT_AXES)

    def _zero(self, token: str, pan_tilt: bool, zoom: bool) -> None:
        able = self.known or PtzAbilities()
        pan_tilt = pan_tilt and (able.pan_speed is not None or able.zoom_speed is None)
        zoom = zoom and able.zoom_speed is not None and Quirk.NO_ZOOM_SPEED not in self._wire.quirks
        for one, other in ((pan_tilt, False), (False, zoom)):
            if one or other:
                self._continuous(token, STILL, None, pan_tilt=one, zoom=other)

    def _step(self, token: str, step: Velocity, unable: Quirk, space: str = "") -> bool:
        body = envelopes.ptz_relative_move(
            profile_token=token, pan=step.pan if step.pan or step.tilt else None,
            tilt=step.tilt if step.pan or step.tilt else None, zoom=step.zoom or None)
        if space:
            body = body.replace("<tt:PanTilt ", f'<tt:PanTilt space="{space}" ', 1)
        try:
            self._ask(body, "RelativeMove", again=False)
        except OnvifError as error:
            if error.fault not in _ODD:
                raise
            self._wire.quirks.add(unable)
            return False
        return True

    def _by_position(self, token: str, step: Velocity, able: PtzAbilities, in_view: bool) -> bool:
        if Quirk.NO_POSITION in self._wire.quirks:
            return False
        try:
            at = self.status(token).position
            if in_view:
                step = _in_range(step, at, able)
            to = Position(_moved(at.pan, step.pan, able.pan), _moved(at.tilt, step.tilt, able.tilt),
                          _moved(at.zoom, step.zoom, able.zoom))
            if to == Position():
                return False
            self.move_to(token, to)
        except OnvifError as error:
            if error.fault not in _ODD:
                raise
            self._wire.quirks.add(Quirk.NO_POSITION)
            return False
        return True

    def _by_time(self, token: str, step: Velocity) -> None:
        """Move for a moment and stop: the one thing every steerable device can do."""
        most = max(abs(step.pan), abs(step.tilt), abs(step.zoom))
        if not most:
            return
        span_s = max(0.1, min(STEP_S, STEP_S * most))
        try:
            self.move(token, Velocity(step.pan / most * 0.5, step.tilt / most * 0.5, step.zoom / most * 0.5), 1.0)
            time.sleep(span_s)
        finally:
            self.stop(token)

    def _node(self, profile: MediaProfile) -> PtzAbilities | None:
        try:
            nodes = read_nodes(self._wire.ask("ptz", envelopes.ptz_get_nodes(), "GetNodes"))
        except OnvifError as error:
            if error.fault not in (*_ODD, OnvifFault.NOT_AUTHORISED):
                raise
            return None
        return nodes.get(profile.node_token) or next(iter(nodes.values()), None)

    def _options(self, profile: MediaProfile) -> tuple[Spaces, float | None, float | None]:
        try:
            body = envelopes.ptz_get_configuration_options(configuration_token=profile.ptz_token)
            text = self._wire.ask("ptz", body, "GetConfigurationOptions")
        except OnvifError as error:
            if error.fault not in (*_ODD, OnvifFault.NOT_AUTHORISED):
                raise
            return {}, None, None
        return read_options(text)

    def _ask(self, body: str, operation: str, again: bool = True) -> str:
        return self._wire.ask("ptz", body, operation, timeout_s=MOVE_S, again=again)


def chosen_profile(profiles: tuple[MediaProfile, ...], wanted: str = "") -> MediaProfile | None:
    """Give the wanted profile, else the first with a PTZ configuration, else the first."""
    fitting = [one for one in profiles if one.token == wanted] or [one for one in profiles if one.ptz_token]
    return next(iter(fitting or profiles), None)


def _within(timeout_s: float, able: PtzAbilities) -> float:
    least, most = able.timeout_least_s, able.timeout_most_s
    if least is not None:
        timeout_s = max(timeout_s, least)
    return min(timeout_s, most) if most is not None and most >= (least or 0.0) and most > 0 else timeout_s


def _in_range(step: Velocity, at: Position, able: PtzAbilities) -> Velocity:
    """Turn parts of the view into parts of the range, which is taken for 360° by 180° where nothing says otherwise."""
    zoom = able.zoom
    share = (at.zoom - zoom.least) / (zoom.most - zoom.least) if at.zoom is not None and zoom and zoom.useful else 0.0
    wide_deg = view_deg(share)
    return Velocity(step.pan * wide_deg / 360, step.tilt * wide_deg * 9 / 16 / 180, step.zoom)


def _moved(at: float | None, step: float, range_: Range | None) -> float | None:
    if at is None or range_ is None:
        return None
    return max(range_.least, min(range_.most, at + step * (range_.most - range_.least) / 2))
