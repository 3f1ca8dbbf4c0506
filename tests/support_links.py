"""Where the links of a board's pages lead, read from the files as a browser would resolve them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from support import Board

ADDRESSES = {"href", "src", "data-source", "action"}


@dataclass
class Page(HTMLParser):
    """The ids of a page, what it links to, and its alternates by language tag."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        self.links += [value for name, value in given.items() if name in ADDRESSES]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given["content"].partition("url=")[2])


def read(board: Board) -> dict[str, Page]:
    """Every page of the board by the path of its address."""
    pages = {}
    for file in board.pages():
        pages[board.address(file)] = page = Page()
        page.feed(file.read_text(encoding="utf-8"))
    return pages


def broken(board: Board, pages: dict[str, Page]) -> list[str]:
    """The links inside the board that lead to no file, or to no element of a page."""
    found = []
    for path, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(board.origin + path, link))
            if f"{target.scheme}://{target.netloc}" != board.origin:
                continue
            address = unquote(target.path)
            if not address.startswith(board.prefix):
                found.append(f"{path}: {link} leaves the board's path")
                continue
            file = board.folder / address.removeprefix(board.prefix)
            file = file / "index.html" if address.endswith("/") else file
            if not file.is_file():
                found.append(f"{path}: {link} leads to no file")
            elif target.fragment and address in pages and unquote(target.fragment) not in pages[address].ids:
                found.append(f"{path}: {link} leads to no element")
    return found
