"""What this machine has for the console's work, as checks.

Belongs here: looking at interpreter, codecs, disk, clock, keyring, sound, VLC, joystick. Does not belong here: windows
(cli/doctor.py), the data's own soundness (check.py). Invariant: nothing is changed by looking. Details are English:
they are read over the phone.
"""

from __future__ import annotations

import ctypes.util
import platform
import shutil
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import keyring

from safecity_console.core.paths import DataPaths
from safecity_console.core.platform_guard import refuse_bad_pair
from safecity_console.core.timesync import SyncState, read_time_sync
from safecity_console.domain.report import Check
from safecity_console.joystick.survey import Survey, survey
from safecity_console.video.codecs import missing_decoders
from safecity_console.video.vlc_probe import VlcAbilities, VlcState, probe_vlc

LEAST_FREE_GB = 5.0


def machine_checks(paths: DataPaths) -> list[Check]:
    """Check what the console cannot do without."""
    return [_python(), _codecs(), _disk(paths.root), _clock()]


def optional_checks() -> list[Check]:
    """Check what is good to have; these are ok also where it is missing."""
    return [_keyring(), _sound(), _vlc(), stick_check(survey()), _onvif()]


def _python() -> Check:
    qt = metadata.version("PySide6-Essentials")
    version = tuple(int(part) for part in platform.python_version_tuple()[:2])
    detail = f"Python {platform.python_version()}, PySide6 {qt}"
    if refuse_bad_pair(version, qt) is not None:
        return Check("python", False, detail + ": this pair corrupts itself", "install PySide6-Essentials 6.11.3")
    return Check("python", True, detail)


def _codecs() -> Check:
    missing = missing_decoders()
    if missing:
        return Check("codecs", False, "no decoder for " + ", ".join(missing), "reinstall the package `av`")
    return Check("codecs", True, "H.264, H.265 and MJPEG can be decoded")


def _disk(folder: Path) -> Check:
    usage = shutil.disk_usage(folder)
    free_gb = usage.free / 1e9
    detail = f"{free_gb:.0f} GB free of {usage.total / 1e9:.0f} GB at {folder}"
    enough = free_gb >= LEAST_FREE_GB
    return Check("disk", enough, detail, "" if enough else "free some space or move the data folder with --data")


def _clock() -> Check:
    sync = read_time_sync()
    if sync.state is SyncState.HELD:
        return Check("clock", True, f"held to network time, error about {sync.error_ms:.0f} ms")
    remedy = "install and start chrony or systemd-timesyncd; evidence needs a right clock"
    if sync.state is SyncState.NOT_HELD:
        return Check("clock", False, "not held to network time", remedy)
    return Check("clock", True, "the system does not say whether its clock is held", remedy)


def _keyring() -> Check:
    backend = type(keyring.get_keyring())
    if backend.__module__.startswith(("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")):
        return Check("keyring", True, "none: the vault's key lies in a file only this user can read")
    return Check("keyring", True, backend.__module__)


def _sound() -> Check:
    if find_spec("sounddevice") is None:
        return Check("sound", True, "sounddevice is not installed: cameras are not heard", "pip install sounddevice")
    if sys.platform == "linux" and ctypes.util.find_library("portaudio") is None:
        return Check("sound", True, "PortAudio is not here: cameras are not heard", "apt-get install libportaudio2")
    return Check("sound", True, "a camera can be heard, where a device is plugged in")


def _vlc() -> Check:
    library = ctypes.util.find_library("vlc")
    if library is None and find_spec("vlc") is None:
        return Check("libvlc", True, "not here; the console does not need it")
    return Check("libvlc", True, vlc_words(probe_vlc(), library is not None))


def vlc_words(found: VlcAbilities, library: bool) -> str:
    """Say in plain words what VLC is good for here."""
    if found.state is VlcState.NO_BINDING:
        return "VLC is here, its Python part (python-vlc) is not; the console does not need it"
    if found.state is VlcState.NO_LIBRARY:
        return "python-vlc is here, VLC itself is not, or does not fit it; the console does not need it"
    if found.state is VlcState.SILENT:
        hint = "" if library else " and no libvlc is found"
        return f"VLC broke off or gave no answer when it was tried out{hint}; the console does not use it"
    names = {"file": "files", "http": "HTTP", "rtsp": "RTSP"}
    opens = [name for key, name in names.items() if key in found.schemes]
    if not opens:
        return f"VLC {found.version} is installed but shows nothing here; the console does not use it"
    listed = " and ".join(filter(None, (", ".join(opens[:-1]), opens[-1])))
    not_rtsp = "" if "rtsp" in found.schemes else " but no RTSP (this build has no live555)"
    return f"VLC {found.version} opens {listed} here{not_rtsp}; used only for what the console cannot read"


def _onvif() -> Check:
    """Say on which interfaces cameras can be looked for."""
    from safecity_console.onvif.discovery import interfaces  # noqa: PLC0415 - loaded only where it is used

    seen = [one for one in interfaces() if not one.address.startswith("127.")]
    usable = ", ".join(f"{one.name} {one.address}" for one in seen if one.usable)
    deaf = ", ".join(f"{one.name} {one.address}" for one in seen if not one.usable)
    remedy = "look at the firewall and routes for 239.255.255.250, UDP 3702; ranges can be searched all the same"
    if not seen:
        return Check("onvif", True, "no network but this machine's own: cameras are added by address", "plug one in")
    if not usable:
        return Check("onvif", True, f"no multicast on {deaf}: cameras are not discovered", remedy)
    return Check("onvif", True, f"cameras are looked for on {usable}" + (f"; not on {deaf}" if deaf else ""),
                 remedy if deaf else "")


def stick_check(found: Survey) -> Check:
    """Say which SDL there is, which sticks, and whether this user may read them; a console works without any."""
    if found.library_error:
        return Check("joystick", True, f"SDL cannot be loaded ({found.library_error}): joysticks do nothing here",
                     "reinstall the packages `PySDL2` and `pysdl2-dll`")
    shut = [stick for stick in found.kernel if not stick.readable]
    if shut:
        names = ", ".join(f"{stick.name} ({stick.node})" for stick in shut)
        return Check("joystick", True, f"SDL {found.version}; this user may not read {names}",
                     "sit at the machine itself, or `usermod -aG input USER` and sign in again")
    seen = ", ".join(stick.model for stick in found.sticks)
    return Check("joystick", True, f"SDL {found.version}; {seen or 'none plugged in'}")
