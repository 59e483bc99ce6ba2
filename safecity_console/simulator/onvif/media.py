"""The media services, Media1 and Media2: profiles of the streams that are really served, and where they are.

Belongs here: those operations. Does not belong here: RTSP, PTZ configurations in full (ptz.py), JPEG (snapshots.py).
Invariants: 1. Sizes, rates and codecs are those of the streams. 2. H.265 stands in Media2 alone. Thread: the server's
loop.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from safecity_console.simulator.model import Role
from safecity_console.simulator.onvif.ptz_spaces import CONFIGURATION, NODE, configuration_xml
from safecity_console.simulator.onvif.quirks import Quirk
from safecity_console.simulator.onvif.soap import Call, Operations, find, invalid, number_of, unsupported
from safecity_console.simulator.onvif.state import DeviceState, StreamFacts

SOURCE, SOURCE_CONFIGURATION = "source_1", "source_config_1"
PROFILES = {"profile_main": Role.MAIN, "profile_sub": Role.SUB}
_TOKEN_OF = {role: token for token, role in PROFILES.items()}
_NAMES = {Role.MAIN: "mainStream", Role.SUB: "subStream"}


class MediaService:
    """Answer for Media1 and Media2."""

    def __init__(self, state: DeviceState) -> None:
        self._state = state
        self.media1: Operations = {
            "GetProfiles": self._profiles1,
            "GetProfile": self._profile1,
            "GetStreamUri": self._stream_uri,
            "GetSnapshotUri": self._snapshot_uri,
            "GetVideoSources": self._sources,
            "GetVideoSourceConfigurations": self._source_configurations,
            "GetVideoEncoderConfigurations": self._encoders,
            "GetVideoEncoderConfiguration": self._encoders,
            "GetVideoEncoderConfigurationOptions": self._encoder_options1,
            "SetVideoEncoderConfiguration": self._set_encoder,
            "AddPTZConfiguration": self._add_ptz,
            "SetSynchronizationPoint": self._sync,
        }
        self.media2: Operations = {
            "GetProfiles": self._profiles2,
            "GetStreamUri": self._stream_uri,
            "GetSnapshotUri": self._snapshot_uri,
            "GetVideoSourceConfigurations": self._source_configurations,
            "GetVideoEncoderConfigurations": self._encoders,
            "GetVideoEncoderConfigurationOptions": self._encoder_options2,
            "SetVideoEncoderConfiguration": self._set_encoder,
            "SetSynchronizationPoint": self._sync,
        }

    def role_of(self, token: str) -> Role:
        """Return the stream of a profile; raise the fault where there is none."""
        if token not in PROFILES:
            raise invalid("no such profile", "NoProfile")
        return PROFILES[token]

    def has_ptz(self, role: Role) -> bool:
        """Tell whether a profile can be steered by."""
        return self._state.ptz and not (role is Role.MAIN and self._state.quirks.has(Quirk.PTZ_ON_SUB_ONLY))

    def _in_media1(self, role: Role) -> bool:
        return self._state.streams[role].codec != "H265" and not self._state.quirks.has(Quirk.MEDIA2_ONLY)

    def _profiles1(self, call: Call) -> str:
        rows = "".join(self._profile("trt:Profiles", role) for role in Role if role in _NAMES and self._in_media1(role))
        return f"<trt:GetProfilesResponse>{rows}</trt:GetProfilesResponse>"

    def _profile1(self, call: Call) -> str:
        role = self.role_of(call.text("ProfileToken"))
        if not self._in_media1(role):
            raise invalid("no such profile", "NoProfile")
        return f"<trt:GetProfileResponse>{self._profile('trt:Profile', role)}</trt:GetProfileResponse>"

    def _profile(self, tag: str, role: Role) -> str:
        ptz = configuration_xml("tt:PTZConfiguration", self._state.quirks) if self.has_ptz(role) else ""
        hidden = self._state.quirks.has(Quirk.NO_ENCODER)
        encoder = "" if hidden else self._encoder1("tt:VideoEncoderConfiguration", role)
        return (f'<{tag} token="{_TOKEN_OF[role]}" fixed="true"><tt:Name>{_NAMES[role]}</tt:Name>'
                f"{self._source_configuration('tt:VideoSourceConfiguration')}{encoder}{ptz}</{tag}>")

    def _profiles2(self, call: Call) -> str:
        wanted = call.text("Token")
        rows = [self._profile2(role) for role in _NAMES if not wanted or _TOKEN_OF[role] == wanted]
        if wanted and not rows:
            raise invalid("no such profile", "NoProfile")
        return f"<tr2:GetProfilesResponse>{''.join(rows)}</tr2:GetProfilesResponse>"

    def _profile2(self, role: Role) -> str:
        ptz = configuration_xml("tr2:PTZ", self._state.quirks) if self.has_ptz(role) else ""
        return (f'<tr2:Profiles token="{_TOKEN_OF[role]}" fixed="true"><tr2:Name>{_NAMES[role]}</tr2:Name>'
                f"<tr2:Configurations>{self._source_configuration('tr2:VideoSource')}"
                f"{self._encoder2('tr2:VideoEncoder', role)}{ptz}</tr2:Configurations></tr2:Profiles>")

    def _source_configuration(self, tag: str) -> str:
        main = self._state.streams[Role.MAIN]
        return (f'<{tag} token="{SOURCE_CONFIGURATION}"><tt:Name>source</tt:Name><tt:UseCount>2</tt:UseCount>'
                f'<tt:SourceToken>{SOURCE}</tt:SourceToken><tt:Bounds x="0" y="0" width="{main.width}" '
                f'height="{main.height}"/></{tag}>')

    def _set_values(self, role: Role) -> tuple[StreamFacts, int, int, int]:
        facts, kept = self._state.streams[role], self._state.encoders.get(role, {})
        told = {"FrameRateLimit": facts.fps, "BitrateLimit": facts.bitrate_kbps, "GovLength": facts.gop} | kept
        return facts, round(told["FrameRateLimit"]), round(told["BitrateLimit"]), round(told["GovLength"])

    def _encoder1(self, tag: str, role: Role) -> str:
        facts, fps, kbps, gop = self._set_values(role)
        codec = f"<tt:H264><tt:GovLength>{gop}</tt:GovLength><tt:H264Profile>Main</tt:H264Profile></tt:H264>"
        return (f'<{tag} token="encoder_{role}"><tt:Name>{_NAMES[role]}</tt:Name><tt:UseCount>1</tt:UseCount>'
                f"<tt:Encoding>{facts.codec}</tt:Encoding><tt:Resolution><tt:Width>{facts.width}</tt:Width>"
                f"<tt:Height>{facts.height}</tt:Height></tt:Resolution><tt:Quality>5</tt:Quality><tt:RateControl>"
                f"<tt:FrameRateLimit>{fps}</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval>"
                f"<tt:BitrateLimit>{kbps}</tt:BitrateLimit></tt:RateControl>{codec if facts.codec == 'H264' else ''}"
                f"<tt:SessionTimeout>PT60S</tt:SessionTimeout></{tag}>")

    def _encoder2(self, tag: str, role: Role) -> str:
        facts, fps, kbps, gop = self._set_values(role)
        return (f'<{tag} token="encoder_{role}" GovLength="{gop}" Profile="Main"><tt:Name>{_NAMES[role]}</tt:Name>'
                f"<tt:UseCount>1</tt:UseCount><tt:Encoding>{facts.codec}</tt:Encoding><tt:Resolution>"
                f"<tt:Width>{facts.width}</tt:Width><tt:Height>{facts.height}</tt:Height></tt:Resolution>"
                f'<tt:RateControl ConstantBitRate="false"><tt:FrameRateLimit>{fps}</tt:FrameRateLimit>'
                f"<tt:BitrateLimit>{kbps}</tt:BitrateLimit></tt:RateControl><tt:Quality>5</tt:Quality></{tag}>")

    def _encoders(self, call: Call) -> str:
        p, name = call.service, call.operation
        one = self._encoder2 if p == "tr2" else self._encoder1
        roles = [role for role in _NAMES if p == "tr2" or self._in_media1(role)]
        wanted = call.text("ConfigurationToken")
        roles = [role for role in roles if not wanted or wanted == f"encoder_{role}"]
        if wanted and not roles:
            raise invalid("no such configuration", "NoConfig")
        tag = f"{p}:Configuration" if name == "GetVideoEncoderConfiguration" else f"{p}:Configurations"
        return f"<{p}:{name}Response>{''.join(one(tag, role) for role in roles)}</{p}:{name}Response>"

    def _encoder_role(self, call: Call) -> Role:
        token = call.text("ConfigurationToken")
        configuration = find(call.body, "Configuration")
        if configuration is not None:
            token = configuration.get("token", "")
        if not token:
            return PROFILES.get(call.text("ProfileToken"), Role.MAIN)
        found = next((role for role in _NAMES if token == f"encoder_{role}"), None)
        if found is None:
            raise invalid("no such configuration", "NoConfig")
        return found

    def _encoder_options1(self, call: Call) -> str:
        facts = self._state.streams[self._encoder_role(call)]
        return ("<trt:GetVideoEncoderConfigurationOptionsResponse><trt:Options><tt:QualityRange><tt:Min>1</tt:Min>"
                "<tt:Max>10</tt:Max></tt:QualityRange><tt:H264><tt:ResolutionsAvailable>"
                f"<tt:Width>{facts.width}</tt:Width><tt:Height>{facts.height}</tt:Height></tt:ResolutionsAvailable>"
                "<tt:GovLengthRange><tt:Min>1</tt:Min><tt:Max>250</tt:Max></tt:GovLengthRange><tt:FrameRateRange>"
                f"<tt:Min>1</tt:Min><tt:Max>{round(facts.fps)}</tt:Max></tt:FrameRateRange><tt:EncodingIntervalRange>"
                "<tt:Min>1</tt:Min><tt:Max>1</tt:Max></tt:EncodingIntervalRange><tt:H264ProfilesSupported>Main"
                "</tt:H264ProfilesSupported></tt:H264></trt:Options></trt:GetVideoEncoderConfigurationOptionsResponse>")

    def _encoder_options2(self, call: Call) -> str:
        facts = self._state.streams[self._encoder_role(call)]
        return ("<tr2:GetVideoEncoderConfigurationOptionsResponse>"
                f'<tr2:Options GovLengthRange="1 250" FrameRatesSupported="1 {round(facts.fps)}" '
                f'ProfilesSupported="Main"><tt:Encoding>{facts.codec}</tt:Encoding><tt:QualityRange><tt:Min>1</tt:Min>'
                f"<tt:Max>10</tt:Max></tt:QualityRange><tt:ResolutionsAvailable><tt:Width>{facts.width}</tt:Width>"
                f"<tt:Height>{facts.height}</tt:Height></tt:ResolutionsAvailable><tt:BitrateRange><tt:Min>64</tt:Min>"
                "<tt:Max>8192</tt:Max></tt:BitrateRange></tr2:Options>"
                "</tr2:GetVideoEncoderConfigurationOptionsResponse>")

    def _set_encoder(self, call: Call) -> str:
        role = self._encoder_role(call)
        facts = self._state.streams[role]
        size = (call.text("Width", str(facts.width)), call.text("Height", str(facts.height)))
        if size != (str(facts.width), str(facts.height)) or call.text("Encoding", facts.codec) != facts.codec:
            raise invalid("the picture cannot be so", "ConfigModify")
        kept: dict[str, float] = {}
        for name, most in (("FrameRateLimit", facts.fps), ("BitrateLimit", 8192), ("GovLength", 250)):
            if call.has(name):
                kept[name] = number_of(call.text(name))
                if not 1 <= kept[name] <= round(most):
                    raise invalid(f"{name} is out of its range", "ConfigModify")
        self._state.encoders[role] = self._state.encoders.get(role, {}) | kept
        return f"<{call.service}:SetVideoEncoderConfigurationResponse/>"

    def _stream_uri(self, call: Call) -> str:
        role = self.role_of(call.text("ProfileToken"))
        if call.service == "trt" and not self._in_media1(role):
            raise invalid("no such profile", "NoProfile")
        url = self._state.url_of(role)
        if call.text("Protocol") in ("HTTP", "RtspOverHttp"):
            url = "http" + url.removeprefix("rtsps").removeprefix("rtsp")
        if self._state.quirks.has(Quirk.WRONG_HOST):
            parts = urlsplit(url)
            url = parts._replace(netloc=f"192.0.2.64:{parts.port}").geturl()
        if self._state.quirks.has(Quirk.LOGIN_IN_URIS):
            url = url.replace("://", "://admin:12345@", 1)
        if call.service == "tr2":
            return f"<tr2:GetStreamUriResponse><tr2:Uri>{url}</tr2:Uri></tr2:GetStreamUriResponse>"
        return _media_uri("GetStreamUri", url)

    def _snapshot_uri(self, call: Call) -> str:
        role = self.role_of(call.text("ProfileToken"))
        url = self._state.address(f"/snapshot/{role}.jpg")
        if self._state.quirks.has(Quirk.LOGIN_IN_URIS):
            url = url.replace("://", "://admin:12345@", 1)
        if call.service == "tr2":
            return f"<tr2:GetSnapshotUriResponse><tr2:Uri>{url}</tr2:Uri></tr2:GetSnapshotUriResponse>"
        return _media_uri("GetSnapshotUri", url)

    def _sources(self, call: Call) -> str:
        main = self._state.streams[Role.MAIN]
        return (f'<trt:GetVideoSourcesResponse><trt:VideoSources token="{SOURCE}"><tt:Framerate>{round(main.fps)}'
                f"</tt:Framerate><tt:Resolution><tt:Width>{main.width}</tt:Width><tt:Height>{main.height}</tt:Height>"
                "</tt:Resolution></trt:VideoSources></trt:GetVideoSourcesResponse>")

    def _source_configurations(self, call: Call) -> str:
        p = call.service
        return (f"<{p}:GetVideoSourceConfigurationsResponse>{self._source_configuration(f'{p}:Configurations')}"
                f"</{p}:GetVideoSourceConfigurationsResponse>")

    def _sync(self, call: Call) -> str:
        return f"<{call.service}:SetSynchronizationPointResponse/>"

    def _add_ptz(self, call: Call) -> str:
        self.role_of(call.text("ProfileToken"))
        if not self._state.ptz:
            raise unsupported(call.operation)
        if call.text("ConfigurationToken") not in (CONFIGURATION, NODE):
            raise invalid("no such configuration", "NoConfig")
        return "<trt:AddPTZConfigurationResponse/>"


def _media_uri(operation: str, url: str) -> str:
    return (f"<trt:{operation}Response><trt:MediaUri><tt:Uri>{url}</tt:Uri>"
            "<tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false</tt:InvalidAfterReboot>"
            f"<tt:Timeout>PT0S</tt:Timeout></trt:MediaUri></trt:{operation}Response>")
