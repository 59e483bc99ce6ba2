"""What each page is for, in a sentence or two, for the F1 sheet.

Belongs here: the words, marked for translation. Does not belong here: keys (services/keys.py), titles of commands.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

PAGE_HELP: dict[str, str] = {
    "wall": QT_TRANSLATE_NOOP(
        "help", "Click a tile to select it, drag it onto another to exchange the two, double-click it to see it large. "
        "Turn the wheel over a picture to enlarge it at the pointer, then drag to look round."),
    "cameras": QT_TRANSLATE_NOOP(
        "help", "All cameras with their places and states. Select one to change, test or remove it; a whole list "
        "comes in from a file and goes out to one."),
    "settings": QT_TRANSLATE_NOOP("help", "Every change counts at once and is kept on this computer."),
    "streams": QT_TRANSLATE_NOOP(
        "help", "What every camera sends and what is made of it: size, rates, delay, losses and the last error."),
    "incidents": QT_TRANSLATE_NOOP(
        "help", "Incidents: what is open and what was, each with everything that belongs to it. "
        "F2 logs a new one from anywhere."),
    "watch": QT_TRANSLATE_NOOP(
        "help", "Persons, vehicles and missing children to look out for, each with who saw it."),
    "liaison": QT_TRANSLATE_NOOP(
        "help", "Complaints and call-backs, and the people and places a control room works with."),
    "handover": QT_TRANSLATE_NOOP(
        "help", "The shift: checks at its start, the running log, and the handover both officers sign."),
    "audit": QT_TRANSLATE_NOOP(
        "help", "Everything that was done at this console, in a chain that cannot be rewritten unseen."),
}


def page_help(page: str) -> str:
    """Give what a page is for; empty for one without words."""
    source = PAGE_HELP.get(page, "")
    return QCoreApplication.translate("help", source) if source else ""
