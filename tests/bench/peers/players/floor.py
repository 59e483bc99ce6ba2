"""The floor: bare libavcodec decode of the streams by PyAV, one thread each, nothing scaled, nothing drawn."""

from __future__ import annotations

from safecity_console.video.floor import DecodeFloor
from safecity_console.video.source import SourceAddress
from tests.bench.peers.players.orders import END, Orders, Show, answer


def main() -> None:
    """Decode until the end."""
    show = Show.from_arguments()
    floor = DecodeFloor([SourceAddress(url) for url in show.urls])
    orders, marked = Orders(), 0
    answer(ready=True, rects=[])
    while (word := orders.wait()) != END:
        if word == "go":
            floor.start()
        elif word == "mark":
            marked = floor.frames()
        elif word == "tell":
            answer(frames=floor.frames() - marked)
    floor.stop()


if __name__ == "__main__":
    main()
