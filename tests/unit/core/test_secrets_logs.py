"""Secrets that cannot be printed, and logs without secrets and floods."""

from __future__ import annotations

import copy
import json
import logging
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.core import logs
from safecity_console.core.login import Login
from safecity_console.core.logs import RepeatFilter
from safecity_console.core.secrets import MASK, Secret, redact

TEXT = "hunter2-secret"


@pytest.mark.parametrize(
    "show",
    [
        str,
        repr,
        "{}".format,
        "{:>40}".format,
        "%s".__mod__,
        lambda s: f"{s!r}{s}",
        lambda s: repr([s, {"k": s}]),
        lambda s: repr(Login("admin", s)),
    ],
)
def test_no_way_of_printing_shows_a_secret(show) -> None:
    assert TEXT not in show(Secret(TEXT))


@pytest.mark.parametrize("write", [pickle.dumps, json.dumps, copy.deepcopy])
def test_a_secret_is_not_written_anywhere(write) -> None:
    with pytest.raises(TypeError) as caught:
        write(Secret(TEXT))
    assert TEXT not in str(caught.value)


def test_secrets_compare_by_value_and_are_true_where_they_hold_something() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("ü"), Secret("ü"), Secret("b")}) == 2
    assert (bool(Secret("")), bool(Secret(" ")), Secret("x").reveal()) == (False, True, "x")
    assert Login() == Login("", Secret(""))


@pytest.mark.parametrize(
    "line",
    [
        f"opening rtsp://admin:{TEXT}@10.0.0.1/x",
        f"opening rtsp://admin:{TEXT}@x@10.0.0.1/x",
        f"RTSPS://:{TEXT}@h/",
        f"two rtsp://a:{TEXT}@h/ and http://b:{TEXT}@h/",
        f"password={TEXT}",
        f"Password: {TEXT}",
        f"'password': '{TEXT}'",
        f'{{"passwd": "{TEXT}", "x": 1}}',
        json.dumps({"event": f'{{"passwd": "{TEXT}"}}'}),
        json.dumps({"secret": f"it's {TEXT}"}),
        f"token={TEXT}&x=1",
        f"Authorization: Basic {TEXT}",
        f"Authorization: Bearer {TEXT}",
        f'Authorization: Digest username="{TEXT}", realm="x", response="{TEXT}"',
    ],
)
def test_redaction_masks_logins(line: str) -> None:
    masked = redact(line)
    assert TEXT not in masked
    assert MASK in masked


@pytest.mark.parametrize(
    "line", ["rtsp://10.0.0.1/x", "mail a@b.c", "camera 5 at 10:42", "no passwords here", "x@y rtsp://h/"]
)
def test_redaction_leaves_other_text_alone(line: str) -> None:
    assert redact(line) == line


@given(st.text(max_size=300))
def test_redaction_never_falls_and_twice_is_once(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(
    st.sampled_from(
        ["{'password': '%s', 'x': 1}", '{"token": "%s"}', "Digest a=%s", "pwd=%s&y=1", "Authorization: Basic %s"]
    ),
    st.text(st.characters(codec="ascii", exclude_characters="\\\"'", exclude_categories=["Z", "Cc"]), min_size=6),
)
def test_a_redacted_line_of_json_stays_json(pattern: str, text: str) -> None:
    line = json.dumps({"event": redact(pattern % text), "after": 1})
    assert json.loads(redact(line)) == json.loads(line)


@given(
    st.text(
        st.characters(exclude_characters="/@\"'<> \t\r\n", exclude_categories=["Z", "Cc", "Cs"]),
        min_size=6,
        max_size=30,
    )
)
def test_no_password_in_a_url_passes(password: str) -> None:
    assert password not in redact(f"rtsp://u:{password}@h/").replace(f"{MASK}@h/", "").replace("rtsp://", "")


class Now:
    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


def _record(event: object = "lost", name: str = "x", level: int = logging.WARNING) -> logging.LogRecord:
    return logging.LogRecord(name, level, "", 0, event, None, None)


def test_repeats_pass_once_a_second_and_are_counted() -> None:
    now = Now()
    gate = RepeatFilter(1.0, now)
    assert [gate.filter(_record()) for _ in range(5)] == [True, False, False, False, False]
    now.s += 1.0
    record = _record()
    assert gate.filter(record)
    assert record.__dict__["repeated"] == 4
    now.s += 1.0
    record = _record()
    assert gate.filter(record)
    assert "repeated" not in record.__dict__


def test_other_events_cameras_loggers_and_levels_are_no_repeats() -> None:
    gate = RepeatFilter(1.0, Now())
    records = [_record(), _record("other"), _record(name="y"), _record(level=logging.ERROR)]
    records += [_record({"event": "lost", "camera": n}) for n in range(3)]
    assert all(gate.filter(record) for record in records)
    assert not gate.filter(_record({"event": "lost", "camera": 1, "bytes": 7}))


def test_the_filter_does_not_grow_for_ever() -> None:
    gate = RepeatFilter(1.0, Now())
    for n in range(3 * logs.KEYS_KEPT):
        gate.filter(_record(f"event {n}"))
    assert len(gate._seen) <= logs.KEYS_KEPT


def _configured(folder: Path) -> Path:
    """Set the logs up in the test's own body: only there is standard error the captured one."""
    logs.configure(folder, "INFO")
    return folder / "console.jsonl"


def _written(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_lines_are_json_with_time_level_and_logger(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = _configured(tmp_path)
    logs.get_logger("streams").info("opened", camera=4, ms=12.5, ok=True)
    (line,) = _written(lines)
    assert (line["event"], line["camera"], line["ms"], line["ok"], line["level"]) == ("opened", 4, 12.5, True, "info")
    assert line["logger"] == "safecity.streams"
    assert str(line["timestamp"]).endswith("Z")
    out, err = capfd.readouterr()
    assert out == ""
    assert "opened" in err


def test_no_secret_gets_into_a_line_whoever_writes_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = _configured(tmp_path)
    log = logs.get_logger("x")
    log.info("one", url=f"rtsp://a:{TEXT}@h/", nested={"u": [f"rtsp://a:{TEXT}@h/"]}, secret=Secret(TEXT))
    logging.getLogger("libav").warning("failed %s", f"rtsp://a:{TEXT}@h/")
    try:
        raise OSError(f"cannot open rtsp://a:{TEXT}@h/")
    except OSError:
        log.warning("two", exc_info=True)
        logging.getLogger("other").warning("three", exc_info=True)
    assert len(_written(lines)) == 4
    assert "OSError" in lines.read_text(encoding="utf-8")
    assert TEXT not in lines.read_text(encoding="utf-8")
    out, err = capfd.readouterr()
    assert TEXT not in out + err


def test_a_flood_is_one_line_in_every_handler(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = _configured(tmp_path)
    for _ in range(500):
        logs.get_logger("x").warning("bad_packet", camera=3)
    assert len(_written(lines)) == 1
    assert capfd.readouterr().err.count("bad_packet") == 1


def test_a_line_that_cannot_be_formatted_is_not_dumped_raw(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _configured(tmp_path)
    logging.getLogger("broken").warning("%d of", f"rtsp://a:{TEXT}@h/")
    assert TEXT not in "".join(capfd.readouterr())
