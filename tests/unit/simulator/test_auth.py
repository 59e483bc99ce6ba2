"""Logins against the worked example of RFC 2617 and against every way of being wrong."""

from __future__ import annotations

import base64
import re

import pytest

from safecity_console.simulator.auth import NONCE_LIFE_S, Authenticator, Verdict, digest_response

NOW_S = 1_790_000_000.0


def _header(
    desk: Authenticator, *, user: str = "u", password: str = "p", method: str = "DESCRIBE", **change: str
) -> str:
    challenge = desk.challenges(NOW_S)[0]
    fields = dict(re.findall(r'(\w+)="([^"]*)"', challenge)) | {"uri": "rtsp://h/cam01/sub"} | change
    answer = digest_response(method, user, fields["realm"], password, fields)
    return (
        f'Digest username="{user}", realm="{fields["realm"]}", nonce="{fields["nonce"]}", '
        f'uri="{fields["uri"]}", response="{answer}"'
    )


def test_worked_example_of_rfc_2617() -> None:
    fields = {
        "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093", "uri": "/dir/index.html", "qop": "auth", "nc": "00000001",
        "cnonce": "0a4f113b",
    }  # fmt: skip
    answer = digest_response("GET", "Mufasa", "testrealm@host.com", "Circle Of Life", fields)
    assert answer == "6629fae49393a05397450978507c4ef1"


def test_right_login_is_accepted() -> None:
    desk = Authenticator("r", "u", "p")
    assert desk.judge(_header(desk), "DESCRIBE", NOW_S) is Verdict.ACCEPTED


@pytest.mark.parametrize(
    "wrong", [{"user": "x"}, {"password": "x"}, {"method": "SETUP"}, {"realm": "other"}], ids=lambda d: next(iter(d))
)
def test_wrong_login_is_refused(wrong: dict[str, str]) -> None:
    desk = Authenticator("r", "u", "p")
    assert desk.judge(_header(desk, **wrong), "DESCRIBE", NOW_S) is Verdict.REFUSED


def test_nonce_of_another_is_stale_and_so_is_an_old_one() -> None:
    desk, other = Authenticator("r", "u", "p"), Authenticator("r", "u", "p")
    assert desk.judge(_header(other), "DESCRIBE", NOW_S) is Verdict.STALE
    assert desk.judge(_header(desk), "DESCRIBE", NOW_S + NONCE_LIFE_S + 1) is Verdict.STALE
    assert 'stale="true"' in desk.challenges(NOW_S, stale=True)[0]


@pytest.mark.parametrize(
    "header", ["", "Digest", "Digest nonce=", 'Digest nonce="zz-1"', "Bearer x", "Basic dTpw", "\xff"]
)
def test_nonsense_is_refused(header: str) -> None:
    assert Authenticator("r", "u", "p").judge(header, "DESCRIBE", NOW_S) is Verdict.REFUSED


def test_basic_only_where_allowed() -> None:
    header = "Basic " + base64.b64encode(b"u:p").decode()
    assert Authenticator("r", "u", "p").judge(header, "GET", NOW_S) is Verdict.REFUSED
    desk = Authenticator("r", "u", "p", allow_basic=True)
    assert desk.judge(header, "GET", NOW_S) is Verdict.ACCEPTED
    assert desk.judge("Basic !!", "GET", NOW_S) is Verdict.REFUSED
    assert desk.challenges(NOW_S)[1] == 'Basic realm="r"'


def test_password_is_not_in_the_repr() -> None:
    assert "p4ss" not in repr(Authenticator("r", "u", "p4ss"))
