"""What a site's own static files and templates reach for in vain: files that are not there, and what browsers refuse.

Browsers hold pages to the policy of `_headers`, by which they load nothing from elsewhere and run no script that stands
in a page. A preview shows that on the browser's console only, and not every host sends it; so it is told beforehand.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from jobglot.assets import AS_THEY_ARE, references
from jobglot.hosting import said_by
from jobglot.problem import Origin, Problem, warning
from jobglot.source import blanked, position

STATIC, TEMPLATES, HEADERS = "static/", "templates/", "_headers"
POLICY = "content-security-policy"
ALLOW = f"or allow it in a {STATIC}{HEADERS} of your own (docs/templates.md)"

PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg)\Z", re.IGNORECASE)
HEAVY = 2_000_000
"""More bytes than a picture of a page should have."""

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_TAG = re.compile(
    r"<(?P<name>script|style|img|iframe|link|video|audio|source|embed|object)\b(?P<rest>[^>]*)>", re.IGNORECASE
)
_ADDRESS = re.compile(r"""\b(?:src|href|data|poster)\s*=\s*["']?\s*(?P<url>(?:https?:)?//[^\s"'>]+)""", re.IGNORECASE)
_OPENING = re.compile(r"<[a-z][^<>]*", re.IGNORECASE)
_HANDLER = re.compile(r"""\s(?P<name>on[a-z]+|style)\s*=\s*["'{]""", re.IGNORECASE)
_DATA = re.compile(r"""type\s*=\s*["']?(?:application/(?:ld\+)?json|text/template)""", re.IGNORECASE)


def problems_of(
    templates: Mapping[str, str], own: Mapping[str, bytes], static: Collection[str], prefix: str = "/"
) -> Iterator[Problem]:
    """Warnings of what the templates and static files of a site's own name, `static` being all files there are.

    `prefix` is the path of the board's address.
    """
    headers = own.get(HEADERS, b"")
    policies = [pattern for pattern, name in said_by(headers) if name == POLICY]
    # Beside a CMS our policies come in parts, and so may theirs; Cloudflare's “!” takes one back.
    in_parts = any(name.startswith(AS_THEY_ARE) for name in static)
    is_held = not (policies if in_parts else {"/*", f"{prefix}*"}.intersection(policies))
    if is_held and b"!" not in headers:
        yield from (_held_twice(pattern, headers, prefix) for pattern in dict.fromkeys(policies))
    for name in sorted(own):
        if name.endswith((".css", ".js", ".mjs")) and not name.startswith(AS_THEY_ARE):
            yield from _of_file(name, own[name], static, is_held=is_held)
        elif PICTURE.search(name) and len(own[name]) > HEAVY:
            yield _heavy(name, len(own[name]))
    if is_held:
        for name in sorted(templates):
            yield from _of_template(name, templates[name])


def _of_file(name: str, content: bytes, static: Collection[str], *, is_held: bool) -> Iterator[Problem]:
    # Byte by byte, since that is how `references` counts.
    plain = _CSS_COMMENT.sub(lambda comment: blanked(comment[0]), content.decode("latin-1"))
    for at, written, target in references(name, plain.encode("latin-1")):
        origin = position(plain, at, STATIC + name)
        if target in static or written.lower().startswith(("data:", "about:", "blob:")):
            continue
        if _ELSEWHERE.match(written):
            if is_held:
                yield _refused(origin, f"“{written[:80]}”, which lies elsewhere", f"keep the file in {STATIC}")
            continue
        near = _near(target, static)
        meant = posixpath.relpath(near, posixpath.dirname(name) or ".") if near else ""
        remedy = f"did you mean “{meant}”?" if meant else "put the file there, or correct its name"
        yield warning(origin, "style-broken", f"“{written[:80]}” leads to no file of {STATIC}", remedy)


def _heavy(name: str, size: int) -> Problem:
    message = f"this picture has {size / 1e6:.1f} MB, which every reader of its page has to load"
    return warning(Origin(STATIC + name), "picture-heavy", message, "save it smaller, as WebP for instance")


def _held_twice(pattern: str, headers: bytes, prefix: str) -> Problem:
    lines = [line.strip() for line in headers.decode("utf-8", "replace").splitlines()]
    message = f"browsers hold {pattern} to this policy and to that of {prefix}* as well, which hosts join"
    return warning(
        Origin(STATIC + HEADERS, lines.index(pattern) + 1, 1), "policy-twice", message, f"say it of {prefix}*"
    )


def _near(target: str, static: Collection[str]) -> str:
    """The static file that may be meant by a name that none has."""
    name = re.sub(r"^(?:\.\./|/)*(?:static/)?", "", target)
    same = [each for each in sorted(static) if posixpath.basename(each) == posixpath.basename(name)]
    return next(iter(same or difflib.get_close_matches(name, static, 1, 0.7)), "")


def _of_template(name: str, source: str) -> Iterator[Problem]:
    plain = _COMMENT.sub(lambda comment: blanked(comment[0]), source)
    for tag in _TAG.finditer(plain):
        kind, rest, origin = tag["name"].lower(), tag["rest"], position(plain, tag.start(), TEMPLATES + name)
        address = _ADDRESS.search(rest)
        if address and (kind != "link" or re.search("stylesheet|icon|preload|manifest", rest)):
            yield _refused(origin, f"“{address['url'][:80]}”, which lies elsewhere", f"keep the file in {STATIC}")
        elif kind == "style":
            yield _refused(origin, "styles that stand in a page", f"put them into a style sheet in {STATIC}")
        elif kind == "script" and not re.search(r"\bsrc\s*=", rest) and not _DATA.search(rest):
            yield _refused(origin, "scripts that stand in a page", f"put it into a file in {STATIC}")
    for opening in _OPENING.finditer(plain):
        for tag in _HANDLER.finditer(plain, opening.start(), opening.end()):
            what = f"the attribute “{tag['name'].lower()}”"
            origin = position(plain, tag.start("name"), TEMPLATES + name)
            yield _refused(origin, what, f"put it into a file in {STATIC}")


def _refused(origin: Origin, what: str, remedy: str) -> Problem:
    message = f"browsers refuse {what}, by the policy of _headers"
    return warning(origin, "policy-refuses", message, f"{remedy}, {ALLOW}")
