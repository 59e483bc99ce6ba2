"""Who acts on the command line: `--as BADGE`, and the second officer of what needs two.

Belongs here: asking for passwords, signing in for one verb and out after it. Does not belong here: verbs, checking
credentials (services/access.py), permission (services/desk.py).
Invariants: 1. A verb that acts runs inside `signed_in`; a verb that only reads does not. 2. Where no officer was ever
made nobody is asked. 3. A password comes from its variable or from the terminal, never from an argument; where there
is neither, the verb is refused. 4. Whoever must change his password does nothing else before.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import TwoPerson
from safecity_console.domain.errors import Refused
from safecity_console.services.access import AccessService
from safecity_console.services.desk import Approval, Seat
from safecity_console.wiring import Console

PASSWORD, SECOND_PASSWORD = "SAFECITY_PASSWORD", "SAFECITY_SECOND_PASSWORD"


class HasAccess(Protocol):
    """What acting needs of the program."""

    @property
    def access(self) -> AccessService:
        """Give signing in and out."""
        ...


def two_person_flags() -> argparse.ArgumentParser:
    """Give the flags of a verb that needs two officers, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    parent.add_argument("--second", metavar="BADGE", default="", help="the officer who agrees")
    parent.add_argument("--reason", metavar="TEXT", default="", help="why it is done")
    return parent


@contextmanager
def signed_in(args: argparse.Namespace, services: HasAccess, must_change_too: bool = False
              ) -> Iterator[Secret | None]:
    """Sign the officer of `--as` in for one verb; gives his password, None where nobody needs to sign in.

    Raises Refused("say_who" | "password_unasked" | "password_must_change") and as AccessService.sign_in does.
    """
    badge = getattr(args, "as_badge", None)
    access = services.access
    if badge is None:
        if access.seat is not Seat.SETUP:
            raise Refused("say_who")
        yield None
        return
    password = asked(f"Password of {badge}: ", PASSWORD)
    session = access.sign_in(badge, password, via="command_line")
    try:
        if session.officer.must_change_password and not must_change_too:
            raise Refused("password_must_change", badge=session.officer.badge)
        yield password
    finally:
        access.sign_out("command_line")


def opened_as(open_console: Callable[[], Console], badge: str | None, password: Secret | None) -> Callable[[], Console]:
    """Give what opens the console with an officer signed in, where one is named; whoever cannot sign in opens none."""

    def opened() -> Console:
        console = open_console()
        try:
            if badge is not None:
                console.services.access.sign_in(badge, password or Secret(""), via="start")
        except BaseException:
            console.close()
            raise
        return console

    return opened


def agreed(args: argparse.Namespace, services: HasAccess, action: TwoPerson) -> Approval | None:
    """Take the agreement of the officer of `--second`; None where the verb names none (the service then refuses)."""
    if not args.second or services.access.seat is Seat.SETUP:
        return None
    password = asked(f"Password of {args.second}: ", SECOND_PASSWORD)
    return services.access.countersign(action, args.second, password, args.reason)


def asked(prompt: str, variable: str) -> Secret:
    """Give a password from its variable, else from the terminal; raises Refused("password_unasked")."""
    given = os.environ.get(variable)
    if given is not None:
        return Secret(given)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would be typed for everybody to see
            return Secret(getpass.getpass(prompt, sys.stderr))
    except (getpass.GetPassWarning, EOFError, OSError):
        raise Refused("password_unasked", variable=variable) from None
