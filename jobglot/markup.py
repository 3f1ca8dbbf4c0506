"""Markdown to safe HTML, in one function: the only door to cmarkgfm, Python-Markdown and nh3.

The dialect `gfm` is rendered by GitHub's own engine, so that a pull request shows what the site will show. Whatever the
dialect, nh3 has the last word on tags, attributes and schemes; what it takes away is said as a warning. Headings move
below the page's `<h1>` and get ids; ids and fragments carry a prefix, so that no text can name an element of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import escape, unescape

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

from jobglot.model import Body
from jobglot.problem import Origin, Problem, error, warning
from jobglot.settings import Dialect, MarkdownSettings
from jobglot.source import position
from jobglot.tidy import tidy

TAGS = frozenset(
    [
        *("a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "dl"),
        *(
            "dt",
            "em",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
        ),
        *("s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "time", "tr"),
        *("u", "ul", "var"),
    ]
)
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = frozenset(["http", "https", "mailto", "tel"])
SAFE_EXTENSIONS = frozenset(
    [
        *("extra", "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "nl2br"),
        *("sane_lists", "smarty", "tables", "toc", "wikilinks", "legacy_em", "codehilite", "meta"),
    ]
)
_CLEANER = nh3.Cleaner(
    tags=set(TAGS | {"h1"}),
    clean_content_tags={"script", "style"},
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)
MAX_NESTING = 100
MAX_BRACKETS = 1_000
MAX_RAW_TAGS = 2_000


def to_body(
    source: str, path: str, first_line: int, settings: MarkdownSettings, prefix: str = "c-"
) -> tuple[Body, list[Problem]]:
    """The Markdown as safe HTML, with its text, anchors and inside links; `first_line` is its line in the file.

    Problems tell of what had to be left out. A body that no engine can read in bounded time is empty, with an error.
    """
    start = Origin(path, first_line, 1)
    problems = list(_unbounded(source, start, settings.dialect))
    if problems:
        return Body(), problems
    try:
        rendered = _render(source, settings)
    except RecursionError:
        return Body(), [error(start, "markdown-nesting", "lists or quotes are nested too deep", "flatten them")]
    if _nesting(rendered) > MAX_NESTING:
        return Body(), [error(start, "markdown-nesting", "lists or quotes are nested too deep", "flatten them")]
    safe = _CLEANER.clean(_CHECKBOX.sub(_box, rendered) if "<input" in rendered else rendered)
    # What the engines make of Markdown alone is valid but for the few things that `_modern` mends.
    valid = tidy(safe) if "<" in source or settings.dialect is Dialect.MARKDOWN else safe
    html, anchors = _headings(_modern(valid), prefix)
    html, links, problems = _links(html, prefix, anchors, source, path, first_line)
    if "<" in source:
        problems += _elements_left_out(rendered, source, path, first_line)
    if rendered.count('<a href="') != safe.count('<a href="'):
        problems += _addresses_left_out(rendered, source, path, first_line)
    return Body(html.strip(), text_of(html), links, anchors), problems


def _render(source: str, settings: MarkdownSettings) -> str:
    if settings.dialect is Dialect.GFM:
        html: str = cmarkgfm.github_flavored_markdown_to_html(source, Options.CMARK_OPT_UNSAFE)
        # The engine says which programming language a block of code is in by an attribute for people's languages.
        return _CODE_LANGUAGE.sub("<pre><code", html) if "<pre lang" in html else html
    # Imported where it is used: it costs 30 ms, and most boards never need it.
    import markdown  # noqa: PLC0415

    return markdown.Markdown(
        extensions=list(settings.extensions),
        # The other way, an attribute of style, is not let through.
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    ).convert(source)


_CODE_LANGUAGE = re.compile(r'<pre lang="[^"]*"><code')
_RAW_TAG = re.compile(r"<[a-zA-Z!/]")


def _unbounded(source: str, start: Origin, dialect: Dialect) -> Iterator[Problem]:
    """Texts on which Python-Markdown or the sanitiser take quadratic time."""
    if len(_RAW_TAG.findall(source)) > MAX_RAW_TAGS:
        message = f"the text holds more than {MAX_RAW_TAGS} HTML tags"
        yield error(start, "markdown-html", message, "write Markdown instead")
    if dialect is Dialect.MARKDOWN and source.count("[") > MAX_BRACKETS:
        message = f"the text holds more than {MAX_BRACKETS} opening brackets"
        yield error(start, "markdown-brackets", message, "delete some")


_PILING_UP = ("<bl", "<ul", "<ol", "<li", "<div", "<span", "<det", "<tab", "<em", "<str", "<b>", "<i>", "<del")
_OPENING_OR_CLOSING = re.compile(r"<(/?)(?:blockquote|ul|ol|li|div|span|details|table|em|strong|b|i|del)\b")


def _nesting(html: str) -> int:
    """How deep elements are nested, as far as they are of the kinds that pile up; exact only beyond `MAX_NESTING`."""
    if html.count("</") <= MAX_NESTING and html.count("<") <= 2 * MAX_NESTING:
        return 0
    if sum(map(html.count, _PILING_UP)) <= MAX_NESTING:
        return 0
    deepest = depth = 0
    for match in _OPENING_OR_CLOSING.finditer(html):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest


_CHECKBOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" ?/?>')


def _box(match: re.Match[str]) -> str:
    # A form control without a name says nothing to a screen reader; a character does.
    return "☑" if match[1] else "☐"


_ATTRIBUTE_URL = re.compile(r' (?:href|src)="([^"]*)"')
_ACTIVE_TAG = re.compile(
    r"<(script|style|iframe|object|embed|form|button|input|select|textarea|svg|math|base|meta|link|video|audio|canvas)\b",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def _elements_left_out(html: str, source: str, path: str, first_line: int) -> Iterator[Problem]:
    """The elements that the sanitiser takes away, as warnings."""
    for tag in dict.fromkeys(match[1].lower() for match in _ACTIVE_TAG.finditer(_CHECKBOX.sub("", html))):
        at = source.lower().find(f"<{tag}")
        yield warning(
            position(source, max(at, 0), path, first_line),
            "html-left-out",
            f"the HTML element <{tag}> is left out",
            "write it in Markdown, or link to it",
        )


def _addresses_left_out(html: str, source: str, path: str, first_line: int) -> Iterator[Problem]:
    """The addresses that the sanitiser takes away, as warnings."""
    for raw in dict.fromkeys(_ATTRIBUTE_URL.findall(html)):
        match = _SCHEME.match(re.sub(r"[\x00-\x20]", "", unescape(raw)))
        if match and match[1].lower() not in SCHEMES:
            yield _address_left_out(unescape(raw), _where(unescape(raw), source, path, first_line))


def _address_left_out(url: str, origin: Origin) -> Problem:
    message = f"the address “{url[:80]}” is left out"
    return warning(origin, "address-left-out", message, "link to a page with https://, or to a file of this board")


_ALIGNED = re.compile(r'(<t[dh](?: [a-z]+="[^"]*")*?) align="(left|center|right)"')


def _modern(html: str) -> str:
    """The HTML with its tables in boxes that may scroll, and classes where engines align cells by old attributes."""
    if "<table" not in html:
        return html
    boxed = html.replace("<table", '<div class="wide"><table').replace("</table>", "</table></div>")
    return _ALIGNED.sub(r'\1 class="\2"', boxed)


_HEADING = re.compile(r"<h([1-6])((?: [a-z]+=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r" *\n[ \n]*")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|dd|dt|pre|blockquote|table|ul|ol)>|<br>|<hr>")


def _headings(html: str, prefix: str) -> tuple[str, tuple[str, ...]]:
    """The HTML with its headings below `<h1>` and with ids as GitHub makes them, prefixed; and these ids.

    A heading is one level below the nearest higher one before it, so that no level is left out; an empty one goes.
    """
    above: list[int] = []
    used: dict[str, int] = {}
    anchors: dict[str, None] = {}

    def heading(match: re.Match[str]) -> str:
        words = unescape(_TAG.sub("", match[3]))
        if not words.strip() and "<img" not in match[3]:
            return ""
        written = int(match[1])
        while above and above[-1] >= written:
            above.pop()
        above.append(written)
        level = min(6, len(above) + 1)
        base = name = prefix + anchor(words)
        while name in anchors:
            used[base] = used.get(base, 0) + 1
            name = f"{base}-{used[base]}"
        anchors[name] = None
        return f'<h{level}{match[2]} id="{name}">{match[3]}</h{level}>'

    return _HEADING.sub(heading, html), tuple(anchors)


def anchor(title: str) -> str:
    """A heading's fragment as GitHub makes it: lower case, spaces to hyphens, no other punctuation."""
    words = unicodedata.normalize("NFC", title).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-") or "section"


