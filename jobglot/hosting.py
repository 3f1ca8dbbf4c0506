"""What the host and the browser read beside the pages: headers, redirects, security.txt, web manifest, build facts.

`_headers` and `_redirects` follow the syntax that Netlify and Cloudflare Pages share
(https://docs.netlify.com/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/). Both join
the values when two rules set one header, so no header is set twice for any address. Pages keep the hosts' own
`max-age=0, must-revalidate`: a page is asked for again each time, and answered "not modified".
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile
from urllib.parse import urlsplit

from jobglot import jsontext
from jobglot.desk import Desk
from jobglot.jsontext import Json, known, utc
from jobglot.listings import readable
from jobglot.routes import Links, PageType, Route, redirect_target, url_path
from jobglot.settings import Cms, Security
from jobglot.site import Site

# Pages use their own files only. A JSON-LD block is data, which `script-src` does not concern: HTML leaves a script of
# an unknown type before it asks the policy (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element).
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
UNUSED_FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")

OF_PAGES = (
    ("Content-Security-Policy", POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)),
)
# A browser CMS builds its forms from scripts and styles of its own making, shows pictures it holds in memory, and talks
# to the git host that keeps the content. Signing in happens in another window, which must be able to answer this one.
# Nobody but editors reads it, and nothing it shows comes from readers.
CMS_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: %(hosts)s; media-src 'self' blob:; font-src 'self' data:; worker-src 'self' blob:; "
    "connect-src 'self' data: blob: %(hosts)s; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OF_THE_CMS = (
    ("Content-Security-Policy", CMS_POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
)
GIT_HOSTS = {
    "github": ("https://api.github.com", "https://github.com", "https://*.githubusercontent.com"),
    "gitlab": ("https://gitlab.com",),
    "gitea": ("https://gitea.com",),
}
FOREVER = (("Cache-Control", "public, max-age=31536000, immutable"),)
OPEN_TO_OTHERS = ("Access-Control-Allow-Origin", "*")
CONTENT_TYPES = {
    PageType.ATOM: (("Content-Type", "application/atom+xml; charset=utf-8"), OPEN_TO_OTHERS),
    PageType.JSON_FEED: (("Content-Type", "application/feed+json; charset=utf-8"), OPEN_TO_OTHERS),
    PageType.CALENDAR: (("Content-Type", "text/calendar; charset=utf-8"), OPEN_TO_OTHERS),
    PageType.DATA: (("Content-Type", "application/json; charset=utf-8"), OPEN_TO_OTHERS),
    PageType.MANIFEST: (("Content-Type", "application/manifest+json; charset=utf-8"),),
    PageType.SECURITY: (("Content-Type", "text/plain; charset=utf-8"),),
}

MOST_FINGERPRINTED = 80
"""Cloudflare reads a hundred rules. What every page needs comes first; a logo beyond them is only asked for again."""
FINGERPRINTED = re.compile(r"^static/.+\.[0-9a-f]{8}\.[A-Za-z0-9]+$")
"""What `assets` names by its content; the recipes in `docs/hosts/` say the same. A date is no such name."""
ICON = re.compile(r"(?:.*/)?icon(?P<maskable>-maskable)?(?:-(?P<size>[0-9]{1,4}))?\.(?P<kind>svg|png)")
STREAMS = (PageType.ATOM, PageType.JSON_FEED, PageType.CALENDAR)
_WILDCARD = re.compile(rb"\s*(?!#)[^\s]*(?:\*|/:)")
"""A rule of `_redirects` for more than one address."""


def headers(links: Links, cms: Cms | None = None, own: bytes = b"") -> bytes:
    """`_headers`: the security policy everywhere, content types, and a year of cache for fingerprinted files.

    A browser CMS in `admin/` has a looser policy of its own. `own` is the `_headers` of the site: it stands below, and
    what it says of an address is said of it by nobody else, since hosts would join the two.
    """
    own = own.removeprefix(BOM_UTF8)
    rules: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if not _has_admin(links):
        rules.append((f"{links.prefix}*", OF_PAGES + EVERYWHERE))
    else:
        # Two policies for one address would both hold, and no host can take one back: each part of the site is named.
        rules.append((f"{links.prefix}*", EVERYWHERE))
        rules += [(pattern, OF_PAGES) for pattern in _parts(links)]
        rules.append((f"{links.prefix}{ADMIN}*", _of_the_cms(cms)))
    files: dict[PageType, list[tuple[Route, str]]] = {page_type: [] for page_type in (*CONTENT_TYPES, PageType.STATIC)}
    for route, path in links.paths.items():
        if route.type in files:
            files[route.type].append((route, path))
    for page_type, fields in CONTENT_TYPES.items():
        patterns = {_pattern(links, path) for route, path in files[page_type] if not _is_part(route)}
        rules += [(pattern, fields) for pattern in sorted(patterns)]
    if any(_is_part(route) for route, _ in files[PageType.DATA]):
        # One rule for hundreds of files, whose type every host knows by their ending.
        rules.append((f"{links.prefix}:folder1/words/:part", (OPEN_TO_OTHERS,)))
    named = [path for _, path in files[PageType.STATIC] if FINGERPRINTED.search(path)]
    named.sort(key=lambda path: (not path.endswith((".css", ".js", ".mjs", ".woff2")), path))
    rules += [(links.prefix + url_path(path), FOREVER) for path in named[:MOST_FINGERPRINTED]]
    said = said_by(own)
    left = (
        (pattern, [(name, value) for name, value in fields if not _is_said(said, pattern, name)])
        for pattern, fields in rules
    )
    blocks = (
        "\n".join([pattern, *(f"  {name}: {value}" for name, value in fields)]) for pattern, fields in left if fields
    )
    return ("\n\n".join(blocks) + "\n").encode() + (b"\n" + _ended(own) if own.strip() else b"")


def said_in(text: bytes) -> Iterator[tuple[int, str]]:
    """The lines of such a file that say something, with their numbers: neither blank nor a comment."""
    for number, line in enumerate(text.decode("utf-8-sig", "replace").splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def rules_in(text: bytes) -> Iterator[tuple[str, list[str]]]:
    """The rules of a `_headers`: each a pattern of addresses, "" before the first, and the lines that stand below."""
    pattern, said = "", list[str]()
    for _, line in said_in(text):
        if not line[0].isspace():
            yield pattern, said
            pattern, said = line.strip(), []
        else:
            said.append(line.strip())
    yield pattern, said


def said_by(own: bytes) -> list[tuple[str, str]]:
    """The headers that a `_headers` of the site's own sets or takes back, each with the pattern of addresses."""
    return [
        (pattern, line.partition(":")[0].strip().lstrip("! ").lower())
        for pattern, lines in rules_in(own)
        for line in lines
    ]


