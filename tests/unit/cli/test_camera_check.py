"""`camera …` and `check` as scripts use them: exit status, one JSON document, sentences, no password anywhere."""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from safecity_console.cli import output
from safecity_console.cli.main import main
from safecity_console.cli.sentences import SENTENCES, sentence, sentence_of
from safecity_console.core.secrets import Secret
from safecity_console.db import translate
from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew, Refused, VaultLocked
from tests.fakes.records import open_records

ROOT = Path(__file__).resolve().parents[3] / "safecity_console"
PASSWORD = "hunter2-mirpur"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program's own main on the test's data folder; gives (status, standard output, standard error)."""

    def go(*words: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        try:
            status = main([*words, "--data", str(data_folder)])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        assert PASSWORD not in out + err
        return status, out, err

    return go


def test_a_camera_is_added_listed_and_removed(run: Run) -> None:
    status, out, _ = run(
        "camera", "add", "--number", "4", "--name", "Chowk", "--url", "rtsp://10.0.0.4/1", "--sub-url", "rtsp://10.0.0.4/2",
        "--site", "Bazaar", "--phase", "2", "--user", "admin", "--password-stdin", "--json", stdin=f"{PASSWORD}\n",
    )  # fmt: skip
    assert status == 0
    (added,) = json.loads(out)["cameras"]
    status, out, _ = run("camera", "list", "--json")
    (listed,) = json.loads(out)["cameras"]
    assert listed == added
    wanted = {
        "number": 4, "name": "Chowk", "site": "Bazaar", "phase": 2, "main_url": "rtsp://10.0.0.4/1",
        "sub_url": "rtsp://10.0.0.4/2", "user": "admin", "has_password": True, "enabled": True, "transport": "tcp",
    }  # fmt: skip
    assert {key: listed[key] for key in wanted} == wanted
    assert re.fullmatch(r".*[+-]\d\d:\d\d", listed["created_at"])
    status, out, _ = run("camera", "list")
    assert status == 0
    assert "Chowk" in out
    assert "1 cameras" in out
    assert run("camera", "remove", "4")[0] == 0
    assert json.loads(run("camera", "list", "--json")[1]) == {"cameras": []}


def test_the_password_from_standard_input_opens_the_camera(run: Run, data_folder: Path) -> None:
    for ending in ("\n", "\r\n", ""):
        number = str(len(ending) + 1)
        words = (
            "camera",
            "add",
            "--number",
            number,
            "--name",
            "x",
            "--url",
            "rtsp://h/",
            "--user",
            "u",
            "--password-stdin",
        )
        assert run(*words, stdin=PASSWORD + ending)[0] == 0
    with open_records(data_folder) as records:
        assert [records.cameras.login(c.id).password for c in records.cameras.cameras()] == [Secret(PASSWORD)] * 3


def test_a_login_in_the_url_is_taken_and_warned_of(run: Run, data_folder: Path) -> None:
    status, _, err = run("camera", "add", "--number", "1", "--name", "x", "--url", f"rtsp://u:{PASSWORD}@h/", "--json")
    assert status == 0
    assert "--password-stdin" in err
    with open_records(data_folder) as records:
        assert records.cameras.login(records.cameras.cameras()[0].id).password == Secret(PASSWORD)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--number", "0", "--url", "rtsp://h/"), "number_range"),
        (("--number", "1", "--url", f"rtsp://u:{PASSWORD}@h:99999/"), "url_port"),
        (("--number", "1", "--url", f"ftp://u:{PASSWORD}@h/"), "url_scheme"),
        (("--number", "1", "--url", f"rtsp://u:{PASSWORD}@h/", "--user", "other"), "logins_differ"),
        (("--number", "1"), "url_missing"),
        (("--number", "1", "--onvif", "h:port"), "onvif_address"),
        (("--number", "7", "--url", "rtsp://h/"), "number_taken"),
    ],
)
def test_a_refusal_is_status_one_with_a_sentence(run: Run, words: tuple[str, ...], code: str) -> None:
    assert run("camera", "add", "--number", "7", "--name", "x", "--url", "rtsp://h/")[0] == 0
    status, out, err = run("camera", "add", "--name", "x", *words, "--json")
    assert status == 1
    document = json.loads(out)
    assert (document["ok"], document["reason"]) == (False, code)
    assert document["text"] in err
    assert document["text"].endswith(".")
    status, out, err = run("camera", "add", "--name", "x", *words)
    assert (status, out) == (1, "")
    assert document["text"] in err


@pytest.mark.parametrize(
    "words",
    [
        ("camera",),
        ("camera", "fly"),
        ("camera", "add"),
        ("camera", "remove", "x"),
        ("camera", "import"),
        ("check", "--fast"),
    ],
)
def test_wrong_usage_is_status_two(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words)[0] == 2


def test_removing_what_is_not_there_is_refused(run: Run) -> None:
    status, _, err = run("camera", "remove", "5")
    assert (status, SENTENCES["camera_missing"] in err) == (1, True)


CSV = f"""number,name,url,user,password
1,Good,rtsp://h/1,admin,{PASSWORD}
2,Login,rtsp://admin:{PASSWORD}@h/2,,
1,Twice,rtsp://h/3,,
3,Port,rtsp://admin:{PASSWORD}@h:99999/,,
"""


def test_an_import_keeps_the_good_lines_and_names_the_others(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cameras.csv"
    file.write_text(CSV, encoding="utf-8")
    status, out, _ = run("camera", "import", str(file), "--dry-run", "--json")
    dry = json.loads(out)
    assert (status, dry["added"], dry["dry_run"]) == (0, [1, 2], True)
    assert json.loads(run("camera", "list", "--json")[1]) == {"cameras": []}
    status, out, _ = run("camera", "import", str(file), "--json")
    real = json.loads(out)
    assert real == {**dry, "dry_run": False}
    assert [(one["line"], one["reason"]) for one in real["refused"]] == [(4, "number_twice"), (5, "url_port")]
    assert real["mended"][0]["line"] == 3
    assert len(json.loads(run("camera", "list", "--json")[1])["cameras"]) == 2
    status, out, _ = run("camera", "import", str(file))
    assert status == 0
    assert "line 4: refused. Number 1 stands already in line 2 of this file." in out
    assert "0 added, 0 changed, 2 unchanged, 2 refused" in out


def test_an_import_that_takes_nothing_is_status_one(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cameras.csv"
    file.write_text("number,name,url,colour\n1,a,rtsp://h/,red\n", encoding="utf-8")
    status, out, _ = run("camera", "import", str(file), "--json")
    document = json.loads(out)
    assert (status, document["refused"][0]["line"], document["refused"][0]["column"]) == (1, 1, "colour")
    assert run("camera", "import", str(tmp_path / "none.csv"))[0] == 1


def test_an_export_comes_back_unchanged(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cameras.csv"
    file.write_text(CSV, encoding="utf-8")
    run("camera", "import", str(file))
    back = tmp_path / "back.csv"
    assert run("camera", "export", "--out", str(back))[0] == 0
    assert PASSWORD.encode() not in back.read_bytes()
    assert json.loads(run("camera", "import", str(back), "--json")[1])["unchanged"] == [1, 2]
    status, out, _ = run("camera", "export")
    assert (status, out.splitlines()[0].split(",")[:2]) == (0, ["number", "name"])
    assert run("camera", "export", "--out", str(tmp_path))[0] == 1


def test_check_holds_and_does_not(run: Run, data_folder: Path) -> None:
    assert run("check")[0] == 1  # no database yet
    run("camera", "add", "--number", "1", "--name", "x", "--url", f"rtsp://u:{PASSWORD}@h/")
    for words in (("check", "--json"), ("check", "--deep", "--json")):
        status, out, _ = run(*words)
        assert (status, json.loads(out)) == (0, {"ok": True, "problems": []})
    (data_folder / "keys" / "vault.key").unlink()
    status, out, _ = run("check", "--json")
    document = json.loads(out)
    assert (status, document["ok"]) == (1, False)
    assert set(document["problems"][0]) == {"kind", "where", "detail"}
    assert "vault" in run("check")[1]


def test_a_damaged_and_a_newer_file_are_refused_with_a_sentence(run: Run, data_folder: Path) -> None:
    run("camera", "list")
    (data_folder / "console.db").write_bytes(b"SQLite format 3\0" + b"\x07" * 5000)
    status, _, err = run("camera", "list")
    assert status == 1
    assert "damaged" in err
    assert "Traceback" not in err
    assert run("check")[0] == 1


def test_urdu_on_a_terminal_that_cannot_show_it_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    output.say("چوک 4")
    output.answer({"name": "چوک"})
    output.sys.stdout.flush()
    assert raw.getvalue().startswith(b"??? 4\n")
    assert json.loads(raw.getvalue().split(b"\n", 1)[1]) == {"name": "چوک"}


def _codes() -> set[str]:
    """Collect every code that sources raise or report, wherever a refusal is made."""
    found = {*translate._TAKEN.values(), *translate._REFUSED.values()}
    for folder in ("domain", "core", "db", "services", "cli"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                    continue
                place = {"Refused": 0, "NotFound": 0, "Conflict": 0, "_WholeFile": 1, "LineRefused": 1}.get(
                    node.func.id
                )
                if place is None or len(node.args) <= place:
                    continue
                found |= {
                    c.value
                    for c in ast.walk(node.args[place])
                    if isinstance(c, ast.Constant) and isinstance(c.value, str)
                }
    return found


def test_every_code_has_a_sentence() -> None:
    codes = _codes()
    assert len(codes) > 40
    assert codes - set(SENTENCES) == set()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_one_and_survives_missing_figures(code: str) -> None:
    text = sentence(code)
    assert text[0].isupper()
    assert text.endswith(".")
    assert "{" not in text


def test_errors_without_a_code_have_sentences_too() -> None:
    assert "newer version" in sentence_of(DatabaseTooNew(9, 3))
    assert "backups" in sentence_of(DatabaseDamaged("x"))
    assert "locked" in sentence_of(VaultLocked("x"))
    assert sentence_of(Refused("brand_new")) == "Refused: brand_new."