# Safe HTML as nh3 writes it: double quotes, no ">" or "<" bare in text.
_HREF = re.compile(r'(<(a|img)(?: [a-z]+="[^"]*")*? (?:href|src)=")([^"]*)(")')
_EXTERNAL = ' rel="nofollow noopener noreferrer"'


def _links(
    html: str, prefix: str, anchors: tuple[str, ...], source: str, path: str, first_line: int
) -> tuple[str, tuple[tuple[str, Origin], ...], list[Problem]]:
    """The HTML with its links made safe, those of them that lead inside the site, and the others' problems.

    Fragments get the prefix and must lead to a heading; pictures of other sites and addresses without a scheme that
    lead to another host go; links to other sites are marked as not followed.
    """
    inside: dict[str, Origin] = {}
    problems: list[Problem] = []

    def link(match: re.Match[str]) -> str:
        before, element, raw, after = match.groups()
        url = unescape(raw)
        origin = _where(url, source, path, first_line)
        if url.startswith("#"):
            target = prefix + unicodedata.normalize("NFC", url[1:]).lower()
            if target in anchors:
                return f"{before}#{target}{after}"
            message = f"no heading of this text answers to “{url}”" if url != "#" else "a link leads nowhere (“#”)"
            problems.append(error(origin, "link-fragment", message, "give its target, or take the link away"))
        elif url.startswith(("//", "\\", "/\\")):
            problems.append(_address_left_out(url, origin))
            return before[: before.rindex(" ")]
        elif _SCHEME.match(url):
            if element == "a":
                return match[0] + _EXTERNAL
            message = f"the picture “{url[:80]}” lies on another site and is left out"
            problems.append(warning(origin, "picture-left-out", message, "put the picture beside this file"))
            return before[: before.rindex(" ")]
        elif url:
            inside.setdefault(url, origin)
        return match[0]

    return _with_sources(_HREF.sub(link, html)), tuple(inside.items()), problems


