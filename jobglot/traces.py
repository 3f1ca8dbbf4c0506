"""What a file was made from, noted while it is made, so that a later build knows whether it would come out the same.

`produce` asks a plan for values: a posting, how it stands, what is similar to it, where a page lies. A tracing plan
answers as the plan itself does, and notes what was asked for. A file comes out the same as long as all these answers
and the ground of everything (settings, templates, catalogs, static files, vocabularies, the menu) are the same. So
nobody has to say what depends on what, and a page that comes to ask for more is traced all the same.

Cf. verifying traces in Mokhov, Mitchell, Peyton Jones, "Build systems à la carte" (ICFP 2018), section 4.2.2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar, cast

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

UNTRACED = frozenset(
    [
        *(PageType.STATIC, PageType.ATTACHMENT, PageType.DATA, PageType.SITEMAP, PageType.SITEMAP_INDEX),
        *(PageType.ROBOTS, PageType.HEADERS, PageType.REDIRECTS, PageType.MANIFEST, PageType.SECURITY, PageType.BUILD),
    ]
)
"""Files that are soon made, or made from everything."""

EVERYTHING: Part = ("everything", None)
"""All of a map: what asks for that has no trace."""
_GROUND = ("categories", "places", "industries", "pages")
"""What of the content nearly every page asks for, and so none is asked about: its vocabularies, and its pages, which
are in the menu."""


class Trace(NamedTuple):
    """What a file was made from, by map and keys, and the SHA-256 and the size of what came of it."""

    attributes: tuple[str, ...]
    by_id: tuple[tuple[str, tuple[str, ...]], ...]
    listings: tuple[tuple[str, str], ...]
    paths: tuple[Route, ...]
    digest: str
    size: int

    def parts(self) -> Iterator[Part]:
        """All that was asked for."""
        yield from ((name, None) for name in self.attributes)
        yield from ((of, key) for of, keys in self.by_id for key in keys)
        yield from (("listings", key) for key in self.listings)
        yield from (("paths", route) for route in self.paths)


class Tracer:
    """Makes the files of a plan with their traces, and tells of older traces whether they hold."""

    def __init__(self, planned: Plan) -> None:
        self._notes = Notes()
        self._plan = planned
        self._tracing = replace(planned, press=_tracing_press(planned.press, self._notes))
        self._maps = _maps(planned.press)
        self._digests = _Made(self._digest)
        self._ground = digest_of(_ground(planned))

    def make(self, path: str) -> tuple[bytes, Trace | None]:
        """The bytes of a file as `produce` makes them, and its trace if it has one. Raises what `produce` does."""
        if self._plan.routes[path].type in UNTRACED:
            return produce(self._plan, path), None
        made, parts = self._notes.gather(lambda: produce(self._tracing, path))
        return made, None if EVERYTHING in parts or len(parts) > MOST_PARTS else _trace(parts, made)

    def key(self, trace: Trace) -> bytes:
        """The hash of everything that the trace names, as it is now. A trace whose key is still the same holds."""
        return hashlib.sha256(self._ground + b"".join(map(self._digests.__getitem__, trace.parts()))).digest()

    def _digest(self, part: Part) -> bytes:
        """The hash of one part, as it is now."""
        site, press = self._plan.site, self._plan.press
        of, key = part
        if key is None:
            owner, _, name = of.partition(".")
            return digest_of(getattr({"site": site, "content": site.content, "links": press.links}[owner], name))
        return digest_of(self._maps[of].get(key))


class _Made(dict[Part, bytes]):
    """What `make` makes of each part, once."""

    def __init__(self, make: Callable[[Part], bytes]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, part: Part) -> bytes:
        made = self[part] = self._make(part)
        return made


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


def _trace(parts: Parts, made: bytes) -> Trace:
    by_id: dict[str, list[str]] = {}
    attributes, listings, paths = [], [], []
    for of, key in parts:
        if key is None:
            attributes.append(of)
        elif of == "paths":
            paths.append(cast("Route", key))
        elif of == "listings":
            listings.append(cast("tuple[str, str]", key))
        else:
            by_id.setdefault(of, []).append(cast("str", key))
    named = tuple((of, tuple(keys)) for of, keys in by_id.items())
    return Trace(tuple(attributes), named, tuple(listings), tuple(paths), hashlib.sha256(made).hexdigest(), len(made))


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
    known = {name: getattr(press.site.content, name) for name in _GROUND}
    content = _Noted(
        press.site.content, "content", notes, {**known, **{of: maps[of] for of in ("organizations", "files")}}
    )
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
