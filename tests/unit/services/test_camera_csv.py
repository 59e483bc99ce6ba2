"""Bad input from offices: each line refused or mended with its reason, the good lines kept, nothing half-written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Refused
from safecity_console.domain.report import ImportReport
from safecity_console.services import camera_csv
from safecity_console.services.drafts import draft_of
from safecity_console.services.events import CamerasChanged
from tests.fakes.records import Records, open_records

HEADER = "number,name,main_url"


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def _reasons(report: ImportReport) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in report.refused]


BAD_LINES = [
    ("x,Name,rtsp://h/", "number_bad"),
    ("1.5,Name,rtsp://h/", "number_bad"),
    ("-1,Name,rtsp://h/", "number_bad"),
    ("²,Name,rtsp://h/", "number_bad"),
    (",Name,rtsp://h/", "number_bad"),
    ("9999999999,Name,rtsp://h/", "number_bad"),
    ("0,Name,rtsp://h/", "number_range"),
    ("10000,Name,rtsp://h/", "number_range"),
    ("5,,rtsp://h/", "name_missing"),
    (f"5,{'n' * 81},rtsp://h/", "name_too_long"),
    ('5,"two\nlines",rtsp://h/', "text_control"),
    ("5,a\x00b,rtsp://h/", "text_control"),
    ("5,Name,", "url_missing"),
    ("5,Name", "url_missing"),
    ("5,Name,rtsp://h:99999/", "url_port"),
    ("5,Name,rtsp://h:abc/", "url_port"),
    ("5,Name,rtsp://h:0/", "url_port"),
    ("5,Name,ftp://h/", "url_scheme"),
    ("5,Name,10.0.0.1", "url_scheme"),
    ("5,Name,rtsp:///x", "url_host"),
    ("5,Name,rtsp://h/a b", "url_unreadable"),
    (f"5,Name,rtsp://h/{'x' * 1100}", "url_too_long"),
    ("5,Name,rtsp://h/user=a&password=b", "url_password_in_path"),
    ("5,Name,rtsp://h/,spare", "cells_extra"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES)
def test_a_bad_line_is_refused_with_line_and_reason_and_the_good_ones_are_kept(
    records: Records, line: str, reason: str
) -> None:
    report = records.cameras.import_csv(f"{HEADER}\n1,First,rtsp://h/1\n{line}\n7,Last,rtsp://h/7\n")
    assert _reasons(report) == [(3, reason)]
    assert report.added == (1, 7)
    assert [c.number for c in records.cameras.cameras()] == [1, 7]


@pytest.mark.parametrize(
    ("columns", "line", "reason"),
    [
        ("phase", "two", "phase_bad"),
        ("phase", "100", "phase_range"),
        ("transport", "pigeon", "transport_bad"),
        ("latitude,longitude", "north,east", "place_bad"),
        ("latitude,longitude", "91,0", "place_range"),
        ("latitude,longitude", "nan,0", "place_range"),
        ("latitude,longitude", "33.1,", "place_half"),
        ("user,password", "admin,a\x01b", "password_unfit"),
        ("password", "x" * 300, "password_unfit"),
        ("site", "s" * 81, "text_too_long"),
        ("notes", "n" * 2001, "text_too_long"),
    ],
)
def test_every_other_column_is_checked_too(records: Records, columns: str, line: str, reason: str) -> None:
    report = records.cameras.import_csv(f"{HEADER},{columns}\n1,Name,rtsp://h/,{line}\n")
    assert _reasons(report) == [(2, reason)]
    assert records.cameras.cameras() == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("number,name,main_url,colour\n1,a,rtsp://h/,red\n", "column_unknown"),
        ("number,name\n1,a\n", "column_missing"),
        ("name,url\na,rtsp://h/\n", "column_missing"),
        ("number,name,url,URL\n1,a,rtsp://h/,rtsp://h/\n", "column_twice"),
        ("number,name,url,\n1,a,rtsp://h/,\n", "column_unknown"),
        ("1,Chowk,rtsp://h/\n", "column_unknown"),
        ("", "csv_empty"),
        ("\n\n", "csv_empty"),
        ("sep=;\n", "csv_empty"),
        ('"number,name,url\n1,a,rtsp://h/\n', "csv_quote"),
    ],
)
def test_a_wrong_header_refuses_the_whole_file_at_line_one(records: Records, text: str, reason: str) -> None:
    report = records.cameras.import_csv(text)
    assert _reasons(report) == [(1, reason)]
    assert (report.added, report.changed) == ((), ())
    assert records.cameras.cameras() == ()


def test_the_wrong_column_is_named(records: Records) -> None:
    (refused,) = records.cameras.import_csv("number,name,url,col\x07our\n1,a,rtsp://h/,x\n").refused
    assert refused.figures == {"column": "col?our"}


def test_the_second_line_with_a_number_is_refused_with_the_first_one_named(records: Records) -> None:
    report = records.cameras.import_csv(f"{HEADER}\n4,One,rtsp://h/1\n\n4,Two,rtsp://h/2\n")
    (refused,) = report.refused
    assert (refused.line, refused.reason, refused.figures) == (4, "number_twice", {"number": 4, "first_line": 2})
    assert [c.name for c in records.cameras.cameras()] == ["One"]


def test_a_login_in_a_url_is_mended_into_the_vault_and_shown_nowhere(records: Records) -> None:
    report = records.cameras.import_csv(f"{HEADER}\n4,One,rtsp://admin:hunter2@h/1\n")
    assert [(one.line, one.reason) for one in report.mended] == [(2, "login_taken")]
    assert "hunter2" not in repr(report)
    (camera,) = records.cameras.cameras()
    assert camera.profiles[0].url == "rtsp://h/1"
    assert records.cameras.login(camera.id).password.reveal() == "hunter2"
    again = records.cameras.import_csv(f"{HEADER}\n4,One,rtsp://admin:hunter2@h/1\n")
    assert (again.unchanged, again.changed) == ((4,), ())


def test_refusals_never_show_a_password(records: Records) -> None:
    text = f"{HEADER},user,password\n" + "".join(
        f"{number},{name},rtsp://admin:hunter2@h:{port}/,{user},hunter3\n"
        for number, name, port, user in [
            ("x", "a", 1, ""),
            ("1", "", 1, ""),
            ("2", "a", 99999, ""),
            ("3", "a", 1, "other"),
        ]
    )
    report = records.cameras.import_csv(text)
    assert len(report.refused) == 4
    assert "hunter" not in repr(report)
    assert "hunter" not in repr(camera_csv.read(text))


def test_a_number_that_is_there_is_changed_and_only_in_the_columns_of_the_file(records: Records) -> None:
    camera = records.cameras.add(
        CameraDraft(4, "Old", "rtsp://h/1", "rtsp://h/2", site="Chowk", user="admin", notes="keep me"), Secret("one")
    )
    records.heard.clear()
    report = records.cameras.import_csv(f"{HEADER}\n4,New,rtsp://h/1\n")
    assert (report.added, report.changed, report.unchanged) == ((), (4,), ())
    now = records.cameras.cameras()[0]
    assert (now.id, now.name, now.notes, now.user, now.site_name) == (camera.id, "New", "keep me", "admin", "Chowk")
    assert len(now.profiles) == 2
    assert records.cameras.login(now.id).password.reveal() == "one"
    assert records.heard == [CamerasChanged(changed=frozenset({camera.id}))]


def test_a_new_password_or_address_says_that_the_login_changed(records: Records) -> None:
    camera = records.cameras.add(CameraDraft(4, "Old", "rtsp://h/1", user="admin"), Secret("one"))
    other = records.cameras.add(CameraDraft(5, "Old", "rtsp://h/5"))
    records.heard.clear()
    records.cameras.import_csv(f"{HEADER},password\n4,Old,rtsp://h/1,two\n5,New,rtsp://h/5,\n")
    assert records.heard == [
        CamerasChanged(changed=frozenset({camera.id, other.id}), login_changed=frozenset({camera.id}))
    ]
    records.cameras.import_csv(f"{HEADER}\n4,Old,rtsp://viewer:three@h/1\n")
    login = records.cameras.login(camera.id)
    assert (login.user, login.password.reveal()) == ("viewer", "three")


def test_a_dry_run_reports_the_same_and_writes_nothing(records: Records) -> None:
    records.cameras.add(CameraDraft(4, "Old", "rtsp://h/1"))
    before = records.paths.database.read_bytes(), records.rows("SELECT * FROM camera")
    records.heard.clear()
    text = f"{HEADER},site\n4,New,rtsp://h/1,S\n5,a,rtsp://u:p@h/,S\nx,b,rtsp://h/,\n"
    dry = records.cameras.import_csv(text, dry_run=True)
    assert (records.paths.database.read_bytes(), records.rows("SELECT * FROM camera")) == before
    assert records.heard == []
    assert records.cameras.sites() == ()
    assert records.cameras.import_csv(text) == dry
    assert (dry.added, dry.changed, len(dry.refused), len(dry.mended)) == ((5,), (4,), 1, 1)


def test_an_import_is_written_whole_or_not_at_all(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    from safecity_console.services import cameras as module

    real, calls = module.insert_camera, []

    def fails_at_the_third(tx, draft, site_id):
        calls.append(draft.number)
        if len(calls) == 3:
            raise Refused("disk_full")
        return real(tx, draft, site_id)

    monkeypatch.setattr(module, "insert_camera", fails_at_the_third)
    lines = "".join(f"{n},c,rtsp://h/{n},Site {n}\n" for n in range(1, 6))
    with pytest.raises(Refused):
        records.cameras.import_csv(f"{HEADER},site\n{lines}")
    assert records.rows("SELECT (SELECT count(*) FROM camera) + (SELECT count(*) FROM site) AS n") == [{"n": 0}]
    assert records.cameras.cameras() == ()
    assert records.heard == []


TABLE = [
    ["number", "name", "url", "name_ur"],
    ["1", "Chowk, east", "rtsp://h/1", "چوک"],
    ["2", "Gate; 2", "rtsp://h/2", ""],
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("told", [False, True])
def test_what_spreadsheets_write_is_read(
    records: Records, tmp_path: Path, delimiter: str, encoding: str, ending: str, told: bool
) -> None:
    rows = [delimiter.join(f'"{c}"' if set(c) & set(",; ") else c for c in row) for row in TABLE]
    text = ending.join(([f"sep={delimiter}"] if told else []) + rows) + ending
    path = tmp_path / "cameras.csv"
    path.write_bytes(text.encode(encoding))
    report = records.cameras.import_csv(path)
    assert (report.added, report.refused) == ((1, 2), ())
    assert [(c.name, c.name_ur) for c in records.cameras.cameras()] == [("Chowk, east", "چوک"), ("Gate; 2", "")]


def test_headers_are_case_blind_and_have_other_names(records: Records) -> None:
    text = "Camera No;TITLE;RTSP URL;Sub-Stream;Username;Pass;Lat;Long;Location;Protocol;Remarks;ONVIF\n"
    text += "۱۲;Gate;rtsp://h/1;rtsp://h/2;admin; p w ;33,14;73,75;Chowk;UDP;=1+1;h:8080\n"
    report = records.cameras.import_csv(text)
    assert (report.refused, report.added) == ((), (12,))
    (camera,) = records.cameras.cameras()
    assert (camera.site_name, camera.notes, camera.onvif_host) == ("Chowk", "=1+1", "h:8080")
    assert records.cameras.login(camera.id).password.reveal() == " p w "
    assert records.cameras.sites()[0].latitude == 33.14


@pytest.mark.parametrize(
    "raw", [b"number,name,url\n1,caf\xe9,rtsp://h/\n", b"\xff\xfen\x00u", b"\x00\x01\x02\xff" * 30]
)
def test_what_is_no_text_is_refused(records: Records, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(raw)
    report = records.cameras.import_csv(path)
    assert report.refused[0].reason in {"csv_encoding", "column_unknown", "column_missing"}
    assert report.added == ()


def test_a_line_of_bad_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"number,name,url\n1,a,rtsp://h/\n2,caf\xe9,rtsp://h/\n")
    assert [(r.line, r.reason) for r in camera_csv.read(path).refused] == [(3, "csv_encoding")]


def test_a_file_that_is_not_there_is_refused(records: Records, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(Refused) as caught:
            records.cameras.import_csv(path)
        assert caught.value.code == "file_unreadable"


def test_a_huge_file_is_refused_and_a_long_one_is_cut(records: Records, tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    path.write_bytes(b"number,name,url\n" + b"1,a,rtsp://h/\n" * 400_000)
    assert _reasons(records.cameras.import_csv(path)) == [(1, "csv_too_large")]
    whole = "".join(f"{n},c,rtsp://h/\n" for n in range(1, camera_csv.LINES_MAX + 1))
    assert camera_csv.read(f"\n{HEADER}\n{whole}\n\n").refused == ()
    lines = "".join(f"{n},c,rtsp://h/\n" for n in range(1, camera_csv.LINES_MAX + 20))
    parsed = camera_csv.read(f"{HEADER}\n{lines}")
    assert len(parsed.lines) == camera_csv.LINES_MAX
    assert [(r.line, r.reason) for r in parsed.refused] == [(camera_csv.LINES_MAX + 2, "csv_too_many_lines")]


def test_a_quote_never_closed_keeps_what_came_before(records: Records) -> None:
    report = records.cameras.import_csv(f'{HEADER}\n1,a,rtsp://h/\n2,"b,rtsp://h/\n3,c,rtsp://h/\n')
    assert report.added == (1,)
    assert _reasons(report) == [(3, "csv_quote")]


def test_lines_are_counted_as_an_editor_shows_them(records: Records) -> None:
    text = f'{HEADER},notes\n1,a,rtsp://h/,"two\nlines"\nx,b,rtsp://h/,\n'
    report = records.cameras.import_csv(text)
    assert (report.added, _reasons(report)) == ((1,), [(4, "number_bad")])


def test_what_is_exported_comes_back_unchanged_and_without_passwords(records: Records) -> None:
    records.cameras.add(
        CameraDraft(1, "=HYPERLINK(1)", "rtsp://h/1", "rtsp://h/s", name_ur="چوک", site="+Chowk", user="@dmin",
                    notes='a "quoted", text\nin two lines', latitude=33.1, longitude=-73.5, onvif_host="h:80"),
        Secret("hunter2"),
    )  # fmt: skip
    records.cameras.add(CameraDraft(2, "Plain", "rtsp://h/2", phase=2))
    text = records.cameras.export_csv()
    assert "hunter2" not in text
    assert "'=HYPERLINK(1)" in text
    assert ",=HYPERLINK" not in text
    report = records.cameras.import_csv(text)
    assert (report.refused, report.unchanged) == ((), (1, 2))
    with open_records(records.paths.root.parent / "other") as other:
        assert other.cameras.import_csv(text).added == (1, 2)
        assert [draft_of(c) for c in other.cameras.cameras()] == [draft_of(c) for c in records.cameras.cameras()]


def test_a_site_keeps_its_place_whatever_the_lines_say(records: Records) -> None:
    text = f"{HEADER},site,lat,lon\n1,a,rtsp://h/1,Chowk,33.1,73.1\n2,b,rtsp://h/2,chowk,33.2,73.2\n"
    assert records.cameras.import_csv(text).added == (1, 2)
    (site,) = records.cameras.sites()
    assert (site.latitude, site.longitude) == (33.1, 73.1)
    assert records.cameras.import_csv(text).unchanged == (1, 2)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.lists(st.text(alphabet='",;\t\n\r1a:/@', max_size=40)).map("".join))
def test_no_text_makes_the_reader_fall(text: str) -> None:
    for prefix in ("", f"{HEADER}\n"):
        parsed = camera_csv.read(prefix + text)
        assert all(one.line >= 1 for one in (*parsed.lines, *parsed.refused))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fall(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(raw)
    camera_csv.read(path)
