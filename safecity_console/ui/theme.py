"""The look as tokens: colours by role, spacing, radii, fonts; dark and light.

Belongs here: values and the palette made of them. Does not belong here: widgets, texts.
Invariants: 1. Widgets name roles, never colours. 2. Text on its surface has a contrast of at least 4.5:1 (WCAG 2.1).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb by role."""

    name: str
    window: str
    panel: str
    raised: str
    control: str
    hairline: str
    text: str
    secondary: str
    disabled: str
    selection: str
    critical: str
    impaired: str
    good: str
    evidence: str
    on_impaired: str
    offline_stripe: str
    scrim: str  # behind words on video, always dark


DARK = Theme(
    name="dark", window="#0b0d10", panel="#12151a", raised="#191d24", control="#222832", hairline="#2a313c",
    text="#d7dde6", secondary="#8e99a8", disabled="#5d6776", selection="#4da3ff", critical="#ff4d4f",
    impaired="#f5a524", good="#35c48d", evidence="#b18cff", on_impaired="#1b1405", offline_stripe="#0e1115",
    scrim="#0b0d10",
)
LIGHT = Theme(
    name="light", window="#e6e9ed", panel="#f6f7f9", raised="#ffffff", control="#e9edf2", hairline="#cbd2db",
    text="#1a212b", secondary="#505b69", disabled="#76808d", selection="#0b63c5", critical="#c4171b",
    impaired="#8f5600", good="#0b7a50", evidence="#6a3fc0", on_impaired="#ffffff", offline_stripe="#dde1e7",
    scrim="#0b0d10",
)
THEMES: dict[str, Theme] = {t.name: t for t in (DARK, LIGHT)}

SPACE = 4
RADIUS = 6
BASE_PX = 13
HEADLINE_PX = 26
LATIN_FAMILIES = ("SafeCity Inter", "Inter", "Noto Sans", "DejaVu Sans")
# Inter first: it has no Arabic letters, so Urdu comes from Naskh, while numbers and codes look as in English.
URDU_FAMILIES = ("SafeCity Inter", "SafeCity Naskh", "Noto Naskh Arabic", "Inter", "Noto Sans", "DejaVu Sans")
