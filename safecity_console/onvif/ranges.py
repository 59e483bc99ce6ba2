"""Address ranges as officers write them.

Belongs here: reading them. Does not belong here: asking the hosts (discovery.py).
Invariants: 1. At most `HOSTS_MOST` hosts, counted before any is listed. 2. Network and broadcast addresses of a CIDR
range are left out. Raises Refused("range_unreadable" | "range_too_large").
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from safecity_console.domain.errors import Refused

HOSTS_MOST = 1024
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def hosts_of(ranges: Iterable[str]) -> tuple[str, ...]:
    """Give the hosts of all ranges, each once, in order."""
    found: dict[str, None] = {}
    for text in ranges:
        for host in _hosts(text.strip()):
            found[host] = None
            if len(found) > HOSTS_MOST:
                raise Refused("range_too_large", most=HOSTS_MOST)
    return tuple(found)


def _hosts(text: str) -> Iterable[str]:
    try:
        if "/" in text:
            network = ipaddress.ip_network(text, strict=False)
            if network.num_addresses > HOSTS_MOST + 2:
                raise Refused("range_too_large", most=HOSTS_MOST)
            return [str(one) for one in network.hosts()]
        if "-" in text:
            return _between(*(part.strip() for part in text.split("-", 1)))
        return [str(ipaddress.ip_address(text))]
    except ValueError:
        raise Refused("range_unreadable", range=text[:60]) from None


def _between(low: str, high: str) -> Iterable[str]:
    first = ipaddress.ip_address(low)
    last = ipaddress.ip_address(f"{low.rpartition('.')[0]}.{high}" if high.isdecimal() else high)
    span = int(last) - int(first)
    if first.version != last.version or span < 0:
        raise ValueError(low)
    if span >= HOSTS_MOST:
        raise Refused("range_too_large", most=HOSTS_MOST)
    return [str(type(first)(int(first) + one)) for one in range(span + 1)]
