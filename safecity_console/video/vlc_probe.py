"""What the VLC of this machine can really open, found out in a child process.

Belongs here: the child's trial of each scheme on things it serves itself, the parent's deadline. Does not belong here:
playing for the wall (vlc_reader.py), words (services/doctor.py).
Why a child: `import vlc` succeeds without libvlc, a wrong PYTHON_VLC_LIB_PATH ends the process, a broken plug-in may
take it along. Why a trial: Debian's VLC is built without live555; other plug-ins grab rtsp:// there and open nothing.
Invariants: 1. The parent gets an answer within `PROBE_S`. 2. Nothing but 127.0.0.1 and a temporary file is opened.
Thread: any; blocks.
"""

from __future__ import annotations

import importlib
import json
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import av
import numpy as np

from safecity_console.core.child import ChildEnd, ChildSaid, end_by_itself, run_child
from safecity_console.video.vlc_memory import ByteFeed, PictureMemory

PROBE_S = 25.0
TRIAL_S = 5.0
# For the trial and for the reader: no log, no sound, no titles, no device, no configuration of a user's.
ARGUMENTS = (
    "--quiet", "--ignore-config", "--no-audio", "--no-spu", "--no-osd", "--no-video-title-show", "--no-interact",
    "--no-lua", "--no-sub-autodetect-file", "--avcodec-hw=none", "--vout=vmem", "--network-caching=300",
    "--file-caching=300",
)
CHILD = "safecity_console.video.vlc_probe"


class VlcState(StrEnum):
    """How much of VLC is here."""

    NO_BINDING = "no_binding"
    NO_LIBRARY = "no_library"
    SILENT = "silent"
    WORKS = "works"


@dataclass(frozen=True, slots=True)
class VlcAbilities:
    """What was found; `schemes` are those whose trial was passed."""

    state: VlcState
    version: str = ""
    schemes: frozenset[str] = frozenset()


def probe_vlc(timeout_s: float = PROBE_S, stopping: Callable[[], bool] = lambda: False) -> VlcAbilities:
    """Try VLC out in a child, which is ended at the deadline or when `stopping` says so."""
    if find_spec("vlc") is None:
        return VlcAbilities(VlcState.NO_BINDING)
    try:
        # Ours, not the child's: a child that is killed cleans nothing up.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return _read(run_child(CHILD, (folder,), timeout_s, stopping=stopping))
    except OSError:
        return VlcAbilities(VlcState.SILENT)


def _read(said: ChildSaid) -> VlcAbilities:
    if said.end in (ChildEnd.HUNG, ChildEnd.STOPPED):
        return VlcAbilities(VlcState.SILENT)
    try:
        told = json.loads(said.lines[-1])
        return VlcAbilities(VlcState(told["state"]), str(told["version"])[:40], frozenset(map(str, told["schemes"])))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return VlcAbilities(VlcState.SILENT)


def try_out(folder: Path) -> None:
    """Try every scheme and print what passed; the child's whole work. A clip is written into `folder`."""
    end_by_itself()
    try:
        vlc = importlib.import_module("vlc")
        version = vlc.libvlc_get_version().decode()
        instance = vlc.Instance(list(ARGUMENTS))
    except (ImportError, NameError, OSError, RuntimeError, AttributeError):
        _answer(VlcState.NO_LIBRARY)
        return
    if instance is None:
        _answer(VlcState.NO_LIBRARY, version)
        return
    vlc.libvlc_log_unset(instance)
    passed = []
    clip = folder / "trial.avi"
    write_trial(clip)
    if _shows(vlc, instance, instance.media_new_location(clip.as_uri())):
        passed.append("file")
    with clip.open("rb") as bytes_of_it:
        feed = ByteFeed(bytes_of_it.read)
        if _shows(vlc, instance, feed.media(vlc, instance)):
            passed.append("http")
    if _speaks_rtsp(instance):
        passed.append("rtsp")
    _answer(VlcState.WORKS, version, passed)


def write_trial(path: Path) -> None:
    """Write a second of grey motion JPEG."""
    with av.open(path, "w", format="avi") as out:
        stream = out.add_stream("mjpeg", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuvj420p"
        for shade in range(20):
            picture = np.full((48, 64, 3), 60 + 8 * shade, np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        out.mux(stream.encode(None))


def _answer(state: VlcState, version: str = "", schemes: list[str] | None = None) -> None:
    sys.stdout.write(json.dumps({"state": state, "version": version, "schemes": schemes or []}) + "\n")
    sys.stdout.flush()


def _shows(vlc: Any, instance: Any, media: Any) -> bool:
    """Play into memory until a picture comes."""
    memory, player = PictureMemory(), instance.media_player_new()
    memory.attach(vlc, player)
    media.add_option(":demux=avi")
    player.set_media(media)
    player.play()
    seen = memory.wait(TRIAL_S)
    player.stop()
    player.release()
    return seen


def _speaks_rtsp(instance: Any) -> bool:
    """Tell whether it is live555 that asks when rtsp:// is opened: whatever else grabs the address shows nothing."""
    heard = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        player = instance.media_player_new()
        player.set_media(instance.media_new_location(f"rtsp://127.0.0.1:{server.getsockname()[1]}/trial"))
        player.play()
        until_s = time.monotonic() + TRIAL_S / 2
        while time.monotonic() < until_s and b"LIVE555" not in heard:
            try:
                with server.accept()[0] as caller:
                    caller.settimeout(1.0)
                    heard += caller.recv(4096)
            except OSError:
                continue
        player.stop()
        player.release()
    return b"LIVE555" in heard


if __name__ == "__main__":
    try_out(Path(sys.argv[1]))
