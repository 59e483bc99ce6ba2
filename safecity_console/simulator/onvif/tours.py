"""Preset tours: made, changed, run, paused and removed in the camera.

Belongs here: those operations, going from view to view. Does not belong here: presets (ptz.py).
Invariants: 1. One tour runs at a time. 2. A move by hand ends it. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from safecity_console.simulator.onvif.ptz import PtzService, speed_xml
from safecity_console.simulator.onvif.ptz_spaces import speed_share
from safecity_console.simulator.onvif.quirks import Quirks
from safecity_console.simulator.onvif.soap import (
    Call,
    Operations,
    SoapFault,
    attr,
    child,
    duration_s,
    each,
    esc,
    figure,
    find,
    invalid,
    text_of,
)

MAX_TOURS, MAX_SPOTS = 8, 32
LOOK_S = 0.05
IDLE, TOURING, PAUSED = "Idle", "Touring", "Paused"


@dataclass(frozen=True, slots=True)
class Spot:
    """One stop; an empty token is home."""

    preset: str
    stay_s: float = 10.0
    share: float = 1.0


@dataclass(slots=True)
class Tour:
    """A tour as the camera keeps it."""

    name: str = ""
    auto_start: bool = False
    spots: tuple[Spot, ...] = ()
    backward: bool = False
    rounds: int = 0  # 0: for ever
    state: str = IDLE
    at: int = 0


class TourService:
    """Keep and run tours."""

    def __init__(self, ptz: PtzService) -> None:
        self._ptz = ptz
        self.tours: dict[str, Tour] = {}
        self._runs: asyncio.Task[None] | None = None
        ptz.moved = self.interrupt
        self.operations: Operations = {
            "GetPresetTours": self._get_all,
            "GetPresetTour": self._get_one,
            "GetPresetTourOptions": self._options,
            "CreatePresetTour": self._create,
            "ModifyPresetTour": self._modify,
            "OperatePresetTour": self._operate,
            "RemovePresetTour": self._remove,
        }

    def interrupt(self) -> None:
        """End what runs: a hand took over, or the camera goes."""
        for tour in self.tours.values():
            tour.state = IDLE
        self._cancel()

    def _cancel(self) -> None:
        if self._runs is not None:
            self._runs.cancel()
            self._runs = None

    def _tour(self, call: Call) -> Tour:
        token = call.text("PresetTourToken")
        found = find(call.body, "PresetTour")
        if found is not None:
            token = token or found.get("token", "")
        if token not in self.tours:
            raise invalid("no such tour", "NoToken")
        return self.tours[token]

    def _get_all(self, call: Call) -> str:
        rows = "".join(self._xml(token, tour) for token, tour in self.tours.items())
        return f"<tptz:GetPresetToursResponse>{rows}</tptz:GetPresetToursResponse>"

    def _get_one(self, call: Call) -> str:
        self._tour(call)
        token = call.text("PresetTourToken")
        return f"<tptz:GetPresetTourResponse>{self._xml(token, self.tours[token])}</tptz:GetPresetTourResponse>"

    def _xml(self, token: str, tour: Tour) -> str:
        spots = "".join(
            f"<tt:TourSpot><tt:PresetDetail>"
            f"{f'<tt:PresetToken>{esc(s.preset)}</tt:PresetToken>' if s.preset else '<tt:Home>true</tt:Home>'}"
            f"</tt:PresetDetail>{speed_xml(s.share)}<tt:StayTime>PT{figure(s.stay_s)}S</tt:StayTime></tt:TourSpot>"
            for s in tour.spots
        )
        rounds = f"<tt:RecurringTime>{tour.rounds}</tt:RecurringTime>" if tour.rounds else ""
        way = f"<tt:Direction>{'Backward' if tour.backward else 'Forward'}</tt:Direction>"
        return (f"<tptz:PresetTour token={attr(token)}><tt:Name>{esc(tour.name)}</tt:Name>"
                f"<tt:Status><tt:State>{tour.state}</tt:State></tt:Status>"
                f"<tt:AutoStart>{str(tour.auto_start).lower()}</tt:AutoStart>"
                f"<tt:StartingCondition>{rounds}{way}</tt:StartingCondition>{spots}</tptz:PresetTour>")

    def _options(self, call: Call) -> str:
        tokens = "".join(f"<tt:PresetToken>{esc(one)}</tt:PresetToken>" for one in self._ptz.presets)
        return ("<tptz:GetPresetTourOptionsResponse><tptz:Options><tt:AutoStart>true</tt:AutoStart>"
                "<tt:StartingCondition><tt:Direction>Forward</tt:Direction><tt:Direction>Backward</tt:Direction>"
                f"</tt:StartingCondition><tt:TourSpot><tt:PresetDetail>{tokens}<tt:Home>true</tt:Home>"
                "</tt:PresetDetail><tt:StayTime><tt:Min>PT1S</tt:Min><tt:Max>PT3600S</tt:Max></tt:StayTime>"
                "</tt:TourSpot></tptz:Options></tptz:GetPresetTourOptionsResponse>")

    def _create(self, call: Call) -> str:
        if len(self.tours) >= MAX_TOURS:
            raise SoapFault("no more tours", "ter:Action", "ter:TooManyPresetTours", receiver=True)
        token = next(f"tour_{n}" for n in range(1, MAX_TOURS + 1) if f"tour_{n}" not in self.tours)
        self.tours[token] = Tour(token)
        inner = f"<tptz:PresetTourToken>{token}</tptz:PresetTourToken>"
        return f"<tptz:CreatePresetTourResponse>{inner}</tptz:CreatePresetTourResponse>"

    def _modify(self, call: Call) -> str:
        tour, given = self._tour(call), find(call.body, "PresetTour")
        if tour.state != IDLE:
            raise SoapFault("it runs", "ter:Action", "ter:ActivePresetTour", receiver=True)
        spots = tuple(self._spot(one) for one in each(given, "TourSpot"))
        if len(spots) > MAX_SPOTS:
            raise invalid("too many stops", "TooManyPresets")
        tour.spots = spots
        tour.name = text_of(given, "Name") or tour.name
        tour.auto_start = text_of(given, "AutoStart") == "true"
        tour.backward = text_of(given, "Direction") == "Backward"
        rounds = text_of(given, "RecurringTime", "0")
        tour.rounds = int(rounds) if rounds.isdigit() else 0
        return "<tptz:ModifyPresetTourResponse/>"

    def _spot(self, element: Element) -> Spot:
        token = text_of(element, "PresetToken")
        if token:
            self._ptz.aim_of(token)
        elif text_of(element, "Home") != "true":
            raise invalid("a stop is a preset or home", "InvalidPreset")
        stay = text_of(element, "StayTime")
        return Spot(token, duration_s(stay) if stay else 10.0, speed_share(child(element, "Speed"), Quirks()))

    def _operate(self, call: Call) -> str:
        tour, wanted = self._tour(call), call.text("Operation")
        if wanted == "Start":
            if not tour.spots:
                raise SoapFault("a tour without a stop", "ter:Action", "ter:InvalidPresetTour", receiver=True)
            if tour.state != PAUSED:
                tour.at = 0
            self.interrupt()
            tour.state = TOURING
            self._runs = asyncio.get_running_loop().create_task(self._run(tour))
        elif wanted == "Stop":
            self._end(tour, IDLE)
        elif wanted == "Pause":
            if tour.state != TOURING:
                raise SoapFault("it does not run", "ter:Action", "ter:ActivePresetTour", receiver=True)
            self._end(tour, PAUSED)
        else:
            raise invalid("no such operation", "InvalidArgVal")
        return "<tptz:OperatePresetTourResponse/>"

    def _end(self, tour: Tour, state: str) -> None:
        if tour.state == TOURING:
            self._cancel()
            self._ptz.head.stop()
        tour.state = state

    def _remove(self, call: Call) -> str:
        tour = self._tour(call)
        self._end(tour, IDLE)
        del self.tours[call.text("PresetTourToken")]
        return "<tptz:RemovePresetTourResponse/>"

    async def _run(self, tour: Tour) -> None:
        """Go from stop to stop until ended; a preset removed meanwhile is passed over."""
        done = 0
        while not tour.rounds or done < tour.rounds:
            order = tour.spots[::-1] if tour.backward else tour.spots
            for spot in order[tour.at :]:
                with contextlib.suppress(SoapFault):
                    head = self._ptz.head
                    head.go_to(self._ptz.aim_of(spot.preset) if spot.preset else head.home, spot.share)
                    while any(head.moving()):  # noqa: ASYNC110 - nobody tells: time is taken up when one looks
                        await asyncio.sleep(LOOK_S)
                    await asyncio.sleep(max(LOOK_S, spot.stay_s))
                tour.at += 1
            tour.at = 0
            done += 1
            await asyncio.sleep(LOOK_S)
        tour.state = IDLE
