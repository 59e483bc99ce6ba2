"""Street traffic: vehicles and people of a drawn scene, and the camera's own traits.

Belongs here: what moves, in a loop. Does not belong here: the still background (street_scene.py), encoding.
Invariants: as street_scene.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from street_scene import HEIGHT, MARGIN, WIDTH, Colour, Painter, Picture, Scene, add_glow, draw_background, soft_noise

FAR_Z, NEAR_Z = 105.0, 5.0
_PAINTS: tuple[Colour, ...] = (
    (225, 225, 225),
    (200, 205, 205),
    (45, 45, 48),
    (120, 122, 125),
    (60, 60, 150),
    (130, 80, 45),
    (70, 110, 60),
    (90, 140, 170),
)
_CLOTHES: tuple[Colour, ...] = (
    (210, 215, 215),
    (170, 180, 190),
    (70, 90, 120),
    (120, 90, 70),
    (60, 60, 62),
    (80, 120, 90),
    (60, 70, 150),
    (150, 130, 180),
)


@dataclass(frozen=True)
class Mover:
    """Hold one thing that moves: kind, lane, speed as whole turns of the loop, phase, colour."""

    kind: str
    x: float
    away: bool
    turns: int
    phase: float
    colour: Colour
    size: float

    def z(self, share: float) -> float:
        """Return its distance at a share (0..1) of the loop."""
        along = (self.phase + share * self.turns) % 1.0
        return NEAR_Z + (FAR_Z - NEAR_Z) * (along if self.away else 1 - along)


@dataclass(frozen=True)
class Walker:
    """Hold one person: where along, which way across or along, how far within a loop."""

    x: float
    z: float
    dx: float
    dz: float
    phase: float
    colour: Colour
    height: float

    def place(self, share: float) -> tuple[float, float, float]:
        """Return x, z and the step phase; a walker goes there and back within the loop."""
        turn = 2 * math.pi * (share + self.phase)
        return self.x + self.dx * math.sin(turn), self.z + self.dz * math.sin(turn), turn * 11


def make_traffic(scene: Scene) -> tuple[list[Mover], list[Walker]]:
    """Make the scene's vehicles and people."""
    rng = np.random.default_rng(scene.seed + 1000)
    movers: list[Mover] = []
    kinds = ["bus" if number < scene.buses else "car" for number in range(scene.buses + scene.cars)]
    inner = scene.road_half > 6 and not scene.monument  # two lanes a side, nothing in the middle
    for number, kind in enumerate(kinds):
        away = number % 2 == 0  # traffic keeps left in Pakistan
        lane = 0.27 if inner and kind == "car" and number % 4 > 1 else 0.56
        # One speed and even spacing in each direction: nothing drives through anything.
        phase = (number // 2 * 2 / len(kinds) + float(rng.uniform(0, 0.05))) % 1
        colour = _PAINTS[int(rng.integers(len(_PAINTS)))]
        size = float(rng.uniform(0.92, 1.08))
        movers.append(Mover(kind, (-1 if away else 1) * scene.road_half * lane, away, 1, phase, colour, size))
    for number in range(scene.bikes):
        away = number % 2 == 0
        phase = (number / scene.bikes + float(rng.uniform(0, 0.08))) % 1
        movers.append(Mover("bike", (-1 if away else 1) * scene.road_half * 0.88, away, 1, phase, (0, 0, 0), 1.0))
    walkers: list[Walker] = []
    for number in range(scene.people):
        side = -1 if number % 2 or scene.water else 1
        x = side * (scene.road_half + float(rng.uniform(0.6, max(0.8, scene.pavement - 0.5))))
        crossing = number % 5 == 4 and scene.zebra_z > 0
        walkers.append(
            Walker(
                x=0.0 if crossing else x,
                z=scene.zebra_z + float(rng.uniform(-1, 1)) if crossing else float(rng.uniform(10, 42)),
                dx=scene.road_half + 1 if crossing else float(rng.uniform(-0.3, 0.3)),
                dz=0.0 if crossing else float(rng.uniform(1.5, 4.0)),
                phase=float(rng.uniform(0, 1)),
                colour=_CLOTHES[int(rng.integers(len(_CLOTHES)))],
                height=float(rng.uniform(1.5, 1.82)),
            )
        )
    return movers, walkers


def draw_pictures(scene: Scene, count: int) -> Iterator[Picture]:
    """Draw one loop of `count` pictures, WIDTH x HEIGHT BGR."""
    background = draw_background(scene)
    painter = Painter(scene)
    movers, walkers = make_traffic(scene)
    camera = _Camera(scene)
    for number in range(count):
        share = number / count
        picture = background.copy()
        if scene.water:
            _glitter(scene, painter, picture, number, count)
        things: list[tuple[float, Mover | Walker]] = [(mover.z(share), mover) for mover in movers]
        things += [(walker.place(share)[1], walker) for walker in walkers]
        for z, thing in sorted(things, key=lambda item: -item[0]):
            if isinstance(thing, Mover):
                _draw_vehicle(painter, picture, thing, z)
            else:
                _draw_walker(painter, picture, thing, share)
        yield camera.see(picture, number, share)


def _glitter(scene: Scene, painter: Painter, picture: Picture, number: int, count: int) -> None:
    rng = np.random.default_rng(scene.seed + 5)
    left = int(painter.vx + 120)
    for _ in range(220):
        x, y = int(rng.integers(left, picture.shape[1])), float(rng.uniform(painter.vy + 8, painter.vy + 260))
        wave = math.sin(2 * math.pi * (number / count * int(rng.integers(3, 9)) + rng.random()))
        edge = painter.vx + (y - painter.vy) * 1.9 + 40
        if wave > 0.55 and x > edge:
            long = int(3 + (y - painter.vy) / 22)
            cv2.line(picture, (x, int(y)), (x + long, int(y)), (214, 204, 178), 1, cv2.LINE_AA)


def _box(
    painter: Painter, picture: Picture, mover: Mover, z: float, size: tuple[float, float, float, float], shade: float
) -> None:
    """Draw a box: half width, low, high, length; the near face, the top and the side one sees."""
    half, low, high, length = size
    x, far = mover.x, z + length
    side = x + half if x < 0 else x - half
    paint = mover.colour
    painter.quad(
        picture,
        [(side, low, z), (side, low, far), (side, high, far), (side, high, z)],
        painter.colour(paint, z, shade * 0.72),
    )
    painter.quad(
        picture,
        [(x - half, high, z), (x + half, high, z), (x + half, high, far), (x - half, high, far)],
        painter.colour(paint, z, shade * 1.08),
    )
    painter.quad(
        picture,
        [(x - half, low, z), (x + half, low, z), (x + half, high, z), (x - half, high, z)],
        painter.colour(paint, z, shade * 0.86),
    )


def _draw_vehicle(painter: Painter, picture: Picture, mover: Mover, z: float) -> None:
    if mover.kind == "bike":
        _draw_bike(painter, picture, mover, z)
        return
    s = mover.size
    half, length, hood, roof = (0.88 * s, 4.1 * s, 0.95, 1.48) if mover.kind == "car" else (1.25, 9.5, 2.9, 3.1)
    painter.shadow(picture, mover.x, z, half, length)
    for dx in (-half * 0.8, half * 0.8):
        for dz in (0.3, length - 0.8):
            x, y = painter.point(mover.x + dx, 0.3, z + dz)
            cv2.circle(
                picture,
                (int(x), int(y)),
                max(1, int(painter.scene.focal / z * 0.31)),
                painter.colour((26, 26, 28), z),
                -1,
                cv2.LINE_AA,
            )
    _box(painter, picture, mover, z, (half, 0.28, hood, length), 1.0)
    if mover.kind == "car":
        _cabin(painter, picture, mover, z, (half, length, hood, roof))
    else:
        _bus_windows(painter, picture, mover, z, (half, length))
    _lights(painter, picture, mover, z, half)


def _cabin(painter: Painter, picture: Picture, mover: Mover, z: float, size: tuple[float, float, float, float]) -> None:
    half, length, hood, roof = size
    x, a, b, top = mover.x, z + length * 0.22, z + length * 0.80, half * 0.82
    glass = painter.colour((72, 66, 56), z)
    side, upper = (x + half, x + top) if x < 0 else (x - half, x - top)
    painter.quad(picture, [(side, hood, a), (side, hood, b), (upper, roof, b - 0.4), (upper, roof, a + 0.5)], glass)
    painter.quad(
        picture,
        [(x - top, roof, a + 0.5), (x + top, roof, a + 0.5), (x + top, roof, b - 0.4), (x - top, roof, b - 0.4)],
        painter.colour(mover.colour, z, 1.05),
    )
    painter.quad(
        picture, [(x - half, hood, a), (x + half, hood, a), (x + top, roof, a + 0.5), (x - top, roof, a + 0.5)], glass
    )


def _bus_windows(painter: Painter, picture: Picture, mover: Mover, z: float, size: tuple[float, float]) -> None:
    half, length = size
    x = mover.x
    side = x + half if x < 0 else x - half
    glass = painter.colour((80, 72, 58), z)
    painter.quad(
        picture,
        [(x - half * 0.85, 1.6, z), (x + half * 0.85, 1.6, z), (x + half * 0.85, 2.6, z), (x - half * 0.85, 2.6, z)],
        glass,
    )
    for number in range(6):
        a = z + length * (number + 0.2) / 6
        painter.quad(picture, [(side, 1.7, a), (side, 1.7, a + 1.1), (side, 2.5, a + 1.1), (side, 2.5, a)], glass)
    for low, colour in ((1.15, (40, 60, 200)), (1.35, (60, 190, 220))):
        painter.quad(
            picture,
            [(side, low, z), (side, low, z + length), (side, low + 0.14, z + length), (side, low + 0.14, z)],
            painter.colour(colour, z),
        )


def _lights(painter: Painter, picture: Picture, mover: Mover, z: float, half: float) -> None:
    scale = painter.scene.focal / z
    for dx in (-half * 0.78, half * 0.78):
        spot = painter.point(mover.x + dx, 0.72, z)
        lamp: Colour = (40, 40, 190) if mover.away else (225, 235, 240)
        radius = max(1, int(scale * 0.10))
        cv2.circle(picture, (int(spot[0]), int(spot[1])), radius, lamp, -1, cv2.LINE_AA)
        if painter.scene.light.lamps:
            glow: Colour = (30, 30, 230) if mover.away else (190, 225, 255)
            add_glow(picture, spot, scale * (0.7 if mover.away else 1.5), glow, 0.95)


def _draw_bike(painter: Painter, picture: Picture, mover: Mover, z: float) -> None:
    painter.shadow(picture, mover.x, z, 0.3, 1.8)
    scale = painter.scene.focal / z
    for dz in (0.2, 1.5):
        x, y = painter.point(mover.x, 0.3, z + dz)
        cv2.ellipse(
            picture,
            (int(x), int(y)),
            (max(1, int(scale * 0.09)), max(1, int(scale * 0.3))),
            0,
            0,
            360,
            painter.colour((28, 28, 30), z),
            -1,
            cv2.LINE_AA,
        )
    painter.quad(
        picture,
        [
            (mover.x - 0.2, 0.4, z + 0.5),
            (mover.x + 0.2, 0.4, z + 0.5),
            (mover.x + 0.16, 0.95, z + 0.7),
            (mover.x - 0.16, 0.95, z + 0.7),
        ],
        painter.colour((50, 50, 140), z),
    )
    _figure(painter, picture, (mover.x, 0.65, z + 0.7), 1.05, _CLOTHES[int(mover.phase * 97) % len(_CLOTHES)], 0.0)
    if painter.scene.light.lamps and not mover.away:
        add_glow(picture, painter.point(mover.x, 0.9, z), scale * 1.0, (190, 225, 255), 0.9)


def _draw_walker(painter: Painter, picture: Picture, walker: Walker, share: float) -> None:
    x, z, step = walker.place(share)
    painter.shadow(picture, x, z, 0.25, 0.9)
    _figure(painter, picture, (x, 0.0, z), walker.height, walker.colour, step)


def _figure(
    painter: Painter, picture: Picture, foot: tuple[float, float, float], height: float, cloth: Colour, step: float
) -> None:
    """Draw a person: legs, loose shirt, head."""
    x, y, z = foot
    scale = painter.scene.focal / z
    swing = 0.16 * math.sin(step)
    hip = painter.point(x, y + height * 0.48, z)
    for way in (-1, 1):
        end = painter.point(x + 0.07 * way + swing * way, y, z)
        cv2.line(
            picture,
            (int(hip[0]), int(hip[1])),
            (int(end[0]), int(end[1])),
            painter.colour(cloth, z, 0.7),
            max(1, int(scale * 0.11)),
            cv2.LINE_AA,
        )
    top, low = y + height * 0.84, y + height * 0.33
    painter.quad(
        picture,
        [(x - 0.20, low, z), (x + 0.20, low, z), (x + 0.21, top, z), (x - 0.21, top, z)],
        painter.colour(cloth, z),
    )
    painter.quad(
        picture,
        [(x + 0.02, low, z), (x + 0.20, low, z), (x + 0.21, top, z), (x + 0.05, top, z)],
        painter.colour(cloth, z, 0.82),
    )
    head = painter.point(x, y + height * 0.92, z)
    cv2.circle(
        picture,
        (int(head[0]), int(head[1])),
        max(1, int(scale * 0.115)),
        painter.colour((88, 118, 158), z),
        -1,
        cv2.LINE_AA,
    )
    cv2.circle(
        picture,
        (int(head[0]), int(head[1] - scale * 0.04)),
        max(1, int(scale * 0.10)),
        painter.colour((30, 32, 36), z),
        -1,
        cv2.LINE_AA,
    )


class _Camera:
    """Add what a camera adds: shake, vignette, sensor noise."""

    def __init__(self, scene: Scene) -> None:
        rng = np.random.default_rng(scene.seed + 2000)
        self._noise = [
            cv2.resize(
                rng.normal(0, scene.light.noise, (HEIGHT // 2, WIDTH // 2, 1)).astype(np.float32), (WIDTH, HEIGHT)
            )
            for _ in range(6)
        ]
        yy, xx = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j].astype(np.float32)
        self._vignette = (1 - 0.16 * (xx * xx + yy * yy))[..., None]
        self._grade = 1 + 0.03 * soft_noise(rng, (HEIGHT, WIDTH), 200)[..., None]

    def see(self, picture: Picture, number: int, share: float) -> Picture:
        """Return the picture as the camera sees it."""
        turn = 2 * math.pi * share
        dx = MARGIN + 0.9 * math.sin(5 * turn) + 0.4 * math.sin(13 * turn)
        dy = MARGIN + 0.7 * math.sin(7 * turn + 1) + 0.3 * math.sin(17 * turn)
        matrix = np.array([[1, 0, -dx], [0, 1, -dy]], np.float32)
        seen = cv2.warpAffine(picture, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR).astype(np.float32)
        seen = seen * self._vignette * self._grade + self._noise[number % len(self._noise)][..., None]
        return np.clip(seen, 0, 255).astype(np.uint8)
