"""Links of a board that lead nowhere: of all its texts, or of a few that were rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from jobglot.addresses import absent, addresses_of, files_of
from jobglot.linking import broken_links
from jobglot.model import Body, Content, Edition, OrganizationEdition
from jobglot.problem import Problem
from jobglot.routes import Links
from jobglot.settings import LISTING_KINDS, Config
from jobglot.site import Site
from jobglot.things import file_linked, is_attachment_link

MOST_GUESSED = 50
"""For so many dead links the nearest address is looked for, which takes long among thousands."""

OUTPUT_OF = {
    **dict.fromkeys(("feed.xml", "feed.json"), "feeds"),
    **dict.fromkeys(("deadlines.ics", "deadline.ics"), "calendars"),
    "postings.json": "data",
}
"""Which of `outputs` a file is one of, by its name."""

Text = Edition | OrganizationEdition


def dead_links(site: Site, links: Links, left_out: Content | None = None) -> Iterator[Problem]:
    """The problem of every link of a body that leads nowhere.

    `left_out` is what the site lacks because of errors in it: its links are looked at as well, and others may lead
    to it.
    """
    bodies = _bodies(site.content)
    if left_out and (others := left_out.texts()):
        bodies |= {edition.origin.path: _looked_at(edition) for edition in others}
        files = {**links.files, **files_of(left_out)}
        links = replace(links, files=files, absent={**absent(site), **addresses_of(left_out, site.config)})
    yield from _told(((path, body) for path, body in bodies.items() if body.links), site.config, links, bodies)


def dead_links_of(texts: Iterable[Text], content: Content, config: Config, links: Links) -> Iterator[Problem]:
    """The same of some of the texts of a board from which nothing was left out."""
    linking = [text for text in texts if text.body.links]
    bodies = _bodies(content) if linking else {}
    yield from _told(((text.origin.path, text.body) for text in linking), config, links, bodies)


def _told(
    linking: Iterable[tuple[str, Body]], config: Config, links: Links, bodies: Mapping[str, Body]
) -> Iterator[Problem]:
    told = 0
    for path, body in linking:
        at = {origin: url for url, origin in body.links}
        for problem in broken_links(body, path, links, bodies, guess=told < MOST_GUESSED):
            told += 1
            remedy = _unmade(at[problem.origin], config) if problem.code == "link-broken" else ""
            yield replace(problem, remedy=remedy) if remedy else problem


def _unmade(url: str, config: Config) -> str:
    """What to do about a link to what the settings say is not to be made; "" of any other."""
    start, tag, word, *_ = [*unquote(url.partition("#")[0]).split("/"), "", ""]
    if start or tag not in config.languages:
        return ""
    words = {config.word(kind, tag): kind for kind in LISTING_KINDS}
    made = {config.word("search", tag): "search", config.word("shortlist", tag): "search"}
    output = OUTPUT_OF.get(url.rpartition("/")[2]) or made.get(word, "")
    for key, name, chosen in (("outputs", output, config.outputs), ("listings", words.get(word, ""), config.listings)):
        if name and name not in chosen:
            return f"“{key}” in config.yaml leaves {name} out: add it there, or take the link away"
    return ""


def _bodies(content: Content) -> dict[str, Body]:
    return {edition.origin.path: edition.body for edition in content.texts()}


def _looked_at(edition: Text) -> Body:
    """The body of what was left out, less the links to files beside it: why, the rules for these have told already."""
    links = edition.body.links if isinstance(edition, Edition) else ()
    beside = {link for link in links if is_attachment_link(file_linked(link[0]))}
    return replace(edition.body, links=tuple(link for link in edition.body.links if link not in beside))
