"""All rules that read the texts of one posting, as written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jobglot.deadline_words import deadline_is_as_said
from jobglot.drift import drift_of_addresses, drift_of_figures
from jobglot.edition_links import other_editions_are_there
from jobglot.gendered_titles import titles_name_everyone
from jobglot.manuscript import Manuscript
from jobglot.model import Posting
from jobglot.pasted import links_hold_no_space, lists_are_lists, texts_are_no_code
from jobglot.pay_law import vague_pay
from jobglot.problem import Problem
from jobglot.structure import drift_of_structure, texts_are_translated
from jobglot.titles import titles_hold_no_code, titles_hold_no_pay, titles_tell_the_job
from jobglot.unmade import headings_are_headings, tables_are_tables
from jobglot.vague_links import links_say_where
from jobglot.weekdays import weekdays_are_right
from jobglot.wording import bold_is_whole, brackets_pair, links_are_made, nothing_is_left_to_fill, words_stand_once

TextRule = Callable[[Sequence[Manuscript]], Iterator[Problem]]
PostingRule = Callable[[Posting, Sequence[Manuscript]], Iterator[Problem]]

RULES: tuple[TextRule, ...] = (
    drift_of_figures,
    drift_of_addresses,
    drift_of_structure,
    other_editions_are_there,
    links_say_where,
    weekdays_are_right,
    nothing_is_left_to_fill,
    words_stand_once,
    brackets_pair,
    bold_is_whole,
    links_are_made,
    lists_are_lists,
    links_hold_no_space,
    texts_are_no_code,
    headings_are_headings,
    tables_are_tables,
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


def check_texts(posting: Posting | None, texts: Sequence[Manuscript], languages: Sequence[str]) -> list[Problem]:
    """The problems of a posting's texts; by the rules that read texts alone where its facts are not whole.

    `languages` are those of the board.
    """
    if not texts:
        return []
    found = [problem for rule in RULES for problem in rule(texts)]
    found += texts_are_translated(texts, languages)
    if posting is None:
        return found
    found += [problem for rule in POSTING_RULES for problem in rule(posting, texts)]
    if posting.salary is None:
        found += vague_pay(texts)
    return found
