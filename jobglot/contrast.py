"""Whether the colours of a site's own can be read: contrast as WCAG 2.2 counts it, of letters on what is behind them.

https://www.w3.org/TR/WCAG22/#contrast-minimum asks for 4.5:1. Only colours that are written in figures are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jobglot.problem import Problem, warning
from jobglot.source import blanked, position

SHEET, THEME = "site.css", "theme.css"
LEAST = 4.5


class Pair(NamedTuple):
    """Letters on something: each a variable of the theme, or a colour of `site.css` that no variable changes."""

    letters: str
    behind: str
    where: str


PAIRS = (
    Pair("--brand", "--paper-light", "links"),
    Pair("--brand", "#fff", "links on cards, and the letters of buttons,"),
    Pair("#fff", "--band", "letters of the welcome"),
    Pair("#1b262b", "--paper-light", "letters"),
    Pair("--brand", "--tint-light", "links beside the deadline"),
    Pair("#1b262b", "--tint-light", "letters beside the deadline"),
    Pair("--brand-dark", "--paper-dark", "links on dark screens"),
    Pair("--brand-dark", "#19232a", "links on the cards of dark screens"),
    Pair("#06262b", "--brand-dark", "letters of buttons on dark screens"),
    Pair("#fff", "--band-dark", "letters of the welcome on dark screens"),
    Pair("#e9eceb", "--paper-dark", "letters on dark screens"),
    Pair("--brand-dark", "--tint-dark", "links beside the deadline on dark screens"),
    Pair("#e9eceb", "--tint-dark", "letters beside the deadline on dark screens"),
)
USUAL = {
    "--brand": "#0d5560",
    "--band": "#0d5560",
    "--paper-light": "#faf8f3",
    "--tint-light": "#e6efee",
    "--brand-dark": "#7fcdd1",
    "--band-dark": "#0b3037",
    "--paper-dark": "#11181c",
    "--tint-dark": "#1d3338",
}
"""What `site.css` says of variables that a theme leaves out."""

_INNER = re.compile(r"--(?:sheet|ink|on-accent|accent|paper|band-now)\s*:")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SET = re.compile(r"(?P<name>--[a-z-]+)\s*:\s*(?P<colour>#(?:[0-9a-f]{3}|[0-9a-f]{6}))\s*(?=[;}])", re.IGNORECASE)


def problems_of(own: Mapping[str, bytes]) -> Iterator[Problem]:
    """A warning for each pair of colours that the theme of a site's own makes hard to read.

    Nothing where the site has a `site.css` of its own, or sets what that makes of them: we do not know its pairs.
    """
    if THEME not in own or SHEET in own:
        return
    theme = own[THEME].decode("utf-8", "replace")
    plain = _COMMENT.sub(lambda comment: blanked(comment[0]), theme)
    if _INNER.search(plain):
        return
    chosen = {match["name"].lower(): match for match in _SET.finditer(plain)}
    colours = USUAL | {name: match["colour"].lower() for name, match in chosen.items()}
    for letters, behind, where in PAIRS:
        named = next((name for name in (letters, behind) if name in chosen), "")
        found = contrast(colours.get(letters, letters), colours.get(behind, behind))
        if named and found < LEAST:
            origin = position(plain, chosen[named].start(), f"static/{THEME}")
            said = " on ".join(f"{name} ({colours[name]})" if name in colours else name for name in (letters, behind))
            message = f"{where} have a contrast of {found:.1f}:1: {said}"
            other = behind if named == letters else letters
            way = "darker" if _luminance(colours.get(other, other)) > 0.18 else "lighter"
            remedy = f"WCAG asks for {LEAST}:1; make {named} {way}"
            yield warning(origin, "contrast-low", message, remedy)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as `#0d5560`: from 1, for the same, to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
