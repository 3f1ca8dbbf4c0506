"""What the site knows already: its vocabularies and organizations by name, and the postings it has.

Read leniently, since an import must also recognise a posting that does not pass `check` yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jobglot import kinds
from jobglot.collection import siblings
from jobglot.folders import CONTENT, MAX_TEXT
from jobglot.gate import read_file, walk
from jobglot.importing.comparing import name_key, squashed
from jobglot.importing.emit import seal_of
from jobglot.importing.sectors import sector_names
from jobglot.importing.shelved import Shelved, shelved
from jobglot.load import VOCABULARIES
from jobglot.model import Term
from jobglot.problem import Problem
from jobglot.settings import Config
from jobglot.source import Scalar, read_document
from jobglot.terms import read_terms


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """An organization of the site, with every name and acronym it goes by."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The site as the importer needs it."""

    languages: tuple[str, ...]
    timezone: str = "UTC"
    base_url: str = ""
    open_for_days: int = 90
    """After so many days, “open” is closed unless somebody looked again."""
    folders: Mapping[str, str] = field(default_factory=dict)
    """Where the pages of postings are, by language: `en/jobs`."""
    categories: Mapping[str, Term] = field(default_factory=dict)
    industries: Mapping[str, Term] = field(default_factory=dict)
    places: Mapping[str, Term] = field(default_factory=dict)
    organizations: tuple[KnownOrganization, ...] = ()
    postings: tuple[Shelved, ...] = ()

    @property
    def default(self) -> str:
        """The tag of the default language."""
        return self.languages[0]

    def is_own(self, url: str) -> bool:
        """Whether an address is of the site that this board is, or takes the place of."""
        return bool(self.base_url) and _host(url) == _host(self.base_url)

    def own_path(self, url: str) -> str:
        """The path of such an address, or a path, as “aliases” take it; "" of other sites, and with a query."""
        parts = urlsplit(url.strip())
        base = urlsplit(self.base_url).path.rstrip("/")
        path = unquote(parts.path)
        if (parts.netloc and not self.is_own(url)) or parts.query or not path.startswith(f"{base}/"):
            return ""
        found = kinds.parse_alias(path.removeprefix(base))
        return found if isinstance(found, str) and found.startswith("/") else ""

    def tag_of(self, spoken: str) -> str:
        """The board's tag for a language, whatever region either names: `en-US` for `en`; "" when it has none."""
        primary = spoken.partition("-")[0].lower()
        alike = [tag for tag in self.languages if tag.partition("-")[0] == primary]
        return spoken if spoken in self.languages else next(iter(alike), "")

    def organization(self, text: str) -> str:
        """The id of the organization a text names, whole or in one of the pieces that “-”, “/” or brackets set off."""
        wanted = {name_key(piece) for piece in (text, *_pieces(text))}
        found = [known for known in self.organizations if wanted & {name_key(name) for name in known.names}]
        if not found and name_key(text):
            found = [known for known in self.organizations if known.id == "-".join(name_key(text))]
        # The part is more telling than the whole: “NATO International Staff (NATO)”.
        best = sorted(found, key=lambda known: (-max(_length(known, wanted)), known.id))
        return best[0].id if best else ""

    def organization_in(self, text: str) -> str:
        """The id of the organization that a running text names most often, by a name that is not just an acronym."""
        words = f" {squashed(text)} "
        counts = {
            known.id: max((words.count(f" {squashed(name)} ") for name in known.names if len(name) > 6), default=0)
            for known in self.organizations
        }
        ranked = sorted(counts, key=lambda id_: (-counts[id_], id_))
        if not ranked or not counts[ranked[0]]:
            return ""
        is_clear = len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]]
        return ranked[0] if is_clear else ""

    def industry(self, text: str) -> str:
        """The id of the industry a text names, in any language we have words for."""
        found, rest = terms_in(text, self.industries)
        return found[0] if len(found) == 1 and not rest else ""


