"""The served streams once more as MPEG-TS over HTTP, for a player whose build opens no RTSP.

Belongs here: one process that fetches RTSP and answers GET /N with stream N, not re-encoded. Does not belong here:
measuring; its cost is nobody's. Run as `python -m tests.bench.peers.relay URL...`: prints its port, ends when its
standard input closes. Each picture comes one picture later than by RTSP: libav's parser waits for the next one's
beginning.
"""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import av
import av.error


class _Relay(BaseHTTPRequestHandler):
    urls: tuple[str, ...] = ()
    wbufsize = 0

    def do_GET(self) -> None:
        """Send one stream until the player leaves."""
        number = self.path.strip("/").removesuffix(".ts")
        if not number.isdigit() or int(number) >= len(self.urls):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "video/mp2t")
        self.end_headers()
        try:
            _copy(self.urls[int(number)], self.wfile)
        except (OSError, av.error.FFmpegError):
            return

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _copy(url: str, target: object) -> None:
    options = {"rtsp_transport": "tcp", "probesize": "2048", "analyzeduration": "0"}
    with (av.open(url, options=options, timeout=(8.0, 8.0)) as source,
          av.open(target, "w", format="mpegts", buffer_size=2048,
                  options={"flush_packets": "1"}) as out):
        stream = source.streams.video[0]
        copy = out.add_stream_from_template(stream)
        for packet in source.demux(stream):
            if packet.size == 0 or packet.dts is None:
                continue
            packet.stream = copy
            out.mux(packet)


def main() -> None:
    """Serve until standard input closes."""
    _Relay.urls = tuple(sys.argv[1:])
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Relay)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="relay", daemon=True).start()
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
