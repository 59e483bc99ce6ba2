"""Cameras that mean harm: small socket servers, each answer written out.

Belongs here: HTTP and RTSP answers as bytes, RTP of H.264 over TCP. Does not belong here: well-behaved cameras (the
simulator), scripted mishaps (tests/fakes/scripted.py).
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answer = Callable[[bytes], bytes | None]  # a request's head to the answer; None closes


class Hostile:
    """One listening socket; `requests` are the heads it was sent, in order."""

    def __init__(self, answer: Answer, push: Callable[[socket.socket], None] | None = None) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._answer = answer
        self._push = push
        self._open: list[socket.socket] = []
        self.port: int = self._listener.getsockname()[1]
        self.requests: list[bytes] = []
        self._threads: list[threading.Thread] = []
        self._run(self._accept)

    def _run(self, work: Callable[..., None], *what: socket.socket) -> None:
        thread = threading.Thread(target=work, args=what, name="hostile", daemon=True)
        self._threads.append(thread)
        thread.start()

    def stop(self) -> None:
        """End every socket and thread."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # closing alone would not wake accept
        self._listener.close()
        for sock in list(self._open):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(3.0)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(sock)
            self._run(self._talk, sock)

    def _talk(self, sock: socket.socket) -> None:
        try:
            while (head := _head(sock)) is not None:
                self.requests.append(head)
                answer = self._answer(head)
                if answer is None:
                    break
                sock.sendall(answer)
                if head.startswith((b"PLAY", b"GET")) and self._push is not None:
                    self._push(sock)
                    break
        except OSError:
            pass
        finally:
            sock.close()


def _head(sock: socket.socket) -> bytes | None:
    head = b""
    while b"\r\n\r\n" not in head:
        part = sock.recv(4096)
        if not part:
            return None
        head += part
    return head


@contextmanager
def running(answer: Answer, push: Callable[[socket.socket], None] | None = None) -> Iterator[Hostile]:
    """Serve until left."""
    server = Hostile(answer, push)
    try:
        yield server
    finally:
        server.stop()


def http(body: bytes = b"", kind: str = "text/plain", status: str = "200 OK", location: str = "") -> Answer:
    """Answer every request alike and close."""
    moved = f"Location: {location}\r\n" if location else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{moved}Content-Length: {len(body)}\r\n\r\n"
    return lambda _request: head.encode() + body


def rtsp(request: bytes, status: str = "200 OK", headers: str = "", body: bytes = b"") -> bytes:
    """Make one RTSP answer to a request."""
    number = request.split(b"CSeq:")[1].split(b"\r\n")[0].strip().decode()
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"RTSP/1.0 {status}\r\nCSeq: {number}\r\n{headers}{length}\r\n".encode() + body


def session(sdp: bytes) -> Answer:
    """Answer like a camera with this description; the pictures are pushed after PLAY."""

    def answer(request: bytes) -> bytes:
        if request.startswith(b"DESCRIBE"):
            return rtsp(request, headers="Content-Type: application/sdp\r\n", body=sdp)
        if request.startswith(b"SETUP"):
            return rtsp(request, headers="Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n")
        return rtsp(request)

    return answer


def description(title: bytes = b"x", streams: int = 1) -> bytes:
    """Describe H.264 streams."""
    media = b"m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:t%d\r\n"
    head = b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=" + title + b"\r\nt=0 0\r\n"
    return head + b"".join(media % i for i in range(streams))


def rtp(number: int, ticks: int, payload: bytes, last: bool) -> bytes:
    """Make one interleaved RTP packet."""
    packet = struct.pack(">BBHII", 0x80, 96 | (0x80 if last else 0), number & 0xFFFF, ticks & 0xFFFFFFFF, 7) + payload
    return b"$\0" + struct.pack(">H", len(packet)) + packet


def pictures(width: int, height: int, count: int, numbers: Iterator[int]) -> Iterator[bytes]:
    """Give key frames of nearly nothing that announce a size, as RTP."""
    for k in range(count):
        for unit, last in ((_sps(width, height), False), (_pps(), False), (_slice(k), True)):
            yield rtp(next(numbers), k * 6000, unit, last)


class _Bits:
    """H.264 syntax elements (ITU-T H.264 §7.3, §9.1)."""

    def __init__(self) -> None:
        self._bits = ""

    def fixed(self, length: int, value: int) -> None:
        self._bits += format(value, f"0{length}b")

    def golomb(self, *values: int) -> None:
        for value in values:
            code = format(value + 1, "b")
            self._bits += "0" * (len(code) - 1) + code

    def unit(self, head: int) -> bytes:
        bits = self._bits + "1"
        bits += "0" * (-len(bits) % 8)
        out, zeros = bytearray([head]), 0
        for at in range(0, len(bits), 8):
            value = int(bits[at : at + 8], 2)
            if zeros >= 2 and value <= 3:
                out.append(3)
                zeros = 0
            out.append(value)
            zeros = zeros + 1 if value == 0 else 0
        return bytes(out)


def _sps(width: int, height: int) -> bytes:
    bits = _Bits()
    bits.fixed(24, 0x42C03E)  # baseline, level 6.2
    bits.golomb(0, 0, 2, 1)
    bits.fixed(1, 0)
    bits.golomb(width // 16 - 1, height // 16 - 1)
    bits.fixed(4, 0b1100)
    return bits.unit(0x67)


def _pps() -> bytes:
    bits = _Bits()
    bits.golomb(0, 0)
    bits.fixed(2, 0)
    bits.golomb(0, 0, 0)
    bits.fixed(3, 0)
    bits.golomb(0, 0, 0)
    bits.fixed(3, 0)
    return bits.unit(0x68)


def _slice(number: int) -> bytes:
    bits = _Bits()
    bits.golomb(0, 7, 0)
    bits.fixed(4, 0)
    bits.golomb(number & 1)
    bits.fixed(2, 0)
    bits.golomb(0, 1)
    for _ in range(40):
        bits.golomb(3, 0, 0, 0)
    return bits.unit(0x65)
