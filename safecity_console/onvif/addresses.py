"""Addresses that devices give, made reachable: behind NAT, in a recovery network, or plainly wrong.

Belongs here: the rule. Does not belong here: calling (session.py).
Invariants: 1. A login never goes to a host that nobody registered: every address gets the host the device was reached
by. 2. A port of the device's own is kept where the device is reached at the address it believes to have. 3. Path and
query are kept. 4. Only http, https, rtsp and rtsps come through.
5. What is reached over TLS stays there.
6. The port of the device service as the device names it is the one that it was reached by.
Source: quirk 3 and 20 of onvif.md.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from safecity_console.domain.onvif import Endpoint, OnvifError, OnvifFault

_DEFAULT = {"http": 80, "https": 443, "rtsp": 554, "rtsps": 322}


class Addresses:
    """Rewrites for one device; `ports` maps a port the device names to the one that reaches it."""

    def __init__(self, endpoint: Endpoint, ports: dict[int, int] | None = None) -> None:
        self._endpoint = endpoint
        self._ports = dict(ports or {})

    def learn(self, device_service: str) -> None:
        """Learn from what the device calls its own device service which of its ports the web port is (NAT)."""
        try:
            parts = urlsplit("".join(device_service.split()))
            port = parts.port or _DEFAULT.get(parts.scheme)
        except ValueError:
            return
        if port is not None and (parts.scheme == "https") is self._endpoint.tls:
            self._ports.setdefault(port, self._endpoint.port)

    def reachable(self, url: str) -> str:
        """Give an address that reaches the device, without any login in it; raises OnvifError(NOT_ONVIF)."""
        try:
            parts = urlsplit(urljoin(self._endpoint.url, "".join(url.split())))
            port = parts.port
        except ValueError:
            raise OnvifError(OnvifFault.NOT_ONVIF, words="address") from None
        if parts.scheme not in _DEFAULT:
            raise OnvifError(OnvifFault.NOT_ONVIF, words="address")
        if self._endpoint.tls and parts.scheme == "http":
            return self._over_tls(parts)
        named = parts.hostname or self._endpoint.host
        mapped = self._ports.get(port or _DEFAULT[parts.scheme])
        if mapped is not None:
            port = mapped
        elif named != self._endpoint.host and parts.scheme in ("http", "https") \
                and port in (None, _DEFAULT[parts.scheme]):
            # Reached by another host than it believes: its web port is then the one it was reached by.
            port = self._endpoint.port if (parts.scheme == "https") is self._endpoint.tls else port
        return self._joined(parts, parts.scheme, port)

    def _over_tls(self, parts: SplitResult) -> str:
        """Keep a device that is reached over TLS there: its plain addresses would carry the login in the open."""
        return self._joined(parts, "https", self._endpoint.port)

    def _joined(self, parts: SplitResult, scheme: str, port: int | None) -> str:
        host = f"[{self._endpoint.host}]" if ":" in self._endpoint.host else self._endpoint.host
        place = host if port is None or port == _DEFAULT[scheme] else f"{host}:{port}"
        return urlunsplit((scheme, place, parts.path or "/", parts.query, ""))
