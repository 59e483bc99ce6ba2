"""Decoding on a graphics device: what was found, who may use it, who is given it.

Belongs here: findings of the probe, the rule that shares few decoders among many cameras. Does not belong here: probing
and decoding (video/), remembering who failed (services/decode_desk.py), words (ui/, cli/).
Invariants: 1. `share` is pure and never names more cameras than `most`. 2. In AUTO small pictures stay with the
processor: a 640x360 stream costs it 0.012 of a core (video-pipeline.md §1), less than the copy back is worth. 3. Who
has a device keeps it until a prominent camera needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

AUTO_PIXELS = 1280 * 720
CODECS = ("h264", "hevc")


class DecodeMode(StrEnum):
    """The setting `video.decode`."""

    AUTO = "auto"
    PROCESSOR = "processor"
    HARDWARE = "hardware"


class DeviceState(StrEnum):
    """What the probe found of one kind of device and one codec."""

    WORKS = "works"
    NO_DEVICE = "no_device"  # libav could not open one: none there, no driver, or no right to it
    NO_DECODER = "no_decoder"  # opened, but it does not decode this codec
    WRONG_PICTURE = "wrong_picture"  # decoded something other than what the processor decodes
    CRASHED = "crashed"
    HUNG = "hung"


@dataclass(frozen=True, slots=True)
class DeviceFinding:
    """One kind of device (libav's name: cuda, qsv, d3d11va …) tried with one codec; `detail` is short English."""

    kind: str
    codec: str
    state: DeviceState
    detail: str = ""

    @property
    def works(self) -> bool:
        """Tell whether the device decoded the test pictures as the processor did."""
        return self.state is DeviceState.WORKS


@dataclass(frozen=True, slots=True)
class DecodeRules:
    """What is in force: mode, most cameras at once, and the working kinds of device by codec, best first."""

    mode: DecodeMode = DecodeMode.AUTO
    most: int = 8
    devices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeviceClaim:
    """A camera whose pictures are shown and could be decoded on `kind`; `holds` where they are already."""

    camera_id: str
    kind: str
    pixels: int
    prominent: bool = False
    holds: bool = False


def working_devices(findings: Iterable[DeviceFinding]) -> dict[str, tuple[str, ...]]:
    """Give the kinds that work by codec, in the order they were found."""
    found = [f for f in findings if f.works]
    return {codec: tuple(f.kind for f in found if f.codec == codec) for codec in dict.fromkeys(f.codec for f in found)}


def share(claims: Iterable[DeviceClaim], rules: DecodeRules) -> dict[str, str]:
    """Give the kind of device by camera id: prominent ones first, then those that have one, then the larger picture."""
    if rules.mode is DecodeMode.PROCESSOR:
        return {}
    least = AUTO_PIXELS if rules.mode is DecodeMode.AUTO else 0
    fit = [c for c in claims if c.pixels >= least and c.kind]
    first = sorted(fit, key=lambda c: (not c.prominent, not c.holds, -c.pixels))
    return {c.camera_id: c.kind for c in first[: max(0, rules.most)]}
