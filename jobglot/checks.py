"""The checks whose severity a board may choose: matters of judgement, each with its code.

What makes a file unreadable or a page wrong is always an error and is not in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from jobglot.problem import Problem, Severity


class Check(NamedTuple):
    """The severity of a check where the config says nothing (None is off), and what it tells, for `docs/checks.md`."""

    severity: Severity | None
    says: str


_ERROR, _WARNING, _OFF = Severity.ERROR, Severity.WARNING, None

CHECKS: Mapping[str, Check] = {
    "deadline-contradicted": Check(
        _ERROR, "A date near words such as “apply by” in the text is not the day of `deadline`."
    ),
    "date-drift": Check(_WARNING, "A date of one edition is not in the other, or is another one there."),
    "amount-drift": Check(_WARNING, "A sum of money of one edition is not in the other; 1,200 and 1 200 are one sum."),
    "percentage-drift": Check(_WARNING, "A percentage of one edition is not in the other."),
    "number-drift": Check(_WARNING, "Another number or hour stands in an edition in place of that of the first."),
    "email-drift": Check(
        _WARNING, "An e-mail address of one edition is not in the other; jobs@ and emplois@ may pair."
    ),
    "reference-drift": Check(_WARNING, "A reference such as HQ-2026/034 of one edition is not in the other."),
    "heading-drift": Check(_WARNING, "The editions have different numbers of headings."),
    "list-drift": Check(_WARNING, "The editions have different numbers of list items."),
    "length-drift": Check(_WARNING, "An edition is much shorter or longer than a translation would be."),
    "edition-older": Check(_WARNING, "The text of the first edition changed in git after the last change of this one."),
    "text-language": Check(_WARNING, "The text is in another language than the name of its file says."),
    "untranslated": Check(_WARNING, "A long paragraph, or the whole text, is the same in two editions."),
    "vague-link": Check(_WARNING, "A link reads “here”, “click here” or the like, which says nothing out of context."),
    "other-edition-missing": Check(
        _ERROR, "The text sends readers to an edition that is not there; where it is there, the words become a link."
    ),
    "title-generic": Check(_WARNING, "The title says no more than “Assistant” or “Vacancy”."),
    "title-code": Check(_WARNING, "The title holds the reference or a number like one; `reference` is its place."),
    "title-pay": Check(_WARNING, "The title names the pay; `salary` is its place."),
    "title-employer": Check(_WARNING, "The title names the employer, which stands beside every title anyway."),
    "title-gendered": Check(_WARNING, "The title names people of one gender only."),
    "pay-missing": Check(
        _WARNING,
        "No pay, where the law asks for it: in the EU for postings from 7 June 2026 (directive 2023/970), in Ontario"
        " from 1 January 2026.",
    ),
    "pay-vague": Check(_WARNING, "The posting has no pay, and its text says “competitive” or the like instead."),
    "pay-range-wide": Check(_WARNING, "A range in Ontario that is wider than 50,000 a year."),
    "posting-twice": Check(_WARNING, "Two postings of one employer with one title and nearly one text run together."),
    "placeholder": Check(_WARNING, "Words that were to be replaced: “TBD”, “Lorem ipsum”, “ENTER ROLE TITLE HERE”."),
    "word-doubled": Check(_WARNING, "A word stands twice in a row."),
    "bracket-unbalanced": Check(_WARNING, "A bracket is not closed, or not opened, in its paragraph."),
    "link-unmade": Check(
        _WARNING, "A link is shown as it was written: `[words] (address)`, `(words)[address]`, `[words](a b.pdf)`."
    ),
    "own-link-broken": Check(
        _ERROR,
        "A link with the whole address of the board leads to no page of it: for hosts that serve other things as well.",
    ),
    "fence-unclosed": Check(
        _WARNING, "A block of code (three backticks or tildes) is not closed, so all that follows is shown as code."
    ),
    "list-unmade": Check(
        _WARNING, "Lines begin with a bullet of a word processor (•), which is no list in Markdown, and run together."
    ),
    "heading-unmade": Check(_WARNING, "A heading without a space after its # is shown as it was written: `##Tasks`."),
    "table-unmade": Check(
        _WARNING, "A table without the line of hyphens below its head is shown as it was written, strokes and all."
    ),
    "code-unmeant": Check(_WARNING, "A line is shown as code, since it begins with a tab or four spaces."),
    "bold-broken": Check(_WARNING, "Asterisks are shown to readers, since they do not pair."),
    "weekday-wrong": Check(_WARNING, "The weekday beside a date is not that of the date."),
    "category-unlikely": Check(
        _OFF, "The title speaks of another category than those named, and the text of none of them: a suggestion."
    ),
    "message-missing": Check(_WARNING, "Words of the interface are not translated and appear in English."),
    "message-unknown": Check(_WARNING, "A catalog of your own translates what nothing in the interface says."),
    "template-unused": Check(_WARNING, "No page is drawn with a template of your own."),
    "template-behind": Check(_WARNING, "The packaged template has changed since your copy of it was made."),
    "policy-refuses": Check(
        _WARNING, "A template or style sheet of your own wants what browsers refuse by the policy of `_headers`."
    ),
    "contrast-low": Check(_WARNING, "Colours of your theme are hard to read (WCAG 2.2, 4.5:1)."),
    "picture-heavy": Check(_WARNING, "A picture in `static/` has more than 2 MB."),
}
"""By code, in the order of the documentation."""

OFF = "off"
LEVELS: Mapping[str, Severity | None] = {"error": _ERROR, "warning": _WARNING, OFF: _OFF}
"""What a config may say of a check."""


Chosen = Mapping[str, Severity | None]
"""The severities that a config chose, by the code of the check; None for what it does not want to hear of."""


def is_off(code: str, chosen: Chosen) -> bool:
    """Whether a board whose config chose these severities is told nothing of that check."""
    return chosen.get(code, CHECKS[code].severity) is None


def graded(problems: Iterable[Problem], chosen: Chosen) -> list[Problem]:
    """The problems with the severity that the config chose for their code; those that are off are left out."""
    found = []
    for problem in problems:
        check = CHECKS.get(problem.code)
        if check is None:
            found.append(problem)
            continue
        severity = chosen.get(problem.code, check.severity)
        if severity is not None:
            found.append(problem if problem.severity is severity else replace(problem, severity=severity))
    return found
