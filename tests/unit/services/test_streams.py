"""The streams service against simulated cameras, in short real time: coming, going, showing, exchanging."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from safecity_console.core.slot import SlotReader
from safecity_console.domain.camera import StreamRole
from safecity_console.domain.stream_choice import ChoiceRules
from safecity_console.domain.watch import Condition
from safecity_console.services.channel import ChannelRules
from safecity_console.services.streams import merged
from safecity_console.simulator.district import District
from tests.fakes.scripted import ScriptedServer
from tests.fakes.watching import BIG, TILE, TileWish, Watching, camera, cameras_of, disabled, identity

Serve = Callable[..., District]
QUICK = ChannelRules(choice=ChoiceRules(up_after_s=0.05, down_after_s=0.2))


def test_live_within_a_second_and_a_half_with_pictures_facts_events_and_history(serve: Serve) -> None:
    with Watching(cameras_of(serve(count=3))) as desk:
        desk.show()
        took_s = desk.until(lambda: desk.all_are(Condition.LIVE), 6.0, "all live")
        assert took_s < 1.5
        slot = SlotReader(desk.service.slot(identity(2)))
        desk.until(lambda: slot.take_new() is not None, 2.0, "a picture")
        desk.until(lambda: desk.at().facts.received_fps > 12, 6.0, "the rate")
        facts = desk.at().facts
        assert (facts.role, facts.codec, facts.width, facts.height) == (StreamRole.SUB, "h264", 320, 192)
        assert 12 < facts.received_fps < 19
        assert facts.bitrate_bps > 50_000
        assert desk.notes.of(identity(1)) == [("live", "", "")]
        told = [(event.before, event.after) for _, event in desk.events if event.camera_id == identity(1)]
        assert told == [(None, Condition.CONNECTING), (Condition.CONNECTING, Condition.LIVE)]
        totals = desk.service.totals()
        assert totals.packets >= totals.decoded >= totals.scaled > 0
    assert desk.stop_took_s < 5.0


def test_a_snapshot_of_all_is_replaced_only_when_something_reads_differently(serve: Serve) -> None:
    with Watching(cameras_of(serve())) as desk:
        desk.until(lambda: desk.all_are(Condition.LIVE), 6.0)
        before, generation = desk.service.watches(), desk.service.generation
        time.sleep(0.5)
        rises = desk.service.generation - generation
        assert rises <= 3, "not once a round"
        assert (desk.service.watches() is before) == (rises == 0)


def test_hidden_tiles_decode_nothing_but_a_key_frame_now_and_then(serve: Serve) -> None:
    with Watching(cameras_of(serve(count=2))) as desk:
        desk.show(TILE, 1)
        desk.until(lambda: desk.all_are(Condition.LIVE), 6.0)
        readers = [desk.service.reader_of(identity(n)) for n in (1, 2)]
        assert readers[0] is not None
        assert readers[1] is not None
        desk.until(lambda: readers[1].counts.packets > 40, 8.0, "packets of the hidden one")
        assert readers[1].counts.decoded <= readers[1].counts.key_frames
        assert readers[1].counts.scaled == 0
        assert readers[0].counts.decoded > 30
        desk.hide()
        desk.until(lambda: desk.service.slot(identity(1)).peek() is None, 2.0, "the slot to be emptied")
        time.sleep(0.3)
        decoded = readers[0].counts.decoded
        time.sleep(1.0)
        assert readers[0].counts.decoded - decoded <= 2
        assert desk.all_are(Condition.LIVE)


def test_main_and_sub_change_with_the_tile_and_the_tile_is_never_dark(serve: Serve) -> None:
    with Watching(cameras_of(serve(), two_streams=True), QUICK) as desk:
        desk.show()
        slot = desk.service.slot(identity(1))
        desk.until(lambda: slot.peek() is not None, 6.0, "the first picture")
        dark = 0

        def on(role: StreamRole, width: int) -> bool:
            nonlocal dark
            picture = slot.peek()
            dark += picture is None
            return desk.at().facts.role is role and picture is not None and picture.source_width == width

        for wish, role, width in ((BIG, StreamRole.MAIN, 640), (TILE, StreamRole.SUB, 320)) * 2:
            desk.show(wish)
            desk.until(lambda r=role, w=width: on(r, w), 8.0, f"the {role} stream")
        assert dark == 0
        assert desk.condition() is Condition.LIVE
        assert desk.notes.of(identity(1)) == [("live", "", "")], "an exchange is no event of its history"


def test_an_exchange_leaves_one_connection(serve: Serve) -> None:
    district = serve()
    with Watching(cameras_of(district, two_streams=True), QUICK) as desk:
        desk.show(BIG)
        desk.until(lambda: desk.condition() is Condition.LIVE and desk.at().facts.role is StreamRole.MAIN, 8.0, "main")
        desk.until(lambda: district.clients() == {1: 1}, 5.0, "one connection")


def test_a_broken_main_stream_does_not_hide_a_working_small_one(serve: Serve) -> None:
    good, bad = serve(), serve("path 404")
    with Watching([camera(1, good.url(1, "sub"), bad.url(1, "main"))], QUICK) as desk:
        desk.show(BIG)
        desk.until(lambda: desk.condition() is Condition.LIVE, 8.0, "live on the small one")
        time.sleep(1.0)
        assert desk.condition() is Condition.LIVE
        assert desk.at().facts.role is StreamRole.SUB
        assert desk.service.slot(identity(1)).peek() is not None


def test_a_main_stream_that_breaks_while_shown_gives_way_to_the_small_one(serve: Serve) -> None:
    sub, main = serve(own_ports=True), serve(own_ports=True)
    with Watching([camera(1, sub.url(1, "sub"), main.url(1, "main"))], QUICK) as desk:
        desk.show(BIG)
        desk.until(lambda: desk.condition() is Condition.LIVE and desk.at().facts.role is StreamRole.MAIN, 8.0, "main")
        main.stop_camera(1)
        desk.until(lambda: desk.at().facts.role is StreamRole.SUB and desk.condition() is Condition.LIVE, 8.0, "sub")


def test_a_camera_switched_off_removed_and_added(serve: Serve) -> None:
    district = serve(count=3, own_ports=True)
    one, two, three = cameras_of(district)
    with Watching([one, two]) as desk:
        desk.show()
        desk.until(lambda: desk.all_are(Condition.LIVE), 6.0)
        desk.take_over(disabled(one), three)
        desk.until(lambda: desk.condition(3) is Condition.LIVE and desk.condition(1) is Condition.DISABLED, 6.0)
        assert desk.condition(2) is None
        desk.until(lambda: district.clients() == {1: 0, 2: 0, 3: 1}, 5.0, "connections to be closed")
        assert desk.service.slot(identity(2)).peek() is None
        assert desk.service.reader_of(identity(2)) is None
        assert desk.notes.of(identity(1))[-1] == ("disabled", "", "")
        desk.take_over(one, three)
        desk.until(lambda: desk.condition(1) is Condition.LIVE, 6.0)
        assert [state for state, _, _ in desk.notes.of(identity(1))] == ["live", "disabled", "live"]


def test_openings_are_staggered() -> None:
    spacing_s, count = 0.12, 5
    servers = [ScriptedServer(lambda *_: None) for _ in range(count)]
    try:
        cameras = [camera(n, server.url()) for n, server in enumerate(servers, start=1)]
        with Watching(cameras, spacing_s=spacing_s) as desk:
            desk.until(lambda: all(server.accepted_s for server in servers), 6.0, "all to be called")
            for server in servers:
                server.close()
        times = sorted(server.accepted_s[0] for server in servers)
        gaps = [b - a for a, b in pairwise(times)]
        assert min(gaps) >= 0.5 * spacing_s, gaps  # a thread may be late, two turns never come together
        assert times[-1] - times[0] >= 0.9 * spacing_s * (count - 1)
    finally:
        for server in servers:
            server.close()


def test_retry_now_does_not_wait_for_the_pause(serve: Serve) -> None:
    district = serve(own_ports=True)
    rules = ChannelRules(stream=replace(ChannelRules().stream, backoff_first_s=30.0, backoff_most_s=30.0))
    with Watching(cameras_of(district), rules) as desk:
        desk.until(lambda: desk.condition() is Condition.LIVE, 6.0)
        district.stop_camera(1)
        desk.until(lambda: desk.condition() is Condition.OFFLINE, 6.0)
        district.restart_camera(1)
        time.sleep(0.5)
        assert desk.condition() is Condition.OFFLINE
        desk.service.retry(identity(1))
        desk.until(lambda: desk.condition() is Condition.LIVE, 4.0, "the retry")


def test_wishes_of_several_screens_are_folded() -> None:
    assert merged([]) is None
    assert merged([TileWish(100, 50), TileWish(400, 300)]) == TileWish(400, 300)
    assert merged([TileWish(100, 50, prominent=True), TileWish(400, 300)]) == TileWish(400, 300, prominent=True)


def test_two_screens_wish_and_one_leaves(serve: Serve) -> None:
    with Watching(cameras_of(serve())) as desk:
        desk.show()
        desk.service.show("dialog", {identity(1): TileWish(320, 192)})

        def width() -> int:
            # Asked for anew each time: before the supervisor has taken the registry over there is no slot to keep.
            picture = desk.service.slot(identity(1)).peek()
            return picture.width if picture is not None else 0

        desk.until(lambda: width() == 320, 8.0, "the larger wish")
        desk.service.show("dialog", {})
        desk.until(lambda: width() == 150, 8.0, "the wall's own size")


def test_stopping_before_the_start_and_twice_is_no_matter(clips: dict[str, Path]) -> None:
    desk = Watching([camera(1, clips["sub"].as_uri())])
    desk.stop()
    with Watching([camera(1, clips["sub"].as_uri())]) as other:
        other.until(lambda: other.condition() is Condition.LIVE, 5.0)
        other.stop()
