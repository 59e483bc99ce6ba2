"""The sound of one camera: switched on by hand, heard while its picture is seen, off after every start.

Belongs here: whose sound is wanted, when it is silent, trying again, refusing. Does not belong here: the connection
and the device (listening.py), marks and words (ui/wall/sound.py).
Invariants: 1. At most one camera is heard, and only while a screen shows it and it works: what is heard is always
marked on a tile in sight. 2. Whether a sound is on is never stored. 3. Nothing here blocks a caller: wishes are queued
for one thread, which begins with the first wish, and so do the libraries that play. 4. A refused login is never tried
again by itself; a camera that allows no further session is left alone after `REFUSED_MOST` tries. 5. A sound that goes
with the selection stays on over a camera that has none; one switched on by hand is refused with the reason.
Threads: any for the methods, one of its own for the rest. After a crash nothing remains.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.rounds import Rounds
from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.errors import Refused
from safecity_console.domain.sound import SoundOutput, SoundState, SoundStatus
from safecity_console.domain.watch import CameraWatch
from safecity_console.services.channel import AddressOf
from safecity_console.services.events import SettingChanged, SoundChanged
from safecity_console.services.listening import Listening
from safecity_console.services.settings import SettingsService
from safecity_console.video.sound_reader import SoundFault

POLL_S = 0.2
FOLLOW_AFTER_S = 0.3  # a selection that only passes over a camera opens no connection
BACKOFF_S = (1.0, 2.0, 4.0, 8.0)
REFUSED_MOST = 3
STOP_S = 2.0


class Watches(Protocol):
    """Who knows how the cameras are, and which are seen."""

    def watches(self) -> Mapping[str, CameraWatch]:
        """Give what is known of every camera, by id."""
        ...

    def shown(self, camera_id: str) -> bool:
        """Tell whether a screen shows this camera now."""
        ...


class SoundService:
    """Lets one camera be heard."""

    def __init__(self, bus: Bus, clock: Clock, streams: Watches, camera_of: Callable[[str], Camera | None],
                 address_of: AddressOf, settings: SettingsService, output: SoundOutput) -> None:
        self._bus = bus
        self._clock = clock
        self._streams = streams
        self._camera_of = camera_of
        self._address_of = address_of
        self._settings = settings
        self._lock = threading.Lock()
        self._commands: deque[Callable[[], None]] = deque()
        self._wake = threading.Event()
        self._worker: Rounds | None = None
        self._stopped = False
        self._on = ""
        self._status = SoundStatus()
        self._listening = Listening(output, clock)
        self._attempt = _Attempt("")
        bus.subscribe(SettingChanged, self._on_setting_changed)

    def status(self) -> SoundStatus:
        """Give whose sound is on, and how it is."""
        return self._status

    def toggle(self, camera_id: str) -> None:
        """Let a camera be heard, or silence it where it is; raises Refused("sound_away" | "not_permitted")."""
        if self._on == camera_id:
            self.off()
            return
        watch = self._streams.watches().get(camera_id)
        if watch is not None and self._camera_of(camera_id) is None:
            raise Refused("not_permitted")
        if watch is None or not watch.works:
            raise Refused("sound_away")
        self._want(camera_id, 0.0, by_hand=True)

    def off(self) -> None:
        """Silence everything."""
        if self._on:
            self._want("", 0.0)

    def select(self, camera_id: str | None) -> None:
        """Note that a screen selected a camera: a sound that is on goes with it, where the settings say so."""
        if self._on and camera_id and camera_id != self._on and self._settings.flag("sound.follow_selection"):
            self._want(camera_id, FOLLOW_AFTER_S)

    def stop(self) -> None:
        """Silence everything and end the thread, within a deadline."""
        with self._lock:
            self._stopped = True
        if self._worker is not None:
            self._worker.stop(2 * STOP_S)

    def _want(self, camera_id: str, after_s: float, by_hand: bool = False) -> None:
        with self._lock:
            if self._stopped:
                return
            self._on = camera_id
            not_before_s = self._clock.monotonic_s() + after_s
            self._commands.append(lambda: self._begin(_Attempt(camera_id, by_hand, not_before_s)))
            if self._worker is None:
                self._worker = Rounds("sound", self._round, self._wake, POLL_S, self._finish)
                self._worker.start()
        self._wake.set()

    def _on_setting_changed(self, event: SettingChanged) -> None:
        if event.key.startswith("sound."):
            self._wake.set()

    # ---- the ear's thread --------------------------------------------------------------------------------------

    def _begin(self, attempt: _Attempt) -> None:
        self._listening.close()
        self._attempt = attempt
        self._say(SoundState.OPENING if attempt.camera_id else SoundState.OFF)

    def _round(self) -> float | None:
        """Look after the sound; give how long to sleep, None until something is wanted."""
        while self._commands:
            self._commands.popleft()()
        self._listening.reap()
        if not self._attempt.camera_id:
            return POLL_S if self._listening.crowded else None
        try:
            self._look_after()
        except Refused as refusal:
            self._give_up(refusal.code)
        return POLL_S

    def _look_after(self) -> None:
        attempt, listening = self._attempt, self._listening
        camera = self._camera_of(attempt.camera_id)
        watch = self._streams.watches().get(attempt.camera_id)
        if camera is None or watch is None:
            self._give_up("")
        elif not self._streams.shown(attempt.camera_id):
            listening.close()
            self._say(SoundState.MUTED)
        elif not watch.works:
            listening.close()
            attempt.forget()
            self._say(SoundState.WAITING)
        elif attempt.silent:
            self._say(SoundState.NONE)
        elif listening.reader is None:
            self._open(camera, watch)
        else:
            self._listen()

    def _open(self, camera: Camera, watch: CameraWatch) -> None:
        attempt, now_s = self._attempt, self._clock.monotonic_s()
        if now_s < attempt.not_before_s or self._listening.crowded:
            return
        first = watch.facts.role
        other = StreamRole.SUB if first is StreamRole.MAIN else StreamRole.MAIN
        roles = (first, other) if camera.has_two_streams else (first,)
        role = roles[min(attempt.soundless, len(roles) - 1)]
        attempt.roles = len(roles)
        if attempt.failures == 0:
            self._say(SoundState.OPENING)
        self._listening.open(f"sound{camera.number}-{role}", self._address_of(camera, role), self._volume(),
                             self._wake.set)

    def _listen(self) -> None:
        listening, reader = self._listening, self._listening.reader
        if reader is None:
            return
        listening.play_what_came()
        if listening.buffer is not None:
            listening.buffer.volume = self._volume()
        if listening.device_lost():
            listening.close()
            self._attempt.failed(self._clock.monotonic_s())
            self._say(SoundState.WAITING)
        elif reader.fault is not None or not reader.alive or listening.overdue:
            self._ended(reader.fault or SoundFault.AWAY)
        elif listening.heard:
            self._attempt.failures = self._attempt.refused = 0
            self._say(SoundState.HEARD if self._volume() > 0 else SoundState.MUTED)
        elif reader.heard_s is not None:
            self._say(SoundState.WAITING)

    def _ended(self, fault: SoundFault) -> None:
        attempt = self._attempt
        get_logger("sound").info("sound_ended", fault=fault.value)
        self._listening.hang_up()
        if fault in (SoundFault.NO_SOUND, SoundFault.UNREADABLE):
            attempt.soundless += 1
            if attempt.soundless >= attempt.roles:
                raise Refused("sound_none" if fault is SoundFault.NO_SOUND else "sound_unreadable")
            return
        attempt.refused += fault is SoundFault.REFUSED
        if fault is SoundFault.LOGIN or attempt.refused >= REFUSED_MOST:
            raise Refused("sound_refused")
        attempt.failed(self._clock.monotonic_s())
        self._say(SoundState.WAITING)

    def _give_up(self, code: str) -> None:
        """End a sound that cannot be had; one that only goes with the selection waits for the next camera."""
        self._listening.close()
        attempt = self._attempt
        if not attempt.by_hand and code in ("sound_none", "sound_unreadable", "sound_refused"):
            attempt.silent = True
            self._say(SoundState.NONE)
            return
        with self._lock:
            if self._on == attempt.camera_id:
                self._on = ""
        self._attempt = _Attempt("")
        self._say(SoundState.OFF, attempt.camera_id, code)

    def _volume(self) -> float:
        return self._settings.number("sound.volume") / 100.0

    def _say(self, state: SoundState, camera_id: str = "", refusal: str = "") -> None:
        status = SoundStatus(state, camera_id or self._attempt.camera_id, refusal)
        if status != self._status:
            self._status = status if not refusal else replace(status, refusal="")
            self._bus.publish(SoundChanged(status))

    def _finish(self) -> None:
        self._listening.close()
        self._listening.join(STOP_S)


class _Attempt:
    """What is remembered while one camera's sound is wanted."""

    def __init__(self, camera_id: str, by_hand: bool = False, not_before_s: float = 0.0) -> None:
        self.camera_id = camera_id
        self.by_hand = by_hand
        self.not_before_s = not_before_s
        self.silent = False
        self.soundless = 0
        self.roles = 1
        self.refused = 0
        self.failures = 0

    def failed(self, now_s: float) -> None:
        """Wait longer with each failure."""
        self.not_before_s = now_s + BACKOFF_S[min(self.failures, len(BACKOFF_S) - 1)]
        self.failures += 1

    def forget(self) -> None:
        """Begin anew: the camera itself was away, and may come back as another."""
        self.silent = False
        self.soundless = self.refused = self.failures = 0