def _is_said(said: list[tuple[str, str]], pattern: str, name: str) -> bool:
    return any(
        name.lower() == header and (pattern == own or (own.endswith("*") and pattern.startswith(own[:-1])))
        for own, header in said
    )


def _ended(text: bytes) -> bytes:
    return text if text.endswith(b"\n") else text + b"\n"


ADMIN = "admin/"


def _has_admin(links: Links) -> bool:
    return any(path.startswith(ADMIN) for path in links.paths.values())


def _parts(links: Links) -> list[str]:
    """The first parts of all addresses but the CMS's: folders with `*`, and files."""
    paths = [path for path in links.paths.values() if not path.startswith(ADMIN)]
    folders = {f"{links.prefix}{url_path(path.partition('/')[0])}/*" for path in paths if "/" in path}
    pages = {links.prefix + path for path in paths if "/" not in path and path.endswith(".html")}
    return sorted({links.prefix, *folders, *pages})


def _of_the_cms(cms: Cms | None) -> tuple[tuple[str, str], ...]:
    hosts = [
        f"{parts.scheme}://{parts.netloc}"
        for url in ((cms.api, cms.auth) if cms else ())
        if (parts := urlsplit(url)).netloc
    ]
    hosts += GIT_HOSTS[cms.backend] if cms else ()
    return tuple((name, value % {"hosts": " ".join(dict.fromkeys(hosts))}) for name, value in OF_THE_CMS)


