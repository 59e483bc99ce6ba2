"""The district as a whole: the thirty of Mirpur, cameras lost and back, the process, hostile clients, orderly ends."""

from __future__ import annotations

import json
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from safecity_console.simulator.clips import ClipError, Codec
from safecity_console.simulator.district import District, mirpur_district, simple_district
from safecity_console.simulator.faults import FaultKind, parse_plan
from safecity_console.simulator.mirpur import IMPAIRED_AFTER_S, mirpur_cameras
from safecity_console.simulator.model import Expected

Serve = Callable[..., District]
Watch = Callable[..., object]
ROOT = Path(__file__).resolve().parents[3]
HONEST_WAYS = {
    "no such host", "refused", "wrong password", "path 404", "never answers", "never sends", "drop", "garbage",
}  # fmt: skip


def test_mirpur_is_six_three_and_twenty_one() -> None:
    cameras = mirpur_cameras()
    assert [camera.number for camera in cameras] == list(range(1, 31))
    assert Counter(camera.expected for camera in cameras) == {Expected.LIVE: 6, Expected.IMPAIRED: 3, Expected.DEAD: 21}
    dead = [parse_plan(c.fault).faults[0] for c in cameras if c.expected is Expected.DEAD]
    ways = Counter(fault.kind.value for fault in dead)
    assert set(ways) == HONEST_WAYS
    assert min(ways.values()) >= 2
    impaired = [parse_plan(c.fault).faults[0] for c in cameras if c.expected is Expected.IMPAIRED]
    assert {fault.kind for fault in impaired} == {FaultKind.FROZEN, FaultKind.DEFOCUS, FaultKind.COVERED}
    assert {fault.begin_s for fault in impaired} == {IMPAIRED_AFTER_S}
    seen = [c.sub.clip for c in cameras if c.expected is not Expected.DEAD]
    assert len(set(seen)) == 9
    assert len({camera.name for camera in cameras}) == 30


def test_passwords_are_new_each_time_and_never_shown() -> None:
    first, second = mirpur_cameras(), mirpur_cameras()
    known = [camera.password.reveal() for camera in first + second]
    assert len(set(known)) == 60
    assert not any(password in repr(first + second) for password in known)


def test_mirpur_runs(watch: Watch) -> None:
    with mirpur_district() as district:
        for camera in district.cameras:
            assert camera.password.reveal() not in district.url(camera.number)
            if camera.expected is Expected.DEAD:
                continue
            login = f"{camera.user}:{camera.password.reveal()}"
            assert watch(district.url(camera.number, "sub"), frames=2, login=login).sizes == {(640, 360)}
        codecs = set()
        for number in (1, 5):
            camera = district.cameras[number - 1]
            seen = watch(district.url(number, "main"), frames=2, login=f"{camera.user}:{camera.password.reveal()}")
            assert seen.sizes == {(1280, 720)}
            codecs.add(seen.codec)
        assert codecs == {"h264", "hevc"}


def test_demo_clips_fit_their_budget() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "resources/demo").iterdir()) <= 14_000_000


@pytest.mark.parametrize("own_ports", [False, True])
def test_all_lost_and_back_on_the_same_addresses(
    serve: Serve, watch: Watch, wait_until: Callable[..., None], own_ports: bool
) -> None:
    district = serve(count=12, own_ports=own_ports)
    urls = [district.url(number) for number in range(1, 13)]
    watching = [threading.Thread(target=watch, args=(urls[0],), kwargs={"seconds": 20}) for _ in range(2)]
    for thread in watching:
        thread.start()
    wait_until(lambda: sum(district.clients().values()) == 2, 5.0)
    district.stop_cameras()
    for thread in watching:
        thread.join(3.0)  # the clients were cut off
        assert not thread.is_alive()
    assert {watch(url).error for url in urls} == {"ConnectionRefusedError"}
    district.restart_cameras()
    wait_until(lambda: watch(urls[5], frames=1).error == "", 3.0)
    assert {watch(url, frames=1).error for url in urls} == {""}


def test_one_lost_of_many(serve: Serve, watch: Watch, wait_until: Callable[..., None]) -> None:
    district = serve(count=2)
    district.stop_camera(1)
    wait_until(lambda: watch(district.url(1)).error != "", 2.0)
    assert watch(district.url(2), frames=1).error == ""
    district.restart_camera(1)
    wait_until(lambda: watch(district.url(1), frames=1).error == "", 2.0)


