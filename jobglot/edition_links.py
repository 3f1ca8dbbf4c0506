"""Words that send readers to another edition of the posting: a link where it is there, a problem where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape

from jobglot.manuscript import Manuscript
from jobglot.model import Edition
from jobglot.problem import Problem, error

_NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {"en": "english", "fr": "french", "es": "spanish", "nl": "dutch", "de": "german", "ar": "arabic"},
    "fr": {
        "en": "anglaise",
        "fr": "française",
        "es": "espagnole",
        "nl": "néerlandaise",
        "de": "allemande",
        "ar": "arabe",
    },
    "es": {"en": "inglesa", "fr": "francesa", "es": "española", "nl": "neerlandesa", "de": "alemana", "ar": "árabe"},
    "nl": {"en": "engelse", "fr": "franse", "es": "spaanse", "nl": "nederlandse", "de": "duitse", "ar": "arabische"},
    "de": {
        "en": "englische",
        "fr": "französische",
        "es": "spanische",
        "nl": "niederländische",
        "de": "deutsche",
        "ar": "arabische",
    },
    "ar": {
        "en": "الإنجليزية",
        "fr": "الفرنسية",
        "es": "الإسبانية",
        "nl": "الهولندية",
        "de": "الألمانية",
        "ar": "العربية",
    },
}
_SENDING: Mapping[str, str] = {
    "en": r"\b(?:see|read|consult|refer to|available in)\s+(?:also\s+)?"
    r"(?P<it>the (?P<name>{names}) (?:version|edition|text))",
    "fr": r"\b(?:voir|voyez|lire|lisez|consulte[rz]|se reporter à|reportez-vous à|cf\.)\s+(?:aussi\s+)?"
    r"(?P<it>la version (?P<name>{names}))",
    "es": r"\b(?:véase|vea|ver|consulte|consultar|leer|lea)\s+(?:también\s+)?(?P<it>la versión (?P<name>{names}))",
    "nl": r"\b(?:zie|lees|raadpleeg)\s+(?:ook\s+)?(?P<it>de (?P<name>{names}) (?:versie|tekst))",
    "de": r"\b(?:siehe|lesen sie|beachten sie)\s+(?:auch\s+)?(?P<it>die (?P<name>{names})n? (?:version|fassung))",
    "ar": r"(?:انظر|راجع|يرجى مراجعة|اقرأ)\s+(?P<it>النسخة (?P<name>{names}))",
}
_HINTS: Mapping[str, tuple[str, ...]] = {
    "en": ("version", "edition", "text"),
    "fr": ("version",),
    "es": ("versión",),
    "nl": ("versie", "tekst"),
    "de": ("version", "fassung"),
    "ar": ("النسخة",),
}


def _sendings(text: str, small: str, subtag: str) -> Iterator[tuple[re.Match[str], str]]:
    """The words of a text that send readers to an edition, with its language."""
    if not _may_send(small, subtag):
        return
    for match in _sent(subtag).finditer(text):
        name = match["name"].lower()
        yield match, next(tag for tag, known in _NAMES[subtag].items() if known == name)


@cache
def _sent(subtag: str) -> re.Pattern[str]:
    return re.compile(_SENDING[subtag].replace("{names}", "|".join(_NAMES[subtag].values())), re.IGNORECASE)


def _may_send(small: str, subtag: str) -> bool:
    """Whether a text in small letters holds both a word for an edition and one for a language: most hold neither."""
    return any(hint in small for hint in _HINTS.get(subtag, ())) and any(
        name in small for name in _NAMES[subtag].values()
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
