"""The wire to one device: deadlines, caps, logins counted, clocks, certificates, addresses, faults told apart."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.onvif import AuthScheme, Endpoint, OnvifError, OnvifFault
from safecity_console.onvif import faults, http
from safecity_console.onvif.addresses import Addresses
from safecity_console.onvif.digest import challenge_of
from safecity_console.onvif.session import Session
from tests.fakes.certificates import self_signed
from tests.fakes.onvif_server import INFORMATION, PASSWORD, USER, Heard, OnvifServer, Reply, StrictDevice, fault, soap

BODY = "<tds:GetDeviceInformation/>"
ANSWER = soap(INFORMATION)


_made: list[Session] = []


@pytest.fixture(autouse=True)
def _closing() -> Iterator[None]:
    yield
    while _made:
        _made.pop().close()


def session(server: OnvifServer, password: str = PASSWORD, user: str = USER, **more: Any) -> Session:
    made = Session(Endpoint("127.0.0.1", server.port, tls=more.pop("tls", False)), user, Secret(password), **more)
    _made.append(made)
    return made


def ask(one: Session, operation: str = "GetDeviceInformation", timeout_s: float = 3.0, **more: Any) -> str:
    return one.call(one.endpoint.url, f"<tds:{operation}/>", operation, timeout_s=timeout_s, **more)


def refusal(work: Callable[[], Any]) -> OnvifError:
    with pytest.raises(OnvifError) as caught:
        work()
    return caught.value


# Hostile answers ------------------------------------------------------------------------------------------------------

BOMB = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50
        + '">]><s:Envelope xmlns:s="e"><s:Body>&c;</s:Body></s:Envelope>')
OUTSIDE = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
           '<s:Envelope xmlns:s="e"><s:Body>&a;</s:Body></s:Envelope>')


@pytest.mark.parametrize(("reply", "expected"), [
    (Reply(b"<a>" + b"x" * 50_000_000), OnvifFault.TOO_LARGE),
    (Reply(chunks=[b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 1_000_000] * 50]), OnvifFault.TOO_LARGE),
    (Reply(b"<Envelope>" + b"<a/>" * 1_900_000 + b"</Envelope>"), OnvifFault.TOO_LARGE),
    (Reply(b"<a>" * 2_600_000), OnvifFault.TOO_LARGE),
    (Reply(BOMB), OnvifFault.NOT_ONVIF),
    (Reply(OUTSIDE), OnvifFault.NOT_ONVIF),
    (Reply("<html><body>Please log in & smile</body></html>"), OnvifFault.NOT_ONVIF),
    (Reply("<html>not found</html>", 404), OnvifFault.NOT_SUPPORTED),
    (Reply("", 200), OnvifFault.NOT_ONVIF),
    (Reply(b"\x00\xff\xfe" * 100), OnvifFault.NOT_ONVIF),
    (Reply("", 302, [("Location", "http://192.0.2.9/onvif/device_service")]), OnvifFault.REDIRECTED),
    (Reply(chunks=[b"HTTP/1.1 200 OK\r\nX: ", b"x" * 100_000]), OnvifFault.NOT_ONVIF),
    (Reply(chunks=[b"SSH-2.0-dropbear\r\n"]), OnvifFault.NOT_ONVIF),
    (Reply(hang_up=True), OnvifFault.CLOSED),
    (Reply("busy", 503), OnvifFault.DEVICE_FAULT),
    (fault("NotAuthorized", "Sender not authorized", 200), OnvifFault.WRONG_PASSWORD),
    (fault("OperationProhibited", "user level too low", 400), OnvifFault.NOT_AUTHORISED),
    (fault("ActionNotSupported", "", 500), OnvifFault.NOT_SUPPORTED),
    (fault("InvalidArgVal", "no such\x07 profile\u202e", 400), OnvifFault.NOT_ONVIF),  # a bell is no XML
    (fault("InvalidArgVal", "no such profile\u202e", 400), OnvifFault.DEVICE_FAULT),
])  # fmt: skip
def test_answers_are_told_apart(reply: Reply, expected: OnvifFault) -> None:
    with OnvifServer(lambda _: reply) as server:
        error = refusal(lambda: ask(session(server, user="")))
    assert error.fault is expected, error.words
    assert "\u202e" not in error.words
    assert "hostname" not in error.words


@pytest.mark.parametrize("chunks", [
    [b"HTTP/1.1 200 OK\r\n", *[b"X-Drip: 1\r\n"] * 1000],
    [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", *[b"x"] * 1000],
    [b"H"] * 1000,
])  # fmt: skip
def test_a_device_that_drips_is_left_at_the_deadline(chunks: list[bytes]) -> None:
    with OnvifServer(lambda _: Reply(chunks=chunks, drip_s=0.05)) as server:
        began = time.monotonic()
        error = refusal(lambda: ask(session(server, user=""), timeout_s=0.4))
        assert error.fault is OnvifFault.TIMED_OUT
        assert time.monotonic() - began < 3.0  # of 50 s that it would go on


def test_no_route_refused_and_closed_are_told_apart() -> None:
    with OnvifServer(lambda _: ANSWER) as server:
        dead = session(server, user="")
        name = Session(Endpoint("no-such-host.invalid"), "", Secret(""))
    assert refusal(lambda: ask(dead)).fault is OnvifFault.REFUSED
    assert refusal(lambda: ask(name)).fault is OnvifFault.NO_ROUTE
    dead.close()
    assert refusal(lambda: ask(dead)).fault is OnvifFault.CLOSED


# Connections ----------------------------------------------------------------------------------------------------------


def test_one_connection_is_kept_and_a_dropped_one_is_seen_before_use() -> None:
    with OnvifServer(lambda _: ANSWER) as server:
        one = session(server, user="")
        for _ in range(3):
            ask(one, again=False)
        assert server.connections == 1
        server.drop_connections()
        ask(one, again=False)  # quirk 22: also what may not be sent twice gets through
        assert (server.connections, len(server.heard)) == (2, 4)


def test_quirk_22_what_may_not_come_twice_is_not_sent_twice() -> None:
    answers = iter([ANSWER, Reply(hang_up=True), ANSWER, Reply(hang_up=True), ANSWER])
    with OnvifServer(lambda _: next(answers)) as server:
        one = session(server, user="")
        ask(one)
        assert "Manufacturer" in ask(one)  # a read: hung up on, sent again
        assert refusal(lambda: ask(one, again=False)).fault is OnvifFault.CLOSED
        assert len(server.heard) == 4
        ask(one, again=False)  # on a new connection: this device hangs up between calls


# Logins ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("accepts", "scheme"), [
    ({"digest": True}, AuthScheme.DIGEST), ({"token": True}, AuthScheme.TOKEN),
    ({"digest": True, "token": True}, AuthScheme.DIGEST),
])  # fmt: skip
def test_quirk_4_the_scheme_is_learnt_and_then_a_call_is_one_trip(accepts: dict[str, bool], scheme: AuthScheme) -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, **accepts)
    with OnvifServer(device) as server:
        one = session(server)
        ask(one)
        learning = len(server.heard)
        for _ in range(5):
            ask(one)
        assert one.scheme is scheme
        assert (learning, len(server.heard)) == (2, 7)
        assert device.refusals == 0
        counts = [h.headers.get("authorization", "").partition("nc=")[2][:8] for h in server.heard[1:]]
        assert counts == ([f"{n:08x}" for n in range(1, 7)] if scheme is AuthScheme.DIGEST else [""] * 6)
        assert not any("Basic" in str(h.headers) or PASSWORD in h.body for h in server.heard)


@pytest.mark.parametrize("accepts", [{"digest": True}, {"token": True}, {"digest": True, "token": True}])
def test_quirk_5_one_refused_login_stops_all_further_tries(accepts: dict[str, bool]) -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, **accepts)
    with OnvifServer(device) as server:
        one = session(server, password="wrong")
        assert refusal(lambda: ask(one)).fault is OnvifFault.WRONG_PASSWORD
        for _ in range(10):
            assert refusal(lambda: ask(one)).fault is OnvifFault.LOGIN_STOPPED
        assert len(server.logins()) == 1
        assert device.refusals == 1
        assert one.stopped


def test_a_right_that_is_missing_does_not_stop_the_login() -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION,
                           "SystemReboot": fault("OperationProhibited", "Operator may not", 400)}, token=True)
    with OnvifServer(device) as server:
        one = session(server)
        ask(one)
        assert refusal(lambda: ask(one, "SystemReboot")).fault is OnvifFault.NOT_AUTHORISED
        assert "Manufacturer" in ask(one)


@pytest.mark.parametrize("accepts", [{"digest": True}, {"token": True}])
def test_not_authorised_for_one_deed_is_told_from_a_refused_login(accepts: dict[str, bool]) -> None:
    answers = {"GetDeviceInformation": INFORMATION, "SystemReboot": fault("NotAuthorized", "Sender not authorized")}
    device = StrictDevice(answers, **accepts)
    with OnvifServer(device) as server:
        one = session(server)
        ask(one)
        for _ in range(3):
            assert refusal(lambda: ask(one, "SystemReboot")).fault is OnvifFault.NOT_AUTHORISED
        assert "Manufacturer" in ask(one)
        device.password = "changed meanwhile"
        assert refusal(lambda: ask(one, "SystemReboot")).fault is OnvifFault.WRONG_PASSWORD
        assert refusal(lambda: ask(one)).fault is OnvifFault.LOGIN_STOPPED
        assert device.refusals <= 2


def test_a_remembered_token_gives_way_to_digest() -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, digest=True)
    with OnvifServer(device) as server:
        one = session(server, scheme=AuthScheme.TOKEN)
        assert "Manufacturer" in ask(one)
        assert one.scheme is AuthScheme.DIGEST


def test_a_slow_device_is_learnt_all_the_same() -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, digest=True)

    def slow(heard: Heard) -> Reply | str:
        time.sleep(0.3)
        return device(heard)

    with OnvifServer(slow) as server:
        assert "Manufacturer" in ask(session(server), timeout_s=0.5)


def test_a_nonce_that_ran_out_without_saying_stale_is_no_refusal() -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, digest=True)
    with OnvifServer(device) as server:
        one = session(server)
        ask(one)
        device.nonce = "n2"
        assert "Manufacturer" in ask(one)
        device.password = "changed meanwhile"
        assert refusal(lambda: ask(one)).fault is OnvifFault.WRONG_PASSWORD
        heard = len(server.heard)
        assert refusal(lambda: ask(one)).fault is OnvifFault.LOGIN_STOPPED
        assert len(server.heard) == heard


def test_a_device_that_asks_for_no_login_gets_none() -> None:
    with OnvifServer(StrictDevice({"GetDeviceInformation": INFORMATION})) as server:
        ask(session(server))
        assert not server.logins()


# Clocks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("offset_s", [3600.0, -3600.0, 20.0])
def test_quirk_1_a_clock_that_is_off_is_taken_into_account(offset_s: float) -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, token=True, offset_s=offset_s)
    with OnvifServer(device) as server:
        one = session(server)
        clock = one.measure_clock(one.endpoint.url)
        assert clock is not None
        assert abs(clock.offset_s - offset_s) <= clock.uncertainty_s + 0.2
        ask(one)
        device.offset_s = device.told_offset_s = 0.0  # reset by a reboot: seen at the refusal, tried once more
        assert "Manufacturer" in ask(one)
        assert device.refusals == 1


def test_quirk_2_the_date_of_http_stands_in_and_local_time_told_as_utc_is_seen_through() -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, token=True, offset_s=3600.0, open_to_all=())
    device.dated = True
    with OnvifServer(device) as server:
        one = session(server)
        clock = one.measure_clock(one.endpoint.url)
        assert clock is not None
        assert clock.source == "Date"
        assert "Manufacturer" in ask(one)
    local = StrictDevice({"GetDeviceInformation": INFORMATION}, token=True, offset_s=0.0, told_offset_s=5 * 3600.0)
    with OnvifServer(local) as server:
        one = session(server)
        one.measure_clock(one.endpoint.url)
        assert "Manufacturer" in ask(one)
        assert local.refusals == 1


def test_a_wrong_password_with_a_clock_that_is_off_is_tried_no_more_than_twice() -> None:
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, token=True, offset_s=3600.0)
    with OnvifServer(device) as server:
        one = session(server, password="wrong")
        one.measure_clock(one.endpoint.url)
        assert refusal(lambda: ask(one)).fault in (OnvifFault.WRONG_PASSWORD, OnvifFault.CLOCK_OFF)
        assert refusal(lambda: ask(one)).fault is OnvifFault.LOGIN_STOPPED
        assert device.refusals <= 2


# TLS ------------------------------------------------------------------------------------------------------------------


def test_a_certificate_is_pinned_and_a_changed_one_gets_no_login(tmp_path: Path) -> None:
    first, second = self_signed(tmp_path / "a.pem"), self_signed(tmp_path / "b.pem")
    device = StrictDevice({"GetDeviceInformation": INFORMATION}, token=True)
    with OnvifServer(device, first) as server:
        new = refusal(lambda: ask(session(server, tls=True)))
        assert (new.fault, len(new.words)) == (OnvifFault.CERTIFICATE_NEW, 64)
        assert "Manufacturer" in ask(session(server, tls=True, pinned=new.words))
    with OnvifServer(device, second) as server:
        changed = refusal(lambda: ask(session(server, tls=True, pinned=new.words)))
        assert changed.fault is OnvifFault.CERTIFICATE_CHANGED
        assert changed.words not in ("", new.words)
        assert not server.heard


# Addresses ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("endpoint", "told", "used"), [
    (Endpoint("10.0.0.5"), "http://192.168.1.2/onvif/media", "http://10.0.0.5/onvif/media"),
    (Endpoint("10.0.0.5"), "http://10.0.0.5:2020/onvif/service", "http://10.0.0.5:2020/onvif/service"),
    (Endpoint("10.0.0.5", 8080), "http://192.168.1.2/onvif/media", "http://10.0.0.5:8080/onvif/media"),
    (Endpoint("10.0.0.5", 8080), "/onvif/Events/PullSubManager?Idx=7", "http://10.0.0.5:8080/onvif/Events/PullSubManager?Idx=7"),
    (Endpoint("10.0.0.5"), "http://192.168.1.2:1025/event-1025", "http://10.0.0.5:1025/event-1025"),
    (Endpoint("10.0.0.5"), " rtsp://admin:12345@192.168.1.2:554/a?b=1&c=2\r\n", "rtsp://10.0.0.5/a?b=1&c=2"),
    (Endpoint("10.0.0.5"), "http://evil.example/steal", "http://10.0.0.5/steal"),
    (Endpoint("10.0.0.5", 443, tls=True), "http://10.0.0.5/onvif/ptz", "https://10.0.0.5/onvif/ptz"),
    (Endpoint("fd00::5", 8080), "http://[fe80::1]/onvif/media", "http://[fd00::5]:8080/onvif/media"),
])  # fmt: skip
def test_quirk_3_addresses_lead_back_to_the_device(endpoint: Endpoint, told: str, used: str) -> None:
    assert Addresses(endpoint).reachable(told) == used


@pytest.mark.parametrize("told", ["file:///etc/passwd", "gopher://x/", "http://[::1", "http://a:99999/"])
def test_addresses_that_are_none_are_refused(told: str) -> None:
    assert refusal(lambda: Addresses(Endpoint("10.0.0.5")).reachable(told)).fault is OnvifFault.NOT_ONVIF


def test_a_port_behind_a_router_is_mapped() -> None:
    learnt = Addresses(Endpoint("10.0.0.5", 8085))
    learnt.learn("http://192.168.1.2:8000/onvif/device_service")
    assert learnt.reachable("http://192.168.1.2:8000/onvif/ptz") == "http://10.0.0.5:8085/onvif/ptz"
    assert Addresses(Endpoint("10.0.0.5"), {554: 10554}).reachable("rtsp://192.168.1.2:554/a") == "rtsp://10.0.0.5:10554/a"


# Broken XML and challenges --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", [
    b'<e:Envelope xmlns:e="x"><e:Body><tt:A>1</tt:A></e:Body></e:Envelope>',  # ipycam: prefix not declared
    b'<?xml version="1.0" encoding="x-none"?><Envelope><Body><a>tom & jerry</a></Body></Envelope>',
    b"<Envelope><Body><a token=1 b:kind='x'>1</a></Body></Envelope>",
    "\ufeff<Envelope><Body>\u0627</Body></Envelope>".encode(),
])  # fmt: skip
def test_quirk_7_what_devices_forget_is_put_right(body: bytes) -> None:
    text = faults.repaired(body)
    if b"x-none" in body:
        assert text is None or "tom" in text
    else:
        assert text is not None
        assert "Body" in text


def test_quirk_6_refusals_in_all_their_shapes_are_refusals() -> None:
    old = ("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>s:Client"
           "</faultcode><faultstring>The security token could not be AUTHENTICATED or FailedAuthentication"
           "</faultstring></s:Fault></s:Body></s:Envelope>")
    for status in (200, 400, 401, 500):
        for text in (old, str(fault("NotAuthorized", "sender NOT authorized").body)):
            answer = http.Answer(status, {}, text.encode(), 0.0)
            assert refusal(lambda a=answer: faults.soap_of(a, "X")).fault is OnvifFault.WRONG_PASSWORD
    assert refusal(lambda: faults.soap_of(http.Answer(401, {}, b"", 0.0), "X")).fault is OnvifFault.WRONG_PASSWORD


def test_endless_words_and_headers_cost_little() -> None:
    long = fault("InvalidArgVal", "word " * 1_400_000)
    with OnvifServer(lambda _: long) as server:
        error = refusal(lambda: ask(session(server, user="")))
    assert error.fault is OnvifFault.DEVICE_FAULT
    assert len(error.words) <= 200
    assert challenge_of(["a" * 65_000] * 100 + ["Digest " + "a" * 65_000]) is None


def test_the_strongest_challenge_is_taken_and_basic_is_none() -> None:
    both = ['Digest realm="a, b", nonce="1", algorithm=MD5, qop="auth,auth-int"',
            'Digest realm="a", nonce="2", algorithm=SHA-256, qop="auth"', 'Basic realm="x"']
    chosen = challenge_of(both)
    assert chosen is not None
    assert (chosen.nonce, chosen.algorithm) == ("2", "SHA-256")
    assert challenge_of(['Basic realm="x"', 'Digest realm="x"', 'Digest nonce="1", algorithm=TIGER']) is None
    joined = challenge_of([f'Basic realm="x", {both[0]}'])
    assert joined is not None
    assert joined.realm == "a, b"
