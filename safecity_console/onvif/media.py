"""Profiles, stream and snapshot addresses of Media1 and Media2, merged.

Belongs here: these operations. Does not belong here: choosing main and sub streams (services/), opening a stream.
Invariants: 1. Media2 is asked first where it is listed, Media1 where Media2 leaves something out; one token is one
profile (quirk 8). 2. An address that is given holds no login, whatever the device put in (quirk 23). 3. One bad profile
never costs the others (quirk 7).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from onveef import envelopes, parsers

from safecity_console.domain.camera import Transport
from safecity_console.domain.onvif import MediaProfile, OnvifError, OnvifFault
from safecity_console.onvif.quirks import Quirk
from safecity_console.onvif.wire import Wire
from safecity_console.onvif.words import clean_line

PROFILES_MOST = 64
TOKEN_MOST, NAME_MOST = 128, 80
_LACKING = (OnvifFault.NOT_SUPPORTED, OnvifFault.DEVICE_FAULT)
_STREAMS1 = {Transport.TCP: "RTSP", Transport.UDP: "UDP", Transport.HTTP: "HTTP"}
_STREAMS2 = {Transport.TCP: "RTSP", Transport.UDP: "RtspUnicast", Transport.HTTP: "RtspOverHttp"}
_CODECS = {"HEVC": "H265", "MJPEG": "JPEG", "H.264": "H264", "H.265": "H265", "AVC": "H264"}


class Media:
    """Media operations of one device."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def profiles(self) -> tuple[MediaProfile, ...]:
        """Give the profiles; raises OnvifError where neither service gives any."""
        second: tuple[MediaProfile, ...] = ()
        if self._wire.has("media2") and Quirk.ONE_MEDIA not in self._wire.quirks:
            try:
                text = self._wire.ask("media2", envelopes.media2_get_profiles(types=["All"]), "GetProfiles")
                second = read_profiles(text, media2=True)
            except OnvifError as error:
                if error.fault not in _LACKING or not self._wire.has("media"):
                    raise
        steered = not self._wire.has("ptz") or any(one.ptz_token for one in second)
        if second and all(one.codec for one in second) and steered:
            return second
        if not self._wire.has("media"):
            return second
        try:
            first = read_profiles(self._wire.ask("media", envelopes.media_get_profiles(use_media2=False),
                                                 "GetProfiles"), media2=False)
        except OnvifError:
            if second:
                return second
            raise
        if self._wire.has("media2") and not second:
            self._wire.quirks.add(Quirk.ONE_MEDIA)
        return merged(second, first)

    def stream_uri(self, profile: MediaProfile | str, transport: Transport = Transport.TCP) -> str:
        """Give a profile's stream address, without any login in it; raises OnvifError."""
        return self._address(profile, "GetStreamUri", lambda token, second: envelopes.media_get_stream_uri(
            profile_token=token, use_media2=second, protocol=_STREAMS1[transport], protocol2=_STREAMS2[transport]))

    def snapshot_uri(self, profile: MediaProfile | str) -> str:
        """Give a profile's snapshot address, without any login in it; raises OnvifError."""
        return self._address(profile, "GetSnapshotUri", lambda token, second: envelopes.media_get_snapshot_uri(
            profile_token=token, use_media2=second))

    def _address(self, profile: MediaProfile | str, operation: str, body: Any) -> str:
        token = profile if isinstance(profile, str) else profile.token
        from_second = self._wire.has("media2") and (isinstance(profile, str) or profile.media2)
        order = [name for name in (("media2", "media") if from_second else ("media", "media2")) if self._wire.has(name)]
        failed = OnvifError(OnvifFault.NOT_SUPPORTED, operation)
        for service in order:
            try:
                told = parsers.parse_stream_uri(self._wire.ask(service, body(token, service == "media2"), operation))
            except OnvifError as error:
                if error.fault not in _LACKING:
                    raise
                failed = error
                continue
            if told:
                return self._wire.session.addresses.reachable(told)
        raise failed


def read_profiles(text: str, media2: bool) -> tuple[MediaProfile, ...]:
    """Read an answer to GetProfiles."""
    coded = _attribute_codecs(text)
    found: dict[str, MediaProfile] = {}
    for told in parsers.parse_profiles(text)[:PROFILES_MOST]:
        token = str(told.get("token") or "")
        if token and len(token) <= TOKEN_MOST and token not in found:
            found[token] = _profile(token, told, coded, media2)
    return tuple(found.values())


def merged(second: Iterable[MediaProfile], first: Iterable[MediaProfile]) -> tuple[MediaProfile, ...]:
    """Merge the profiles of Media2 and Media1 by token; what Media2 left out comes from Media1."""
    kept = {one.token: one for one in second}
    for one in first:
        known = kept.get(one.token)
        if known is None:
            kept[one.token] = one
            continue
        picture = known if known.codec else one
        kept[one.token] = replace(
            picture, media2=True, name=known.name or one.name, source_token=known.source_token or one.source_token,
            ptz_token=known.ptz_token or one.ptz_token, node_token=known.node_token or one.node_token)
    return tuple(kept.values())


def _profile(token: str, told: dict[str, Any], coded: dict[str, str], media2: bool) -> MediaProfile:
    encoder, ptz = told.get("video_encoder") or {}, told.get("ptz") or {}
    encoder_token = str(encoder.get("token") or "")
    codec = coded.get(encoder_token) or str(encoder.get("encoding") or "").upper()
    return MediaProfile(
        token, clean_line(str(told.get("name") or ""), NAME_MOST), clean_line(_CODECS.get(codec, codec), 16),
        _whole(encoder.get("width"), 16_384), _whole(encoder.get("height"), 16_384),
        _number(encoder.get("fps_limit"), 240.0), _whole(encoder.get("bitrate_kbps"), 1_000_000),
        str((told.get("video_source") or {}).get("source_token") or "")[:TOKEN_MOST], encoder_token[:TOKEN_MOST],
        str(ptz.get("token") or "")[:TOKEN_MOST], str(ptz.get("node_token") or "")[:TOKEN_MOST], media2)


def _attribute_codecs(text: str) -> dict[str, str]:
    """Give codecs that stand in an attribute of the encoder: Hikvision tells H.265 there and H264 in the element."""
    root = parsers.parse_xml(text)
    if root is None:
        return {}
    return {one.attrib.get("token", ""): one.attrib["encoding"].upper()
            for one in parsers.find_all_local(root, "VideoEncoderConfiguration") if one.attrib.get("encoding")}


def _whole(value: object, most: int) -> int:
    return int(_number(value, float(most)))


def _number(value: object, most: float) -> float:
    number = 0.0
    with suppress(TypeError, ValueError, OverflowError):
        number = float(str(value))
    return number if 0 <= number <= most else 0.0
