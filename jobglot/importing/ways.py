"""Ways to apply, the page that a posting was found on, and its addresses on the site that the board replaces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jobglot.importing import text_facts
from jobglot.importing.cells import Cell, plain_text
from jobglot.importing.draft import Gathering, Value, shortened
from jobglot.importing.known import Known
from jobglot.importing.lines import Line


def take_ways(
    lines: Mapping[str, Sequence[Line]], cells: Sequence[Cell], what: str, gathering: Gathering, known: Known
) -> None:
    """Ways to apply: those said, else those of the text, else the page itself; and that page as the source."""
    said = [cell.text for cell in cells if cell.key == "apply"]
    ways: list[Value] = []
    for text in said:
        bare = re.sub(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "", text)
        ways += [{"url": url} for url in text_facts.urls(bare)]
        ways += [{"email": email} for email in text_facts.emails(text)]
        if not text_facts.urls(bare) and not text_facts.emails(text):
            gathering.ask(f"“apply” could not be read from “{shortened(text)}”; write a web or e-mail address there")
    for tag, each in () if ways else lines.items():
        for way in text_facts.ways(each):
            audience: dict[str, Value] = {"audience": way.audience if len(lines) == 1 else {tag: way.audience}}
            address: dict[str, Value] = {"url": way.url} if way.url else {"email": way.email} if way.email else {}
            address = address or {"post": way.post if len(lines) == 1 else {tag: way.post}}
            ways += [{**address, **(audience if way.audience else {})}]
    pages = [url for cell in cells if cell.key == "source" for url in text_facts.urls(cell.text)]
    others = [url for url in pages if not known.is_own(url)]
    if others:
        gathering.fact("source", {"name": host_of(others[0]), "url": others[0]})
        ways = ways or [{"url": others[0]}]
    elif not pages:
        name = next((plain_text(cell.text) for cell in cells if cell.key == "source"), "")
        gathering.fact("source", {"name": name[:200]} if name else None)
    gathering.fact("apply", _each_once(ways))
    if not ways and not any(ask.startswith("“apply”") for ask in gathering.asks):
        gathering.ask(f"the {what} does not say how to apply; add “apply: [{{url: https://…}}]” or an e-mail address")


def _each_once(ways: Sequence[Value]) -> list[Value]:
    """The ways with another address each: a translation names the same one again."""
    found: dict[str, Value] = {}
    for way in ways:
        if isinstance(way, Mapping):
            found.setdefault(str(way.get("url") or way.get("email") or way.get("post")), way)
    return list(found.values())


def old_addresses(cells: Sequence[Cell], first: str, known: Known, gathering: Gathering) -> dict[str, tuple[str, ...]]:
    """The paths that lead to this posting on the site that the board takes the place of, by language."""
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for cell in cells:
        if cell.key not in ("source", "alias"):
            continue
        path = known.own_path(cell.text)
        if path and path not in taken:  # one address can lead to one page
            found.setdefault(cell.tag or first, []).append(path)
            taken.add(path)
        elif not path and known.is_own(cell.text):
            gathering.note(_unkept(cell.text))
    return {tag: tuple(paths) for tag, paths in found.items()}


def former_address(url: str, known: Known, gathering: Gathering) -> tuple[str, ...]:
    """The path of a page of the site that the board takes the place of; none, and a note, where no file can answer."""
    path = known.own_path(url)
    if not path:
        gathering.note(_unkept(url))
    return (path,) if path else ()


def _unkept(url: str) -> str:
    return f"the old address {url} will not lead to the new page: a redirect for it is up to the web host"


def host_of(url: str) -> str:
    """The host of an address, without “www.”: what a source is called that has no name."""
    return re.sub(r"^https?://(?:www\.)?|[/?#].*$", "", url)
