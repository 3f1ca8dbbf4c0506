"""What a file was made from, noted while it is made, so that a later build knows whether it would come out the same.

`produce` asks a plan for values: a posting, how it stands, what is similar to it, where a page lies. A tracing plan
answers as the plan itself does, and notes what was asked for. A file comes out the same as long as all these answers
and the ground of everything (settings, templates, catalogs, static files, vocabularies, the menu) are the same. So
nobody has to say what depends on what, and a page that comes to ask for more is traced all the same.

Cf. verifying traces in Mokhov, Mitchell, Peyton Jones, "Build systems à la carte" (ICFP 2018), section 4.2.2.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from jobglot.hashes import hash_of
from jobglot.model import Posting
from jobglot.packed import digest_of
from jobglot.plan import Plan, produce
from jobglot.press import Press
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
Part = tuple[str, Hashable]
"""Something that may be asked of a plan: which map and which key of it, or which attribute and None."""
Parts = tuple[Part, ...]

MOST_PARTS = 400
"""What is made from more than so many values is made anew each time: it is made from nearly everything."""

MARK = 8
"""So many bytes has the mark of a key."""

UNTRACED = frozenset(
    [
        *(PageType.STATIC, PageType.ATTACHMENT, PageType.DATA, PageType.SITEMAP, PageType.SITEMAP_INDEX),
        *(PageType.ROBOTS, PageType.HEADERS, PageType.REDIRECTS, PageType.MANIFEST, PageType.SECURITY, PageType.BUILD),
    ]
)
"""Files that are soon made, or made from everything."""

EVERYTHING: Part = ("everything", None)
"""All of a map: what asks for that has no trace."""
_DIGESTED = ("standings", "similar", "organizations", "files")
"""The maps by id, besides that of the postings."""
_GROUND = ("categories", "places", "industries", "pages")
"""What of the content nearly every page asks for, and so none is asked about: its vocabularies, and its pages, which
are in the menu."""


class Trace(NamedTuple):
    """What a file was made from: attributes with their digests, and the marks of keys of maps, one after the other.

    A mark is a hash of a key in `MARK` bytes, so that all traces of a large board are soon read and looked through. If
    ever two keys have the same one, a page is made for nothing.
    """

    attributes: tuple[tuple[str, bytes], ...]
    marks: bytes


class Kept(NamedTuple):
    """What is remembered of a file: its SHA-256, its size in bytes, and what it was made from."""

    digest: str
    size: int
    trace: Trace


class Values(NamedTuple):
    """What all maps hold: digests by map and id, those of listings, and the addresses of all pages."""

    by_id: dict[str, dict[str, bytes]]
    listings: list[tuple[tuple[str, str], bytes]]
    paths: list[tuple[Route, str]]


def changed(then: Values, now: Values) -> frozenset[Part]:
    """What has come, gone, or become another value."""
    names = then.by_id.keys() | now.by_id.keys()
    found: list[Part] = [(of, key) for of in names for key in _different(then.by_id.get(of, {}), now.by_id.get(of, {}))]
    found += [("listings", key) for key in _different(dict(then.listings), dict(now.listings))]
    # Most edits change no address, and to compare two lists is soon done.
    if then.paths != now.paths:
        found += [("paths", route) for route in _different(dict(then.paths), dict(now.paths))]
    return frozenset(found)


def _different(then: Mapping[K, V], now: Mapping[K, V]) -> frozenset[K]:
    return frozenset(key for key in then.keys() | now.keys() if then.get(key) != now.get(key))


class Stale:
    """The marks of what has changed."""

    def __init__(self, changed: Iterable[Part]) -> None:
        self._marks = frozenset(_numbers(b"".join(map(_mark, changed))))

    def touches(self, trace: Trace) -> bool:
        """Whether any of it is among the keys that a file was made from."""
        return not self._marks.isdisjoint(_numbers(trace.marks))


def _mark(part: Part) -> bytes:
    return digest_of(part)[:MARK]


def _numbers(marks: bytes) -> Iterable[int]:
    """Each mark as a number, by this machine's order of bytes: numbers are compared with each other only."""
    return memoryview(marks).cast("Q")


