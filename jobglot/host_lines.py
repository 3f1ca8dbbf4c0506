"""What is amiss in the lines of a site's own `_headers` and `_redirects`, of which hosts say nothing.

Some lines they pass over, of some they think differently. The syntax is that which Netlify and Cloudflare Pages share;
see `hosting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from jobglot.hosting import said_in
from jobglot.problem import Origin, Problem, warning
from jobglot.routes import Links, PageType

HEADERS, REDIRECTS = "_headers", "_redirects"
STATIC = "static/"

_ADDRESS = re.compile(r"(?:https?:/)?/\S*", re.IGNORECASE)
_FIELD = re.compile(r"!\s*[\w-]+|[\w-]+\s*:.*")
_PLACEHOLDER = re.compile(r":[A-Za-z]\w*|\*")
_STATUS = re.compile(r"[2-5]\d\d!?")


def problems_of(own: Mapping[str, bytes]) -> Iterator[Problem]:
    """Warnings for the lines of these files among the static files of a site's own."""
    for name, rule in ((HEADERS, _header), (REDIRECTS, _redirect)):
        for number, line in said_in(own.get(name, b"")):
            if told := rule(line):
                yield warning(Origin(STATIC + name, number, 1), f"{name[1:]}-line", *told)


def _header(line: str) -> tuple[str, str] | None:
    said = line.strip()
    if line[0].isspace():
        if _FIELD.fullmatch(said):
            return None
        remedy = "write an address at the beginning of its line" if _ADDRESS.fullmatch(said) else "write “Name: value”"
        return f"“{said[:60]}” is no header", remedy
    if _ADDRESS.fullmatch(said):
        return None
    if _FIELD.fullmatch(said):
        return f"“{said[:60]}” belongs to no address", "begin the line with two spaces, below its address"
    return f"“{said[:60]}” is no address", "write the path from its first slash, such as /* for all pages"


def _redirect(line: str) -> tuple[str, str] | None:
    source, *rest = line.partition(" #")[0].split()
    if not _ADDRESS.fullmatch(source):
        return f"“{source[:60]}” is no address", "write the path from its first slash"
    while rest and "=" in rest[0] and not _ADDRESS.fullmatch(rest[0]):
        rest.pop(0)
    if not rest or not _ADDRESS.fullmatch(rest[0]):
        what = f"“{rest[0][:60]}” is no address" if rest else "nothing says where this leads"
        return what, "write the old address, the new one from its first slash, and 301, in this order"
    if rest[0] == source:
        return f"{source[:60]} leads to itself", "correct one of the two, or delete the line"
    for word in rest[1:]:
        if "=" not in word and not _STATUS.fullmatch(word):
            return f"“{word[:60]}” is no status", "write 301 where the address has changed for good, else 302"
    return None


def hiding(own: Mapping[str, bytes], links: Links) -> Iterator[Problem]:
    """Warnings for rules of `_redirects` whose source is a page or a file of the board: there, hosts do not agree.

    Rules that depend on who asks are passed over, as are those with the “!” by which Netlify leads on in any case.
    """
    if REDIRECTS not in own:
        return
    # An alias leads on by itself, and a rule may say where to.
    paths = [address for address, route in links.pages.items() if route.type is not PageType.REDIRECT]
    addresses = {links.prefix + unquote(path) for path in paths}
    for number, line in said_in(own[REDIRECTS]):
        source, *rest = line.partition(" #")[0].split()
        if _redirect(line) or not source.startswith("/") or any("=" in word or "!" in word for word in rest[1:]):
            continue
        if _PLACEHOLDER.search(source):
            pattern = pattern_of(source)
            found = sorted(filter(pattern.fullmatch, addresses))
        else:
            bare = unquote(source)
            found = [address for address in (bare, f"{bare}/") if address in addresses]
        if found:
            what = "is a page" if len(found) == 1 else f"takes in {len(found):,} pages"
            which = f", such as {found[0]}" if len(found) > 1 else ""
            yield warning(
                Origin(STATIC + REDIRECTS, number, 1),
                "redirect-over-page",
                f"{source[:60]} {what} of this board{which}: Cloudflare Pages leads away from it, others show it",
                "name addresses that have no page here",
            )


def pattern_of(written: str) -> re.Pattern[str]:
    """What a pattern of addresses matches, decoded: `*` is any text, called `splat`, `:name` a part of a path."""
    parts, names, at = "", set[str](), 0
    for found in _PLACEHOLDER.finditer(written):
        name, what = found[0][1:] or "splat", ".*" if found[0] == "*" else "[^/]+"
        parts += re.escape(unquote(written[at : found.start()]))
        parts += what if name in names else f"(?P<{name}>{what})"
        names.add(name)
        at = found.end()
    return re.compile(parts + re.escape(unquote(written[at:])), re.DOTALL)