def redirects(links: Links, own: bytes = b"") -> bytes:
    """`_redirects`: every alias to the page that took its place, permanently; of a listing, its feeds and calendar too.

    Where a host prefers files to rules (Netlify), the redirect page that lies at the alias does the same. `own` is the
    `_redirects` of the site: hosts take the first rule that fits, and Cloudflare counts all that stands below one with
    a wildcard as such, so the aliases stand before the first of these.
    """
    own = own.removeprefix(BOM_UTF8)
    lines = []
    for route, path in links.paths.items():
        if route.type is PageType.REDIRECT and links.has(target := redirect_target(route)):
            former = f"{links.prefix}{url_path(path)}"
            lines.append(f"{former} {links.url(target)} 301\n")
            if target.type is PageType.LISTING and former.endswith("/"):
                # Whoever follows a listing has no page before them that could lead on.
                streams = filter(None, (links.find(target._replace(type=type_)) for type_ in STREAMS))
                lines += (f"{former}{address.rpartition('/')[2]} {address} 301\n" for address in streams)
    given = _ended(own).splitlines(keepends=True) if own.strip() else []
    plain = list(takewhile(lambda line: not _WILDCARD.match(line), given))
    return b"".join([*plain, *(line.encode() for line in sorted(lines)), *given[len(plain) :]])


def security_txt(security: Security, links: Links, languages: tuple[str, ...]) -> bytes:
    """`/.well-known/security.txt` (RFC 9116)."""
    lines = [f"Contact: {security.contact}", f"Expires: {security.expires}"]
    lines.append(f"Preferred-Languages: {', '.join(languages)}")
    own = Route(PageType.SECURITY)
    if links.has(own):
        lines.append(f"Canonical: {links.absolute(own)}")
    if security.policy:
        lines.append(f"Policy: {security.policy}")
    return ("\n".join(lines) + "\n").encode()


def manifest(site: Site, links: Links, desk: Desk) -> bytes:
    """The web manifest of a language (https://www.w3.org/TR/appmanifest/).

    Its icons are the static files named `icon.svg`, `icon-192.png` (its width and height) or `icon-maskable-512.png`.
    """
    home = links.url(Route(PageType.HOME, desk.language))
    description = desk.phrase(site.config.tagline).text if site.config.tagline else ""
    return jsontext.document(
        known(
            {
                "name": desk.phrase(site.config.name).text,
                "description": description,
                "lang": desk.language,
                "dir": desk.direction,
                "id": home,
                "start_url": home,
                "scope": links.prefix,
                "display": "minimal-ui",
                "icons": _icons(links),
            }
        )
    )


def build_json(site: Site, version: str, *, is_whole: bool = True) -> bytes:
    """`build.json`: what made the site, and the time for which it is right: from `valid_from` until `next_change`.

    `complete` is false when something had to be left out because of an error.
    """
    languages = site.config.languages
    by_language = {tag: len(readable(site.postings, site.open, tag, site.config.fallback)) for tag in languages}
    counts: dict[str, Json] = {
        "open": len(site.open),
        "closing_soon": len(site.closing_soon),
        "archived": len(site.archive),
        "organizations": len(site.content.organizations),
        "open_by_language": by_language,
    }
    return jsontext.document(
        {
            "generator": "jobglot",
            "version": version,
            "complete": is_whole,
            "valid_from": _instant(site.valid_from),
            "next_change": _instant(site.next_change),
            "languages": languages,
            "counts": counts,
        }
    )


def _instant(instant: datetime | None) -> str | None:
    return utc(instant) if instant else None


def _is_part(route: Route) -> bool:
    """Whether it is one of the files over which the words of a large board are spread."""
    return route.type is PageType.DATA and route.kind == "words" and bool(route.id)


def _pattern(links: Links, path: str) -> str:
    """The address with a placeholder for every folder: hosts count rules, and a board may have thousands of feeds."""
    *folders, name = url_path(path).split("/")
    if not folders or folders[0].startswith("."):
        return links.prefix + url_path(path)
    return links.prefix + "".join(f":folder{at}/" for at, _ in enumerate(folders, start=1)) + name


def _icons(links: Links) -> list[Json]:
    found: list[Json] = []
    for route in sorted((r for r in links.paths if r.type is PageType.STATIC), key=lambda r: r.id):
        match = ICON.fullmatch(route.id)
        if match is None:
            continue
        size = f"{match['size']}x{match['size']}" if match["size"] else "any" if match["kind"] == "svg" else ""
        icon: dict[str, Json] = {
            "src": links.url(route),
            "type": "image/svg+xml" if match["kind"] == "svg" else "image/png",
            "sizes": size,
            "purpose": "maskable" if match["maskable"] else "any",
        }
        found.append(known(icon))
    return found
