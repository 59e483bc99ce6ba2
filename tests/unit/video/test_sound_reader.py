"""Listening to real RTSP sound: every codec and transport of the simulator, cameras without, and cameras that lie."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import numpy as np
import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.domain.camera import Transport
from safecity_console.domain.sound import SoundFormat
from safecity_console.simulator.district import District, simple_district
from safecity_console.simulator.sound import SoundCodec, SoundSpec, ambience
from safecity_console.video import sound_reader, source
from safecity_console.video.sound_reader import SoundFault, SoundPlan, SoundReader
from safecity_console.video.source import SourceAddress
from tests.fakes import footage

FORM = SoundFormat(16_000, 1)
PITCH_HZ = 440


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return footage.write(tmp_path_factory.mktemp("sound") / "clip.mp4")


@pytest.fixture
def serve(clip: Path) -> Iterator[Callable[..., District]]:
    running: list[District] = []

    def start(sound: SoundSpec | None, fault: str = "") -> District:
        district = simple_district(1, clip=clip, sound=sound, fault=fault)
        running.append(district)
        district.start()
        return district

    yield start
    for district in running:
        district.stop()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an opening that finds no packet in what it is sent, and a read without end, come to their ends sooner."""
    monkeypatch.setattr(source, "OPEN_DEADLINE_S", 1.5)
    monkeypatch.setattr(sound_reader, "READ_DEADLINE_S", 1.0)


@contextmanager
def listening(address: SourceAddress, form: SoundFormat = FORM) -> Iterator[tuple[SoundReader, bytearray]]:
    heard = bytearray()

    def sink(samples: bytes) -> None:
        heard.extend(samples)

    reader = SoundReader(SoundPlan("sound", address, form, sink, SystemClock(), lambda: None))
    reader.start()
    try:
        yield reader, heard
    finally:
        # A read ends within its deadline, an opening that finds no packet in what it is sent within its own.
        assert reader.stop(sound_reader.READ_DEADLINE_S + source.OPEN_DEADLINE_S + 4.0)


def until(truth: Callable[[], object], what: str, timeout_s: float = 10.0) -> None:
    end_s = time.monotonic() + timeout_s
    while not truth():
        assert time.monotonic() < end_s, f"waited for {what}"
        time.sleep(0.01)


def pitch_hz(heard: bytes, form: SoundFormat) -> float:
    samples = np.frombuffer(heard, np.int16)[:: form.channels].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * form.rate / len(samples))


