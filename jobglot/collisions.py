"""Who gets which path: each is given once, also where capitals or Unicode forms are all that differs.

Not every disk and host can tell `Logo.png` from `logo.png`, or an é of one code point from one of two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jobglot.addresses import BOARD, origin_of
from jobglot.problem import Origin, Problem, error, warning
from jobglot.routes import PageType, Route
from jobglot.site import Site

DRAWN_WITH = {
    PageType.NOT_FOUND: "templates/not_found.html",
    PageType.CHOOSER: "templates/chooser.html",
    PageType.HOME: "templates/home.html",
}
"""What makes pages that people want to bring as a file."""


@dataclass(slots=True)
class Ledger:
    """The paths given so far, in order: `routes` by path; `late` holds (route, path, who has it) of those refused."""

    routes: dict[str, Route] = field(default_factory=dict)
    late: list[tuple[Route, str, Route]] = field(default_factory=list)
    _first: dict[str, Route] = field(default_factory=dict)

    def give(self, wanted: Iterable[tuple[Route, str]]) -> None:
        """Give every route its path, unless another has it."""
        for route, path in wanted:
            first = self._first.setdefault(folded(path), route)
            if first is route:
                self.routes[path] = route
            else:
                self.late.append((route, path, first))

    def blocked(self) -> Iterator[tuple[Route, str, Route]]:
        """Every route that needs a folder where another has a file; one for each such file."""
        inside = {path.rpartition("/")[0]: (route, path) for path, route in reversed(self.routes.items())}
        told: set[Route] = set()
        for folder, (route, path) in sorted(inside.items()):
            above = folded(folder)
            while above:
                first = self._first.get(above)
                if first is not None and first not in told:
                    told.add(first)
                    yield route, path, first
                above = above.rpartition("/")[0]


def folded(path: str) -> str:
    """What two paths have in common that some system takes for one."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def problems_of(ledger: Ledger, site: Site, *, later: bool = False) -> Iterator[Problem]:
    """A problem for each two files that want one path; only a warning where it is `later` that both are to be seen."""
    told: set[tuple[Origin, Origin]] = set()
    for route, path, first in (*ledger.late, *ledger.blocked()):
        one, other = origin_of(route, site), origin_of(first, site)
        # The author can do something about a file, most about a static one, nothing about a page that every board has.
        # Of a former address, about that.
        former = [each for each in (route, first) if each.type is PageType.REDIRECT]
        if former[0] == first if former else one == BOARD or first.type is PageType.STATIC:
            one, other = other, one
        if (one, other) in told:
            continue
        told.add((one, other))
        name = "a page that every board has" if other == BOARD else str(other)
        address = f"the address /{path.removesuffix('index.html')}"
        remedy = "give one of the two another slug or name"
        ours = next((each.type for each in (route, first) if origin_of(each, site) == BOARD), None)
        if one.path.startswith("static/") and ours in DRAWN_WITH:
            remedy = f"rename it; that page is made by {DRAWN_WITH[ours]}, of which you may have your own"
        if former:
            remedy = "take it out of “aliases”"
        if later:
            message = f"{address} will be taken twice when both are to be seen: also by {name}"
            yield warning(one, "address-taken-later", message, remedy)
        else:
            yield error(one, "address-taken", f"{address} is taken already, by {name}", remedy)


def twins(static: Iterable[str]) -> Iterator[Problem]:
    """A problem for each two static files whose names some system takes for one."""
    first: dict[str, str] = {}
    for name in sorted(static):
        other = first.setdefault(folded(name), name)
        if other != name:
            message = f"only capitals or Unicode forms tell this file from static/{other}"
            yield error(Origin(f"static/{name}"), "name-twice", message, "rename one: not every system can hold both")
