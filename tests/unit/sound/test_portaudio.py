"""The sound card's adapter: no library, no device, and real PortAudio on ALSA's null device in a child process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from importlib import util
from pathlib import Path

import pytest

from safecity_console.core.deadline import NativeCalls
from safecity_console.domain.errors import Refused
from safecity_console.domain.sound import SoundFormat
from safecity_console.sound import portaudio
from safecity_console.sound.portaudio import PortAudioOutput

ROOT = Path(__file__).parents[3]
NULL_DEVICE = "pcm.!default { type null }\nctl.!default { type hw card 0 }\n"
PLAY = """
import sys, time
from safecity_console.sound.portaudio import PortAudioOutput
output, asked = PortAudioOutput(), []
assert "sounddevice" not in sys.modules, "loaded before it was wanted"
for _ in range(2):
    form = output.prepare()
    def pull(frames):
        asked.append(frames)
        time.sleep(0.005)
        return bytes(frames * form.frame_bytes)
    before = len(asked)
    output.play(form, pull)
    until = time.monotonic() + 5
    while len(asked) < before + 3 and time.monotonic() < until:
        time.sleep(0.01)
    assert len(asked) >= before + 3 and output.playing()
    output.stop()
    assert not output.playing()
print("played", form.rate, form.channels)
"""


class Library:
    """sounddevice as far as the adapter knows it."""

    class PortAudioError(Exception):
        pass

    def __init__(self, device: dict[str, float] | None) -> None:
        self.device = device
        self.looked = 0

    def query_devices(self, kind: str) -> dict[str, float]:
        if self.device is None:
            raise self.PortAudioError("Error querying device -1")
        return self.device

    def _terminate(self) -> None:
        self.looked += 1

    def _initialize(self) -> None:
        pass

    def RawOutputStream(self, **_: object) -> object:
        raise self.PortAudioError("Device unavailable")


def with_library(monkeypatch: pytest.MonkeyPatch, library: object) -> PortAudioOutput:
    def load(name: str) -> object:
        assert name == "sounddevice"
        if isinstance(library, Exception):
            raise library
        return library

    monkeypatch.setattr(portaudio.importlib, "import_module", load)
    return PortAudioOutput()


@pytest.mark.parametrize("error", [ImportError("no module"), OSError("PortAudio library not found")])
def test_a_machine_without_the_library_says_so(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    with pytest.raises(Refused) as refused:
        with_library(monkeypatch, error).prepare()
    assert refused.value.code == "sound_no_player"


@pytest.mark.parametrize("device", [
    None, {"default_samplerate": 44100.0, "max_output_channels": 0},
    {"default_samplerate": 0.0, "max_output_channels": 2}, {"default_samplerate": 1e9, "max_output_channels": 2},
])
def test_a_machine_without_a_device_says_so(monkeypatch: pytest.MonkeyPatch, device: dict[str, float] | None) -> None:
    with pytest.raises(Refused) as refused:
        with_library(monkeypatch, Library(device)).prepare()
    assert refused.value.code == "sound_no_device"


def test_devices_are_looked_for_anew_and_one_that_is_taken_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(None)
    output = with_library(monkeypatch, library)
    with pytest.raises(Refused):
        output.prepare()
    library.device = {"default_samplerate": 48000.0, "max_output_channels": 8}
    assert output.prepare() == SoundFormat(48_000, 2)
    assert library.looked == 1
    with pytest.raises(Refused) as refused:
        output.play(SoundFormat(48_000, 2), lambda frames: bytes(4 * frames))
    assert refused.value.code == "sound_no_device"
    assert not output.playing()


def test_a_sound_server_that_hangs_costs_its_deadline_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    let_go = threading.Event()

    class Hangs(Library):
        def query_devices(self, kind: str) -> dict[str, float]:
            let_go.wait(10)
            return {"default_samplerate": 48000.0, "max_output_channels": 2}

    monkeypatch.setattr(portaudio, "CALL_S", 0.05)
    output = with_library(monkeypatch, Hangs(None))
    try:
        with pytest.raises(Refused) as refused:
            output.prepare()
        assert refused.value.code == "sound_no_device"
    finally:
        let_go.set()
    calls: NativeCalls = output._calls
    for thread in [t for t in threading.enumerate() if t.name == "native-portaudio"]:
        thread.join(2.0)
    assert calls.running == 0


def test_real_portaudio_plays_on_a_null_device(tmp_path: Path) -> None:
    if util.find_spec("sounddevice") is None:
        pytest.skip("sounddevice is not installed here")
    (tmp_path / "asound.conf").write_text(NULL_DEVICE)
    environment = os.environ | {"ALSA_CONFIG_PATH": str(tmp_path / "asound.conf"),
                                "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    done = subprocess.run([sys.executable, "-c", PLAY], capture_output=True, text=True, timeout=60, env=environment,
                          check=False)
    if "sound_no_player" in done.stderr:
        pytest.skip("PortAudio (libportaudio2) is not installed here")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("played"), done.stderr


def test_a_device_that_begins_after_it_was_given_up_is_stopped_again(monkeypatch: pytest.MonkeyPatch) -> None:
    answers, did = threading.Event(), list[str]()

    class Stream:
        active = True

        def start(self) -> None:
            answers.wait(10)

        def abort(self) -> None:
            did.append("abort")

        def close(self) -> None:
            did.append("close")

    library = Library({"default_samplerate": 48_000, "max_output_channels": 2})
    monkeypatch.setattr(library, "RawOutputStream", lambda **_: Stream())
    monkeypatch.setattr(portaudio, "CALL_S", 0.3)
    output = with_library(monkeypatch, library)
    form = output.prepare()
    with pytest.raises(Refused, match="sound_no_device"):
        output.play(form, lambda frames: bytes(frames * form.frame_bytes))
    assert not output.playing()
    answers.set()
    until_s = time.monotonic() + 10
    while output._calls.running and time.monotonic() < until_s:
        time.sleep(0.01)
    assert did == ["abort", "close"]
