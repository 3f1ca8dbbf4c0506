"""The list of the rules that read texts; what they find together is in `test_texts`."""

from __future__ import annotations

from builders import posting

from jobglot.text_rules import POSTING_RULES, RULES, check_texts
from jobglot.texts import POSTING_STOPPING, STOPPING


def test_every_rule_is_listed_once() -> None:
    """A rule that nobody calls says nothing."""
    rules = [*RULES, *POSTING_RULES]
    assert len(set(rules)) == len(rules)


def test_what_stops_a_build_is_told_by_a_check_as_well() -> None:
    """The rules of a build are some of all."""
    assert set(STOPPING) <= set(RULES)
    assert set(POSTING_STOPPING) <= set(POSTING_RULES)


def test_no_manuscripts_no_problems() -> None:
    """A posting whose editions have no title has other problems."""
    assert check_texts(posting(), (), ("en",)) == []
