"""A pasted text as lines, each with what its layout says: indentation, bullet, whether a blank line came before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_BULLET = re.compile(r"([•●▪■◦○‣∙·*+–—-]|o(?=[ \t]{2,}))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)][ \t\u00a0]+(?=\S)")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MIDDLE = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")


class Line(NamedTuple):
    """`text` is without bullet and number; `bullet` is "-" for a list item, `number` what stood before "1." or 0.

    `gap`: a blank line came before.
    """

    text: str
    indent: int = 0
    bullet: str = ""
    number: int = 0
    gap: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it is marked as an item of a list, numbered or not."""
        return bool(self.bullet or self.number)

    @property
    def whole(self) -> str:
        """The text with its number, as a heading would be written."""
        return f"{self.number}. {self.text}" if self.number else self.text


def to_lines(text: str) -> list[Line]:
    """The lines of a text that show something. No-break spaces stay: French typography has them for a reason."""
    found: list[Line] = []
    gap = False
    for raw in _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n"):
        bare = raw.strip(" \u00a0\t")
        if not bare:
            gap = True
            continue
        indent = len(raw) - len(raw.lstrip(" \u00a0"))
        bullet, number = "", 0
        if not is_rule(bare):
            if match := _BULLET.match(bare):
                bullet, bare = "-", bare[match.end() :]
            elif match := _NUMBER.match(bare):
                number, bare = int(match[1]), bare[match.end() :]
        found.append(Line(_MIDDLE.sub(" ", bare.strip(" \u00a0\t")), indent, bullet, number, gap))
        gap = False
    return found


_RULE = re.compile(r"(?:([*_=~#–—-])[ \t]*)(?:\1[ \t]*){2,}")


def is_rule(text: str) -> bool:
    """Whether a line is a separator: three or more of one sign and nothing else."""
    return _RULE.fullmatch(text) is not None


def unwrapped(lines: Iterable[Line]) -> list[Line]:
    """The lines with those joined that a mail program had broken in mid-sentence."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if (
            before is not None
            and not line.gap
            and not line.is_item
            and len(before.text) >= 45
            and before.text[-1] not in ".:;!?…"
            and line.text[:1].islower()
        ):
            found[-1] = before._replace(text=f"{before.text} {line.text}")
        else:
            found.append(line)
    return found
