"""A change of the board as text, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from jobglot.changes import ChangeKind, SiteChange
from jobglot.problem import Problem, Severity

LONGEST_LIST = 50
LONGEST_COMMENT = 500
"""So many sentences of a change stand in a comment: hosts cut longer ones, or refuse them."""
SCREEN = 40
"""After so many lines on postings it is said how many of each kind they were."""
KINDS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.NEW: ("is new", "are new"),
    ChangeKind.GONE: ("is removed", "are removed"),
    ChangeKind.WRONG: ("is left out for an error", "are left out for errors"),
}
"""What is told of one posting and of several, where more is to be said than that it changes."""
UNREADABLE = "The board cannot be read, so nobody can say what changes."


def text(change: SiteChange, problems: Sequence[Problem]) -> str:
    """Lines for a terminal or a log."""
    lines = [f"“{found.title}” ({found.id}) {found.words}" for found in change.postings]
    lines += change.others
    lines += _pages("new", change.pages_new) + _pages("gone", change.pages_gone)
    lines += _tally(change)
    if not change.is_readable:
        lines = [UNREADABLE, *map(str, problems)]
    elif not lines:
        lines = ["Nothing changes on the board."]
    errors = _errors(problems)
    return "\n".join([*lines, *([errors] if errors else []), ""])


def _tally(change: SiteChange) -> list[str]:
    """How many postings there are in a long list, in the end, where one looks."""
    if len(change.postings) <= SCREEN:
        return []
    by_kind: dict[tuple[str, str], set[str]] = {}
    for found in change.postings:
        by_kind.setdefault(KINDS.get(found.kind, ("changes", "change")), set()).add(found.id)
    told = (f"{len(ids):,} {words[len(ids) != 1]}" for words, ids in sorted(by_kind.items()))
    return [f"Of the postings, {', '.join(told)}."]


def _pages(word: str, urls: Sequence[str]) -> list[str]:
    if not urls:
        return []
    return [f"{_number_of_pages(word, urls)}:", *(f"  {line}" for line in _listed(urls))]


def _number_of_pages(word: str, urls: Sequence[str]) -> str:
    return f"{len(urls)} {'page is' if len(urls) == 1 else 'pages are'} {word}"


def _listed(urls: Sequence[str]) -> list[str]:
    more = [f"… and {len(urls) - LONGEST_LIST} more"] if len(urls) > LONGEST_LIST else []
    return [*urls[:LONGEST_LIST], *more]


def markdown(change: SiteChange, problems: Sequence[Problem]) -> str:
    """A comment for a pull request."""
    lines = ["### What this does to the board", ""]
    errors = _errors(problems)
    if errors:
        lines += [f"**{errors}**", ""]
    if not change.is_readable:
        lines += [UNREADABLE, "", *(f"- {_escaped(str(problem))}" for problem in problems), ""]
    elif not change.postings and not change.others and not change.pages_new and not change.pages_gone:
        lines += ["Nothing changes.", ""]
    told = change.postings[:LONGEST_COMMENT]
    lines += [f"- **{_escaped(found.title)}** (`{found.id}`) {_escaped(found.words)}" for found in told]
    if len(change.postings) > len(told):
        lines.append(f"- … and {len(change.postings) - len(told):,} more changes of postings")
    lines += [f"- {_escaped(sentence)}" for sentence in change.others[:LONGEST_COMMENT]]
    for word, urls in (("new", change.pages_new), ("gone", change.pages_gone)):
        if urls:
            listed = [f"- {line}" for line in _listed(urls)]
            lines += ["", f"<details><summary>{_number_of_pages(word, urls)}</summary>", "", *listed, "", "</details>"]
    return "\n".join([*lines, ""])


def _escaped(words: str) -> str:
    return "".join("\\" + sign if sign in "\\`*_[]<>#|" else sign for sign in words)


def _errors(problems: Sequence[Problem]) -> str:
    number = sum(problem.severity is Severity.ERROR for problem in problems)
    if not number:
        return ""
    noun = "error" if number == 1 else "errors"
    return f"The files have {number} {noun}; what has errors is left out here. Run “check”."


def plain_json(change: SiteChange, problems: Sequence[Problem]) -> str:
    """For programs; `pages_new` and `pages_gone` are what IndexNow wants to hear of."""
    told = {
        "postings": [
            {"id": found.id, "title": found.title, "kind": found.kind.value, "words": found.words}
            for found in change.postings
        ],
        "others": list(change.others),
        "pages_new": list(change.pages_new),
        "pages_gone": sorted([*change.pages_gone, *change.pages_unlisted]),
        "errors": sum(problem.severity is Severity.ERROR for problem in problems),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[SiteChange, Sequence[Problem]], str]] = {
    "text": text,
    "markdown": markdown,
    "json": plain_json,
}
"""By the name that `changes --format` takes."""
