"""The registry's use cases: adding, changing, removing, logins, events, and passwords that lie nowhere in clear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from safecity_console.core import logs
from safecity_console.core.secrets import Secret
from safecity_console.db.history import Note, put_note
from safecity_console.domain.camera import CameraDraft, StreamRole, Transport
from safecity_console.domain.errors import Conflict, NotFound, Refused, VaultLocked
from safecity_console.domain.watch import HistoryState
from safecity_console.services.cameras import CameraService
from safecity_console.services.events import CamerasChanged
from safecity_console.services.safe import LockedSafe, open_safe
from tests.fakes.records import Records, open_records

PASSWORD = "Sup3r$ecret-Mirpur-Ünïcode"


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def _draft(number: int = 1, **more: object) -> CameraDraft:
    values: dict[str, object] = {
        "number": number,
        "name": f"Camera {number}",
        "main_url": f"rtsp://10.0.0.{number}/main",
    }
    return CameraDraft(**{**values, **more})


def test_cameras_come_by_number_with_their_streams_and_sites(records: Records) -> None:
    records.cameras.add(_draft(7, site="Bus stand", sub_url="rtsp://10.0.0.7/sub", transport=Transport.UDP))
    records.cameras.add(_draft(2, site="bus STAND", name_ur="چوک", latitude=33.1, longitude=73.7))
    second, seventh = records.cameras.cameras()
    assert (second.number, seventh.number) == (2, 7)
    assert second.site_id == seventh.site_id
    assert second.site_name == "Bus stand"
    assert [(p.role, p.url, p.transport) for p in seventh.profiles] == [
        (StreamRole.MAIN, "rtsp://10.0.0.7/main", Transport.UDP),
        (StreamRole.SUB, "rtsp://10.0.0.7/sub", Transport.UDP),
    ]
    (site,) = records.cameras.sites()
    assert (site.latitude, site.longitude) == (33.1, 73.7)
    assert records.cameras.by_id(second.id) is records.cameras.by_number(2)
    assert records.cameras.by_number(99) is None


def test_a_login_in_the_url_goes_to_the_vault(records: Records) -> None:
    camera = records.cameras.add(_draft(main_url=f"rtsp://admin:{PASSWORD.replace('$', '%24')}@10.0.0.1:8554/a?b=c"))
    assert camera.profiles[0].url == "rtsp://10.0.0.1:8554/a?b=c"
    assert (camera.user, camera.has_password) == ("admin", True)
    login = records.cameras.login(camera.id)
    assert (login.user, login.password.reveal()) == ("admin", PASSWORD)
    assert PASSWORD not in repr(login)


def test_a_password_lies_nowhere_in_clear(data_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logs.configure(data_folder / "logs", "DEBUG")
    with open_records(data_folder) as records:
        camera = records.cameras.add(_draft(), Secret(PASSWORD))
        records.cameras.change(camera.id, _draft(name="Other"), Secret(PASSWORD + "2"), camera.revision)
        records.cameras.import_csv(
            f"number,name,url,password\n5,x,rtsp://h/,{PASSWORD}\n6,y,rtsp://a:{PASSWORD}3@h/,\n"
        )
        logs.get_logger("test").warning("look", url=f"rtsp://admin:{PASSWORD}@h/", cameras=records.cameras.cameras())
        assert records.cameras.login(camera.id).password.reveal() == PASSWORD + "2"
        assert PASSWORD not in records.cameras.export_csv()
        for path in (p for p in data_folder.rglob("*") if p.is_file()):  # the log of the database (-wal) is among them
            assert PASSWORD.encode() not in path.read_bytes(), path.name
            assert PASSWORD.encode("utf-16-le") not in path.read_bytes(), path.name
        assert {p.name for p in data_folder.rglob("*")} >= {
            "console.db",
            "console.db-wal",
            "console.jsonl",
            "vault.key",
        }
    out, err = capfd.readouterr()
    assert "look" in err
    assert PASSWORD not in out + err


def test_a_change_keeps_the_password_unless_another_is_given(records: Records) -> None:
    camera = records.cameras.add(_draft(user="admin"), Secret("one"))
    camera = records.cameras.change(camera.id, _draft(user="admin", name="New"), None, camera.revision)
    assert records.cameras.login(camera.id).password.reveal() == "one"
    camera = records.cameras.change(camera.id, _draft(user="admin", name="New"), Secret("two"), camera.revision)
    assert records.cameras.login(camera.id).password.reveal() == "two"
    camera = records.cameras.change(camera.id, _draft(user="admin", name="New"), Secret(""), camera.revision)
    assert not camera.has_password
    assert records.cameras.login(camera.id).password.reveal() == ""


@pytest.mark.parametrize(
    ("change", "password", "login"),
    [
        ({"name": "Other"}, None, False),
        ({"notes": "cable renewed"}, None, False),
        ({"main_url": "rtsp://10.0.0.9/main"}, None, True),
        ({"sub_url": "rtsp://10.0.0.9/sub"}, None, True),
        ({"user": "viewer"}, None, True),
        ({"transport": Transport.UDP}, None, True),
        ({}, Secret("other"), True),
    ],
)
def test_events_say_whether_a_stopped_stream_is_worth_another_try(
    records: Records, change: dict[str, object], password: Secret | None, login: bool
) -> None:
    camera = records.cameras.add(_draft(user="admin"), Secret("one"))
    records.heard.clear()
    records.cameras.change(camera.id, _draft(**{"user": "admin", **change}), password, camera.revision)
    one = frozenset({camera.id})
    assert records.heard == [CamerasChanged(changed=one, login_changed=one if login else frozenset())]


def test_a_change_to_the_same_writes_and_says_nothing(records: Records) -> None:
    camera = records.cameras.add(_draft(site="S", latitude=1.0, longitude=2.0, notes="n"))
    records.heard.clear()
    assert records.cameras.change(camera.id, records.cameras.draft(camera), None, camera.revision) is camera
    assert records.heard == []


def test_removing_keeps_the_history_and_frees_the_number(records: Records) -> None:
    camera = records.cameras.add(_draft(), Secret("one"))
    at = records.clock.now()
    records.door.write(lambda tx: put_note(tx, Note(camera.id, HistoryState.LIVE, "", "", at)))
    records.cameras.remove(camera.id)
    assert records.cameras.cameras() == ()
    assert records.heard[-1] == CamerasChanged(removed=frozenset({camera.id}))
    assert records.rows("SELECT * FROM sealed_password") == []
    (span,) = records.rows("SELECT * FROM camera_state")
    assert span["to_at"] is not None
    with pytest.raises(NotFound):
        records.cameras.remove(camera.id)
    with pytest.raises(NotFound):
        records.cameras.login(camera.id)
    assert records.cameras.add(_draft()).id != camera.id


def test_a_taken_number_and_a_stale_revision_are_conflicts(records: Records) -> None:
    first = records.cameras.add(_draft(1))
    second = records.cameras.add(_draft(2))
    with pytest.raises(Conflict) as caught:
        records.cameras.add(_draft(1))
    assert caught.value.code == "number_taken"
    with pytest.raises(Conflict) as caught:
        records.cameras.change(second.id, _draft(1), None, second.revision)
    assert caught.value.code == "number_taken"
    records.cameras.change(first.id, _draft(1, name="A"), None, first.revision)
    with pytest.raises(Conflict) as caught:
        records.cameras.change(first.id, _draft(1, name="B"), None, first.revision)
    assert caught.value.code == "changed_meanwhile"
    assert [c.name for c in records.cameras.cameras()] == ["A", "Camera 2"]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (_draft(0), "number_range"),
        (_draft(10000), "number_range"),
        (_draft(name="  "), "name_missing"),
        (_draft(name="x" * 81), "name_too_long"),
        (_draft(name="a\x07b"), "text_control"),
        (_draft(site="x" * 81), "text_too_long"),
        (_draft(notes="x" * 2001), "text_too_long"),
        (_draft(notes="\x00"), "text_control"),
        (_draft(main_url=""), "url_missing"),
        (_draft(main_url="rtsp://h:0/"), "url_port"),
        (_draft(main_url="rtsp://h:99999/"), "url_port"),
        (_draft(main_url="gopher://h/"), "url_scheme"),
        (_draft(main_url="rtsp:///x"), "url_host"),
        (_draft(main_url="rtsp://h/ x"), "url_unreadable"),
        (_draft(main_url="rtsp://[::1/x"), "url_unreadable"),
        (_draft(main_url="rtsp://h/" + "x" * 1024), "url_too_long"),
        (_draft(main_url="rtsp://h/user=admin_password=tlJwpbo6_channel=1"), "url_password_in_path"),
        (_draft(main_url="rtsp://h/?pass%77ord=x"), "url_password_in_path"),
        (_draft(main_url="rtsp://a:1@h/", sub_url="rtsp://a:2@h/2"), "logins_differ"),
        (_draft(main_url="rtsp://a:1@h/", user="b"), "logins_differ"),
        (_draft(phase=0), "phase_range"),
        (_draft(latitude=91.0, longitude=0.0), "place_range"),
        (_draft(latitude=float("nan"), longitude=0.0), "place_range"),
        (_draft(latitude=1.0), "place_half"),
    ],
)
def test_what_is_impossible_is_refused_and_nothing_is_written(records: Records, draft: CameraDraft, code: str) -> None:
    with pytest.raises(Refused) as caught:
        records.cameras.add(draft)
    assert caught.value.code == code
    assert records.cameras.cameras() == ()
    assert records.rows("SELECT count(*) AS n FROM site") == [{"n": 0}]
    assert records.heard == []


def test_a_password_that_cannot_be_typed_is_refused(records: Records) -> None:
    with pytest.raises(Refused) as caught:
        records.cameras.add(_draft(), Secret("a\nb"))
    assert caught.value.code == "password_unfit"
    assert "a\nb" not in str(caught.value)


def test_another_process_is_seen_after_a_reload(records: Records) -> None:
    mine = records.cameras.add(_draft(1))
    other = CameraService(records.door, records.reader, records.safe, records.bus, records.clock, records.desk)
    records.heard.clear()
    theirs = other.add(_draft(2))
    other.remove(mine.id)
    records.heard.clear()
    records.cameras.reload()
    assert records.heard == [CamerasChanged(added=frozenset({theirs.id}), removed=frozenset({mine.id}))]
    records.cameras.reload()
    assert len(records.heard) == 1


def test_what_a_stream_was_seen_to_be_is_kept_until_its_address_changes(records: Records) -> None:
    camera = records.cameras.add(_draft())
    records.cameras.note_seen(camera.id, StreamRole.MAIN, "h264", 1920, 1080)
    records.door.write(lambda tx: None)
    records.cameras.reload()
    camera = records.cameras.cameras()[0]
    profile = camera.profile(StreamRole.MAIN)
    assert profile is not None
    assert (profile.codec, profile.width, profile.height) == ("h264", 1920, 1080)
    camera = records.cameras.change(camera.id, _draft(main_url="rtsp://other/"), None, camera.revision)
    assert camera.profiles[0].codec == ""


def test_with_a_lost_key_the_registry_still_opens(data_folder: Path) -> None:
    with open_records(data_folder) as records:
        camera = records.cameras.add(_draft(), Secret("one"))
    (data_folder / "keys" / "vault.key").unlink()
    with open_records(data_folder) as records:
        assert isinstance(records.safe, LockedSafe)
        assert [c.number for c in records.cameras.cameras()] == [1]
        with pytest.raises(VaultLocked):
            records.cameras.login(camera.id)
        with pytest.raises(VaultLocked):
            records.cameras.add(_draft(2), Secret("two"))
        assert records.cameras.by_number(2) is None  # sealed in the same transaction: no camera without its password
        records.cameras.add(_draft(3))
    assert not (data_folder / "keys" / "vault.key").exists()


def test_a_key_file_that_others_can_read_locks_the_vault(data_folder: Path) -> None:
    with open_records(data_folder) as records:
        records.cameras.add(_draft(), Secret("one"))
        (data_folder / "keys" / "vault.key").chmod(0o644)
        assert isinstance(open_safe(records.paths.keys, records.reader, "x", use_keyring=False), LockedSafe)
