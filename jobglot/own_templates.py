"""What is amiss in a site's own templates that no page would tell: it is drawn, but not with what was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping

from jobglot.hashes import hash_of
from jobglot.problem import Origin, Problem, warning
from jobglot.render import FOLDER, PACKAGED, Anatomy, anatomy

Plain = tuple[str, str, int, str, str]
PartsOf = Callable[[str], Anatomy | None]
"""The parts of a template by its name; None where there is none, or it is none."""

DRAWN = (
    *("home.html", "posting.html", "list.html", "index.html", "news_index.html", "text.html", "statement.html"),
    *("search.html", "shortlist.html", "not_found.html", "chooser.html", "redirect.html"),
    *("_card.html", "_menu.html", "_footer.html"),
)
"""The templates that pages are drawn with; all others are named in one of these."""
_MARK = re.compile(r"\{#-? A copy of the packaged (?P<name>[\w./-]+) \((?P<digest>[0-9a-f]{8})\)")


def with_packaged(own: Mapping[str, str], packaged: Mapping[str, str]) -> dict[str, str]:
    """Every template by its name, the site's own in place of packaged ones; these have a second name as well."""
    return {**packaged, **{PACKAGED + name: source for name, source in packaged.items()}, **own}


def copied(name: str, source: str) -> str:
    """A packaged template with a mark, by which a later version of the package knows what it was copied from."""
    return f"{{# A copy of the packaged {name} ({_digest(source)}). #}}\n{source}"


def problems_of(own: Mapping[str, str], packaged: Mapping[str, str]) -> Iterator[Problem]:
    """Warnings: templates that draw nothing, blocks that no page has, copies of what has changed in the package."""
    if not own:
        return
    yield from _slips(own, packaged, with_packaged(own, packaged))
    for name in sorted(own):
        yield from _behind(name, own[name], packaged)


def problems_of_all(templates: Mapping[str, str]) -> Iterator[Problem]:
    """The same where the packaged templates are changed in their own place, as in a clone of this package's repository.

    Nobody can tell there which are the site's own: all are looked at.
    """
    return _slips(templates, DRAWN, templates)


def _slips(names: Collection[str], drawn: Collection[str], sources: Mapping[str, str]) -> Iterator[Problem]:
    def parts_of(name: str) -> Anatomy | None:
        return anatomy(sources[name]) if name in sources else None

    yield from _unused(names, drawn, parts_of)
    for name in sorted(names):
        yield from _lost_blocks(name, parts_of)


def plain_of_all(templates: Mapping[str, str]) -> dict[str, list[Plain]]:
    """What there is to tell of all, and what they say, as values that can be kept; `of_plain` reads them."""
    told = [(p.code, p.origin.path, p.origin.line, p.message, p.remedy) for p in problems_of_all(templates)]
    said = [("", origin.path, origin.line, message, "") for message, origin in messages_of(templates).items()]
    return {"told": told, "said": said}


def of_plain(kept: Mapping[str, list[Plain]]) -> tuple[list[Problem], dict[str, Origin]]:
    """The problems of all templates, and what these say and where."""
    told = [warning(Origin(path, line, 1), code, what, remedy) for code, path, line, what, remedy in kept["told"]]
    return told, {message: Origin(path, line, 1) for _, path, line, message, _ in kept["said"]}


def messages_of(own: Mapping[str, str]) -> dict[str, Origin]:
    """What a site's own templates say through `_(…)`, and where."""
    found: dict[str, Origin] = {}
    for name in sorted(own):
        parts = anatomy(own[name])
        for message, line in parts.messages.items() if parts else ():
            found.setdefault(message, Origin(FOLDER + name, line, 1))
    return found


def _unused(own: Collection[str], packaged: Collection[str], parts_of: PartsOf) -> Iterator[Problem]:
    # A template that works out whose name it needs may need any.
    if any(parts.is_open for name in own if (parts := parts_of(name))):
        return
    # The packaged ones name none but packaged ones.
    reached, pending = set(packaged), [name for name in packaged if name in own]
    while pending:
        parts = parts_of(pending.pop())
        more = parts.uses - reached if parts else frozenset()
        reached |= more
        pending += [name for name in more if not name.startswith(PACKAGED)]
    for name in sorted(set(own) - reached):
        near = difflib.get_close_matches(name.rpartition("/")[2].lower(), packaged, 1, 0.8)
        remedy = (
            f"did you mean {FOLDER}{near[0]}?" if near else "name it in “include”, “extends” or “import”, or delete it"
        )
        yield warning(Origin(FOLDER + name), "template-unused", "no page is drawn with this template", remedy)


def _lost_blocks(name: str, parts_of: PartsOf) -> Iterator[Problem]:
    own = parts_of(name)
    if own is None or not own.parent:
        return
    above, known, passed = own.parent, dict[str, None](), {name}
    while above not in passed and (parts := parts_of(above)):
        passed.add(above)
        known.update(dict.fromkeys(parts.blocks))
        above = parts.parent
    # A parent that is not there, or a circle, is told when a page is drawn.
    if above or not known:
        return
    for block, line in own.blocks.items():
        if block in known or block in own.inner:
            continue
        near = difflib.get_close_matches(block, known, 1, 0.6)
        remedy = f"did you mean “{near[0]}”?" if near else f"its blocks are {', '.join(known)}"
        message = f"{own.parent} has no block “{block}”, so what stands in it is not shown"
        yield warning(Origin(FOLDER + name, line, 1), "template-block", message, remedy)


def _behind(name: str, source: str, packaged: Mapping[str, str]) -> Iterator[Problem]:
    mark = _MARK.search(source)
    if mark is None or mark["name"] not in packaged or mark["digest"] == _digest(packaged[mark["name"]]):
        return
    line = source.count("\n", 0, mark.start()) + 1
    message = f"the packaged {mark['name']} has changed since this copy of it was made"
    remedy = (
        f"move this file away, run “jobglot new template {mark['name']}”, and make your changes again in what it makes"
    )
    yield warning(Origin(FOLDER + name, line, 1), "template-behind", message, remedy)


def _digest(source: str) -> str:
    return hash_of(source.encode()).hex()[:8]
