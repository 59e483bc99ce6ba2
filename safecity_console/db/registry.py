"""Sites, cameras, stream profiles and sealed passwords: rows in, domain objects out, and back.

Belongs here: their SQL. Does not belong here: what may be written (domain/camera.py `validate`), sealing
(core/vault.py).
Invariants: 1. Removed cameras stay as rows (their history rests on them) and are never read as cameras. 2.
Passwords pass through as sealed bytes only. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

from collections.abc import Sequence

from safecity_console.db.rows import (
    Readable,
    Row,
    blob,
    flag,
    integer,
    moment,
    optional_real,
    optional_text,
    text,
    time_text,
    word,
)
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.camera import Camera, CameraDraft, Site, StreamProfile, StreamRole, Transport
from safecity_console.domain.errors import Conflict, NotFound


def read_sites(view: Readable) -> tuple[Site, ...]:
    """Read all sites by name."""
    return tuple(_site(row) for row in view.rows("SELECT * FROM site ORDER BY name COLLATE NOCASE, id"))


def read_cameras(view: Readable) -> tuple[Camera, ...]:
    """Read all cameras that are not removed, by number, each with its profiles."""
    profiles: dict[str, list[StreamProfile]] = {}
    for row in view.rows("SELECT * FROM stream_profile ORDER BY camera_id, role"):
        profiles.setdefault(text(row, "camera_id"), []).append(_profile(row))
    rows = view.rows(
        "SELECT camera.*, coalesce(site.name, '') AS site_name, sealed_password.camera_id IS NOT NULL AS has_password"
        " FROM camera LEFT JOIN site ON site.id = camera.site_id"
        " LEFT JOIN sealed_password ON sealed_password.camera_id = camera.id"
        " WHERE removed_at IS NULL ORDER BY number"
    )
    return tuple(_camera(row, profiles.get(text(row, "id"), ())) for row in rows)


def read_sealed(view: Readable, camera_id: str) -> bytes | None:
    """Read a camera's sealed password, None where it has none."""
    rows = view.rows("SELECT sealed FROM sealed_password WHERE camera_id = ?", [camera_id])
    return blob(rows[0], "sealed") if rows else None


def read_all_sealed(view: Readable) -> dict[str, bytes]:
    """Read every sealed password by camera id."""
    rows = view.rows("SELECT camera_id, sealed FROM sealed_password")
    return {text(row, "camera_id"): blob(row, "sealed") for row in rows}


def site_named(transaction: Transaction, draft: CameraDraft, move: bool) -> str | None:
    """Find or make the draft's site; its coordinates are set where it has none, and moved where `move` says so."""
    if not draft.site:
        return None
    placed = draft.latitude is not None and draft.longitude is not None
    place = {"latitude": draft.latitude, "longitude": draft.longitude} if placed else {}
    row = transaction.one("SELECT * FROM site WHERE name = ? COLLATE NOCASE", [draft.site])
    if row is None:
        return transaction.insert(Table.SITE, {"name": draft.site, **place}).row_id
    site = _site(row)
    if placed and (site.latitude is None or move) and (site.latitude, site.longitude) != tuple(place.values()):
        transaction.update(Table.SITE, site.id, place)
    return site.id


def put_site(transaction: Transaction, site: Site) -> str:
    """Write a site, a new one where its id is empty; raises NotFound, Conflict("place_taken" | "changed_meanwhile")."""
    values = {"name": site.name, "name_ur": site.name_ur, "latitude": site.latitude, "longitude": site.longitude}
    if not site.id:
        return transaction.insert(Table.SITE, values).row_id
    return transaction.update(Table.SITE, site.id, values, site.revision).row_id


def remove_site(transaction: Transaction, site_id: str) -> None:
    """Delete a site that nothing names; raises Conflict("place_in_use")."""
    for table in ("camera", "committee", "contact", "incident"):
        if transaction.one(f"SELECT 1 AS there FROM {table} WHERE site_id = ? LIMIT 1", [site_id]):  # noqa: S608
            raise Conflict("place_in_use")
    transaction.delete(Table.SITE, site_id)


def insert_camera(transaction: Transaction, draft: CameraDraft, site_id: str | None) -> str:
    """Write a new camera with its profiles; gives its id. A taken number is Conflict("number_taken") at the door."""
    camera_id = transaction.insert(Table.CAMERA, _columns(draft, site_id)).row_id
    _put_profiles(transaction, camera_id, draft)
    return camera_id


def update_camera(
    transaction: Transaction, camera_id: str, draft: CameraDraft, site_id: str | None, expected_revision: int
) -> None:
    """Write a changed camera and its profiles; raises NotFound, Conflict("changed_meanwhile")."""
    _must_stand(transaction, camera_id)
    transaction.update(Table.CAMERA, camera_id, _columns(draft, site_id), expected_revision)
    _put_profiles(transaction, camera_id, draft)


def remove_camera(transaction: Transaction, camera_id: str) -> None:
    """Mark a camera removed and forget its password; raises NotFound("camera_missing")."""
    _must_stand(transaction, camera_id)
    transaction.update(Table.CAMERA, camera_id, {"removed_at": time_text(transaction.now)})
    if transaction.revision(Table.SEALED_PASSWORD, camera_id) is not None:
        transaction.delete(Table.SEALED_PASSWORD, camera_id)