class _Marks(dict[Part, bytes]):
    """The marks of parts: most of them are asked for by many files."""

    def __missing__(self, part: Part) -> bytes:
        mark = self[part] = _mark(part)
        return mark


class Tracer:
    """Makes the files of a plan with their traces, and tells of older traces whether they hold."""

    def __init__(self, planned: Plan) -> None:
        self._notes = Notes()
        self._plan = planned
        self._tracing = replace(planned, press=_tracing_press(planned.press, self._notes))
        self._maps = _maps(planned.press)
        self._attributes: dict[str, bytes] = {}
        self._marks = _Marks()
        self.ground = digest_of(_ground(planned))
        """The hash of what every file is made from: where it is another, no trace holds."""

    def make(self, path: str) -> tuple[bytes, Trace | None]:
        """The bytes of a file as `produce` makes them, and its trace if it has one. Raises what `produce` does."""
        if self._plan.routes[path].type in UNTRACED:
            return produce(self._plan, path), None
        made, parts = self._notes.gather(lambda: produce(self._tracing, path))
        return made, None if EVERYTHING in parts or len(parts) > MOST_PARTS else self._trace(parts)

    def holds(self, trace: Trace, stale: Stale) -> bool:
        """Whether the file comes out as it did, where `stale` is what has changed of the maps since."""
        return not stale.touches(trace) and all(self._attribute(name) == digest for name, digest in trace.attributes)

    def values(self, seen: Mapping[str, bytes | None] = MappingProxyType({})) -> Values:
        """What the maps hold now. `seen` are the hashes of the site's files, as `load.Seen`."""
        digests = {of: {key: digest_of(value) for key, value in self._maps[of].items()} for of in _DIGESTED}
        digests["postings"] = {id_: _told_apart(posting, seen) for id_, posting in self._plan.site.postings.items()}
        listings = [(key, digest_of(value)) for key, value in self._plan.press.listings.items()]
        return Values(digests, listings, list(self._plan.press.links.paths.items()))

    def _trace(self, parts: Parts) -> Trace:
        attributes = tuple((of, self._attribute(of)) for of, key in parts if key is None)
        return Trace(attributes, b"".join(self._marks[part] for part in parts if part[1] is not None))

    def _attribute(self, of: str) -> bytes:
        """The hash of an attribute, as it is now."""
        if of not in self._attributes:
            site, links = self._plan.site, self._plan.press.links
            owner, _, name = of.partition(".")
            value = getattr({"site": site, "content": site.content, "links": links}[owner], name)
            self._attributes[of] = digest_of(value)
        return self._attributes[of]


def _told_apart(posting: Posting, seen: Mapping[str, bytes | None]) -> bytes:
    """The hash of a posting, or of the files that it was read from: those are hashed already.

    What was read follows from them, from the settings, which are of the ground, and from our code, which is for whoever
    remembers; only `draft` is set otherwise afterwards.
    """
    files = [(path, seen.get(path)) for path in posting.files]
    if not files or not all(digest for _, digest in files):
        return digest_of(posting)
    return hash_of(
        b"draft" if posting.draft else b"", *(part for path, of in files for part in (path.encode(), of or b""))
    )


