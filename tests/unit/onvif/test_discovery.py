"""Finding devices: what an answer says, hostile answers, who is who, ranges, being cancelled, progress."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import Endpoint, FoundDevice, Search, SearchProgress
from safecity_console.onvif import discovery
from safecity_console.onvif.discovery import Finds, interfaces, search
from safecity_console.onvif.probe_words import probes, read_answer
from safecity_console.onvif.ranges import HOSTS_MOST, hosts_of
from tests.fakes.onvif_server import OnvifServer, Reply, StrictDevice


def match(addresses: str, reference: str = "urn:uuid:1", scopes: str = "onvif://www.onvif.org/name/Gate%20One",
          types: str = "dn:NetworkVideoTransmitter") -> bytes:
    return ("<s:Envelope xmlns:s='s' xmlns:d='d' xmlns:a='a'><s:Body><d:ProbeMatches><d:ProbeMatch>"
            f"<a:EndpointReference><a:Address>{reference}</a:Address></a:EndpointReference><d:Types>{types}</d:Types><d:Scopes>{scopes}"
            f"</d:Scopes><d:XAddrs>{addresses}</d:XAddrs></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>").encode()


SCOPES = ("onvif://www.onvif.org/name/HIKVISION%20DS-2CD2143 onvif://www.onvif.org/hardware/DS-2CD2143 "
          "onvif://www.onvif.org/location/country/china onvif://www.onvif.org/Profile/Streaming "
          "onvif://www.onvif.org/Profile/T onvif://www.onvif.org/MAC/aa:bb:cc:00:11:22")


def test_an_answer_is_read_whole() -> None:
    (one,) = read_answer(match("http://10.0.0.7:8000/onvif/device_service http://[fe80::1]/onvif/device_service",
                               scopes=SCOPES), "10.0.0.7", "eth0")
    assert one == FoundDevice(
        "urn:uuid:1", Endpoint("10.0.0.7", 8000), "HIKVISION DS-2CD2143", "DS-2CD2143", "country/china", "HIKVISION",
        ("NetworkVideoTransmitter",), ("S", "T"), "eth0", mac="aa:bb:cc:00:11:22")


@pytest.mark.parametrize("addresses", [
    "http://192.0.2.99/onvif/device_service", "http://bank.example:9999/onvif/device_service",
    "http://10.0.0.7@192.0.2.99/x", "http://192.0.2.99/a\u202eb", "",
])  # fmt: skip
def test_a_spoofed_address_leads_to_the_sender(addresses: str) -> None:
    for one in read_answer(match(addresses), "10.0.0.7"):
        assert one.endpoint.host == "10.0.0.7"


@pytest.mark.parametrize("datagram", [
    b"", b"\x00" * 1400, b"<" * 60_000, b"<a>" * 20_000, match("http://x/onvif/")[:200], match("x" * 70_000),
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + match("http://10.0.0.7/onvif/"), b"<Envelope><Body/></Envelope>",
    match("http://10.0.0.7:0/print", scopes="ldap:///printer", types="wprt:PrintDeviceType"),
])  # fmt: skip
def test_what_makes_no_sense_is_nothing(datagram: bytes) -> None:
    assert read_answer(datagram, "10.0.0.7") == ()


def test_wrong_namespaces_undeclared_prefixes_and_many_matches_are_survived() -> None:
    undeclared = (b"<Envelope><Body><ProbeMatches><ProbeMatch><wsa:EndpointReference><wsa:Address>u</wsa:Address>"
                  b"</wsa:EndpointReference><d:Types>tds:Device</d:Types><d:XAddrs>http://10.0.0.7/onvif/device_service"
                  b"</d:XAddrs></ProbeMatch></ProbeMatches></Body></Envelope>")
    (one,) = read_answer(undeclared, "10.0.0.7")
    assert one.types == ("Device",)
    body = match("http://10.0.0.7/onvif/device_service").decode()
    inner = body[body.index("<d:ProbeMatch>"):body.index("</d:ProbeMatches>")]
    assert len(read_answer(body.replace(inner, inner * 130).encode(), "10.0.0.7")) <= 64


@given(some.binary(max_size=300), some.text(max_size=100))
def test_no_answer_raises(raw: bytes, words: str) -> None:
    read_answer(raw, "10.0.0.7")
    read_answer(match(words, words, words, words), "10.0.0.7")


def test_a_device_is_one_finding_and_a_copied_reference_makes_two() -> None:
    finds = Finds()
    real = FoundDevice("urn:1", Endpoint("10.0.0.7"), "Gate")
    for one in (real, FoundDevice("urn:1", Endpoint("10.0.0.7"), hardware="H"), FoundDevice("", Endpoint("10.0.0.7")),
                FoundDevice("urn:1", Endpoint("10.0.0.66"), "Stranger"), FoundDevice("", Endpoint("10.0.0.9", 8080)),
                FoundDevice("", Endpoint("10.0.0.9", 8081)), FoundDevice("urn:9", Endpoint("10.0.0.9", 8081), "Late")):
        finds.add(one)
    told = [(one.endpoint.host, one.endpoint.port, one.name, one.hardware) for one in finds.all]
    assert told[0] == ("10.0.0.7", 80, "Gate", "H")
    assert told[-1] == ("10.0.0.66", 80, "Stranger", "")
    assert {one[1] for one in told[1:-1]} == {8080, 8081}


# Ranges ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "first", "count"), [
    ("192.0.2.0/30", "192.0.2.1", 2), ("192.0.2.10-192.0.2.12", "192.0.2.10", 3), ("192.0.2.10-12", "192.0.2.10", 3),
    ("192.0.2.5", "192.0.2.5", 1), ("10.0.0.0/22", "10.0.0.1", 1022), ("fd00::1-fd00::3", "fd00::1", 3),
])  # fmt: skip
def test_ranges(text: str, first: str, count: int) -> None:
    hosts = hosts_of([text, text])
    assert (hosts[0], len(hosts)) == (first, count)


@pytest.mark.parametrize("text", ["10.0.0.0/8", "::/0", "10.0.0.0-10.255.0.0", "10.0.0.0/21"])
def test_ranges_are_bounded_before_they_are_listed(text: str) -> None:
    with pytest.raises(Refused) as caught:
        hosts_of([text])
    assert (caught.value.code, caught.value.figures["most"]) == ("range_too_large", HOSTS_MOST)


@given(some.text(max_size=20))
def test_a_range_that_is_none_is_refused(text: str) -> None:
    code, count = "", 0
    try:
        count = len(hosts_of([text]))
    except Refused as error:
        code = error.code
    assert code in ("", "range_unreadable", "range_too_large")
    assert count <= HOSTS_MOST


# On the wire ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def answering() -> Iterator[Callable[..., tuple[tuple[str, int], list[str]]]]:
    """Give a function that answers probes on a port of loopback: only those with a word in them."""
    ended, threads, socks = threading.Event(), [], []

    def start(word: str, *answers: bytes) -> tuple[tuple[str, int], list[str]]:
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.bind(("127.0.0.1", 0))
        sock.settimeout(0.05)
        heard: list[str] = []

        def live() -> None:
            while not ended.is_set():
                try:
                    datagram, sender = sock.recvfrom(65_535)
                except OSError:
                    continue
                heard.append(datagram.decode())
                if word in heard[-1]:
                    for one in answers:
                        sock.sendto(one, sender)

        threads.append(threading.Thread(target=live, daemon=True))
        threads[-1].start()
        socks.append(sock)
        return sock.getsockname(), heard

    yield start
    ended.set()
    for thread in threads:
        thread.join(2.0)
    for sock in socks:
        sock.close()


@pytest.mark.parametrize("word", ["dn:NetworkVideoTransmitter", "tds:Device", "<d:Probe></d:Probe>"])
def test_quirk_25_each_kind_of_device_is_found_by_one_of_three_probes_sent_three_times(
        answering: Callable[..., tuple[tuple[str, int], list[str]]], word: str) -> None:
    target, heard = answering(word, b"rubbish", match("http://127.0.0.1:8000/onvif/device_service"))
    told: list[SearchProgress] = []
    (one,) = search(Search(seconds=1.2, interface="127.0.0.1"), told.append, target=target)
    assert (one.name, one.endpoint) == ("Gate One", Endpoint("127.0.0.1", 8000))
    assert len(heard) == 9
    assert sum(word in text for text in heard) == 3
    assert len(set(heard)) == 9  # each message has an id of its own
    assert told[-1] == SearchProgress(1.0, 1)
    assert [one.share for one in told] == sorted(one.share for one in told)


def test_a_search_that_is_cancelled_gives_what_was_found(
        answering: Callable[..., tuple[tuple[str, int], list[str]]]) -> None:
    target, _ = answering("Probe", match("http://127.0.0.1/onvif/device_service"))
    stop = threading.Event()

    def tell(progress: SearchProgress) -> None:
        if progress.found:
            stop.set()

    assert len(search(Search(seconds=3600.0, interface="127.0.0.1"), tell, stop, target)) == 1


def test_a_range_is_asked_and_a_mere_web_server_is_no_device() -> None:
    page = OnvifServer(lambda _: Reply("<html>router</html>", 200))
    shut = OnvifServer(lambda _: Reply("", 401, [("WWW-Authenticate", 'Digest realm="r", nonce="1"')]))
    dated = OnvifServer(lambda _: Reply("no", 404, [("Date", "Thu, 26 Nov 2026 03:00:00 GMT")]))
    with page, shut, dated, OnvifServer(StrictDevice(token=True, open_to_all=())) as device:
        told: list[SearchProgress] = []
        ports = (page.port, shut.port, dated.port, device.port)
        found = search(Search(multicast=False, ranges=("127.0.0.1-127.0.0.2",), ports=ports), told.append)
        assert [one.endpoint for one in found] == [Endpoint("127.0.0.1", device.port)]
        assert not any(one.logins() for one in (page, shut, dated, device))
        assert told[-1].asked == told[-1].to_ask == 2


def test_interfaces_and_probes() -> None:
    assert any(one.address == "127.0.0.1" for one in interfaces())
    assert interfaces("no such one") == ()
    assert all(one.name == "lo" for one in interfaces("127.0.0.1"))
    assert len(set(probes())) == 3
    assert discovery.SENDS == 3