def terms_in(text: str, vocabulary: Mapping[str, Term]) -> tuple[list[str], str]:
    """The ids of the terms that a run of names holds, and what of it no term answers to.

    Boards string names together without a sign between, and have signs within: `Finance / Bank IT - Software Nursing`.
    So names are looked for, the longest first, and nothing is cut at punctuation.
    """
    by_name: dict[tuple[str, ...], str] = {}
    for term in vocabulary.values():
        for name in sector_names((*term.name.every(), term.id.replace("-", " "))):
            by_name.setdefault(name, term.id)
    for term in vocabulary.values():  # its own names go before those of a sector that another term belongs to
        by_name.update({name_key(name): term.id for name in term.name.every()})
    words = name_key(text)
    longest = max(map(len, by_name), default=0)
    found: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            if words[at : at + length] in by_name:
                found.append(by_name[words[at : at + length]])
                at += length
                break
        else:
            rest.append(words[at])
            at += 1
    if not found and words:
        found = [
            term.id
            for term in vocabulary.values()
            if any((key := name_key(name)) and set(key) <= set(words) for name in term.name.every())
        ][:1]
        rest = [] if found else rest
    return list(dict.fromkeys(found)), " ".join(rest)


def read_known(root: Path, config: Config) -> Known:
    """What the site in `root` knows; what cannot be read there is not known here."""
    terms = {}
    for name, fields in VOCABULARIES.items():
        data = read_file(root, f"{CONTENT}/{name}.yaml", MAX_TEXT * 5)
        found = None if isinstance(data, Problem) else read_terms(data, f"{name}.yaml", fields, config.languages)[0]
        terms[name] = found or {}
    return Known(
        languages=config.languages,
        timezone=config.timezone,
        base_url=config.base_url,
        open_for_days=config.open_for_days,
        folders={tag: f"{tag}/{config.word('jobs', tag)}" for tag in config.languages},
        categories=terms["categories"],
        industries=terms["industries"],
        places=terms["places"],
        organizations=tuple(_organizations(root, config)),
        postings=tuple(_shelved(root, "postings", config)),
    )


def _organizations(root: Path, config: Config) -> Iterator[KnownOrganization]:
    for organization in _shelved(root, "organizations", config):
        names = [
            entry.value.text
            for document in organization.documents.values()
            for key in ("name", "acronym")
            if (entry := document.table.get(key)) and isinstance(entry.value, Scalar) and not entry.value.is_missing
        ]
        yield KnownOrganization(organization.id, tuple(names))


def _shelved(root: Path, collection: str, config: Config) -> Iterator[Shelved]:
    paths, _ = walk(root, f"{CONTENT}/{collection}")
    for thing in siblings(collection, paths, config.languages)[0]:
        paths_of = {tag: path for tag, path in thing.files if tag}
        data = {tag: read_file(root, path, MAX_TEXT) for tag, path in paths_of.items()}
        texts = {tag: each for tag, each in data.items() if not isinstance(each, Problem)}
        documents = {tag: found for tag, each in texts.items() if (found := read_document(each, "")[0]) is not None}
        seals = (seal_of(each.decode("utf-8", "replace")) for each in texts.values())
        yield shelved(thing.id, paths_of, documents, frozenset(seal[0] for seal in seals if seal))


def _host(url: str) -> str:
    return urlsplit(url.strip()).netloc.lower().rpartition("@")[2].removeprefix("www.")


def _pieces(text: str) -> Iterable[str]:
    bare = text.replace("(", "|").replace(")", "|").replace(" - ", "|").replace(" – ", "|").replace("/", "|")
    return (piece for piece in bare.split("|") if piece.strip())


def _length(known: KnownOrganization, wanted: set[tuple[str, ...]]) -> list[int]:
    return [len(" ".join(key)) for name in known.names if (key := name_key(name)) in wanted] or [0]