@pytest.mark.parametrize("form", [FORM, SoundFormat(48_000, 2)], ids=["16k-mono", "48k-stereo"])
@pytest.mark.parametrize("codec", list(SoundCodec))
def test_each_codec_is_heard_at_its_pitch_in_the_devices_format(serve: Callable[..., District], codec: SoundCodec,
                                                               form: SoundFormat) -> None:
    district = serve(SoundSpec(codec, PITCH_HZ))
    with listening(SourceAddress(district.url(1)), form) as (reader, heard):
        until(lambda: len(heard) >= form.rate * form.frame_bytes // 2, "half a second of sound")
        assert reader.fault is None
    assert len(heard) % form.frame_bytes == 0
    assert abs(pitch_hz(bytes(heard), form) - PITCH_HZ) < 6


@pytest.mark.parametrize("transport", [Transport.UDP, Transport.HTTP])
def test_sound_travels_every_way_pictures_do(serve: Callable[..., District], transport: Transport) -> None:
    district = serve(SoundSpec(SoundCodec.PCMU, PITCH_HZ))
    with listening(SourceAddress(district.url(1), transport=transport)) as (_, heard):
        until(lambda: len(heard) > FORM.rate, "half a second of sound")
    assert abs(pitch_hz(bytes(heard), FORM) - PITCH_HZ) < 6


def test_a_camera_without_a_sound_track_is_told_apart_from_one_out_of_sessions(
        serve: Callable[..., District], monkeypatch: pytest.MonkeyPatch) -> None:
    district = serve(None)
    with listening(SourceAddress(district.url(1))) as (reader, heard):
        until(lambda: reader.fault, "the end")
        assert reader.fault is SoundFault.NO_SOUND
    from safecity_console.simulator.session import RtspSession

    def full(self: RtspSession, request: object, camera: object, effects: object) -> None:
        self._reply(request, 453)  # type: ignore[arg-type]

    monkeypatch.setattr(RtspSession, "_describe", full)
    with listening(SourceAddress(district.url(1))) as (reader, heard):
        until(lambda: reader.fault, "the end")
        assert reader.fault is SoundFault.REFUSED
    assert not heard


def test_a_refused_login_and_a_camera_that_is_away_are_told_as_such(serve: Callable[..., District]) -> None:
    spec = SoundSpec()
    for fault, expected in (("wrong password", SoundFault.LOGIN), ("refused", SoundFault.AWAY)):
        district = serve(spec, fault)
        with listening(SourceAddress(district.url(1))) as (reader, _):
            until(lambda: reader.fault, "the end")
            assert reader.fault is expected


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("claims", [
    "PCMA/4294967295", "PCMA/192000/255", "PCMA/1", "PCMA/-8000", "L16/8000/64", "opus/48000/2", "MPA/90000",
    "mpeg4-generic/16000/1", "H264/90000", "AC3/48000/6", "x/0",
])
def test_absurd_claims_and_garbage_never_hurt(serve: Callable[..., District], claims: str) -> None:
    noise = np.random.default_rng(3).bytes(1200)
    district = serve(SoundSpec(SoundCodec.PCMA, claims=claims, payload=noise))
    with listening(SourceAddress(district.url(1))) as (reader, heard):
        end_s = time.monotonic() + 2.0
        while time.monotonic() < end_s and reader.fault is None:
            time.sleep(0.02)
        assert not reader.crashed
        # Whatever it is taken for: never more than a second of samples a tenth of a second could hold.
        assert len(heard) < 60 * FORM.rate * FORM.frame_bytes


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("payload", [b"", b"\xff", bytes(1400)], ids=["empty", "one-byte", "zeros"])
@pytest.mark.parametrize("codec", list(SoundCodec))
def test_odd_packets_never_hurt(serve: Callable[..., District], codec: SoundCodec, payload: bytes) -> None:
    spec = SoundSpec(codec, payload=payload or b"\x00")
    district = serve(spec)
    with listening(SourceAddress(district.url(1))) as (reader, _):
        end_s = time.monotonic() + 1.2
        while time.monotonic() < end_s and reader.fault is None:
            time.sleep(0.02)
        assert not reader.crashed


def test_unfit_frames_in_a_row_end_the_listening(tmp_path: Path) -> None:
    class Frame:
        sample_rate, samples = 8000, 80_000

        class layout:
            nb_channels = 1

    reader = SoundReader(SoundPlan("x", SourceAddress("rtsp://127.0.0.1:1/"), FORM, lambda _: None, SystemClock(),
                                   lambda: None))
    with pytest.raises(sound_reader._Unfit):
        reader._hand_on(Frame())  # type: ignore[arg-type]
    Frame.samples, Frame.sample_rate = 160, 8_000_000
    with pytest.raises(sound_reader._Unfit):
        reader._hand_on(Frame())  # type: ignore[arg-type]


def test_a_file_is_heard_at_its_own_speed_and_again(tmp_path: Path) -> None:
    path = tmp_path / "street.wav"
    with av.open(path, "w") as out:
        stream = out.add_stream("pcm_s16le", rate=8000, layout="mono")
        for at in range(0, 4000, 400):
            part = np.ascontiguousarray(ambience(8000, PITCH_HZ)[at : at + 400].reshape(1, -1))
            frame = av.AudioFrame.from_ndarray(part, "s16", "mono")
            frame.sample_rate, frame.pts = 8000, at
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    mkv = tmp_path / "street.mkv"
    mkv.write_bytes(_remuxed(path))
    with listening(SourceAddress(mkv.as_uri())) as (reader, heard):
        began_s = time.monotonic()
        until(lambda: len(heard) > 1.2 * FORM.rate * FORM.frame_bytes, "two rounds and more")
        assert time.monotonic() - began_s > 0.8, "faster than it was recorded"
        assert reader.fault is None


def _remuxed(path: Path) -> bytes:
    import io

    made = io.BytesIO()
    with av.open(path) as source, av.open(made, "w", format="matroska") as out:
        stream = out.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    return made.getvalue()
