"""Which posting of the site a notice is another reading of."""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from jobglot.importing.comparing import comparable
from jobglot.importing.draft import Draft, Value
from jobglot.importing.emit import one_line, slugged
from jobglot.importing.known import Known
from jobglot.importing.register import LENGTHS, LIKE, Register
from jobglot.importing.shelved import Shelved
from jobglot.importing.siblings import AND, place_of

SAME_RUN = 120
"""Under the same title, deadlines at most so many days apart are of one posting; farther apart, it is a repost."""


def recognise(draft: Draft, known: Known, there: Register, taken: Container[str] = ()) -> Shelved | None:
    """The posting that a draft is another reading of: by reference, address, name of the notice, or title.

    Several may have the same reference, or the address of one page for all jobs: the title and so on then tell which it
    is. One of those `taken` it is only if nothing tells the two apart.
    """
    for is_it, near in (
        (_by_reference, _with_reference),
        (_by_source, _with_page),
        (_by_alternate, _with_alternate),
        (_by_sibling, _with_file),
        (_by_title, _with_title),
        (_by_notice, _with_id),
    ):
        found = [
            posting
            for posting in near(draft, known, there)
            if is_it(draft, posting, known) and (posting.id not in taken or all(_common(draft, posting)))
        ]
        if found:
            return max(found, key=lambda posting: _common(draft, posting))
    return None


def _with_reference(draft: Draft, _known: Known, there: Register) -> list[Shelved]:
    return there.at([("reference", comparable(str(draft.facts.get("reference", ""))))])


def _with_page(draft: Draft, _known: Known, there: Register) -> list[Shelved]:
    aliases = (alias for edition in draft.editions for alias in edition.aliases)
    return there.at(("page", page.rstrip("/")) for page in (_page(draft), *aliases))


def _with_alternate(draft: Draft, known: Known, there: Register) -> list[Shelved]:
    pages = (page.rstrip("/") for url in draft.alternates for page in (url, known.own_path(url)))
    return there.at(("page", page) for page in pages if page)


def _with_file(draft: Draft, known: Known, there: Register) -> list[Shelved]:
    return there.at([("file", place_of(draft.found, known)[1])])


def _with_title(draft: Draft, known: Known, there: Register) -> list[Shelved]:
    mine = _name(draft.facts.get("organization", ""))
    titles = [(edition.language, comparable(edition.title)) for edition in draft.editions]
    return there.titled(titles, (mine, known.organization(mine)) if mine else None)


def _with_id(draft: Draft, known: Known, there: Register) -> list[Shelved]:
    return there.at([("id", own_id(draft, known.languages))])


def _page(draft: Draft) -> str:
    source = draft.facts.get("source")
    return str(source.get("url", "")) if isinstance(source, Mapping) else ""


def _common(draft: Draft, posting: Shelved) -> tuple[bool, bool, bool]:
    """Whether title, places and deadline are the same: what tells several jobs of an employer apart."""
    has_title = any(comparable(e.title) == posting.titles.get(e.language, "") for e in draft.editions)
    has_places = tuple(_words(draft.facts.get("locations", ()))) == posting.locations
    return has_title, has_places, str(draft.facts.get("deadline", "")) == posting.deadline


def _words(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _words(each)
    else:
        yield str(value)


def _by_reference(draft: Draft, posting: Shelved, known: Known) -> bool:
    reference = comparable(str(draft.facts.get("reference", "")))
    return bool(reference) and posting.reference == reference and _same_organization(draft, posting, known)


def _by_source(draft: Draft, posting: Shelved, _known: Known) -> bool:
    url = _page(draft)
    aliases = {alias.rstrip("/") for edition in draft.editions for alias in edition.aliases}
    # Some sites give all their pages the address of the site.
    is_of_job = bool(urlsplit(url).path.strip("/") or urlsplit(url).query)
    is_same = (is_of_job and posting.url == url.rstrip("/")) or bool(aliases & posting.aliases)
    return is_same and not _has_other_reference(draft, posting)


def _by_alternate(draft: Draft, posting: Shelved, known: Known) -> bool:
    """By the page that a page names as its translation (hreflang), where that is of no language the draft has."""
    if any(edition.language in posting.documents for edition in draft.editions):
        return False
    others = {url.rstrip("/") for url in draft.alternates}
    paths = {known.own_path(url).rstrip("/") for url in draft.alternates} - {""}
    return posting.url in others - {""} or bool(paths & posting.aliases)


def _by_sibling(draft: Draft, posting: Shelved, known: Known) -> bool:
    """By a file whose name differs in the language only (`x_EN.docx`, `x_FR.docx`), that of none the draft has."""
    if any(edition.language in posting.documents for edition in draft.editions) or _has_other_reference(draft, posting):
        return False
    tag, place = place_of(draft.found, known)
    if [edition.language for edition in draft.editions] != [tag] or not _same_run(draft, posting):
        return False
    others = [place_of(name, known) for notice in posting.notices for name in notice.split(AND)]
    return any(other and other != tag and where == place for other, where in others)


def _has_other_reference(draft: Draft, posting: Shelved) -> bool:
    reference = comparable(str(draft.facts.get("reference", "")))
    return bool(reference and posting.reference) and reference != posting.reference


def _by_title(draft: Draft, posting: Shelved, known: Known) -> bool:
    if _has_other_reference(draft, posting):
        return False
    pairs = [(comparable(e.title), posting.titles.get(e.language, "")) for e in draft.editions]
    return (
        any(_alike(one, other) for one, other in pairs)
        and _same_organization(draft, posting, known)
        and _same_run(draft, posting)
    )


def _by_notice(draft: Draft, posting: Shelved, known: Known) -> bool:
    """A notice without title is known by its file's name and the id that it gave."""
    if any(edition.title for edition in draft.editions) or posting.id != own_id(draft, known.languages):
        return False
    return one_line(draft.found) in posting.notices


@lru_cache(maxsize=10_000)
def _alike(one: str, other: str) -> bool:
    if not one or not other or abs(len(one) - len(other)) > LENGTHS:
        return False
    if one == other:
        return True
    matcher = difflib.SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE


def _same_organization(draft: Draft, posting: Shelved, known: Known) -> bool:
    """Whether both name the same one; one that names none contradicts nothing."""
    mine, theirs = _name(draft.facts.get("organization", "")), posting.organization
    if not mine or not theirs or mine == theirs:
        return True
    return comparable(mine) == comparable(theirs) or known.organization(mine) == theirs


def _name(value: Value) -> str:
    while isinstance(value, Mapping):
        value = next(iter(value.values()), "")
    return str(value)


def _same_run(draft: Draft, posting: Shelved) -> bool:
    try:
        mine = date.fromisoformat(str(draft.facts.get("deadline", ""))[:10])
        theirs = date.fromisoformat(posting.deadline[:10])
    except ValueError:
        return True
    return abs((mine - theirs).days) <= SAME_RUN


def own_id(draft: Draft, languages: Sequence[str]) -> str:
    """The id that a draft's title gives it, else the name of its notice, or of the folder that this is in.

    Never that of one of the languages: the names of its files would tell two.
    """
    titled = next((edition.title for edition in draft.editions if edition.title), "")
    stems = [part.partition(".")[0] for part in reversed(draft.found.split("/"))]
    tried = (slugged(text) for text in (titled, *stems[:2]))
    return next((id_ for id_ in tried if id_ and id_ not in languages), "imported")
