"""The vault, its key's places, and the data folder's modes."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.core import ids
from safecity_console.core.instance_lock import InstanceLock
from safecity_console.core.paths import data_paths
from safecity_console.core.resources import resource_path
from safecity_console.core.secrets import Secret
from safecity_console.core.vault import Vault, open_vault
from safecity_console.domain.errors import Refused, VaultLocked

KEY = bytes(range(32))


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.text(st.characters(codec="utf-8"), max_size=40))
def test_what_is_sealed_opens_for_its_owner_only(text: str, owner: str) -> None:
    sealed = Vault(KEY).seal(Secret(text), owner)
    assert Vault(KEY).open(sealed, owner).reveal() == text
    with pytest.raises(VaultLocked):
        Vault(KEY).open(sealed, owner + "x")
    with pytest.raises(VaultLocked):
        Vault(bytes(32)).open(sealed, owner)


def test_the_same_password_is_never_sealed_to_the_same_bytes() -> None:
    vault = Vault(KEY)
    assert len({vault.seal(Secret("pw"), "id") for _ in range(200)}) == 200


@given(st.data())
def test_any_flipped_bit_is_noticed(data: st.DataObject) -> None:
    sealed = bytearray(Vault(KEY).seal(Secret("password"), "id"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(VaultLocked):
        Vault(KEY).open(bytes(sealed), "id")


@given(st.binary(max_size=80))
def test_any_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(VaultLocked):
        Vault(KEY).open(raw, "id")


def test_a_fresh_key_is_private_and_used_again(tmp_path: Path) -> None:
    file = tmp_path / "vault.key"
    sealed = open_vault(file, "x", use_keyring=False).seal(Secret("pw"), "id")
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(base64.b64decode(file.read_text())) == 32
    assert open_vault(file, "x", use_keyring=False).open(sealed, "id").reveal() == "pw"
    assert [p.name for p in tmp_path.iterdir()] == ["vault.key"]
    assert "pw" not in repr(open_vault(file, "x", use_keyring=False))


def test_a_lost_key_is_not_replaced_where_passwords_are_sealed(tmp_path: Path) -> None:
    with pytest.raises(VaultLocked):
        open_vault(tmp_path / "vault.key", "x", use_keyring=False, may_create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "!!!", "c2hvcnQ=", "A" * 44])
def test_an_unreadable_key_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "vault.key"
    file.write_text(content)
    file.chmod(0o600)
    with pytest.raises(VaultLocked):
        open_vault(file, "x", use_keyring=False)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "vault.key"
    open_vault(file, "x", use_keyring=False)
    file.chmod(mode)
    with pytest.raises(VaultLocked, match="0600"):
        open_vault(file, "x", use_keyring=False)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that keeps in memory; `broken` fails every call, `forgets` loses what it is given."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, broken: bool = False, forgets: bool = False) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.broken = broken
        self.forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise keyring.errors.KeyringLocked("locked")
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise keyring.errors.PasswordSetError("no")
        if not self.forgets:
            self.held[(service, username)] = password


def _use(monkeypatch: pytest.MonkeyPatch, backend: object) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    monkeypatch.setattr(keyring, "get_password", backend.get_password)  # type: ignore[attr-defined]
    monkeypatch.setattr(keyring, "set_password", backend.set_password)  # type: ignore[attr-defined]


def test_with_a_keyring_no_key_lies_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    _use(monkeypatch, backend)
    file = tmp_path / "vault.key"
    sealed = open_vault(file, "folder a").seal(Secret("pw"), "id")
    assert not file.exists()
    assert open_vault(file, "folder a", may_create=False).open(sealed, "id").reveal() == "pw"
    with pytest.raises(VaultLocked):
        open_vault(file, "folder b").open(sealed, "id")
    assert len(backend.held) == 2


@pytest.mark.parametrize("backend", [MemoryKeyring(broken=True), MemoryKeyring(forgets=True)])
def test_a_keyring_that_fails_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: MemoryKeyring
) -> None:
    _use(monkeypatch, backend)
    open_vault(tmp_path / "vault.key", "x")
    assert (tmp_path / "vault.key").exists()


def test_a_keyring_that_keeps_plain_text_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})()
    _use(monkeypatch, plain)
    open_vault(tmp_path / "vault.key", "x")
    assert plain.held == {}
    assert (tmp_path / "vault.key").exists()


def test_the_data_folder_and_its_keys_are_private(tmp_path: Path) -> None:
    paths = data_paths(tmp_path / "a" / "b")
    assert paths.root.stat().st_mode & 0o777 == 0o700
    assert paths.keys.stat().st_mode & 0o777 == 0o700
    paths.keys.chmod(0o755)
    assert data_paths(paths.root).keys.stat().st_mode & 0o777 == 0o700
    inside = [paths.database, paths.backups, paths.keys, paths.logs, paths.snapshots]
    assert all(p.parent == paths.root for p in inside)
    assert len(set(inside)) == 5


def test_without_a_folder_the_platforms_own_is_taken() -> None:
    assert data_paths(None).root.is_relative_to(Path(os.environ["HOME"]))


def test_resources_are_found_and_what_is_missing_is_named() -> None:
    assert resource_path("demo").is_dir()
    with pytest.raises(FileNotFoundError, match="no/such"):
        resource_path("no", "such")


def test_ids_are_version_seven_and_unique() -> None:
    made = [ids.new_id() for _ in range(5000)]
    assert len(set(made)) == 5000
    assert all(len(one) == 36 and one[14] == "7" and one == one.lower() for one in made)


def test_a_folder_is_locked_by_one_process_until_it_dies(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from safecity_console.core.instance_lock import InstanceLock as L;"
        " L(pathlib.Path(sys.argv[1])).take(); print('taken', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "console.lock"
    root = str(Path(__file__).resolve().parents[3])
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == b"taken\n"
    with pytest.raises(Refused) as caught:
        InstanceLock(path).take()
    assert caught.value.code == "console_runs"
    other.kill()
    other.wait(10)
    other.stdin.close()
    other.stdout.close()
    lock = InstanceLock(path)
    lock.take()
    lock.leave()
    lock.leave()
    again = InstanceLock(path)
    again.take()
    again.leave()
