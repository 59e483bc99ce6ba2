"""The sound of one camera end to end: real RTSP, the real services, a sound card that keeps what it is given."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.core.slot import NewestSlot
from safecity_console.core.sound_buffer import MOST_S
from safecity_console.domain.camera import CameraDraft, StreamRole
from safecity_console.domain.errors import Refused
from safecity_console.domain.picture import TileWish
from safecity_console.domain.sound import SoundState, SoundStatus
from safecity_console.domain.wall import SavedWall, filled_wall
from safecity_console.domain.watch import Condition
from safecity_console.services.events import SoundChanged
from safecity_console.services.figures_csv import streams_csv
from safecity_console.services.wall_files import written
from safecity_console.simulator.district import District, simple_district
from safecity_console.simulator.sound import SoundCodec, SoundSpec
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan
from safecity_console.video.vlc_input import open_input
from safecity_console.video.vlc_probe import VlcAbilities, VlcState
from safecity_console.video.vlc_reader import VlcEngine
from safecity_console.wiring import Console, Options
from tests.fakes.sound import RecordingOutput

FIRST = SoundSpec(SoundCodec.PCMA, 440)


class Ear:
    """A console with cameras on a wall, and what it says of its sound."""

    def __init__(self, folder: Path, districts: list[District], output: RecordingOutput) -> None:
        self.output = output
        self.said: list[SoundStatus] = []
        self.console = Console(Options(data=folder, environment={}, sound_output=lambda: output))
        self.services = self.console.services
        self.services.bus.subscribe(SoundChanged, lambda event: self.said.append(event.status))
        for at, district in enumerate(districts, 1):
            draft = CameraDraft(at, f"Camera {at}", district.url(1, "main"), district.url(1, "sub"), user="control")
            self.services.cameras.add(draft, Secret("s3cret"))
        self.console.watch()
        self.ids = [c.id for c in self.services.cameras.cameras()]
        self.show()
        self.until(lambda: all(self.condition(c) is Condition.LIVE for c in self.ids), "all live")

    def condition(self, camera_id: str) -> Condition | None:
        watch = self.services.streams.watches().get(camera_id)
        return watch.condition if watch is not None else None

    def show(self, on: bool = True) -> None:
        wishes = {c: TileWish(160, 90) for c in self.ids} if on else {}
        self.services.streams.show("main", wishes)

    @property
    def state(self) -> SoundState:
        return self.services.sound.status().state

    def until(self, truth: Callable[[], object], what: str, timeout_s: float = 15.0) -> None:
        end_s = time.monotonic() + timeout_s
        while not truth():
            assert time.monotonic() < end_s, f"waited for {what}; said {[s.state for s in self.said]}"
            time.sleep(0.02)

    def hears(self, pitch: int) -> bool:
        return abs(self.output.pitch_hz() - pitch) < 8 and self.output.loudness() > 500

    def close(self) -> None:
        self.console.close()


@pytest.fixture
def listen(data_folder: Path, clips: dict[str, Path]) -> Iterator[Callable[..., tuple[Ear, list[District]]]]:
    ends: list[Callable[[], None]] = []

    def make(*sounds: tuple[SoundSpec | None, SoundSpec | None], output: RecordingOutput | None = None,
             ) -> tuple[Ear, list[District]]:
        districts = []
        for sub, main in sounds:
            district = simple_district(1, clip=clips["sub"], main_clip=clips["main"], sound=sub, main_sound=main,
                                       user="control", password="s3cret")
            district.start()
            ends.append(district.stop)
            districts.append(district)
        ear = Ear(data_folder, districts, output or RecordingOutput())
        ends.append(ear.close)
        return ear, districts

    yield make
    for end in reversed(ends):
        end()


def test_it_is_silent_until_asked_heard_at_its_pitch_and_silent_again(listen: Callable[..., tuple[Ear, list[District]]],
                                                                     ) -> None:
    ear, (district,) = listen((FIRST, None))
    reader = ear.services.streams.reader_of(ear.ids[0])
    assert ear.state is SoundState.OFF
    assert ear.output.prepared == 0, "the device was looked for before anybody asked"
    assert sum(district.clients().values()) == 1
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    ear.until(lambda: ear.hears(440), "the pitch")
    assert ear.services.streams.reader_of(ear.ids[0]) is reader, "the picture was opened anew for the sound"
    assert ear.condition(ear.ids[0]) is Condition.LIVE
    assert sum(district.clients().values()) == 2
    buffer = ear.services.sound._listening.buffer
    assert buffer is not None
    for _ in range(20):
        assert buffer.held_s <= MOST_S
        time.sleep(0.02)
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.OFF, "silence")
    assert not ear.output.playing()
    ear.until(lambda: sum(district.clients().values()) == 1, "the connection to be let go")


def test_a_camera_without_sound_is_refused_with_the_reason_and_its_picture_goes_on(
        listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, _ = listen((None, None))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.said and ear.said[-1].state is SoundState.OFF, "the refusal")
    assert ear.said[-1] == SoundStatus(SoundState.OFF, ear.ids[0], "sound_none")
    assert not ear.output.playing()
    assert ear.condition(ear.ids[0]) is Condition.LIVE
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: sum(s.refusal == "sound_none" for s in ear.said) == 2, "the same answer once more")


def test_sound_that_only_the_other_stream_has_is_found(listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, _ = listen((None, SoundSpec(SoundCodec.AAC, 330)))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    ear.until(lambda: ear.hears(330), "the pitch")


def test_hidden_it_is_muted_and_lets_camera_and_device_go_shown_it_is_heard_again(
        listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, (district,) = listen((FIRST, None))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    ear.show(False)
    ear.until(lambda: ear.state is SoundState.MUTED, "to be muted")
    assert not ear.output.playing()
    ear.until(lambda: sum(district.clients().values()) == 1, "the connection to be let go")
    ear.show()
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard again")


def test_a_camera_that_fails_interrupts_the_sound_and_brings_it_back(
        listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, (district,) = listen((FIRST, None))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    district.stop_camera(1)
    ear.until(lambda: ear.state is SoundState.WAITING, "the interruption")
    ear.until(lambda: not ear.output.playing(), "silence")
    with pytest.raises(Refused) as refused:
        ear.services.sound.toggle("nobody")
    assert refused.value.code == "sound_away"
    district.restart_camera(1)
    ear.services.streams.retry(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard again", 25.0)


def test_it_goes_with_the_selection_only_where_the_settings_say_so(
        listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, _ = listen((FIRST, None), (SoundSpec(SoundCodec.PCMU, 600), None), (None, None))
    sound, (one, two, mute) = ear.services.sound, ear.ids
    sound.select(two)
    assert ear.state is SoundState.OFF, "selecting switched a sound on"
    sound.toggle(one)
    ear.until(lambda: ear.state is SoundState.HEARD, "the first")
    sound.select(two)
    ear.until(lambda: sound.status() == SoundStatus(SoundState.HEARD, two), "the second")
    ear.until(lambda: ear.hears(600), "its pitch")
    sound.select(mute)
    ear.until(lambda: sound.status() == SoundStatus(SoundState.NONE, mute), "that it sends none")
    assert not ear.output.playing()
    sound.select(one)
    ear.until(lambda: sound.status() == SoundStatus(SoundState.HEARD, one), "the first again")
    ear.services.settings.set("sound.follow_selection", False)
    sound.select(two)
    time.sleep(0.6)
    assert sound.status() == SoundStatus(SoundState.HEARD, one)
    assert not any(s.refusal for s in ear.said)


def test_the_volume_is_followed_while_it_plays(listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, _ = listen((FIRST, None))
    ear.services.settings.set("sound.volume", 100)
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.output.loudness() > 2500, "full loudness")
    ear.services.settings.set("sound.volume", 50)
    ear.until(lambda: 500 < ear.output.loudness() < 1500, "a quarter of it")
    ear.services.settings.set("sound.volume", 0)
    ear.until(lambda: ear.state is SoundState.MUTED and ear.output.loudness() == 0, "silence")


@pytest.mark.parametrize("code", ["sound_no_device", "sound_no_player"])
def test_a_machine_that_cannot_play_says_so(listen: Callable[..., tuple[Ear, list[District]]], code: str) -> None:
    ear, (district,) = listen((FIRST, None), output=RecordingOutput(refuse=code))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.said and ear.said[-1].refusal == code, "the reason")
    assert sum(district.clients().values()) == 1, "the camera was asked for nothing"
    ear.output.refuse = ""
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard once a device is there")


def test_a_device_pulled_out_is_waited_for(listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, _ = listen((FIRST, None))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    ear.output.lost = True
    ear.until(lambda: any(s.state is SoundState.WAITING for s in ear.said), "the interruption")
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard again")


def test_a_camera_out_of_sessions_is_left_alone_and_its_picture_goes_on(
        listen: Callable[..., tuple[Ear, list[District]]], monkeypatch: pytest.MonkeyPatch) -> None:
    from safecity_console.services import sound as module
    from safecity_console.simulator.session import RtspSession

    monkeypatch.setattr(module, "BACKOFF_S", (0.1,))
    ear, _ = listen((FIRST, None))
    asked: list[int] = []

    def full(self: RtspSession, request: object, camera: object, effects: object) -> None:
        asked.append(1)
        self._reply(request, 453)  # type: ignore[arg-type]

    monkeypatch.setattr(RtspSession, "_describe", full)
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.said and ear.said[-1].refusal == "sound_refused", "the refusal")
    assert ear.condition(ear.ids[0]) is Condition.LIVE
    count = len(asked)
    time.sleep(0.5)
    assert len(asked) == count, "it went on asking"


def test_a_login_refused_to_the_sound_alone_is_asked_once_and_told_to_nobody(
        listen: Callable[..., tuple[Ear, list[District]]], monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture) -> None:
    from safecity_console.simulator.session import RtspSession

    caplog.set_level(logging.DEBUG)
    ear, _ = listen((FIRST, None))
    services, camera = ear.services, ear.services.cameras.cameras()[0]
    services.sound.toggle(camera.id)
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    reader = services.sound._listening.reader
    assert reader is not None
    texts = [repr(reader._plan), repr(vars(reader)), repr(services.streams.reader_of(camera.id)), repr(camera)]
    services.sound.off()
    ear.until(lambda: ear.state is SoundState.OFF, "silence")
    asked: list[int] = []

    def refuse(self: RtspSession, request: object, camera: object, effects: object) -> None:
        asked.append(1)
        self._reply(request, 401)  # type: ignore[arg-type]

    monkeypatch.setattr(RtspSession, "_describe", refuse)
    services.sound.toggle(camera.id)
    ear.until(lambda: ear.said[-1].refusal == "sound_refused", "the refusal")
    count = len(asked)
    time.sleep(1.5)
    assert len(asked) == count, "a refused login was tried again"
    assert ear.condition(camera.id) is Condition.LIVE
    services.figures.sample()
    address = services.sound._address_of(camera, StreamRole.MAIN)
    assert "s3cret" in address.password.reveal(), "or the test finds nothing"
    engine = VlcEngine(lambda _stopping: VlcAbilities(VlcState.WORKS, "3", frozenset({"rtsp"})))
    plan = ReaderPlan("x", address, NewestSlot(), PictureProbe(), services.clock, lambda: None)
    texts += [repr(vars(engine.reader(plan))), repr(open_input(address)), repr(address), repr(ear.said)]
    texts += [repr(services.figures.figures()), repr(services.streams.watches()), repr(services.streams.governor.load)]
    texts += [streams_csv([camera], services.figures.figures(), services.clock.now())]
    texts += [written([SavedWall("w", "W", filled_wall("4", [camera.id]))], [], [camera])]
    texts += [caplog.text, *(repr(vars(record)) for record in caplog.records)]
    assert "condition_changed" in caplog.text, "the log was not heard"
    for text in texts:
        assert "s3cret" not in text


def test_after_a_start_no_sound_is_on(listen: Callable[..., tuple[Ear, list[District]]]) -> None:
    ear, _ = listen((FIRST, None))
    ear.services.sound.toggle(ear.ids[0])
    ear.until(lambda: ear.state is SoundState.HEARD, "to be heard")
    folder = ear.services.paths.root
    ear.close()
    with Console(Options(data=folder, environment={}, sound_output=RecordingOutput)) as again:
        assert again.services.sound.status() == SoundStatus()
