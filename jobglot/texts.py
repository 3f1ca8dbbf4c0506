"""The rules that read the texts of one posting, as written: run where its files are read, one posting at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jobglot.collection import Sheet
from jobglot.deadline_words import deadline_is_as_said
from jobglot.drift import drift_of_addresses, drift_of_figures
from jobglot.edition_links import other_editions_are_there
from jobglot.gendered_titles import titles_name_everyone
from jobglot.manuscript import Manuscript, manuscripts
from jobglot.model import Posting
from jobglot.pay_law import vague_pay
from jobglot.problem import Problem
from jobglot.structure import drift_of_structure, texts_are_translated
from jobglot.titles import titles_hold_no_code, titles_hold_no_pay, titles_tell_the_job
from jobglot.vague_links import links_say_where
from jobglot.weekdays import weekdays_are_right
from jobglot.wording import bold_is_whole, brackets_pair, nothing_is_left_to_fill, words_stand_once

TextRule = Callable[[Sequence[Manuscript]], Iterator[Problem]]
PostingRule = Callable[[Posting, Sequence[Manuscript]], Iterator[Problem]]

RULES: tuple[TextRule, ...] = (
    drift_of_figures,
    drift_of_addresses,
    drift_of_structure,
    texts_are_translated,
    other_editions_are_there,
    links_say_where,
    weekdays_are_right,
    nothing_is_left_to_fill,
    words_stand_once,
    brackets_pair,
    bold_is_whole,
)
"""Those that read texts alone."""

POSTING_RULES: tuple[PostingRule, ...] = (
    deadline_is_as_said,
    titles_tell_the_job,
    titles_hold_no_code,
    titles_hold_no_pay,
    titles_name_everyone,
)
"""Those that hold the texts against the facts, too."""


STOPPING: tuple[TextRule, ...] = (other_editions_are_there,)
POSTING_STOPPING: tuple[PostingRule, ...] = (deadline_is_as_said,)
"""The rules of both kinds whose problems are errors, unless the config says otherwise: all that a build must know."""


def read_texts(posting: Posting | None, sheet: Sheet, *, thorough: bool = True) -> list[Problem]:
    """The problems of a posting's texts, by all rules; by those that read texts alone where its facts are not whole.

    Not `thorough`: only by those that may stop a build.
    """
    texts = manuscripts(sheet)
    if thorough or not texts:
        return check_texts(posting, texts)
    found = [problem for rule in STOPPING for problem in rule(texts)]
    if posting is not None:
        found += [problem for rule in POSTING_STOPPING for problem in rule(posting, texts)]
    return found


def check_texts(posting: Posting | None, texts: Sequence[Manuscript]) -> list[Problem]:
    """The same of manuscripts."""
    if not texts:
        return []
    found = [problem for rule in RULES for problem in rule(texts)]
    if posting is None:
        return found
    found += [problem for rule in POSTING_RULES for problem in rule(posting, texts)]
    if posting.salary is None:
        found += vague_pay(texts)
    return found
