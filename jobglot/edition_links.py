"""Words that send readers to another edition of the posting: a link where it is there, a problem where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from typing import NamedTuple

from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.model import Edition
from jobglot.problem import Problem, error


class _Wording(NamedTuple):
    """How a language sends readers to another edition; `names` holds the subtag of each name."""

    pattern: re.Pattern[str]
    names: Mapping[str, str]
    hints: tuple[str, ...]


@cache
def _wording(subtag: str) -> _Wording | None:
    said = language(subtag).other_editions
    if said is None:
        return None
    pattern = re.compile(said.sending.replace("{names}", "|".join(said.names.values())), re.IGNORECASE)
    return _Wording(pattern, {name: tag for tag, name in said.names.items()}, tuple(said.hints.split()))


def _sendings(text: str, small: str, subtag: str) -> Iterator[tuple[re.Match[str], str]]:
    """The words of a text that send readers to an edition, with its language."""
    wording = _wording(subtag)
    if wording is None or not _may_send(small, subtag):
        return
    for match in wording.pattern.finditer(text):
        yield match, wording.names[match["name"].lower()]


def _may_send(small: str, subtag: str) -> bool:
    """Whether a text in small letters holds both a word for an edition and one for a language: most hold neither."""
    wording = _wording(subtag)
    return (
        wording is not None
        and any(hint in small for hint in wording.hints)
        and any(name in small for name in wording.names)
    )


def other_editions_are_there(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """An edition to which a text sends its readers exists, and is another."""
    there = {text.subtag for text in texts}
    for text in texts:
        if not _may_send(text.lowered, text.subtag):
            continue
        for match, tag in _sendings(text.prose, text.small, text.subtag):
            if tag not in there or tag == text.subtag:
                message = f"“{match[0]}”: this posting has no edition in “{tag}”"
                remedy = "write that edition, or say here what it would say"
                yield error(text.at(match.start()), "other-edition-missing", message, remedy)


def with_links_to_editions(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """The editions with a link where the text sends readers to another of them, unless there is one already."""
    paths = {edition.language.partition("-")[0]: edition.origin.path.rpartition("/")[2] for edition in editions}
    tags = {edition.language.partition("-")[0]: edition.language for edition in editions}
    if len(paths) < 2:
        return editions
    return tuple(_linked(edition, paths, tags) for edition in editions)


def _linked(edition: Edition, paths: Mapping[str, str], tags: Mapping[str, str]) -> Edition:
    body, subtag = edition.body, edition.language.partition("-")[0]
    added = []
    html = body.html
    for match, tag in reversed(list(_sendings(html, html.lower(), subtag))):
        before = html[: match.start("it")]
        if tag == subtag or tag not in paths or before.rfind("<a ") > before.rfind("</a>"):
            continue
        link = f'<a href="{escape(paths[tag])}" hreflang="{tags[tag]}">{match["it"]}</a>'
        html = before + link + html[match.end("it") :]
        added.append((paths[tag], edition.origin))
    if not added:
        return edition
    known = {url for url, _ in body.links}
    fresh = tuple(dict.fromkeys((url, at) for url, at in added if url not in known))
    return replace(edition, body=replace(body, html=html, links=body.links + fresh))
