"""Snapshots of live cameras, through the console as wiring.py joins it; and its streams following the registry."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Camera, CameraDraft, StreamRole, Transport
from safecity_console.domain.errors import Refused
from safecity_console.domain.picture import TileWish
from safecity_console.domain.watch import Condition
from safecity_console.simulator.district import District
from safecity_console.wiring import Console, Options

Serve = Callable[..., District]
Until = Callable[[Callable[[], bool], float], None]
PASSWORD = "sn4pshot-Pa55"


@pytest.fixture
def console(data_folder: Path) -> Iterator[Console]:
    with Console(Options(data_folder, environment={}, use_keyring=False)) as made:
        made.watch()
        yield made


def added(console: Console, district: District, **more: object) -> Camera:
    values: dict[str, object] = {
        "number": 7, "name": "Kotli Rd / Bus Stand", "site": "Bus stand", "main_url": district.url(1, "main"),
        "sub_url": district.url(1, "sub"), "user": "control",
    }  # fmt: skip
    return console.services.cameras.add(CameraDraft(**{**values, **more}), Secret(PASSWORD))  # type: ignore[arg-type]


def condition(console: Console, camera: Camera) -> Condition | None:
    watch = console.services.streams.watches().get(camera.id)
    return None if watch is None else watch.condition


def test_the_main_stream_s_size_whatever_the_tile_shows(console: Console, serve: Serve, wait_until: Until) -> None:
    camera = added(console, serve(user="control", password=PASSWORD))
    streams = console.services.streams
    streams.show("wall", {camera.id: TileWish(64, 36)})
    wait_until(lambda: streams.slot(camera.id).peek() is not None, 8.0)
    assert streams.slot(camera.id).peek().width == 60
    before = datetime.now(UTC)
    file = console.services.snapshots.take(camera.id)
    assert (file.width, file.height, file.role) == (640, 384, StreamRole.MAIN)
    assert before - timedelta(seconds=1) <= file.taken_at <= datetime.now(UTC)
    image = QImage(str(file.path))
    assert (image.width(), image.height()) == (640, 384)
    texts = {key: image.text(key) for key in image.textKeys()}
    assert texts["Camera-Number"] == "7"
    assert texts["Camera-Name"] == "Kotli Rd / Bus Stand"
    assert texts["Place"] == "Bus stand"
    assert texts["Camera-Id"] == camera.id
    assert texts["Stream"] == "main"
    assert datetime.fromisoformat(texts["Taken-UTC"]) == datetime.fromisoformat(texts["Taken-Local"])
    assert datetime.fromisoformat(texts["Taken-Local"]).utcoffset() == timedelta(hours=5)
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = b"".join(bytes(rgb.constScanLine(y))[: 640 * 3] for y in range(384))
    assert hashlib.sha256(rows).hexdigest() == texts["Pixels-SHA256"] == file.sha256
    assert file.path.name.endswith("_07_kotli-rd-bus-stand_640x384.png")
    assert file.path.parent == console.services.paths.snapshots
    assert PASSWORD not in repr(texts) + repr(file)


def test_no_old_picture_is_passed_off_as_now(console: Console, serve: Serve, wait_until: Until) -> None:
    district = serve(user="control", password=PASSWORD)
    camera = added(console, district)
    services = console.services
    with pytest.raises(Refused) as unknown:
        services.snapshots.take("no-such-camera")
    assert unknown.value.code == "camera_unknown"
    services.streams.show("wall", {camera.id: TileWish(160, 90)})
    wait_until(lambda: condition(console, camera) is Condition.LIVE, 8.0)
    services.snapshots.take(camera.id)
    district.set_fault(1, "stall")
    time.sleep(2.3)
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            services.snapshots.take(camera.id)
        assert (refused.value.code, refused.value.figures["number"]) == ("no_picture", 7)
        time.sleep(1.5)
    assert len(list(services.paths.snapshots.glob("*"))) == 1


def test_an_edited_login_address_and_setting_reach_the_streams(
    console: Console, serve: Serve, wait_until: Until
) -> None:
    good = serve(user="control", password="another")
    camera = added(console, good)
    services = console.services
    wait_until(lambda: condition(console, camera) is Condition.REFUSED, 8.0)
    draft = CameraDraft(7, "Kotli Rd", good.url(1, "main"), good.url(1, "sub"), user="control")
    revision = services.cameras.by_id(camera.id).revision
    services.cameras.change(camera.id, draft, Secret("another"), revision)
    wait_until(lambda: condition(console, camera) is Condition.LIVE, 8.0)
    epoch = services.streams.watches()[camera.id].status.epoch
    services.settings.set("stream.transport", Transport.UDP.value)
    wait_until(lambda: services.streams.watches()[camera.id].status.epoch > epoch, 5.0)
    wait_until(lambda: condition(console, camera) is Condition.LIVE, 8.0)
    services.cameras.remove(camera.id)
    wait_until(lambda: camera.id not in services.streams.watches(), 5.0)


def test_the_small_stream_s_moment_where_the_main_one_does_not_come(
    console: Console, serve: Serve, wait_until: Until
) -> None:
    camera = added(console, serve(user="control", password=PASSWORD), main_url="rtsp://127.0.0.1:1/none")
    streams = console.services.streams
    streams.show("wall", {camera.id: TileWish(64, 36)})
    wait_until(lambda: streams.slot(camera.id).peek() is not None, 8.0)
    file = console.services.snapshots.take(camera.id)
    assert (file.width, file.height, file.role) == (320, 192, StreamRole.SUB)
    assert QImage(str(file.path)).text("Stream") == "sub"
