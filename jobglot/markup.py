"""Markdown to safe HTML, in one function: the only door to Python-Markdown and nh3; GitHub's engine is behind `gfm`.

The dialect `gfm` is rendered by GitHub's own engine, so that a pull request shows what the site will show. Whatever the
dialect, nh3 has the last word on tags, attributes and schemes; what it takes away is said as a warning. Headings move
below the page's `<h1>` and get ids; ids and fragments carry a prefix, so that no text can name an element of the page.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

import nh3

from jobglot import gfm
from jobglot.bounds import MAX_LINKS, MAX_RENDERED, unbounded
from jobglot.fences import unclosed_fence
from jobglot.model import Body
from jobglot.problem import Origin, Problem, error, warning
from jobglot.routes import below
from jobglot.settings import Dialect, MarkdownSettings
from jobglot.source import unseen
from jobglot.tidy import tidy

TAGS = frozenset(
    """
    a abbr b bdi blockquote br caption cite code dd del details dfn dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark ol
    p pre q s small span strong sub summary sup table tbody td th thead time tr u ul var
    """.split()
)
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "id"},
    "abbr": {"title"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = frozenset(["http", "https", "mailto", "tel"])
_CLEANER = nh3.Cleaner(
    tags=set(TAGS | {"h1"}),
    clean_content_tags={"script", "style"},
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)
MAX_NESTING = 100
MAX_TOLD = 20
"""So many problems of one kind are told of one body."""


def to_body(
    source: str, path: str, first_line: int, settings: MarkdownSettings, prefix: str = "c-", own: str = ""
) -> tuple[Body, list[Problem]]:
    """The Markdown as safe HTML, with its text, anchors and inside links; `first_line` is its line in the file.

    Links to what lies below the whole address `own` are inside links, too.
    Problems tell of what had to be left out. A body that no engine can read in bounded time is empty, with an error.
    """
    start = Origin(path, first_line, 1)
    problems = list(unbounded(source, start, settings.dialect))
    if problems:
        return Body(), problems
    is_alike = settings.dialect is Dialect.MARKDOWN and _is_read_alike(source, settings)
    try:
        rendered = gfm.commonmark(source) if is_alike else _render(source, settings)
    except RecursionError:
        return Body(), [error(start, "markdown-nesting", "lists or quotes are nested too deep", "flatten them")]
    is_engines_own = "<" not in source and (is_alike or settings.dialect is Dialect.GFM)
    if _may_pile_up(rendered, is_engines_own=is_engines_own) and _nesting(rendered) > MAX_NESTING:
        return Body(), [error(start, "markdown-nesting", "lists or quotes are nested too deep", "flatten them")]
    if len(rendered) > MAX_RENDERED:
        return Body(), [error(start, "too-large", "the text makes a page of more than 1 MiB", "shorten its tables")]
    places = Places(source, path, first_line)
    is_clean = is_engines_own and _CLEAN.fullmatch(rendered) is not None
    safe = _spelt_as_cleaned(rendered) if is_clean else _cleaned(rendered)
    # What the engines make of Markdown alone is valid but for the few things that `_modern` mends.
    valid = safe if is_engines_own else tidy(safe)
    html, anchors, given = _headings(_modern(valid), prefix)
    html, notes = _notes(html, prefix) if not is_clean and ' id="' in valid else (html, ())
    known = {**given, **{name: name for name in (*anchors, *notes)}}
    html, links, problems = _links(html, prefix, known, places, own)
    html = html if is_clean else _with_sources(html)
    if len(links) > MAX_LINKS:
        message = f"the text holds more than {MAX_LINKS:,} links into this site"
        return Body(), [error(start, "markdown-links", message, "delete some")]
    if "&" in source and "&#" in source:
        problems += _unseen(html, places)
    if open_block := unclosed_fence(source, settings):
        problems.append(_runs_on(*open_block, places, settings))
    if "<" in source:
        problems += _elements_left_out(rendered, places)
    if ":" in source and not is_clean:
        problems += _addresses_left_out(rendered, places)
    return Body(html.strip(), text_of(html), links, anchors), _told(problems)


# Text and these elements only, without attributes but for addresses of common form and how cells are aligned. In such
# HTML of GitHub's engine, which escapes every “>” of texts, the sanitiser changes nothing but the spelling of three
# signs, as a test proves, and takes longer than the engine does.
_CLEAN = re.compile(
    r"""[^<]*+(?:<(?:/?(?:li|p|ul|strong|h[1-6]|ol|em|code|blockquote|t(?:d|r|h|able|head|body))|br\ /|/a
    |t[dh]\ align="(?:left|center|right)"
    |a\ href="(?:https?://(?:[a-zA-Z0-9]++(?:-[a-zA-Z0-9]++)*+\.)++[a-zA-Z]++(?=["/?#])|mailto:|\#)
    (?:[!#$%()*+,./0-9:;=?@A-Za-z_~-]|&amp;)*+")>[^<]*+)*+""",
    re.VERBOSE,
)


def _cleaned(rendered: str) -> str:
    return _CLEANER.clean(_CHECKBOX.sub(_box, rendered) if "<input" in rendered else rendered)


def _spelt_as_cleaned(rendered: str) -> str:
    spelt = rendered.replace("&quot;", '"') if "&" in rendered else rendered
    return spelt.replace("<br />", "<br>").replace("\xa0", "&nbsp;")


def _told(problems: list[Problem]) -> list[Problem]:
    """The first problems of each kind: nobody reads ten thousand."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.code, []).append(problem)
    told = []
    for same in found.values():
        told += same[:MAX_TOLD]
        if len(same) > MAX_TOLD:
            message = f"{len(same) - MAX_TOLD} more places of this text have the same problem"
            told.append(replace(same[MAX_TOLD], message=message))
    return told


class Places:
    """Where things stand in the source of a body. Asked for problems and inside links only, so it works on demand."""

    def __init__(self, source: str, path: str, first_line: int) -> None:
        self.source = source
        self.path = path
        self.first_line = first_line
        self._urls: dict[str, int] | None = None
        self._ends: list[int] = []

    def at(self, offset: int) -> Origin:
        """The place of an offset; the beginning of the body when it is negative."""
        if not self._ends:
            self._ends = [match.start() for match in re.finditer("\n", self.source)] or [len(self.source)]
        offset = max(offset, 0)
        line = bisect_left(self._ends, offset)
        return Origin(self.path, self.first_line + line, offset - (self._ends[line - 1] if line else -1))

    def of_url(self, url: str) -> Origin:
        """Where an address is first written; the beginning of the body when it is nowhere to be found."""
        if self._urls is None:
            self._urls = {}
            for match in _WRITTEN_URL.finditer(self.source):
                number = match.lastindex or 0
                self._urls.setdefault(unquote(match[number].strip()), match.start(number))
        found = self._urls.get(unquote(url))
        return self.at(self.source.find(url) if found is None and len(self._urls) < 1_000 else found or 0)

    def of_tag(self, tag: str) -> Origin:
        """Where an element is first written as a tag."""
        found = re.search(f"<{tag}\\b", self.source, re.IGNORECASE)
        return self.at(found.start() if found else 0)


# [text](address), [text](<address>), [text]: address, attribute="address", and bare ones.
_WRITTEN_URL = re.compile(
    r"\]\(\s*<([^>\n]*)>|\]\(\s*([^\s)<]+)|^ {0,3}\[[^\]\n]*\]:\s*<?([^\s>]+)|=[\"']([^\"'\n]*)[\"']|((?:https?://|www\.)[^\s<>]+)",
    re.MULTILINE,
)


def _is_read_alike(source: str, settings: MarkdownSettings) -> bool:
    # Imported where it is used: its pattern takes 10 ms, and few boards have that dialect.
    from jobglot.unambiguous import is_unambiguous  # noqa: PLC0415

    return is_unambiguous(source, settings.extensions)


def _render(source: str, settings: MarkdownSettings) -> str:
    if settings.dialect is Dialect.GFM:
        html = _github_flavored(source)
        # The engine says which programming language a block of code is in by an attribute for people's languages.
        has_code = "`" in source or "~" in source
        return _CODE_LANGUAGE.sub("<pre><code", html) if has_code and "<pre lang" in html else html
    # Imported where it is used: it costs 30 ms, and most boards never need it.
    import markdown  # noqa: PLC0415

    return markdown.Markdown(
        extensions=list(settings.extensions),
        # The other way, an attribute of style, is not let through.
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    ).convert(source)


_CODE_LANGUAGE = re.compile(r'<pre lang="[^"]*"><code')


def _github_flavored(source: str) -> str:
    if not _is_extended(source):
        # GitHub's extensions of CommonMark take as long as all else.
        html = gfm.commonmark(source)
        if not any(address.search(html) for address in _BARE_ADDRESSES):
            return html
    return gfm.github_flavored(source, footnotes="[^" in source)


# What GitHub's extensions look for: HTML, tables, text that is struck through; boxes to tick and footnotes; tables of
# one column. The patterns begin with one plain character, and so the engine passes over all others quickly.
_EXTENDED = ("<", "|", "~", "\v", "\f")
_IN_BRACKETS = re.compile(r"\[(?:[ xX]\]|\^)")
_COLUMN = re.compile(r":(?:-|(?<=-:))")


def _is_extended(source: str) -> bool:
    """Whether Markdown may hold what is none in CommonMark, addresses aside."""
    return any(sign in source for sign in _EXTENDED) or bool(_IN_BRACKETS.search(source) or _COLUMN.search(source))


# What GitHub makes a link of, in the text of HTML by CommonMark: in a tag, the next bracket is the one that closes it.
_BARE_ADDRESSES = [re.compile(sign + r"[^<>]*+(?!>)") for sign in (":(?=//)", r"www\.", "@")]


_PILING_UP = re.compile("<(?:bl|ul|ol|li|div|span|det|tab|em|str|b>|i>|del)")
# What the engine makes of Markdown alone: an item is in a list, and a table in no other.
_PILING_UP_IN_MARKDOWN = re.compile("<(?:bl|ul|ol|em|str|del)")


def _may_pile_up(html: str, *, is_engines_own: bool) -> bool:
    """Whether elements may be nested deeper than `MAX_NESTING`: most texts hold too few of them."""
    if is_engines_own:
        return 2 * len(_PILING_UP_IN_MARKDOWN.findall(html)) >= MAX_NESTING
    if html.count("</") <= MAX_NESTING and html.count("<") <= 2 * MAX_NESTING:
        return False
    return len(_PILING_UP.findall(html)) > MAX_NESTING


_OPENING_OR_CLOSING = re.compile(r"<(/?)(?:blockquote|ul|ol|li|div|span|details|table|em|strong|b|i|del)\b")


def _nesting(html: str) -> int:
    """How deep elements are nested, as far as they are of the kinds that pile up."""
    deepest = depth = 0
    for match in _OPENING_OR_CLOSING.finditer(html):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest


_CHECKBOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" ?/?>')


def _box(match: re.Match[str]) -> str:
    # A form control without a name says nothing to a screen reader; a character does.
    return "☑" if match[1] else "☐"


_ACTIVE_TAG = re.compile(
    r"<(script|style|iframe|object|embed|form|button|input|select|textarea|svg|math|base|meta|link|video|audio|canvas)\b",
    re.IGNORECASE,
)
# GitHub's engine escapes the first bracket of some tags only; a tag in a block of code has none left.
_FILTERED_TAG = re.compile(
    r"&lt;(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b[^<&]*>", re.IGNORECASE
)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HTTP = re.compile("https?:", re.IGNORECASE)
_WEB = re.compile(r"https?://[^/\\]", re.IGNORECASE)


def _elements_left_out(html: str, places: Places) -> Iterator[Problem]:
    """The elements that the sanitiser takes away, as warnings."""
    for tag in dict.fromkeys(match[1].lower() for match in _ACTIVE_TAG.finditer(_CHECKBOX.sub("", html))):
        message = f"the HTML element <{tag}> is left out"
        yield warning(places.of_tag(tag), "html-left-out", message, "write it in Markdown, or link to it")
    for tag in dict.fromkeys(match[1].lower() for match in _FILTERED_TAG.finditer(html)):
        message = f"the HTML element <{tag}> does nothing and is shown as text"
        yield warning(places.of_tag(tag), "html-left-out", message, "delete it, or put it between `backticks`")


def _runs_on(line: int, column: int, places: Places, settings: MarkdownSettings) -> Problem:
    """The problem of a block of code without end."""
    ends = "all that follows is shown as code" if settings.dialect is Dialect.GFM else "it is shown as it was written"
    origin = Origin(places.path, places.first_line + line - 1, column)
    message = f"the block of code that opens here is never closed, so {ends}"
    remedy = "close it with a line like this one, without words behind the signs, or take this line away"
    return warning(origin, "fence-unclosed", message, remedy)


_OPENING_TAG = re.compile(r"<(?:a|img)\s[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def _addresses_left_out(html: str, places: Places) -> Iterator[Problem]:
    """The addresses that the sanitiser takes away, as warnings."""
    written = (match[match.lastindex or 0] for tag in _OPENING_TAG.findall(html) for match in _ADDRESS.finditer(tag))
    for raw in dict.fromkeys(written):
        url = unescape(raw)
        match = _SCHEME.match(re.sub(r"[\x00-\x20]", "", url))
        if match and match[1].lower() not in SCHEMES:
            yield _address_left_out(url, places.of_url(url))


_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


def _unseen(html: str, places: Places) -> Iterator[Problem]:
    """Harmful characters that the author wrote as `&#x202E;`."""
    for _, code, message, remedy in unseen(html):
        written = ((match.start(), _character(match)) for match in _ENTITY.finditer(places.source))
        at = next((start for start, sign in written if any(found == code for _, found, *_ in unseen(sign))), 0)
        yield error(places.at(at), code, message, remedy)


def _character(entity: re.Match[str]) -> str:
    # html.unescape() leaves out just those that matter here.
    number = int(entity[1], 16) if entity[1] else int(entity[2])
    return chr(number) if number <= sys.maxunicode else ""


def _address_left_out(url: str, origin: Origin) -> Problem:
    message = f"the address “{url[:80]}” is left out"
    remedy = "link to a page with https://, or to a file of this board"
    if _ON_A_COMPUTER.match(url):
        message = f"“{url[:80]}” is on one computer only and is left out"
        remedy = f"put the file beside this one, and write ({re.split('/|%5C', url)[-1]})"
    return warning(origin, "address-left-out", message, remedy)


_ON_A_COMPUTER = re.compile("file:|[A-Za-z]:(?:/|%5C)", re.IGNORECASE)


_ALIGNED = re.compile(r'(<t[dh](?: [a-z]+="[^"]*")*?) align="(left|center|right)"')


def _modern(html: str) -> str:
    """The HTML with its tables in boxes that may scroll, and classes where engines align cells by old attributes."""
    if "<table" not in html:
        return html
    boxed = html.replace("<table", '<div class="wide"><table').replace("</table>", "</table></div>")
    return _ALIGNED.sub(r'\1 class="\2"', boxed)


_HEADING = re.compile(r"<h([1-6])((?: [a-z]+=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Where a line of text ends: a list may begin within an item. With the tags and spaces behind it, of which nothing would
# be left either.
_BLOCK_END = re.compile(
    r"<(?:/(?:p|li|h[1-6]|tr|dd|dt|pre|blockquote|table|ul|ol)|br|hr|ul|ol(?: start=\"\d+\")?)>(?: *<[^>]*>)* *"
)


def _headings(html: str, prefix: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """The HTML with its headings below `<h1>` and with ids as GitHub makes them, prefixed; and these ids.

    Besides, which of them take the place of ids that an author gave, or an extension such as `toc`. A heading is one
    level below the nearest higher one before it, so that no level is left out; an empty one goes.
    """
    above: list[str] = []
    given: dict[str, str] = {}
    used: dict[str, int] = {}
    anchors: dict[str, None] = {}

    def heading(match: re.Match[str]) -> str:
        digit, attributes, inner = match.groups()
        words = unescape(_TAG.sub("", inner) if "<" in inner else inner)
        if not words.strip() and "<img" not in inner:
            return ""
        while above and above[-1] >= digit:
            above.pop()
        above.append(digit)
        level = min(6, len(above) + 1)
        base = name = prefix + anchor(words)
        while name in anchors:
            used[base] = used.get(base, 0) + 1
            name = f"{base}-{used[base]}"
        anchors[name] = None
        own = _ID.search(attributes)
        if own:
            given.setdefault(prefix + _fragment(unescape(own[1])), name)
            attributes = attributes.replace(own[0], "")
        return f'<h{level}{attributes} id="{name}">{inner}</h{level}>'

    return _HEADING.sub(heading, html), tuple(anchors), given


_ID = re.compile(r' id="([^"]*)"')


def _fragment(written: str) -> str:
    return unicodedata.normalize("NFC", unquote(written)).lower()


@lru_cache(4096)
def anchor(title: str) -> str:
    """A heading's fragment as GitHub makes it: lower case, spaces to hyphens, no other punctuation."""
    words = unicodedata.normalize("NFC", title).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-") or "section"


# Safe HTML as nh3 writes it: double quotes, no ">" or "<" bare in text.
_HREF = re.compile(r'(<(a|img)(?: [a-z-]+="[^"]*")*? (?:href|src)=")([^"]*)(")')

_EXTERNAL = ' rel="nofollow noopener noreferrer"'


_NOTE = re.compile(r'(<(?:li|sup|a)(?: [a-z-]+="[^"]*")*?) id="([^"]*)"')
_NOTE_ID = re.compile(r"fn(?:ref\d*)?[:-][\w:.-]+")


def _notes(html: str, prefix: str) -> tuple[str, tuple[str, ...]]:
    """The HTML with the ids of footnotes prefixed, and these; ids that an author gave to other things go."""
    ids: dict[str, None] = {}

    def note(match: re.Match[str]) -> str:
        name = prefix + unquote(unescape(match[2])).lower()
        if not _NOTE_ID.fullmatch(name.removeprefix(prefix)) or name in ids:
            return match[1]
        ids[name] = None
        return f'{match[1]} id="{name}"'

    return _NOTE.sub(note, html), tuple(ids)


def _links(
    html: str, prefix: str, anchors: Mapping[str, str], places: Places, own: str
) -> tuple[str, tuple[tuple[str, Origin], ...], list[Problem]]:
    """The HTML with its links made safe, those of them that lead inside the site, and the others' problems.

    Fragments must lead to one of the anchors, which tell its id; addresses go that lead to pictures of other sites, or
    without a scheme to another host; links to other sites are marked as not followed.
    """
    inside: dict[str, Origin] = {}
    problems: list[Problem] = []

    def link(match: re.Match[str]) -> str:
        before, element, raw, after = match.groups()
        url = unescape(raw)
        if own and _WEB.match(url) and below(own, url) is not None:
            inside.setdefault(url, places.of_url(url))
            return match[0]
        if element == "a" and _WEB.match(url):
            return match[0] + _EXTERNAL
        if url.startswith("#"):
            target = prefix + _fragment(url[1:])
            if target in anchors:
                return f"{before}#{anchors[target]}{after}"
            message = f"no heading of this text answers to “{url}”" if url != "#" else "a link leads nowhere (“#”)"
            problems.append(
                error(places.of_url(url), "link-fragment", message, "give its target, or take the link away")
            )
        elif url.startswith(("//", "\\", "/\\")) or (_HTTP.match(url) and not _WEB.match(url)):
            problems.append(_address_left_out(url, places.of_url(url)))
            return before[: before.rindex(" ")]
        elif _SCHEME.match(url):
            if element == "a":
                return match[0] + _EXTERNAL
            message = f"the picture “{url[:80]}” lies on another site and is left out"
            problems.append(
                warning(places.of_url(url), "picture-left-out", message, "put the picture beside this file")
            )
            return before[: before.rindex(" ")]
        elif not url:
            written = re.search(r"\]\(\s*\)", places.source)
            place = places.at(written.start() if written else 0)
            problems.append(warning(place, "link-empty", "a link has no target", "give it one, or take the link away"))
        elif url not in inside:
            inside[url] = places.of_url(url)
        return match[0]

    return _HREF.sub(link, html), tuple(inside.items()), problems


_PICTURE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')


def _with_sources(html: str) -> str:
    """The HTML with the words for a picture in place of each that has lost its address."""

    def picture(match: re.Match[str]) -> str:
        words = _ALTERNATIVE.search(match[0])
        return match[0] if ' src="' in match[0] else words[1] if words else ""

    return _PICTURE.sub(picture, html) if "<img" in html else html


def text_of(html: str) -> str:
    """The text of safe HTML, one block a line."""
    text = unescape(_TAG.sub("", _BLOCK_END.sub("\n", html.replace("\n", " "))))
    return "\n".join(filter(None, [line.strip(" ") for line in text.split("\n")])).strip()


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
