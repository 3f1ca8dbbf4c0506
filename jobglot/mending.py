"""What `check --fix` mends in the files of one thing: only what can be mended in one way.

Blanks at the end of lines that say nothing; quotes around a value that YAML cannot read without; dates in figures among
the facts, read by the habits of the file's language once a text of another edition names the same day; lists whose
bullets are those of a word processor; headings without a space after their signs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from jobglot.figures import Day, Kind, figures
from jobglot.manuscript import without_code
from jobglot.pasted import items_meant
from jobglot.slips import quoted
from jobglot.source import read_table, unseen
from jobglot.unmade import headings_meant

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
_DATED = re.compile(
    r"(?P<key>(?:posted|deadline|opens|updated|renewed|filled|withdrawn|starts|date): +)"
    r"(?P<day>\d{1,2}[./-]\d{1,2}[./-]\d{4})(?P<time> +\d\d:\d\d)?[ \t]*$"
)
_PLAIN = re.compile(r"[A-Za-z_]\w*: +[^\s\"'\[{|>&*#!-]")
_BREAK = re.compile(r"\S {2,}$")


def mended(files: Mapping[str, str]) -> dict[str, str]:
    """The files of one thing that can be mended, as they should be; `files` holds their texts by language tag.

    A file with carriage returns is left alone: its ends of lines are its editor's business. So is one with characters
    that no YAML may hold.
    """
    found = {}
    for language, text in files.items():
        front = _FRONT.match(text)
        if front is None or "\r" in text or next(unseen(text), None):
            continue
        others = {tag: other for tag, other in files.items() if tag != language}
        lines = [_fact(line, language, others) for line in front[1].split("\n")]
        better = "---\n" + "\n".join(lines) + "---\n" + _body(text[front.end() :])
        if better != text:
            found[language] = better
    return found


def _fact(line: str, language: str, others: Mapping[str, str]) -> str:
    """A line of the front matter, mended."""
    line = line.rstrip(" \t")
    dated = _DATED.match(line)
    if dated:
        day = _confirmed(dated["day"], language, others)
        return f"{dated['key']}{day.isoformat()}{dated['time'] or ''}" if day else line
    # Only a key at the margin: what is indented may be a line of a longer text.
    if _PLAIN.match(line) and not _reads(line):
        better = quoted(line)
        return better if better is not None and _reads(better) else line
    return line


def _reads(line: str) -> bool:
    table, problems = read_table(line, "")
    return table is not None and not problems


def _confirmed(written: str, language: str, others: Mapping[str, str]) -> date | None:
    """The one reading of a date that another edition names in words or in an order of its own; None if none or two."""
    named = {
        figure.days[0]
        for tag, text in others.items()
        for figure in figures(_FRONT.sub("", text, count=1), tag.partition("-")[0].lower())
        if figure.kind is Kind.DATE and len(figure.days) == 1
    }
    mine = [figure.days for figure in figures(written, language.partition("-")[0].lower())]
    good = [day for day in (mine[0] if len(mine) == 1 else ()) if day in named]
    return _date(good[0]) if len(good) == 1 else None


def _date(day: Day) -> date | None:
    try:
        return date(day.year or 0, day.month, day.day or 0)
    except ValueError:
        return None


def _body(body: str) -> str:
    """A body without blanks that say nothing: two spaces at the end of a line of text are a line break in Markdown.

    What a word processor made the items of a list are such; a blank line stands above the first.
    """
    lines = [line if _BREAK.search(line) else line.rstrip(" \t") for line in body.split("\n")]
    for at, end in headings_meant(without_code(body)).items():
        lines[at] = f"{lines[at][:end]} {lines[at][end:]}"
    meant = items_meant(without_code(body))
    better: list[str] = []
    for at, line in enumerate(lines):
        if at in meant and at - 1 not in meant and better and better[-1] and not better[-1].startswith("- "):
            better.append("")
        better.append(f"- {line[meant[at] :]}" if at in meant else line)
    return "\n".join(better)