def put_sealed(transaction: Transaction, camera_id: str, sealed: bytes | None) -> None:
    """Write or forget a camera's sealed password."""
    if sealed is not None:
        transaction.upsert(Table.SEALED_PASSWORD, camera_id, {"sealed": sealed})
    elif transaction.revision(Table.SEALED_PASSWORD, camera_id) is not None:
        transaction.delete(Table.SEALED_PASSWORD, camera_id)


def put_refused(transaction: Transaction, camera_id: str, login: str | None) -> None:
    """Write or forget the fingerprint of a login the camera refused; nothing for a camera that is gone."""
    if login is None:
        if transaction.revision(Table.REFUSED_LOGIN, camera_id) is not None:
            transaction.delete(Table.REFUSED_LOGIN, camera_id)
    elif transaction.one("SELECT 1 AS there FROM camera WHERE id = ? AND removed_at IS NULL", [camera_id]) is not None:
        transaction.upsert(Table.REFUSED_LOGIN, camera_id, {"login": login})


def read_refused(view: Readable) -> dict[str, str]:
    """Read the fingerprints of refused logins by camera id."""
    rows = view.rows("SELECT camera_id, login FROM refused_login")
    return {text(row, "camera_id"): text(row, "login") for row in rows}


def put_seen(transaction: Transaction, camera_id: str, role: StreamRole, codec: str, width: int, height: int) -> None:
    """Keep what a stream was last seen to be; nothing is written where it is known already."""
    row = transaction.one(
        "SELECT * FROM stream_profile WHERE camera_id = ? AND role = ?", [camera_id, role.value]
    )
    if row is None:
        return
    known = _profile(row)
    if (known.codec, known.width, known.height) != (codec, width, height):
        values = {"codec": codec[:20], "width": max(0, width), "height": max(0, height)}
        transaction.update(Table.STREAM_PROFILE, known.id, values)


def _must_stand(transaction: Transaction, camera_id: str) -> None:
    if transaction.one("SELECT 1 AS there FROM camera WHERE id = ? AND removed_at IS NULL", [camera_id]) is None:
        raise NotFound("camera_missing")


def _columns(draft: CameraDraft, site_id: str | None) -> dict[str, object]:
    return {
        "number": draft.number,
        "name": draft.name,
        "name_ur": draft.name_ur,
        "site_id": site_id,
        "phase": draft.phase,
        "user": draft.user,
        "enabled": int(draft.enabled),
        "onvif_host": draft.onvif_host,
        "notes": draft.notes,
    }


def _put_profiles(transaction: Transaction, camera_id: str, draft: CameraDraft) -> None:
    rows = transaction.rows("SELECT * FROM stream_profile WHERE camera_id = ?", [camera_id])
    known = {profile.role: profile for profile in map(_profile, rows)}
    for role, url in ((StreamRole.MAIN, draft.main_url), (StreamRole.SUB, draft.sub_url)):
        old = known.get(role)
        if old is not None and not url:
            transaction.delete(Table.STREAM_PROFILE, old.id)
        elif old is None and url:
            values = {"camera_id": camera_id, "role": role.value, "url": url, "transport": draft.transport.value}
            transaction.insert(Table.STREAM_PROFILE, values)
        elif old is not None and (old.url, old.transport) != (url, draft.transport):
            # Another address may be another stream: what was seen of the old one is forgotten.
            changed: dict[str, object] = {"url": url, "transport": draft.transport.value}
            if old.url != url:
                changed |= {"codec": "", "width": 0, "height": 0}
            transaction.update(Table.STREAM_PROFILE, old.id, changed)


def _site(row: Row) -> Site:
    return Site(
        text(row, "id"),
        text(row, "name"),
        text(row, "name_ur"),
        optional_real(row, "latitude"),
        optional_real(row, "longitude"),
        integer(row, "revision"),
        moment(row, "created_at"),
        moment(row, "updated_at"),
    )


def _profile(row: Row) -> StreamProfile:
    return StreamProfile(
        word(row, "role", StreamRole),
        text(row, "url"),
        word(row, "transport", Transport),
        text(row, "codec"),
        integer(row, "width"),
        integer(row, "height"),
        text(row, "id"),
        integer(row, "revision"),
    )


def _camera(row: Row, profiles: Sequence[StreamProfile]) -> Camera:
    return Camera(
        id=text(row, "id"),
        number=integer(row, "number"),
        name=text(row, "name"),
        name_ur=text(row, "name_ur"),
        site_id=optional_text(row, "site_id"),
        site_name=text(row, "site_name"),
        phase=integer(row, "phase"),
        user=text(row, "user"),
        has_password=flag(row, "has_password"),
        enabled=flag(row, "enabled"),
        profiles=tuple(profiles),
        onvif_host=text(row, "onvif_host"),
        notes=text(row, "notes"),
        revision=integer(row, "revision"),
        created_at=moment(row, "created_at"),
        updated_at=moment(row, "updated_at"),
    )
