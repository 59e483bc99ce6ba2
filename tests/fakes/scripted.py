"""A camera of sockets alone: answers what a script says, counts logins, drips, falls silent.

Belongs here: misbehaviour the simulator does not have because no camera of the product's training should have it.
Invariants: 1. `close` ends every thread and socket. 2. What clients said is kept in `heard`.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable

Answer = bytes | None
Script = Callable[[str, str], Answer]


class ScriptedServer:
    """Listens on loopback; each request of a client goes to `script(method, request)`; None: say nothing."""

    def __init__(self, script: Script, drip_s: float = 0.0, greeting: bytes = b"") -> None:
        self._script = script
        self._drip_s = drip_s
        self._greeting = greeting
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        self.heard: list[str] = []
        self.accepted_s: list[float] = []
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="scripted-accept", daemon=True)]
        self._threads[0].start()

    def __enter__(self) -> ScriptedServer:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def url(self, path: str = "live", scheme: str = "rtsp") -> str:
        """Give an address here."""
        return f"{scheme}://127.0.0.1:{self.port}/{path}"

    def close(self) -> None:
        """End everything."""
        self._ended.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for one in self._open:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
        for thread in self._threads:
            thread.join(3.0)

    def said(self, method: str) -> list[str]:
        """Give the requests of one method."""
        return [text for text in self.heard if text.startswith(method + " ")]

    def logins(self) -> list[str]:
        """Give the requests that carried credentials."""
        return [text for text in self.heard if re.search(r"(?im)^authorization:", text)]

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.accepted_s.append(time.monotonic())
                self._open.append(client)
                thread = threading.Thread(target=self._talk, args=(client,), name="scripted-client", daemon=True)
                self._threads.append(thread)
            thread.start()

    def _talk(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            client.sendall(self._greeting)
            waiting = b""
            while not self._ended.is_set():
                part = client.recv(8192)
                if not part:
                    return
                waiting = _without_interleaved(waiting + part)
                while b"\r\n\r\n" in waiting:
                    head, _, waiting = waiting.partition(b"\r\n\r\n")
                    self._reply(client, head.decode("latin-1"))

    def _reply(self, client: socket.socket, request: str) -> None:
        self.heard.append(request)
        answer = self._script(request.partition(" ")[0], request)
        if answer is None:
            return
        found = re.search(r"(?im)^cseq:\s*(\d+)", request)
        answer = re.sub(rb"(?im)^(cseq:[ \t]*)\d+", rb"\g<1>" + (found[1] if found else "0").encode(), answer)
        if not self._drip_s:
            client.sendall(answer)
            return
        for at in range(len(answer)):
            client.sendall(answer[at : at + 1])
            if self._ended.wait(self._drip_s):
                return


def _without_interleaved(data: bytes) -> bytes:
    """Leave out the client's own RTCP between its requests."""
    while data.startswith(b"$") and len(data) >= 4 and len(data) >= 4 + int.from_bytes(data[2:4], "big"):
        data = data[4 + int.from_bytes(data[2:4], "big") :]
    return data


def rtsp(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    """Give an RTSP answer; header names with _ for -."""
    lines = [f"RTSP/1.0 {status}", "CSeq: 0", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    if body:
        lines += ["Content-Type: application/sdp", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def refuses_login(status: str = "401 Unauthorized") -> Script:
    """Give a script that answers OPTIONS and refuses every login."""

    def script(method: str, request: str) -> Answer:
        if method == "OPTIONS":
            return rtsp(Public="OPTIONS, DESCRIBE, SETUP, PLAY")
        return rtsp(status, WWW_Authenticate='Digest realm="cam", nonce="0123456789abcdef"')

    return script
