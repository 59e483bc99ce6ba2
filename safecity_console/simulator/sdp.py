"""SDP: what a camera's DESCRIBE says (RFC 4566, with RFC 6184, 7798 and 2435 parameters).

Belongs here: the text, and the nonsense text of the fault "garbage sdp".
Does not belong here: sending it.
"""

from __future__ import annotations

import base64

from safecity_console.simulator.clips import Codec, nal_type
from safecity_console.simulator.rtp import PAYLOAD_TYPE, PacketisedClip
from safecity_console.simulator.sound import SoundTrack

CONTROL = "trackID=0"
SOUND_CONTROL = "trackID=1"
GARBAGE_SDP = (
    "v=potato\r\no=- - - IN IP9 nowhere\r\ns=\r\nt=now then\r\nm=vide0 -1 RTP/AVP\r\n"
    "a=rtpmap:999 H26?/0\r\na=fmtp:x sprop-parameter-sets=%%%,===\r\na=framerate:-nan\r\n"
)


def describe_clip(clip: PacketisedClip, name: str, *, zero_fps: bool = False, sound: SoundTrack | None = None) -> str:
    """Return the SDP of one clip and its sound; `zero_fps` claims a frame rate of 0."""
    payload_type = PAYLOAD_TYPE[clip.codec]
    lines = [
        "v=0",
        "o=- 1 1 IN IP4 0.0.0.0",
        f"s={name}",
        "c=IN IP4 0.0.0.0",
        "t=0 0",
        "a=range:npt=now-",
        f"m=video 0 RTP/AVP {payload_type}",
        *_format_lines(clip, payload_type),
        f"a=framerate:{0 if zero_fps else round(clip.fps, 3):g}",
        f"a=x-dimensions:{clip.width},{clip.height}",
        f"a=control:{CONTROL}",
        *_sound_lines(sound),
    ]
    return "\r\n".join(lines) + "\r\n"


def _sound_lines(sound: SoundTrack | None) -> list[str]:
    if sound is None:
        return []
    return [f"m=audio 0 RTP/AVP {sound.payload_type}", *sound.format_lines, f"a=control:{SOUND_CONTROL}"]


def _format_lines(clip: PacketisedClip, payload_type: int) -> list[str]:
    if clip.codec is Codec.MJPEG:
        return ["a=rtpmap:26 JPEG/90000"]
    if clip.codec is Codec.H264:
        sets = ",".join(_b64(nal) for nal in clip.parameter_sets)
        profile = clip.parameter_sets[0][1:4].hex().upper()
        detail = f"packetization-mode=1;profile-level-id={profile};sprop-parameter-sets={sets}"
        return [f"a=rtpmap:{payload_type} H264/90000", f"a=fmtp:{payload_type} {detail}"]
    names = {32: "sprop-vps", 33: "sprop-sps", 34: "sprop-pps"}
    found = [f"{names[nal_type(clip.codec, n)]}={_b64(n)}" for n in clip.parameter_sets]
    return [f"a=rtpmap:{payload_type} H265/90000", f"a=fmtp:{payload_type} " + ";".join(found)]


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
