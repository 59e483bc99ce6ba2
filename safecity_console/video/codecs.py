"""Which decoders this build of libav has."""

from __future__ import annotations

from av.codec import Codec
from av.codec.codec import UnknownCodecError

NEEDED = ("h264", "hevc", "mjpeg")


def missing_decoders() -> list[str]:
    """Give the needed decoders that are missing."""
    missing: list[str] = []
    for name in NEEDED:
        try:
            Codec(name, "r")
        except UnknownCodecError:
            missing.append(name)
    return missing
