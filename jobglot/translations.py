"""Which editions are missing, and which have been left behind by the edition they translate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jobglot.model import Content, ContentPage, NewsItem, Posting


@dataclass(frozen=True, slots=True)
class Stale:
    """An edition whose file is older than that of a posting's first edition."""

    posting: str
    language: str
    path: str
    changed: datetime
    original: str
    original_changed: datetime


def missing(thing: Posting | ContentPage | NewsItem, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of the board that something is not written in."""
    return tuple(language for language in languages if thing.edition(language) is None)


def stale(content: Content, posting: Posting) -> Iterator[Stale]:
    """Editions committed earlier than the posting's first one; none where git does not tell."""
    if len(posting.editions) < 2:
        return
    first = posting.editions[0]
    original = content.commits.get(first.origin.path)
    for edition in posting.editions[1:]:
        changed = content.commits.get(edition.origin.path)
        if original and changed and changed < original:
            yield Stale(posting.id, edition.language, edition.origin.path, changed, first.origin.path, original)
