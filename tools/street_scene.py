"""Street scenes drawn by arithmetic: one fixed camera over a road, everything moving in a loop.

Belongs here: projection, the still background, vehicles and people, the camera's own traits (shake, noise, vignette).
Does not belong here: encoding, which scenes there are (make_demo_clips.py).
Invariants: 1. The same scene and seed draw the same pictures. 2. The picture at the loop's end is the one before its
start: every motion is a whole number of turns.
World: X right of the road's middle, Y up, Z away from the camera, metres.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Colour = tuple[int, int, int]
WIDTH, HEIGHT, MARGIN = 1280, 720, 12


@dataclass(frozen=True)
class Light:
    """Say what the hour does to colours (BGR)."""

    sky_top: Colour
    sky_low: Colour
    haze: Colour
    haze_depth: float  # metres at which haze takes over
    gain: tuple[float, float, float] = (1.0, 1.0, 1.0)
    lamps: bool = False
    noise: float = 1.6
    shadow: float = 0.55


@dataclass(frozen=True)
class Scene:
    """Say what stands and moves where."""

    seed: int
    light: Light
    focal: float = 900.0
    camera_height: float = 6.5
    horizon: float = 0.30
    vanishing: float = 0.5
    road_half: float = 6.0
    pavement: float = 3.0
    cars: int = 9
    buses: int = 1
    bikes: int = 4
    people: int = 14
    trees: int = 6
    building_low: float = 6.0
    building_high: float = 14.0
    walls: tuple[Colour, ...] = ((150, 168, 182), (120, 140, 160), (165, 160, 150), (110, 128, 150))
    monument: bool = False
    minaret: bool = False
    water: bool = False
    zebra_z: float = 0.0
    hills: float = 40.0
    extra: dict[str, float] = field(default_factory=dict)


class Painter:
    """Project and fill shapes of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.vx = WIDTH * scene.vanishing + MARGIN
        self.vy = HEIGHT * scene.horizon + MARGIN

    def point(self, x: float, y: float, z: float) -> tuple[float, float]:
        """Project a point of the world to pixels."""
        z = max(z, 0.5)
        scale = self.scene.focal / z
        return self.vx + x * scale, self.vy + (self.scene.camera_height - y) * scale

    def colour(self, base: Colour, z: float, shade: float = 1.0) -> Colour:
        """Return a colour as seen at a distance in this light."""
        light = self.scene.light
        far = 1.0 - math.exp(-max(z, 0.0) / light.haze_depth)
        mixed = [b * g * shade * (1 - far) + h * far for b, g, h in zip(base, light.gain, light.haze, strict=True)]
        return tuple(int(min(255, max(0, c))) for c in mixed)  # type: ignore[return-value]

    def fill(self, picture: Picture, points: list[tuple[float, float]], colour: Colour) -> None:
        """Fill a polygon with smooth edges."""
        array = np.round(np.array(points) * 16).astype(np.int32)
        cv2.fillPoly(picture, [array], colour, cv2.LINE_AA, 4)

    def quad(self, picture: Picture, corners: list[tuple[float, float, float]], colour: Colour) -> None:
        """Fill a polygon given in the world."""
        self.fill(picture, [self.point(*corner) for corner in corners], colour)

    def shadow(self, picture: Picture, x: float, z: float, half: float, length: float) -> None:
        """Darken the ground under something."""
        points = [
            self.point(x + a * half * 1.25, 0, z + b * length) for a, b in ((-1, -0.05), (1, -0.05), (1, 1), (-1, 1))
        ]
        array = np.array(points)
        x0, y0 = np.floor(array.min(axis=0)).astype(int) - 3
        x1, y1 = np.ceil(array.max(axis=0)).astype(int) + 3
        x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, picture.shape[1]), min(y1, picture.shape[0])
        if x1 - x0 < 2 or y1 - y0 < 2:
            return
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        cv2.fillPoly(mask, [np.round((array - (x0, y0)) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        mask = cv2.GaussianBlur(mask, (0, 0), 2.0)
        part = picture[y0:y1, x0:x1]
        part[:] = (part * (1 - mask[..., None] / 255.0 * self.scene.light.shadow)).astype(np.uint8)


def soft_noise(rng: np.random.Generator, shape: tuple[int, int], cells: int) -> NDArray[np.float32]:
    """Return smooth noise in -1..1."""
    small = rng.normal(0, 1, (max(2, shape[0] // cells + 2), max(2, shape[1] // cells + 2))).astype(np.float32)
    out = cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.clip(out / 2, -1, 1)


def draw_background(scene: Scene) -> Picture:
    """Draw all that stands still, MARGIN pixels larger on each side than a picture."""
    rng = np.random.default_rng(scene.seed)
    painter = Painter(scene)
    picture = _sky(scene, painter, rng)
    _hills(scene, painter, picture, rng)
    _ground(scene, painter, picture, rng)
    if scene.water:
        _water(scene, painter, picture, rng)
    _sides(scene, painter, picture, rng)
    _furniture(scene, painter, picture)
    return picture


def _sky(scene: Scene, painter: Painter, rng: np.random.Generator) -> Picture:
    height, width = HEIGHT + 2 * MARGIN, WIDTH + 2 * MARGIN
    down = np.clip(np.arange(height, dtype=np.float32) / painter.vy, 0, 1)[:, None, None]
    top, low = np.array(scene.light.sky_top, np.float32), np.array(scene.light.sky_low, np.float32)
    sky = np.repeat(top * (1 - down) + low * down, width, axis=1)
    clouds = soft_noise(rng, (height, width), 150) + 0.5 * soft_noise(rng, (height, width), 55)
    amount = np.clip(clouds - 0.05, 0, 1)[..., None] * (0.10 if scene.light.lamps else 0.45) * (1 - down * 0.6)
    sky = sky * (1 - amount) + np.array((245, 243, 240), np.float32) * amount * (0.3 if scene.light.lamps else 1)
    return np.clip(sky, 0, 255).astype(np.uint8)


def _hills(scene: Scene, painter: Painter, picture: Picture, rng: np.random.Generator) -> None:
    width = picture.shape[1]
    for layer in range(3):
        size = scene.hills * (1 - 0.25 * layer)
        ridge = soft_noise(rng, (2, width), 260 - 70 * layer)[0] * 0.8 + 0.25 * soft_noise(rng, (2, width), 60)[0]
        tops = painter.vy - size * (0.7 + ridge * 0.6) * (1 - 0.2 * layer)
        points = [(-5.0, painter.vy + 6.0), *[(float(x), float(tops[x])) for x in range(0, width, 6)]]
        points.append((width + 5.0, painter.vy + 6.0))
        painter.fill(
            picture, points, painter.colour((96 - 12 * layer, 112 - 8 * layer, 92 - 10 * layer), 150 - 35 * layer)
        )


def _ground(scene: Scene, painter: Painter, picture: Picture, rng: np.random.Generator) -> None:
    height, width = picture.shape[:2]
    rows = np.arange(height, dtype=np.float32)
    below = rows > painter.vy + 0.5
    z = scene.focal * scene.camera_height / np.maximum(rows - painter.vy, 0.5)
    x = (np.arange(width, dtype=np.float32)[None, :] - painter.vx) * z[:, None] / scene.focal
    z2 = np.repeat(z[:, None], width, axis=1)
    road = np.abs(x) < scene.road_half
    walk = ~road & (np.abs(x) < scene.road_half + scene.pavement)
    base = np.where(road[..., None], (78, 78, 80), np.where(walk[..., None], (138, 146, 152), (92, 112, 124)))
    grain = soft_noise(rng, (height, width), 3) * 7 + soft_noise(rng, (height, width), 40) * 9
    stripes = np.sin(x * 1.1 + 0.6) * 3 * road  # wheel tracks
    slabs = ((np.mod(x, 1.2) < 0.06) | (np.mod(z2, 1.2) < 0.07)) & walk & (z2 < 40)
    ground = base + (grain + stripes)[..., None] - 22 * slabs[..., None]
    _paint_marks(scene, ground, x, z2)
    far = (1 - np.exp(-z / scene.light.haze_depth))[:, None, None]
    lit = ground * np.array(scene.light.gain, np.float32) * (1 - far) + np.array(scene.light.haze, np.float32) * far
    picture[below] = np.clip(lit, 0, 255).astype(np.uint8)[below]


def _paint_marks(scene: Scene, ground: NDArray[np.float64], x: NDArray[np.float32], z: NDArray[np.float32]) -> None:
    white = np.array((205, 208, 210))
    dash = (np.abs(x) < 0.10) & (np.mod(z, 7.0) < 3.2)
    edge = np.abs(np.abs(x) - (scene.road_half - 0.35)) < 0.07
    lanes = (np.abs(np.abs(x) - scene.road_half / 2) < 0.06) & (np.mod(z, 6.0) < 2.2)
    kerb = np.abs(np.abs(x) - scene.road_half) < 0.14
    ground[dash | edge | lanes] = white
    ground[kerb & (np.mod(z, 2.0) < 1.0)] = (60, 190, 215)
    ground[kerb & (np.mod(z, 2.0) >= 1.0)] = (50, 50, 52)
    if scene.zebra_z:
        bars = (np.abs(z - scene.zebra_z) < 1.6) & (np.abs(x) < scene.road_half - 0.5) & (np.mod(x, 1.1) < 0.55)
        ground[bars] = white


def _water(scene: Scene, painter: Painter, picture: Picture, rng: np.random.Generator) -> None:
    side = scene.road_half + scene.pavement + 1.5
    shore = [painter.point(side, 0, 260), painter.point(side, 0, 9), (picture.shape[1] + 5.0, picture.shape[0] * 0.86)]
    shore.append((picture.shape[1] + 5.0, painter.vy + 2))
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.round(np.array(shore)).astype(np.int32)], 255, cv2.LINE_AA)
    ripple = cv2.resize(rng.normal(0, 1, (picture.shape[0] // 2, 40)).astype(np.float32), picture.shape[1::-1])
    blue = np.array((168, 140, 84), np.float32) + ripple[..., None] * 7
    down = np.clip((np.arange(picture.shape[0]) - painter.vy) / 300, 0, 1)[:, None, None]
    blue = blue * (0.75 + 0.25 * down) + np.array(scene.light.sky_low, np.float32) * 0.35 * (1 - down)
    share = mask[..., None] / 255.0
    picture[:] = np.clip(picture * (1 - share) + blue * share, 0, 255).astype(np.uint8)


def _sides(scene: Scene, painter: Painter, picture: Picture, rng: np.random.Generator) -> None:
    items: list[tuple[float, int, float]] = []
    for side in (-1, 1):
        if scene.water and side == 1:
            continue
        z = 120.0
        while z > 7.0:
            deep = float(rng.uniform(7, 14))
            items.append((z, side, deep))
            z -= deep + float(rng.choice((0.0, 0.0, 2.5)))
    for z, side, deep in sorted(items, reverse=True):
        _building(scene, painter, picture, rng, z, side, deep)
    for number in range(scene.trees):
        side = -1 if number % 2 or scene.water else 1
        _tree(scene, painter, picture, rng, 70.0 - number * 62.0 / max(1, scene.trees), side)
    if scene.minaret:
        _minaret(painter, picture)


def _building(
    scene: Scene, painter: Painter, picture: Picture, rng: np.random.Generator, z: float, side: int, deep: float
) -> None:
    near, edge = z - deep, side * (scene.road_half + scene.pavement)
    high = float(rng.uniform(scene.building_low, scene.building_high))
    outer = edge + side * 30
    base = scene.walls[int(rng.integers(len(scene.walls)))]
    lit = 0.92 if side < 0 else 0.70
    near = max(near, 2.0)
    painter.quad(
        picture,
        [(edge, 0, near), (outer, 0, near), (outer, high, near), (edge, high, near)],
        painter.colour(base, near, 0.55),
    )
    painter.quad(
        picture, [(edge, 0, near), (edge, 0, z), (edge, high, z), (edge, high, near)], painter.colour(base, z, lit)
    )
    painter.quad(
        picture,
        [(edge, high - 0.4, near), (edge, high - 0.4, z), (edge, high, z), (edge, high, near)],
        painter.colour(base, z, lit * 0.8),
    )
    sign: Colour = tuple(int(c) for c in rng.integers(40, 210, 3))  # type: ignore[assignment]
    steps = max(1, int(deep / 2.6))
    for number in range(steps):
        a, b = near + deep * (number + 0.15) / steps, near + deep * (number + 0.85) / steps
        _storeys(scene, painter, picture, rng, (edge, a, b, high, lit))
        painter.quad(
            picture,
            [(edge, 0, a), (edge, 0, b), (edge, 2.5, b), (edge, 2.5, a)],
            painter.colour((70, 74, 80), a, lit * float(rng.uniform(0.6, 1.3))),
        )
        signs: Colour = tuple(int((s + c) / 2) for s, c in zip(sign, rng.integers(30, 240, 3), strict=True))  # type: ignore[assignment]
        glow = 1.6 if scene.light.lamps else 1.0
        painter.quad(
            picture,
            [(edge, 2.6, a), (edge, 2.6, b), (edge, 3.4, b), (edge, 3.4, a)],
            painter.colour(signs, a, lit * glow),
        )


def _storeys(
    scene: Scene,
    painter: Painter,
    picture: Picture,
    rng: np.random.Generator,
    wall: tuple[float, float, float, float, float],
) -> None:
    edge, a, b, high, lit = wall
    y = 4.2
    while y + 1.5 < high - 0.5:
        bright = scene.light.lamps and rng.random() < 0.35
        glass: Colour = (120, 205, 250) if bright else (88, 80, 66)
        shade = 2.2 if bright else lit * float(rng.uniform(0.6, 1.1))
        painter.quad(
            picture,
            [(edge, y, a), (edge, y, b), (edge, y + 1.4, b), (edge, y + 1.4, a)],
            painter.colour(glass, a, shade),
        )
        y += 3.1


def _tree(scene: Scene, painter: Painter, picture: Picture, rng: np.random.Generator, z: float, side: int) -> None:
    x = side * (scene.road_half + scene.pavement * 0.75)
    painter.quad(
        picture,
        [(x - 0.15, 0, z), (x + 0.15, 0, z), (x + 0.12, 3, z), (x - 0.12, 3, z)],
        painter.colour((46, 62, 80), z),
    )
    for _ in range(90):
        dx, dy = rng.normal(0, 0.85), rng.normal(0, 0.75)
        px, py = painter.point(x + dx, 4.3 + dy, z)
        shade = 0.75 + 0.25 * dy + rng.uniform(-0.15, 0.15)
        radius = max(1, int(scene.focal / z * rng.uniform(0.18, 0.42)))
        cv2.circle(
            picture, (int(px), int(py)), radius, painter.colour((48, 104, 66), z, max(0.35, shade)), -1, cv2.LINE_AA
        )


def _minaret(painter: Painter, picture: Picture) -> None:
    x, z = -13.0, 62.0
    painter.quad(
        picture,
        [(x - 0.9, 0, z), (x + 0.9, 0, z), (x + 0.7, 22, z), (x - 0.7, 22, z)],
        painter.colour((205, 214, 218), z),
    )
    for y in (12.0, 18.0, 22.0):
        painter.quad(
            picture,
            [(x - 1.3, y, z), (x + 1.3, y, z), (x + 1.3, y + 0.6, z), (x - 1.3, y + 0.6, z)],
            painter.colour((225, 232, 235), z),
        )
    top, foot = painter.point(x, 26, z), painter.point(x, 22.5, z)
    radius = int(painter.scene.focal / z * 0.9)
    cv2.ellipse(
        picture,
        (int(foot[0]), int(foot[1])),
        (radius, radius),
        0,
        180,
        360,
        painter.colour((96, 150, 84), z),
        -1,
        cv2.LINE_AA,
    )
    cv2.line(
        picture,
        (int(foot[0]), int(foot[1])),
        (int(top[0]), int(top[1])),
        painter.colour((90, 160, 190), z),
        2,
        cv2.LINE_AA,
    )


def _furniture(scene: Scene, painter: Painter, picture: Picture) -> None:
    """Draw lamp posts, wires and the monument."""
    posts = [float(z) for z in range(76, 8, -14)]
    for side in (-1, 1):
        x = side * (scene.road_half + 0.5)
        for z in posts:
            thin = max(1, round(scene.focal / z * 0.11))
            foot, top, arm = painter.point(x, 0, z), painter.point(x, 7, z), painter.point(x - side * 1.8, 7.3, z)
            for a, b in ((foot, top), (top, arm)):
                cv2.line(
                    picture,
                    (int(a[0]), int(a[1])),
                    (int(b[0]), int(b[1])),
                    painter.colour((70, 70, 70), z),
                    thin,
                    cv2.LINE_AA,
                )
            if scene.light.lamps:
                add_glow(picture, arm, scene.focal / z * 1.6, (110, 190, 255), 0.9)
        for height in (6.2, 6.6):
            line = np.array(
                [painter.point(x, height - 0.5 * math.sin(math.pi * (z % 14) / 14), z) for z in range(90, 6, -2)]
            )
            cv2.polylines(
                picture, [np.round(line).astype(np.int32)], False, painter.colour((40, 40, 42), 30), 1, cv2.LINE_AA
            )
    if scene.monument:
        z = 34.0
        for half, low, high, grey in ((3.0, 0, 0.8, 150), (1.6, 0.8, 2.2, 175), (0.7, 2.2, 11, 215)):
            corners = [(-half, low, z), (half, low, z), (half * 0.9, high, z), (-half * 0.9, high, z)]
            painter.quad(picture, corners, painter.colour((grey, grey, grey), z))


def add_glow(picture: Picture, centre: tuple[float, float], radius: float, colour: Colour, strength: float) -> None:
    """Add a soft light around a point."""
    r = int(min(220, max(3, radius)))
    x, y = int(centre[0]), int(centre[1])
    x0, y0, x1, y1 = max(0, x - r), max(0, y - r), min(picture.shape[1], x + r), min(picture.shape[0], y + r)
    if x1 <= x0 or y1 <= y0:
        return
    yy, xx = np.mgrid[y0:y1, x0:x1].astype(np.float32)
    fall = np.clip(1 - np.hypot(xx - x, yy - y) / r, 0, 1)[..., None] ** 2.5
    part = picture[y0:y1, x0:x1]
    part[:] = np.clip(part + fall * np.array(colour, np.float32) * strength, 0, 255).astype(np.uint8)
