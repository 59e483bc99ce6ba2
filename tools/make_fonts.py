"""Makes resources/fonts out of unpacked OFL font packages: renamed families, tabular figures as the default.

Run: python tools/make_fonts.py INTER_PACKAGE NASKH_PACKAGE (npm @expo-google-fonts/inter and …/noto-naskh-arabic,
unpacked); needs fonttools, which the program itself does not. Renamed because a system font of the same name shadows
an application font, and Debian 12 ships one mislabelled; figures are tabular so that clocks and counts do not jump.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {
    "Inter": ("SafeCity Inter", {"Regular": "400Regular/Inter_400Regular", "Medium": "500Medium/Inter_500Medium",
                                 "SemiBold": "600SemiBold/Inter_600SemiBold"}),
    "Naskh": ("SafeCity Naskh", {"Regular": "400Regular/NotoNaskhArabic_400Regular",
                                 "SemiBold": "600SemiBold/NotoNaskhArabic_600SemiBold"}),
}


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font a family and style name everywhere a system looks."""
    table = font["name"]
    plain = style == "Regular"
    names = {1: family if plain else f"{family} {style}", 2: "Regular", 3: f"{family} {style} (safecity-console)",
             4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}", 16: family, 17: style}
    table.names = [n for n in table.names if n.nameID not in {*names, 18, 21, 22, 25}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def tabular(font: TTFont) -> None:
    """Make tabular figures the ones a plain digit gets."""
    if "GSUB" not in font:
        return
    gsub = font["GSUB"].table
    indices = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    swaps: dict[str, str] = {}
    for index in indices:
        for sub in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    for table in font["cmap"].tables:
        for code in [*range(0x30, 0x3A), 0x2E, 0x3A, 0x2C]:
            if table.cmap.get(code) in swaps:
                table.cmap[code] = swaps[table.cmap[code]]


def main(inter: Path, naskh: Path) -> None:
    """Write the fonts and their licences."""
    OUT.mkdir(parents=True, exist_ok=True)
    for short, package in (("Inter", inter), ("Naskh", naskh)):
        family, files = WEIGHTS[short]
        for style, source in files.items():
            font = TTFont(package / f"{source}.ttf")
            rename(font, family, style)
            if short == "Inter":
                tabular(font)
            font.save(OUT / f"{family.replace(' ', '')}-{style}.ttf")
        shutil.copy(package / "LICENSE_FONT", OUT / f"{short}-OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
