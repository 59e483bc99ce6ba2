"""Ourselves: the officer's own WallView on the officer's own services, nothing switched off."""

from __future__ import annotations

import tempfile
from pathlib import Path

from safecity_console import app
from safecity_console.core import logs
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.wall import filled_wall
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from safecity_console.wiring import Console, Options
from tests.bench.peers.players import qt_stage
from tests.bench.peers.players.orders import Show


def main() -> None:
    """Show the wall."""
    show = Show.from_arguments()
    logs.configure(None, "ERROR")
    app.application()
    with tempfile.TemporaryDirectory() as folder, Console(Options(Path(folder))) as console:
        services = console.services
        for number, url in enumerate(show.urls, start=1):
            services.cameras.add(CameraDraft(number, f"Camera {number}", url))
        layout = str(show.columns**2)
        services.walls.set_current(filled_wall(layout, [c.id for c in services.cameras.cameras()]), "")
        wall = WallView(services, DARK)
        wall.setGeometry(0, 0, show.width, show.height)
        wall.show()
        rects = [(r.x(), r.y(), r.width(), r.height()) for r in wall.places.tiles[: len(show.urls)]]
        qt_stage.run(rects, console.watch, close=wall.stop)


if __name__ == "__main__":
    main()
