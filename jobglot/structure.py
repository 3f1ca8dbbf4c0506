"""Whether two editions have the same build: headings, list items, length; and whether one was translated at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, warning
from jobglot.subtags import nearest
from jobglot.text_language import language_of, speaks

_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+[^\s]")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_FENCE = ("```", "~~~")
_MAY_OPEN_ITEM = frozenset(" \t>-*+0123456789")

LEAST_LENGTH = 400
"""Texts are compared by length from so many characters on."""
LEAST_TEXT = 200
"""The language of a text is told from so many characters on."""
LEAST_SAME = 80
"""A paragraph of so many characters that stands in two editions was not translated."""
_FARTHEST = 1.75


class Build(NamedTuple):
    """Offsets of the headings, and of the list items under each; the first list holds those before any heading."""

    headings: tuple[int, ...]
    items: tuple[tuple[int, ...], ...]


def build_of(manuscript: Manuscript) -> Build:
    """The headings and list items of a body, code blocks left out."""
    headings: list[int] = []
    items: list[list[int]] = [[]]
    in_code = False
    offset = 0
    for line in manuscript.markdown.split("\n"):
        if line.startswith(_FENCE):
            in_code = not in_code
        elif not in_code and line:
            if line[0] == "#" and _HEADING.match(line):
                headings.append(offset)
                items.append([])
            elif line[0] in _MAY_OPEN_ITEM and _ITEM.match(line):
                items[-1].append(offset)
        offset += len(line) + 1
    return Build(tuple(headings), tuple(map(tuple, items)))


def drift_of_structure(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """Headings, list items and length of every edition against those of the first."""
    if len(texts) < 2:
        return
    first, build = texts[0], build_of(texts[0])
    for other in texts[1:]:
        if not first.markdown.strip() or not other.markdown.strip():
            continue
        theirs = build_of(other)
        if len(build.headings) != len(theirs.headings):
            at = other.at(theirs.headings[-1] if theirs.headings else 0)
            message = f"{len(theirs.headings)} headings here, {len(build.headings)} in {first.path}"
            yield warning(at, "heading-drift", message, "give both editions the same sections")
        yield from _lists(first, build, other, theirs)
        yield from _length(first, other)


def _lists(first: Manuscript, build: Build, other: Manuscript, theirs: Build) -> Iterator[Problem]:
    remedy = "give both editions the same points"
    if len(build.headings) != len(theirs.headings):
        here, there = sum(map(len, theirs.items)), sum(map(len, build.items))
        if here != there:
            message = f"{here} list items here, {there} in {first.path}"
            yield warning(other.at(0), "list-drift", message, remedy)
        return
    for number, (ours, items) in enumerate(zip(build.items, theirs.items, strict=True)):
        if len(ours) != len(items):
            at = theirs.headings[number - 1] if number else 0
            line = first.at(build.headings[number - 1] if number else 0).line
            message = f"{len(items)} list items in this section, {len(ours)} in {first.path}:{line}"
            yield warning(other.at(at), "list-drift", message, remedy)


def _length(first: Manuscript, other: Manuscript) -> Iterator[Problem]:
    one, two = (len(text.text) / language(text.subtag).length for text in (first, other))
    if max(one, two) < LEAST_LENGTH or not one or not two:
        return
    if max(one, two) > _FARTHEST * min(one, two):
        word = "longer" if two > one else "shorter"
        share = round(100 * len(other.text) / len(first.text))
        message = f"the text is much {word} than {first.path} ({share} % of it)"
        yield warning(other.at(0), "length-drift", message, "see whether a part is missing in one of them")


def texts_are_translated(texts: Sequence[Manuscript], languages: Sequence[str]) -> Iterator[Problem]:
    """No edition is, in whole or in a long paragraph, a copy of the first, and each is in its own language.

    `languages` are those of the board.
    """
    copies = set()
    paragraphs = {line for line in texts[0].text.split("\n") if len(line) >= LEAST_SAME} if len(texts) > 1 else set()
    for other in texts[1:]:
        is_copy = other.text == texts[0].text and len(other.text) >= LEAST_SAME
        same = [line for line in other.text.split("\n") if line in paragraphs] if paragraphs else []
        if not same and not is_copy:
            continue
        if is_copy:
            copies.add(other.path)
        what = "the text" if is_copy else f"“{same[0][:50]}…”"
        # The text has lost its marks; its first words find the line.
        offset = 0 if is_copy else max(0, other.markdown.find(same[0][:25]))
        message = f"{what} is the same as in {texts[0].path}"
        yield warning(other.at(offset), "untranslated", message, "translate it, or delete this edition")
    for text in texts:
        if text.path not in copies:
            yield from _language(text, texts, languages)


def _language(text: Manuscript, texts: Sequence[Manuscript], languages: Sequence[str]) -> Iterator[Problem]:
    if len(text.text) < LEAST_TEXT or speaks(text.text, text.subtag):
        return
    found = language_of(text.text[:6000])
    if found and found != text.subtag:
        # The board may write a region with it, or have two of its kind.
        tags = [tag for tag in languages if nearest(found, [tag])]
        reads = " or ".join(f"“{tag}”" for tag in tags or [found])
        message = f"the text reads as {reads}, and the file's name says “{text.language}”"
        yield warning(text.at(0), "text-language", message, _remedy(text, found, tags, texts))


def _remedy(text: Manuscript, subtag: str, tags: Sequence[str], texts: Sequence[Manuscript]) -> str:
    """What to do about a text in another language: `subtag`, of which the board has the tags `tags`."""
    sibling = next((text for text in texts if text.subtag == subtag), None)
    if sibling is not None:
        if speaks(sibling.text, subtag):
            return "translate the text, or delete this edition"
        return f"exchange it with that of {sibling.path}, or translate the text"
    if not tags:
        return f"translate the text; or add “{subtag}” to “languages” in config.yaml, and rename the file"
    stem = text.path.rpartition("/")[2].removesuffix(f".{text.language}.md")
    return f"rename the file to {' or '.join(f'{stem}.{tag}.md' for tag in tags)}, or translate the text"
