"""Print the showing widgets of one process as JSON, by AT-SPI. Run by the system's Python, which has Debian's gi.

Usage: atspi_tree.py PID. Prints `[]` where the process is not on the accessibility bus.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

DEEPEST = 40


def describe(node):
    """Give one widget as a plain dictionary."""
    box = node.get_component_iface()
    place = box.get_extents(Atspi.CoordType.SCREEN) if box else None
    text = node.get_text_iface()
    states = node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "text": Atspi.Text.get_text(text, 0, -1) if text else "",
        "states": [s.value_nick for s in states.get_states()],
        "x": place.x if place else 0,
        "y": place.y if place else 0,
        "width": place.width if place else 0,
        "height": place.height if place else 0,
    }


def walk(node, depth, found):
    """Collect what shows; a branch that vanishes on the way is left out."""
    if node is None or depth > DEEPEST:
        return
    try:
        showing = node.get_state_set().contains(Atspi.StateType.SHOWING)
        if depth > 1 and not showing and node.get_role() != Atspi.Role.APPLICATION:
            return
        found.append(describe(node))
        for index in range(node.get_child_count()):
            walk(node.get_child_at_index(index), depth + 1, found)
    except GLib.Error:
        return


def main():
    """Find the application by process id and print its tree."""
    wanted = int(sys.argv[1])
    desktop = Atspi.get_desktop(0)
    found = []
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        try:
            if application is not None and application.get_process_id() == wanted:
                walk(application, 0, found)
        except GLib.Error:
            continue
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
