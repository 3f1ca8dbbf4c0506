"""HTML to the Markdown that notices are read as: the one door to Beautiful Soup and markdownify."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdownify import markdownify

from jobglot.importing.furniture import leads_similar_jobs
from jobglot.importing.labels import section_of
from jobglot.importing.layout import closed, lay_out

_NOT_TEXT = (
    *("script", "style", "noscript", "template", "svg", "iframe", "object", "form", "button", "select", "nav"),
    *("footer", "aside", "img", "video", "audio", "canvas", "dialog"),
)
_BLOCK = re.compile(
    r"</?(?:p|br|div|ul|ol|li|dl|h[1-6]|table|tr|td|blockquote|section|article|figure|hr|pre)\b[^<>]*>", re.IGNORECASE
)
_INLINE = re.compile(r"</?(?:span|strong|b|em|i|u|a|img|font|sup|sub|small)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|nbsp|lt|gt|quot|[a-z]{1,6}(?:acute|grave|circ|uml|cedil|tilde|quo|dash)|#\d+);", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4")
LEAST_MAIN = 200
"""A main element with less text than this holds something else."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says about itself, its scripts of structured data, and its text as Markdown."""

    language: str
    title: str
    site: str
    url: str
    data: tuple[str, ...]
    text: str
    alternates: tuple[str, ...] = ()
    """Addresses of the page in other languages."""


def is_html(text: str) -> bool:
    """Whether a text is HTML rather than a text with angle brackets."""
    return any(sign.search(text) for sign in (_BLOCK, _INLINE, _ENTITY))


def pictures_in(html: str) -> int:
    """How many pictures a piece of HTML shows; an import leaves them out."""
    return len(re.findall(r"<img\b", html, re.IGNORECASE))


def to_markdown(html: str, base: str = "") -> str:
    """A piece of HTML as Markdown, its headings with `#`, its lists with `-`; relative links begin at `base`.

    Where nothing in it makes paragraphs, blank lines do, as in what WordPress keeps of a text
    (https://developer.wordpress.org/reference/functions/wpautop/).
    """
    if _BLOCK.search(html) is None:  # a plain text with a word in bold
        return "\n".join(
            _markdown(BeautifulSoup(line, "html.parser"), base) if "<" in line else unescape(line)
            for line in html.split("\n")
        )
    return _markdown(
        BeautifulSoup(closed(html if _PARAGRAPH.search(html) else _with_paragraphs(html)), "html.parser"), base
    )


def _with_paragraphs(html: str) -> str:
    blocks = re.split(r"\s*\n[ \t]*\n\s*", html.replace("\r\n", "\n").strip())
    return "\n".join(block if _BLOCK.search(block) else f"<p>{'<br>'.join(block.splitlines())}</p>" for block in blocks)


def read_html(html: str) -> Page:
    """The parts of a page that an import reads. Navigation, forms and what else is no text is left out."""
    soup = BeautifulSoup(closed(html), "html.parser")
    scripts = soup.find_all("script", attrs={"type": "application/ld+json"})
    data = tuple(script.get_text() for script in scripts)
    root = soup.find("html")
    language = _attribute(root, "lang").partition("-")[0].lower()
    site, url = _meta(soup, "og:site_name"), _meta(soup, "og:url")
    canonical = soup.find("link", rel="canonical")
    url = _attribute(canonical, "href") or url
    title = _meta(soup, "og:title")
    main = next((found for found in _mains(soup) if len(found.get_text(strip=True)) >= LEAST_MAIN), soup.body or soup)
    heading = _title_in(main) or _title_in(soup)
    if heading is not None:
        title = heading.get_text(" ", strip=True)
        heading.decompose()
    if not url.startswith(("http://", "https://")):
        url = ""
    others = (_attribute(link, "href") for link in soup.find_all("link", rel="alternate", hreflang=True))
    alternates = tuple(urljoin(url, other) for other in others if other)
    return Page(language, " ".join(title.split()), site, url, data, _markdown(main, url), alternates)


def _title_in(soup: Tag) -> Tag | None:
    """The first heading, unless those of sections are at the first level too, as in what programs of texts save."""
    found = [heading for heading in soup.find_all("h1") if heading.get_text(strip=True)]
    if len(found) > 2 or any(section_of(heading.get_text(" ", strip=True)) for heading in found):
        return None
    return next(iter(found), None)


def _mains(soup: BeautifulSoup) -> Iterator[Tag]:
    for name in ("main", "article"):
        found = soup.find_all(name)
        if len(found) == 1:
            yield found[0]


def _markdown(soup: Tag, base: str = "") -> str:
    for link in soup.find_all("a") if base else ():
        target = _attribute(link, "href")
        if target and not target.startswith("#") and not re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
            link["href"] = urljoin(base, target)
    for element in soup.find_all(list(_NOT_TEXT)):
        element.decompose()
    set_lines = {id(text) for pre in soup.find_all("pre") for text in pre.find_all(string=True)}
    for text in soup.find_all(string=re.compile(r"[\t\r\n]")):  # elsewhere, lines of the source are none of the text
        if type(text) is NavigableString and id(text) not in set_lines:
            text.replace_with(re.sub(r"[ \t\r\n]+", " ", text))
    for heading in soup.find_all(list(_HEADINGS)):
        if not heading.decomposed and leads_similar_jobs(heading.get_text(" ", strip=True)):
            _without_section(heading)
    lay_out(soup)
    for term in soup.find_all("dt"):
        if not term.decomposed and term.parent is not None:  # it may have stood in the value of another
            _as_line(term, *list(_values_of(term)))
    return markdownify(str(soup), heading_style="ATX", bullets="-", escape_misc=False, wrap=False).strip()


def _without_section(heading: Tag) -> None:
    """Take away what a heading stands above: its section, else all up to the next heading of its level."""
    parent = heading.parent
    if parent is not None and parent.name in ("section", "div") and parent.find(list(_HEADINGS)) is heading:
        parent.decompose()
        return
    while isinstance(after := heading.find_next_sibling(), Tag):
        if after.name in _HEADINGS and after.name <= heading.name:
            break
        after.decompose()
    heading.decompose()


def _values_of(term: Tag) -> Iterator[Tag]:
    after = term.find_next_sibling()
    while isinstance(after, Tag) and after.name == "dd":
        yield after
        after = after.find_next_sibling()


def _as_line(label: Tag, *values: Tag) -> None:
    """A label and its values as one line of text, which the tables of labels can read."""
    said = label.get_text(" ", strip=True).rstrip(" :")
    told = "; ".join(" ".join(value.get_text(" ", strip=True).split()) for value in values)
    line = BeautifulSoup("", "html.parser").new_tag("p")
    line.string = f"{said}: {told}" if told else f"{said}:"
    for value in values:
        value.decompose()
    label.replace_with(line)


def _attribute(element: object, name: str) -> str:
    value = element.get(name) if isinstance(element, Tag) else None
    return value.strip() if isinstance(value, str) else ""


def _meta(soup: BeautifulSoup, name: str) -> str:
    return _attribute(soup.find("meta", property=name) or soup.find("meta", attrs={"name": name}), "content")
