"""Colours that nobody can read are told before readers tell."""

from __future__ import annotations

import re

import pytest
from presses import ROOT

from jobglot.contrast import PAIRS, USUAL, contrast, problems_of


def told(theme: str, **more: bytes) -> list[str]:
    return [str(problem) for problem in problems_of({"theme.css": theme.encode(), **more})]


@pytest.mark.parametrize(
    ("one", "other", "found"), [("#000", "#fff", 21), ("#777777", "#FFF", 4.48), ("#123", "#123", 1)]
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, found: float) -> None:
    """In whatever order."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(found, abs=0.005)


def test_a_brand_that_is_too_light_is_told_with_its_line() -> None:
    """For links and buttons; dark screens have a colour of their own."""
    found = told("/* --brand: #000; */\n:root {\n  --brand: #fc0; --band: #7a1f3d;\n}")
    assert [line.partition(": warning: ")[0] for line in found] == ["static/theme.css:3:3"] * 3
    assert "links have a contrast of 1.4:1: --brand (#fc0) on --paper-light (#faf8f3)" in found[0]
    assert "make --brand darker" in found[0]
    assert "--brand (#fc0) on #fff" in found[1]
    assert "--brand (#fc0) on --tint-light (#e6efee)" in found[2]


@pytest.mark.parametrize(
    ("theme", "remedy"),
    [
        (":root { --band: #ffd }", "make --band darker"),
        (":root { --brand-dark: #234 }", "make --brand-dark lighter"),
        (":root { --paper-dark: #fff }", "make --paper-dark darker"),
        (":root { --paper-light: #222; }", "make --paper-light lighter"),
        (":root { --brand: #fff; --brand: #fff }", "make --brand darker"),
    ],
)
def test_the_remedy_says_which_way(theme: str, remedy: str) -> None:
    """For letters and for what is behind them."""
    assert any(remedy in line for line in told(theme))


@pytest.mark.parametrize(
    "theme", ["", ":root { --brand: var(--mine) }", ":root { --brand: #7a1f3d }", ":root { --brand: rgb(255 255 255) }"]
)
def test_what_can_be_read_or_is_not_in_figures_is_not_told(theme: str) -> None:
    """Nor what a style sheet of the site's own may use otherwise."""
    assert told(theme) == []
    assert told(":root { --brand: #fff }", **{"site.css": b""}) == []
    assert told(":root { --brand: #fff; --on-accent: #000 }") == []


def test_the_packaged_colours_can_be_read() -> None:
    """And the example of the documentation; they are those that are counted on."""
    theme, sheet = ((ROOT / "static" / name).read_text(encoding="utf-8") for name in ("theme.css", "site.css"))
    guide = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```css\n(.*?)```", guide, flags=re.DOTALL)
    assert told(theme) == told(example) == []
    for colour in {*USUAL.values(), *(each for pair in PAIRS for each in pair[:2] if each.startswith("#"))}:
        assert colour in sheet
    assert all(f"{name}: {colour}" in theme for name, colour in USUAL.items())
