"""What an import says: of each posting its files, what is left to settle, what was done; of a refusal the reason.

At the end of several it says how many there were, and which names the site does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jobglot.importing.draft import Refusal
from jobglot.importing.shelf import WRITTEN, Done, Placed
from jobglot.importing.story import Gone, Result

_SAID = {
    Done.NEW: "new",
    Done.UPDATED: "updated",
    Done.UNCHANGED: "unchanged",
    Done.EDITED: "left alone, since a person has changed it; the notice says otherwise:",
    Done.HOLDS: "left alone, since it holds the facts in another language; this notice says otherwise:",
}


def told(result: Result, *, dry_run: bool = False) -> Iterator[str]:
    """The lines for one posting."""
    if isinstance(result, Refusal):
        yield f"{result.found}: refused: {result.reason}"
        return
    if isinstance(result, Gone):
        listed = ", ".join(result.ids)
        yield f"{result.found}: not in it any more, and open here: {listed}; write “filled: …” or “withdrawn: …” if so"
        return
    known = " (there already)" if result.former else ""
    yield f"{result.draft.found}: {result.id}{known}"
    for file in result.files:
        yield f"  {file.path}: {_SAID[file.done]}"
        yield from (f"    {difference}" for difference in file.differences)
    written = any(file.done in WRITTEN for file in result.files)
    if written:
        asks = [ask for edition in result.draft.editions for ask in edition.asks] + list(result.draft.asks)
        yield from (f"  to settle: {ask}" for ask in asks)
    yield from (f"  note: {note}" for note in result.draft.notes)
    if dry_run:
        for file in result.files:
            if file.done not in WRITTEN:
                continue
            yield from ("", f"--- {file.path}", *file.text.rstrip("\n").split("\n"))
        yield "\nNothing was written."


_WHERE = {
    "categories": "content/categories.yaml",
    "locations": "content/places.yaml",
    "industry": "content/industries.yaml",
}
MOST_NAMES = 20


def summed_up(results: Sequence[Result], *, dry_run: bool = False) -> Iterator[str]:
    """The lines at the end of an import of several postings; none after a single one."""
    placed = [result for result in results if isinstance(result, Placed)]
    if len({result.id for result in placed}) + len(results) - len(placed) < 2:
        return
    states: dict[str, str] = {}
    for result in placed:  # a posting may come in several files
        if states.get(result.id) != "new":
            states[result.id] = _state(result)
    counted = Counter(states.values())
    refused = sum(isinstance(result, Refusal) for result in results)
    asks = sum(_asks(result) for result in placed if _state(result) != "left alone")
    told = [f"{counted[state]} {state}" for state in ("new", "updated", "unchanged", "left alone") if counted[state]]
    told += [f"{refused} refused"] if refused else []
    left = f"; {asks} line{'s' if asks > 1 else ''} to settle" if asks else ""
    yield f"\n{len(states) + refused} postings: {', '.join(told)}{left}."
    nameless = sum("organization" not in result.draft.facts for result in placed)
    if nameless > 1:
        yield f"{nameless} name no organization; if all are of one, import again with --organization ID."
    lacking = list(_lacking(placed))
    yield from lacking
    if lacking:
        when = "before you import" if dry_run else "and import again"
        yield f"Add them there {when}: files that nobody has edited are made anew."


def _asks(result: Placed) -> int:
    return len(result.draft.asks) + sum(len(edition.asks) for edition in result.draft.editions)


def _state(result: Placed) -> str:
    """What became of a posting, by the file of it that has changed most."""
    done = {file.done for file in result.files}
    if not result.former:
        return "new"
    if done & set(WRITTEN):
        return "updated"
    return "left alone" if done & {Done.EDITED, Done.HOLDS} else "unchanged"


def _lacking(placed: Sequence[Placed]) -> Iterator[str]:
    """The names that the site does not have, the most frequent first."""
    names: dict[str, Counter[str]] = {}
    for result in placed:
        for key, name in result.draft.unknown:
            names.setdefault(_WHERE[key], Counter())[name] += 1
        organization = result.draft.facts.get("organization")
        if isinstance(organization, Mapping):
            said = organization.get("name", "")
            first = next(iter(said.values()), "") if isinstance(said, Mapping) else said
            names.setdefault("content/organizations", Counter())[str(first)] += 1
    for where, counted in names.items():
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        more = f" and {len(ranked) - MOST_NAMES} more" if len(ranked) > MOST_NAMES else ""
        listed = ", ".join(f"“{name}” ({count})" if count > 1 else f"“{name}”" for name, count in ranked[:MOST_NAMES])
        yield f"Not in {where}: {listed}{more}."
