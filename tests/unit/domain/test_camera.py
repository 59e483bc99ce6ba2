"""URLs with logins, and what a valid camera is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.camera import (
    Camera,
    CameraDraft,
    StreamProfile,
    StreamRole,
    UrlLogin,
    take_login,
    validate,
    with_login,
)
from safecity_console.domain.errors import Refused

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("url", "clean", "user", "password"),
    [
        ("rtsp://h/x", "rtsp://h/x", "", ""),
        ("  rtsp://h:554/x?a=1&b=2 ", "rtsp://h:554/x?a=1&b=2", "", ""),
        ("rtsp://admin:pw@10.0.0.1/x", "rtsp://10.0.0.1/x", "admin", "pw"),
        ("rtsp://admin@h/x", "rtsp://h/x", "admin", ""),
        ("rtsp://:pw@h/x", "rtsp://h/x", "", "pw"),
        ("rtsp://a:p%40s%3As@h:8554/x", "rtsp://h:8554/x", "a", "p@s:s"),
        ("rtsp://a:p@s@h/x", "rtsp://h/x", "a", "p@s"),
        ("rtsps://a:b@[2001:db8::1]:322/x", "rtsps://[2001:db8::1]:322/x", "a", "b"),
        ("RTSP://A:b@Host/X", "rtsp://host/X", "A", "b"),
        ("http://a:b@h/mjpeg#frag", "http://h/mjpeg", "a", "b"),
        ("file:///srv/a@b.mp4", "file:///srv/a@b.mp4", "", ""),
    ],
)
def test_a_login_is_taken_out_of_a_url(url: str, clean: str, user: str, password: str) -> None:
    assert take_login(url) == UrlLogin(clean, user, password)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "url_scheme"),
        ("10.0.0.1", "url_scheme"),
        ("ssh://h/", "url_scheme"),
        ("javascript:alert(1)", "url_scheme"),
        ("rtsp://", "url_host"),
        ("rtsp://a:b@/x", "url_host"),
        ("rtsp://h:0/", "url_port"),
        ("rtsp://h:65536/", "url_port"),
        ("rtsp://h:-1/", "url_port"),
        ("rtsp://h:55x/", "url_port"),
        ("rtsp://[::1/", "url_unreadable"),
        ("rtsp://h/a b", "url_unreadable"),
        ("rtsp://h/\r\nSETUP", "url_unreadable"),
        ("rtsp://h/\x00", "url_unreadable"),
        ("rtsp://h/" + "x" * 1020, "url_too_long"),
    ],
)
def test_an_impossible_url_is_refused_without_showing_it(url: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        take_login(url)
    assert caught.value.code == code
    assert "a:b" not in str(caught.value)


@given(WORDS, WORDS)
def test_what_is_put_into_a_url_comes_out_of_it(user: str, password: str) -> None:
    opened = with_login("rtsp://h:554/x?y=1", user, password)
    assert take_login(opened) == UrlLogin("rtsp://h:554/x?y=1", user, password)


@given(st.text(max_size=200))
def test_no_text_makes_take_login_fall(text: str) -> None:
    try:
        login = take_login(text)
    except Refused:
        return
    if not login.url.startswith("file:"):
        assert "@" not in login.url.split("/")[2]


def test_a_login_shows_no_password() -> None:
    login = take_login("rtsp://a:hunter2@h/")
    assert "hunter2" not in repr(login) + str(login) + f"{login}"
    assert with_login("rtsp://h/", "", "ignored") == "rtsp://h/"


def test_a_draft_is_given_back_trimmed() -> None:
    assert validate(CameraDraft(1, "  Gate ", " rtsp://h/1 ", site=" S ", user=" u ")) == CameraDraft(
        1, "Gate", "rtsp://h/1", site="S", user="u"
    )


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (CameraDraft(1, "x", "rtsp://a:b@h/"), "url_holds_login"),
        (CameraDraft(1, "x", "rtsp://h/", "rtsp://a@h/"), "url_holds_login"),
        (CameraDraft(1, "x", "", ""), "url_missing"),
        (CameraDraft(1, " ", "rtsp://h/"), "name_missing"),
        (CameraDraft(1, "x" * 81, "rtsp://h/"), "name_too_long"),
        (CameraDraft(0, "x", "rtsp://h/"), "number_range"),
        (CameraDraft(10_000, "x", "rtsp://h/"), "number_range"),
        (CameraDraft(1, "x", "rtsp://h/", phase=100), "phase_range"),
        (CameraDraft(1, "x", "rtsp://h/", latitude=-90.1), "place_range"),
        (CameraDraft(1, "x", "rtsp://h/", longitude=float("nan")), "place_range"),
        (CameraDraft(1, "x\x1b[31m", "rtsp://h/"), "text_control"),
        (CameraDraft(1, "x", "rtsp://h/", user="a\r\nb"), "text_control"),
    ],
)
def test_an_impossible_draft_is_refused(draft: CameraDraft, code: str) -> None:
    with pytest.raises(Refused) as caught:
        validate(draft)
    assert caught.value.code == code


def test_a_camera_gives_the_other_stream_where_one_is_missing() -> None:
    main = StreamProfile(StreamRole.MAIN, "rtsp://h/1")
    sub = StreamProfile(StreamRole.SUB, "rtsp://h/2")
    assert Camera("i", 1, "n").profile(StreamRole.MAIN) is None
    one, two = Camera("i", 1, "n", profiles=(main,)), Camera("i", 1, "n", profiles=(main, sub))
    assert (one.profile(StreamRole.SUB), one.has_two_streams) == (main, False)
    assert (two.profile(StreamRole.SUB), two.has_two_streams) == (sub, True)