_PICTURE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')


def _with_sources(html: str) -> str:
    """The HTML with the words for a picture in place of each that has lost its address."""

    def picture(match: re.Match[str]) -> str:
        words = _ALTERNATIVE.search(match[0])
        return match[0] if ' src="' in match[0] else words[1] if words else ""

    return _PICTURE.sub(picture, html) if "<img" in html else html


def _where(url: str, source: str, path: str, first_line: int) -> Origin:
    for written in (f"]({url}", f"](<{url}", f'"{url}"', url):
        at = source.find(written)
        if at >= 0:
            return position(source, at + written.index(url), path, first_line)
    return Origin(path, first_line, 1)


def text_of(html: str) -> str:
    """The text of safe HTML, one block a line."""
    text = _TAG.sub("", _BLOCK_END.sub("\n", html.replace("\n", " ")))
    return _BREAK.sub("\n", unescape(text)).strip()


def relink(html: str, addresses: Mapping[str, str]) -> str:
    """The safe HTML with its addresses replaced as `addresses` says; "" takes the address away and leaves the text."""
    if not addresses:
        return html

    def link(match: re.Match[str]) -> str:
        url = addresses.get(unescape(match[3]))
        if url is None:
            return match[0]
        return match[1] + escape(url) + match[4] if url else match[1][: match[1].rindex(" ")]

    return _with_sources(_HREF.sub(link, html))