def test_stop_frees_ports_and_thread_even_with_clients(serve: Serve, clips: dict[Codec, Path]) -> None:
    district = serve(count=2, own_ports=True, clock=True)
    port = int(district.url(1).split(":")[2].split("/")[0])
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(f"DESCRIBE {district.url(1)} RTSP/1.0\r\nCSeq: 1\r\n\r\n".encode())
        client.recv(4096)
        begin_s = time.monotonic()
        district.stop()
        assert time.monotonic() - begin_s < 3
        assert not [t for t in threading.enumerate() if t.name.startswith("simulator")]
        client.settimeout(2.0)
        assert client.recv(4096) == b""
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))
    district.stop()


def test_missing_clip_and_taken_port_are_said_at_once(clips: dict[Codec, Path], tmp_path: Path) -> None:
    with pytest.raises(ClipError):
        simple_district(1, clip=tmp_path / "none.mp4").start()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            simple_district(1, clip=clips[Codec.H264], port=taken.getsockname()[1]).start()


def test_hostile_clients_change_nothing(serve: Serve, watch: Watch, talk: Callable[..., object]) -> None:
    district = serve(count=2)
    url = district.url(1)
    floods = [
        secrets.token_bytes(20_000), b"$" * 50_000, b"GET / HTTP/1.1\r\n\r\n", b"POST /x HTTP/1.1\r\n\r\n",
        b"OPTIONS " + b"a" * 100_000, b"\x16\x03\x01\x02\x00", b"PLAY x RTSP/1.0\r\nCSeq: \xb2\r\n\r\n",
        b"GET /cam01/sub HTTP/1.0\r\nx-sessioncookie: c\r\nAccept: application/x-rtsp-tunnelled\r\n\r\n",
        b"POST /cam01/sub HTTP/1.0\r\nx-sessioncookie: z\r\nContent-Type: application/x-rtsp-tunnelled\r\n\r\n====",
        f"SETUP {url}/trackID=0 RTSP/1.0\r\nCSeq: 1\r\nTransport: RTP/AVP;client_port=1-2\r\n\r\n".encode(),
        f"PLAY {url} RTSP/1.0\r\nCSeq: 1\r\nSession: nobody\r\n\r\n".encode(),
        f"DESCRIBE {url} RTSP/1.0\r\nCSeq: 1\r\nContent-Length: 4\r\n\r\n".encode(),
    ]  # fmt: skip
    port = int(url.split(":")[2].split("/")[0])
    made = [socket.create_connection(("127.0.0.1", port)) for _ in floods]
    for client, flood in zip(made, floods, strict=True):
        try:
            client.sendall(flood)
        except OSError:
            pass  # cut off while it still sent: as it should be
    assert watch(url, frames=5).error == ""
    for client in made:
        client.close()
    assert watch(url, frames=5).error == ""


def test_process_serves_until_its_input_closes(clips: dict[Codec, Path], watch: Watch) -> None:
    command = [sys.executable, "-m", "safecity_console.simulator", "--json", "--district", "2"]
    command += ["--clip", str(clips[Codec.H264])]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        rows = json.loads(process.stdout.readline())["cameras"]
        assert [row["number"] for row in rows] == [1, 2]
        assert {"main_url", "sub_url", "user", "password", "expected", "fault"} <= set(rows[0])
        assert watch(rows[1]["sub_url"], frames=3).error == ""
        process.stdin.close()
        assert process.wait(5) == 0
        assert process.stdout.read() == ""


def test_process_ends_in_order_on_sigterm(clips: dict[Codec, Path]) -> None:
    command = [sys.executable, "-m", "safecity_console.simulator", "--json", "--district", "1"]
    command += ["--clip", str(clips[Codec.H264])]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as process:
        process.stdout.readline()
        process.terminate()
        assert process.wait(5) == 0
        assert process.stderr.read() == ""


def test_process_says_what_it_did_not_understand() -> None:
    command = [sys.executable, "-m", "safecity_console.simulator", "--district", "2", "--fault", "frozzen"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert '"frozzen"' in done.stderr
