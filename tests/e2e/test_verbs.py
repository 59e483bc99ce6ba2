"""Headless verbs as scripts use them: one JSON document, exit statuses, passwords nowhere, no Qt loaded.

The contract is the issue's table of commands; what each verb decides is tested beside its service.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desk import console, headless

pytestmark = pytest.mark.crowd

SECRET = "Tr0ub4dor-and-3"
LIST = f"""number,name,site,phase,url,user,password
1,Chowk Shaheedan,City centre,1,rtsp://127.0.0.1:9/one,control,{SECRET}-1
2,Bank Square,City centre,one,rtsp://127.0.0.1:9/two,,
3,Hall Road,City centre,2,rtsp://control:{SECRET}-3@127.0.0.1:9/three,,
3,Hall Road again,City centre,2,rtsp://127.0.0.1:9/again,,
4,Bypass,Bypass,1,rtsp://127.0.0.1:99999/four,,
5,Ratta Bridge,Bypass,3,rtsp://127.0.0.1:9/five,,
"""


@dataclass(frozen=True)
class Answer:
    """What a verb answered."""

    status: int
    stdout: str
    stderr: str

    @property
    def document(self) -> dict[str, Any]:
        """Give the one JSON document; raises where standard output holds anything else."""
        return dict(json.loads(self.stdout))


Ask = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path, data_folder: Path) -> Ask:
    """Run a verb on the test's data folder: `ask("camera", "list", "--json")`."""

    def run(*words: str, stdin: str = "") -> Answer:
        done = subprocess.run(
            console(*words, "--data", str(data_folder)),
            cwd=tmp_path, env=headless(tmp_path / "home"), input=stdin, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        assert SECRET not in done.stdout + done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


def test_a_camera_comes_and_goes(ask: Ask, data_folder: Path) -> None:
    url = "rtsp://127.0.0.1:9/main"
    added = ask(
        "camera", "add", "--number", "7", "--name", "Press Club", "--url", url, "--user", "control", "--password-stdin",
        "--json", stdin=SECRET + "\n",
    )  # fmt: skip
    assert added.status == 0, added.stderr
    (camera,) = ask("camera", "list", "--json").document["cameras"]
    assert (camera["number"], camera["name"], camera["has_password"]) == (7, "Press Club", True)
    twice = ask("camera", "add", "--number", "7", "--name", "Other", "--url", url)
    assert twice.status == 1
    assert twice.stderr.strip()
    assert ask("check", "--json").document == {"ok": True, "problems": []}
    kept = [p for p in data_folder.rglob("*") if p.is_file() and SECRET.encode() in p.read_bytes()]
    assert not kept, "the password stands in clear in these files"

    assert ask("camera", "remove", "7").status == 0
    assert ask("camera", "list", "--json").document["cameras"] == []
    assert ask("camera", "remove", "7").status == 1


def test_an_import_keeps_the_good_lines_and_names_the_bad(ask: Ask, tmp_path: Path, data_folder: Path) -> None:
    file = tmp_path / "thirty.csv"
    file.write_text(LIST, encoding="utf-8")
    planned = ask("camera", "import", str(file), "--dry-run", "--json")
    assert ask("camera", "list", "--json").document["cameras"] == []
    done = ask("camera", "import", str(file), "--json")
    assert done.status == 0
    document = done.document
    assert document["added"] == planned.document["added"]
    assert {1, 5} <= set(document["added"])
    assert {row["line"] for row in document["refused"]} >= {3, 6}
    assert all(row["reason"] and row["text"] for row in document["refused"])
    listed = {camera["number"]: camera for camera in ask("camera", "list", "--json").document["cameras"]}
    assert set(listed) == set(document["added"])
    assert listed[1]["has_password"]
    kept = [p for p in data_folder.rglob("*") if p.is_file() and SECRET.encode() in p.read_bytes()]
    assert not kept, "the password stands in clear in these files"


def test_a_file_with_a_wrong_column_changes_nothing(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("number,nmae,url\n1,One,rtsp://127.0.0.1:9/one\n", encoding="utf-8")
    done = ask("camera", "import", str(file), "--json")
    assert done.status == 1
    assert [row["line"] for row in done.document["refused"]] == [1]
    assert ask("camera", "list", "--json").document["cameras"] == []


def test_probe_names_the_layer_that_fails(ask: Ask) -> None:
    done = ask("camera", "probe", "rtsp://127.0.0.1:9/none", "--json")
    assert done.status == 1
    assert done.document["failing_layer"] == "port"
    assert done.document["layers"][-1]["ok"] is False
    assert {"layer", "ok", "ms", "detail"} <= set(done.document["layers"][-1])


@pytest.mark.parametrize("verb", ["demo", "shot", "camera", "camera probe", "doctor", "check", "wall bench"])
def test_every_verb_explains_itself(tmp_path: Path, verb: str) -> None:
    done = subprocess.run(
        console(*verb.split(), "--help"), env=headless(tmp_path), capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "--json" in done.stdout or verb == "camera"


@pytest.mark.parametrize(
    "words", [("nonsense",), ("camera",), ("camera", "add", "--number", "x"), ("demo", "--cameras", "many")]
)
def test_wrong_usage_is_status_two(ask: Ask, words: tuple[str, ...]) -> None:
    done = ask(*words)
    assert done.status == 2
    assert done.stdout == ""
    assert done.stderr


def test_a_registry_verb_does_not_load_qt(tmp_path: Path, data_folder: Path) -> None:
    lines = [
        "import sys",
        "from safecity_console.__main__ import main",
        "sys.argv = ['safecity-console', 'camera', 'list', '--data', sys.argv[1]]",
        "try:",
        "    status = main()",
        "except SystemExit as end:",
        "    status = end.code",
        "heavy = sorted({'PySide6', 'cv2', 'av', 'safecity_console.simulator'} & set(sys.modules))",
        "sys.exit(f'status {status}, loaded {heavy}' if status or 'PySide6' in heavy else 0)",
    ]
    done = subprocess.run(
        [*console()[:1], "-c", "\n".join(lines), str(data_folder)],
        env=headless(tmp_path / "home"), capture_output=True, text=True, timeout=60,
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
