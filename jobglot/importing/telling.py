"""What an import says: of each posting its files, what is left to settle, what was done; of a refusal the reason."""

from __future__ import annotations

from collections.abc import Iterator

from jobglot.importing.draft import Refusal
from jobglot.importing.shelf import Done, Placed

_SAID = {
    Done.NEW: "new",
    Done.UPDATED: "updated",
    Done.UNCHANGED: "unchanged",
    Done.EDITED: "left alone, since a person has changed it; the notice says otherwise:",
    Done.HOLDS: "left alone, since it holds the facts in another language; this notice says otherwise:",
}


def told(result: Placed | Refusal, *, dry_run: bool = False) -> Iterator[str]:
    """The lines for one posting."""
    if isinstance(result, Refusal):
        yield f"{result.found}: refused: {result.reason}"
        return
    known = " (there already)" if result.former else ""
    yield f"{result.draft.found}: {result.id}{known}"
    for file in result.files:
        yield f"  {file.path}: {_SAID[file.done]}"
        yield from (f"    {difference}" for difference in file.differences)
    written = any(file.done in (Done.NEW, Done.UPDATED) for file in result.files)
    if written:
        asks = [ask for edition in result.draft.editions for ask in edition.asks] + list(result.draft.asks)
        yield from (f"  to settle: {ask}" for ask in asks)
    yield from (f"  note: {note}" for note in result.draft.notes)
    if dry_run:
        for file in result.files:
            if file.done not in (Done.NEW, Done.UPDATED):
                continue
            yield from ("", f"--- {file.path}", *file.text.rstrip("\n").split("\n"))
        yield "\nNothing was written."
