"""The device service (and DeviceIO): who it is, what it has, its clock, network, users, relays, reboot.

Belongs here: those operations. Does not belong here: logins (login.py), the outage itself (engine.py).
Thread: the server's loop.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from safecity_console.simulator.onvif.quirks import Quirk
from safecity_console.simulator.onvif.soap import (
    NAMESPACES,
    Call,
    Operations,
    SoapFault,
    each,
    esc,
    find,
    invalid,
    number_of,
    text_of,
    unsupported,
)
from safecity_console.simulator.onvif.state import DeviceState

MAKER, MODEL, FIRMWARE = "SafeCity", "Simulated dome", "1.0.5"
RELAY, INPUT = "relay_1", "input_1"
_VERSIONS = {"tds": (23, 12), "trt": (21, 12), "tr2": (23, 6), "tptz": (22, 6), "timg": (22, 6), "tev": (21, 12),
             "tmd": (21, 6)}  # fmt: skip
_CAPABILITIES = {
    "tds": '<tds:Capabilities><tds:Network NTP="1"/><tds:Security HttpDigest="true" UsernameToken="true"/>'
    '<tds:System DiscoveryResolve="true" FirmwareUpgrade="false"/></tds:Capabilities>',
    "trt": '<trt:Capabilities SnapshotUri="true"><trt:ProfileCapabilities MaximumNumberOfProfiles="2"/>'
    '<trt:StreamingCapabilities RTP_TCP="true" RTP_RTSP_TCP="true"/></trt:Capabilities>',
    "tr2": '<tr2:Capabilities SnapshotUri="true"><tr2:ProfileCapabilities MaximumNumberOfProfiles="2" '
    'ConfigurationsSupported="VideoSource VideoEncoder PTZ"/>'
    '<tr2:StreamingCapabilities RTSPStreaming="true" RTP_RTSP_TCP="true"/></tr2:Capabilities>',
    "tptz": '<tptz:Capabilities EFlip="false" Reverse="false" MoveStatus="true" StatusPosition="true"/>',
    "timg": '<timg:Capabilities ImageStabilization="false" Presets="false"/>',
    "tev": '<tev:Capabilities WSPullPointSupport="true" WSSubscriptionPolicySupport="false" MaxPullPoints="{slots}" '
    'PersistentNotificationStorage="false"/>',
    "tmd": '<tmd:Capabilities VideoSources="1" VideoOutputs="0" RelayOutputs="1" DigitalInputs="1"/>',
}  # fmt: skip


class DeviceService:
    """Answer for the device."""

    def __init__(self, state: DeviceState, reboot: Callable[[], float], relay_changed: Callable[[bool], None],
                 slots: Callable[[], int]) -> None:
        """`reboot` begins the outage and gives its seconds; `slots` gives how many subscriptions there can be."""
        self._state, self._reboot, self._relay_changed, self._slots = state, reboot, relay_changed, slots
        state.scopes = state.scopes or _scopes(state)
        state.hostname = state.hostname or f"cam{state.number:02d}"
        names = ("GetServices", "GetCapabilities", "GetServiceCapabilities", "GetDeviceInformation",
                 "GetSystemDateAndTime", "SetSystemDateAndTime", "GetScopes", "SetScopes", "GetHostname", "SetHostname",
                 "GetNetworkInterfaces", "GetNetworkProtocols", "GetNetworkDefaultGateway", "GetDNS", "GetNTP",
                 "SetNTP", "GetUsers", "SystemReboot", "GetRelayOutputs", "SetRelayOutputState",
                 "SetRelayOutputSettings", "GetDigitalInputs", "GetEndpointReference", "GetDiscoveryMode",
                 "GetWsdlUrl")  # fmt: skip
        self.operations: Operations = {name: getattr(self, _snake(name)) for name in names}

    def services(self) -> tuple[str, ...]:
        """Return the prefixes of the services the device has."""
        quirks = self._state.quirks
        left_out = {"tptz"} if not self._state.ptz else set()
        left_out |= {"tr2"} if quirks.has(Quirk.NO_MEDIA2) else set()
        return tuple(one for one in _VERSIONS if one not in left_out)

    def get_services(self, call: Call) -> str:
        """Say which services there are."""
        quirks = self._state.quirks
        if quirks.has(Quirk.NO_GET_SERVICES):
            raise unsupported(call.operation)
        hidden = "tptz" if quirks.has(Quirk.PTZ_IN_CAPABILITIES) else ""
        rows = "".join(self._service(one, call) for one in self.services() if one != hidden)
        return f"<tds:GetServicesResponse>{rows}</tds:GetServicesResponse>"

    def _service(self, prefix: str, call: Call) -> str:
        major, minor = _VERSIONS[prefix]
        more = ""
        if call.text("IncludeCapability") in ("true", "1"):
            more = f"<tds:Capabilities>{self.capabilities_of(prefix)}</tds:Capabilities>"
        return (f"<tds:Service><tds:Namespace>{NAMESPACES[prefix]}</tds:Namespace>"
                f"<tds:XAddr>{esc(self._state.service(prefix))}</tds:XAddr>{more}"
                f"<tds:Version><tt:Major>{major}</tt:Major><tt:Minor>{minor}</tt:Minor></tds:Version></tds:Service>")

    def capabilities_of(self, prefix: str) -> str:
        """Return a service's own capabilities."""
        return _CAPABILITIES[prefix].replace("{slots}", str(self._slots()))

    def get_service_capabilities(self, call: Call) -> str:
        """Say what the service asked can do."""
        inner = self.capabilities_of(call.service)
        return f"<{call.service}:GetServiceCapabilitiesResponse>{inner}</{call.service}:GetServiceCapabilitiesResponse>"

    def get_capabilities(self, call: Call) -> str:
        """Say the same in the older way."""
        wanted = {(one.text or "").strip() for one in each(call.body, "Category")} or {"All"}
        rows = {
            "Device": self._capability("Device", "tds", "<tt:IO><tt:InputConnectors>1</tt:InputConnectors>"
                                       "<tt:RelayOutputs>1</tt:RelayOutputs></tt:IO>"),
            "Events": self._capability("Events", "tev", "<tt:WSSubscriptionPolicySupport>false"
                                       "</tt:WSSubscriptionPolicySupport><tt:WSPullPointSupport>true"
                                       "</tt:WSPullPointSupport>"),
            "Imaging": self._capability("Imaging", "timg"),
            "Media": self._capability("Media", "trt", "<tt:StreamingCapabilities><tt:RTPMulticast>false"
                                      "</tt:RTPMulticast><tt:RTP_TCP>true</tt:RTP_TCP><tt:RTP_RTSP_TCP>true"
                                      "</tt:RTP_RTSP_TCP></tt:StreamingCapabilities>"),
        }  # fmt: skip
        if self._state.ptz:
            rows["PTZ"] = self._capability("PTZ", "tptz")
        inner = "".join(row for name, row in rows.items() if wanted & {"All", name})
        if wanted & {"All"}:
            inner += f"<tt:Extension>{self._capability('DeviceIO', 'tmd')}</tt:Extension>"
        if not inner:
            raise SoapFault("no such category", "ter:ActionNotSupported", "ter:NoSuchService", receiver=True)
        capabilities = f"<tds:Capabilities>{inner}</tds:Capabilities>"
        return f"<tds:GetCapabilitiesResponse>{capabilities}</tds:GetCapabilitiesResponse>"

    def _capability(self, name: str, prefix: str, more: str = "") -> str:
        return f"<tt:{name}><tt:XAddr>{esc(self._state.service(prefix))}</tt:XAddr>{more}</tt:{name}>"

    def get_device_information(self, call: Call) -> str:
        """Say who made it."""
        rows = (("Manufacturer", MAKER), ("Model", MODEL if self._state.ptz else "Simulated bullet"),
                ("FirmwareVersion", FIRMWARE), ("SerialNumber", self._state.serial), ("HardwareId", "SIM-5"))
        inner = "".join(f"<tds:{name}>{esc(value)}</tds:{name}>" for name, value in rows)
        return f"<tds:GetDeviceInformationResponse>{inner}</tds:GetDeviceInformationResponse>"

    def get_system_date_and_time(self, call: Call) -> str:
        """Say what time it is."""
        now = self._state.now()
        local = now + timedelta(hours=self._state.quirks.value(Quirk.LOCAL_TIME, 5.0))
        told = local if self._state.quirks.has(Quirk.LOCAL_TIME) else now
        kind = "NTP" if self._state.by_ntp else "Manual"
        return (f"<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>{kind}</tt:DateTimeType>"
                "<tt:DaylightSavings>false</tt:DaylightSavings>"
                f"<tt:TimeZone><tt:TZ>{esc(self._state.zone)}</tt:TZ></tt:TimeZone>"
                f"<tt:UTCDateTime>{_date_time(told)}</tt:UTCDateTime>"
                f"<tt:LocalDateTime>{_date_time(local)}</tt:LocalDateTime>"
                "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>")

    def set_system_date_and_time(self, call: Call) -> str:
        """Set the clock."""
        kind = call.text("DateTimeType")
        if kind == "NTP":
            self._state.set_clock(None)
        elif kind == "Manual":
            at = find(call.body, "UTCDateTime")
            parts = [int(number_of(text_of(at, name, "0"), "a date is needed")) for name in
                     ("Year", "Month", "Day", "Hour", "Minute", "Second")]
            try:
                self._state.set_clock(datetime(*parts, tzinfo=UTC))  # type: ignore[arg-type, misc]
            except (ValueError, OverflowError):
                raise invalid("no such time", "InvalidDateTime") from None
        else:
            raise invalid("neither Manual nor NTP", "InvalidArgVal")
        self._state.zone = text_of(find(call.body, "TimeZone"), "TZ") or self._state.zone
        return "<tds:SetSystemDateAndTimeResponse/>"

    def get_scopes(self, call: Call) -> str:
        """Say what discovery says of it."""
        rows = "".join(f"<tds:Scopes><tt:ScopeDef>Fixed</tt:ScopeDef><tt:ScopeItem>{esc(one)}</tt:ScopeItem>"
                       "</tds:Scopes>" for one in self._state.scopes)
        return f"<tds:GetScopesResponse>{rows}</tds:GetScopesResponse>"

    def set_scopes(self, call: Call) -> str:
        """Take other names and places; the fixed scopes stay."""
        given = tuple((one.text or "").strip() for one in each(call.body, "Scopes"))
        fixed = tuple(s for s in self._state.scopes if "/name/" not in s and "/location/" not in s)
        self._state.scopes = fixed + tuple(one for one in given if one not in fixed)
        return "<tds:SetScopesResponse/>"

    def get_hostname(self, call: Call) -> str:
        """Say the host's name."""
        return ("<tds:GetHostnameResponse><tds:HostnameInformation><tt:FromDHCP>false</tt:FromDHCP>"
                f"<tt:Name>{esc(self._state.hostname)}</tt:Name></tds:HostnameInformation></tds:GetHostnameResponse>")

    def set_hostname(self, call: Call) -> str:
        """Take another name."""
        self._state.hostname = call.text("Name")
        return "<tds:SetHostnameResponse/>"

    def get_network_interfaces(self, call: Call) -> str:
        """Say its address."""
        return ('<tds:GetNetworkInterfacesResponse><tds:NetworkInterfaces token="eth0"><tt:Enabled>true</tt:Enabled>'
                f"<tt:Info><tt:Name>eth0</tt:Name><tt:HwAddress>{self._state.mac}</tt:HwAddress><tt:MTU>1500</tt:MTU>"
                "</tt:Info><tt:IPv4><tt:Enabled>true</tt:Enabled><tt:Config><tt:Manual><tt:Address>"
                f"{esc(self._state.host)}</tt:Address><tt:PrefixLength>24</tt:PrefixLength></tt:Manual>"
                "<tt:DHCP>false</tt:DHCP></tt:Config></tt:IPv4></tds:NetworkInterfaces>"
                "</tds:GetNetworkInterfacesResponse>")

    def get_network_protocols(self, call: Call) -> str:
        """Say its ports."""
        rows = "".join(f"<tds:NetworkProtocols><tt:Name>{name}</tt:Name><tt:Enabled>true</tt:Enabled>"
                       f"<tt:Port>{port}</tt:Port></tds:NetworkProtocols>"
                       for name, port in (("HTTP", self._state.port), ("RTSP", 554)))
        return f"<tds:GetNetworkProtocolsResponse>{rows}</tds:GetNetworkProtocolsResponse>"

    def get_network_default_gateway(self, call: Call) -> str:
        """Say its gateway."""
        return ("<tds:GetNetworkDefaultGatewayResponse><tds:NetworkGateway><tt:IPv4Address>192.0.2.1</tt:IPv4Address>"
                "</tds:NetworkGateway></tds:GetNetworkDefaultGatewayResponse>")

    def get_dns(self, call: Call) -> str:
        """Say its name server."""
        return ("<tds:GetDNSResponse><tds:DNSInformation><tt:FromDHCP>false</tt:FromDHCP><tt:DNSManual>"
                "<tt:Type>IPv4</tt:Type><tt:IPv4Address>192.0.2.1</tt:IPv4Address></tt:DNSManual>"
                "</tds:DNSInformation></tds:GetDNSResponse>")

    def get_ntp(self, call: Call) -> str:
        """Say its time server."""
        return ("<tds:GetNTPResponse><tds:NTPInformation><tt:FromDHCP>false</tt:FromDHCP><tt:NTPManual>"
                f"<tt:Type>DNS</tt:Type><tt:DNSname>{esc(self._state.ntp_server)}</tt:DNSname></tt:NTPManual>"
                "</tds:NTPInformation></tds:GetNTPResponse>")

    def set_ntp(self, call: Call) -> str:
        """Take another time server."""
        manual = find(call.body, "NTPManual")
        self._state.ntp_server = text_of(manual, "DNSname") or text_of(manual, "IPv4Address")
        return "<tds:SetNTPResponse/>"

    def get_users(self, call: Call) -> str:
        """Say who may log in."""
        return (f"<tds:GetUsersResponse><tds:User><tt:Username>{esc(self._state.user)}</tt:Username>"
                "<tt:UserLevel>Administrator</tt:UserLevel></tds:User></tds:GetUsersResponse>")

    def system_reboot(self, call: Call) -> str:
        """Go away for seconds."""
        return (f"<tds:SystemRebootResponse><tds:Message>Rebooting in {self._reboot():g} seconds</tds:Message>"
                "</tds:SystemRebootResponse>")

    def get_relay_outputs(self, call: Call) -> str:
        """Say its relays."""
        p = call.service
        return (f'<{p}:GetRelayOutputsResponse><{p}:RelayOutputs token="{RELAY}"><tt:Properties>'
                "<tt:Mode>Bistable</tt:Mode><tt:DelayTime>PT0S</tt:DelayTime><tt:IdleState>open</tt:IdleState>"
                f"</tt:Properties></{p}:RelayOutputs></{p}:GetRelayOutputsResponse>")

    def set_relay_output_state(self, call: Call) -> str:
        """Switch a relay."""
        self._known_relay(call.text("RelayOutputToken"))
        wanted = call.text("LogicalState")
        if wanted not in ("active", "inactive"):
            raise invalid("neither active nor inactive", "InvalidArgVal")
        self._state.relay_active = wanted == "active"
        self._relay_changed(self._state.relay_active)
        return f"<{call.service}:SetRelayOutputStateResponse/>"

    def set_relay_output_settings(self, call: Call) -> str:
        """Take a relay's settings; there is only one way it works."""
        outer = find(call.body, "RelayOutput")
        self._known_relay(call.text("RelayOutputToken") or (outer.get("token", "") if outer is not None else ""))
        return f"<{call.service}:SetRelayOutputSettingsResponse/>"

    def _known_relay(self, token: str) -> None:
        if token != RELAY:
            raise invalid("no such relay", "RelayToken")

    def get_digital_inputs(self, call: Call) -> str:
        """Say its inputs."""
        p = call.service
        return (f'<{p}:GetDigitalInputsResponse><{p}:DigitalInputs token="{INPUT}" IdleState="open"/>'
                f"</{p}:GetDigitalInputsResponse>")

    def get_endpoint_reference(self, call: Call) -> str:
        """Say its reference."""
        reference = f"<tds:GUID>{self._state.reference}</tds:GUID>"
        return f"<tds:GetEndpointReferenceResponse>{reference}</tds:GetEndpointReferenceResponse>"

    def get_discovery_mode(self, call: Call) -> str:
        """Say that it can be found."""
        mode = "<tds:DiscoveryMode>Discoverable</tds:DiscoveryMode>"
        return f"<tds:GetDiscoveryModeResponse>{mode}</tds:GetDiscoveryModeResponse>"

    def get_wsdl_url(self, call: Call) -> str:
        """Say where the descriptions are."""
        return "<tds:GetWsdlUrlResponse><tds:WsdlUrl>http://www.onvif.org/</tds:WsdlUrl></tds:GetWsdlUrlResponse>"


def _snake(name: str) -> str:
    known = {"GetDNS": "get_dns", "GetNTP": "get_ntp", "SetNTP": "set_ntp"}
    return known.get(name) or "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _date_time(at: datetime) -> str:
    return (f"<tt:Time><tt:Hour>{at.hour}</tt:Hour><tt:Minute>{at.minute}</tt:Minute><tt:Second>{at.second}</tt:Second>"
            f"</tt:Time><tt:Date><tt:Year>{at.year}</tt:Year><tt:Month>{at.month}</tt:Month><tt:Day>{at.day}</tt:Day>"
            "</tt:Date>")


def _scopes(state: DeviceState) -> tuple[str, ...]:
    root = "onvif://www.onvif.org"
    kinds = ("video_encoder", "Network_Video_Transmitter", *(("ptz",) if state.ptz else ()))
    return (f"{root}/name/{quote(state.name)}", f"{root}/location/{quote(state.site)}",
            f"{root}/hardware/{quote(MODEL)}", f"{root}/Profile/Streaming", f"{root}/Profile/T",
            *(f"{root}/type/{kind}" for kind in kinds))
