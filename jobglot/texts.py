"""The texts of one posting, held against the rules for them: where its files are read, one posting at a time."""

from __future__ import annotations

from collections.abc import Sequence

from jobglot.collection import Sheet
from jobglot.deadline_words import deadline_is_as_said
from jobglot.edition_links import other_editions_are_there
from jobglot.manuscript import manuscripts
from jobglot.model import Posting
from jobglot.problem import Problem

STOPPING = (other_editions_are_there,)
POSTING_STOPPING = (deadline_is_as_said,)
"""The rules whose problems are errors, unless the config says otherwise: all that a build must know. Those that read
texts alone, and those that hold them against the facts, too."""


def read_texts(
    posting: Posting | None, sheet: Sheet, languages: Sequence[str], *, thorough: bool = True
) -> list[Problem]:
    """The problems of a posting's texts, by all rules; by those that read texts alone where its facts are not whole.

    `languages` are those of the board. Not `thorough`: only by those that may stop a build.
    """
    texts = manuscripts(sheet)
    if thorough:
        # Imported where it is used: there is much in it, which a build does not ask for.
        from jobglot.text_rules import check_texts  # noqa: PLC0415

        return check_texts(posting, texts, languages)
    if not texts:
        return []
    found = [problem for rule in STOPPING for problem in rule(texts)]
    if posting is not None:
        found += [problem for rule in POSTING_STOPPING for problem in rule(posting, texts)]
    return found
