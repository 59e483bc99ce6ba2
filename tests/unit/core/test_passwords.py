"""Argon2id: what is right, what looks like nobody, and what nobody costs."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher, extract_parameters

from safecity_console.core.passwords import OWASP, Cost, Passwords
from safecity_console.core.secrets import Secret


def test_only_the_password_itself_is_right_and_a_spoilt_hash_is_no_error() -> None:
    passwords = Passwords(Cost(8, 1, 1))
    stored = passwords.hash(Secret("sieben \u00c4pfel"))
    assert passwords.verify(stored, Secret("sieben A\u0308pfel"))
    assert stored != passwords.hash(Secret("sieben \u00c4pfel")), "a salt of its own"
    for other in ("", "sieben äpfel", "sieben \u00c4pfel\x00", "\ud800", "x" * 100_000):
        assert not passwords.verify(stored, Secret(other))
    for spoilt in ("", "$argon2id$", stored[:-4], stored.replace("argon2id", "argon2i"), "\u06f1" * 40):
        assert not passwords.verify(spoilt, Secret("sieben \u00c4pfel"))
    assert not passwords.verify(None, Secret("nobody"))
    assert passwords.out_of_date(PasswordHasher(2, 16, 1).hash("x"))


def test_a_lone_surrogate_from_the_environment_is_a_password_like_another() -> None:
    passwords = Passwords(Cost(8, 1, 1))
    assert passwords.verify(passwords.hash(Secret("p\udcff")), Secret("p\udcff"))
    assert Secret("p\udcff") != Secret("p")


@pytest.mark.parametrize("cost", [OWASP, Cost(64, 3, 2)])
def test_nobody_costs_what_somebody_costs_from_the_first_call(cost: Cost, monkeypatch: pytest.MonkeyPatch) -> None:
    passwords, seen = Passwords(cost), list[str]()
    monkeypatch.setattr(PasswordHasher, "verify", lambda _self, stored, _secret: seen.append(stored) or True)
    monkeypatch.setattr(PasswordHasher, "hash", lambda *_given: pytest.fail("a hash made on the way costs twice"))
    assert not passwords.verify(None, Secret("x"))
    parameters = extract_parameters(seen[0])
    assert (parameters.memory_cost, parameters.time_cost, parameters.parallelism) \
        == (cost.memory_kib, cost.passes, cost.lanes)
    assert (parameters.hash_len, parameters.salt_len) == (32, 16)