class Notes:
    """The parts that are asked for while something is made, in order. `EVERYTHING` stands for all of a map."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def gather(self, make: Callable[[], T]) -> tuple[T, Parts]:
        """What `make` makes, and the parts that it asks for, each once, which are not noted here."""
        held, self.parts = self.parts, []
        try:
            made = make()
            return made, tuple(dict.fromkeys(self.parts))
        finally:
            self.parts = held


def _maps(press: Press) -> Mapping[str, Mapping[Any, object]]:
    """The maps of which single values are asked for, by name."""
    site = press.site
    return {
        "postings": site.postings,
        "standings": site.standings,
        "similar": site.similar,
        "organizations": site.content.organizations,
        "files": site.content.files,
        "listings": press.listings,
        "paths": press.links.paths,
    }


def _ground(planned: Plan) -> tuple[object, ...]:
    """What every file depends on, or may for all that we know."""
    content, look, paths = planned.site.content, planned.look, planned.press.links.paths
    shared = [getattr(content, name) for name in _GROUND]
    frame = [(route, path) for route, path in paths.items() if _is_of_frame(route)]
    return planned.site.config, look.templates, look.catalogs, planned.press.assets, shared, frame


def _is_of_frame(route: Route) -> bool:
    """Whether menus and footers lead there: to all but postings, terms, and what comes after a first page."""
    return route.type is PageType.PAGE or (not route.id and route.number == 1)


@dataclass(frozen=True, slots=True)
class _TracingPress(Press):
    """A press that notes what it is asked for. What many pages share is noted for each of them."""

    notes: Notes = field(default_factory=Notes)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self.memory:
            self.memory[key] = self.notes.gather(make)
        made, parts = cast("tuple[T, Parts]", self.memory[key])
        self.notes.parts += parts
        return made


def _tracing_press(press: Press, notes: Notes) -> _TracingPress:
    maps: Mapping[str, Any] = {of: _NotedMap(values, of, notes) for of, values in _maps(press).items()}
    ground = {name: getattr(press.site.content, name) for name in _GROUND}
    asked = {of: maps[of] for of in ("organizations", "files")}
    content = _Noted(press.site.content, "content", notes, {**ground, **asked})
    instead = {of: maps[of] for of in ("postings", "standings", "similar")}
    site = _Noted(press.site, "site", notes, {"config": press.site.config, "content": content, **instead})
    links, parts = press.links, _PartOf()
    asking = {ask.__name__: _noted(ask, parts, notes) for ask in (links.has, links.url, links.find, links.absolute)}
    fixed = {"base_url": links.base_url, "prefix": links.prefix, "paths": maps["paths"]}
    return _TracingPress(
        site=cast("Site", site),
        links=cast("Links", _Noted(links, "links", notes, {**fixed, **asking})),
        desks=press.desks,
        renderer=press.renderer,
        assets=press.assets,
        listings=maps["listings"],
        notes=notes,
    )


class _NotedMap(Mapping[K, V]):
    """A map that notes which of its values are asked for."""

    def __init__(self, values: Mapping[K, V], of: str, notes: Notes) -> None:
        self._values, self._of, self._notes = values, of, notes

    def __getitem__(self, key: K) -> V:
        self._notes.parts.append((self._of, key))
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._notes.parts.append((self._of, key))
        return key in self._values

    def __iter__(self) -> Iterator[K]:
        self._notes.parts.append(EVERYTHING)
        return iter(self._values)

    def __len__(self) -> int:
        self._notes.parts.append(EVERYTHING)
        return len(self._values)


class _Noted:
    """A value that notes which of its attributes are asked for; `instead` stands for some of them."""

    def __init__(self, value: object, of: str, notes: Notes, instead: Mapping[str, object]) -> None:
        self._value, self._of, self._notes = value, of, notes
        self.__dict__.update(instead)

    def __getattr__(self, name: str) -> Any:
        self._notes.parts.append((f"{self._of}.{name}", None))
        return getattr(self._value, name)


class _PartOf(dict[Route, "Part | None"]):
    """The part that goes with each route; None for the pages that every page leads to, which are of the ground."""

    def __missing__(self, route: Route) -> Part | None:
        part = self[route] = None if _is_of_frame(route) else ("paths", route)
        return part


def _noted(ask: Callable[[Route], T], parts: _PartOf, notes: Notes) -> Callable[[Route], T]:
    """What asks the links for a page, noting which."""

    def asked(route: Route) -> T:
        part = parts[route]
        if part:
            notes.parts.append(part)
        return ask(route)

    return asked
