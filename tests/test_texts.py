"""The rules that read texts, all together: what they must find, and where they must be silent."""

from __future__ import annotations

import pytest
from bilingual import files_of
from builders import content
from sites import copy_of_demo

from jobglot.check import check
from jobglot.checks import graded
from jobglot.collection import Terms, siblings
from jobglot.load import load
from jobglot.model import Posting
from jobglot.problem import Problem
from jobglot.readings import read_thing
from jobglot.settings import MarkdownSettings

TERMS = Terms(("en", "fr"), MarkdownSettings())
POSTINGS = 1000


def read(files: dict[str, str]) -> tuple[list[Posting], list[Problem]]:
    """The postings of some files and their problems."""
    found, problems = [], []
    for thing in siblings("postings", sorted(files), TERMS.languages)[0]:
        data = {path: files[path].encode() for _, path in thing.files}
        posting, more = read_thing(thing, data, TERMS)
        problems += more
        if isinstance(posting, Posting):
            found.append(posting)
    return found, problems


def test_a_thousand_clean_bilingual_postings_raise_at_most_one_false_alarm_in_a_hundred():
    """Figures as each language writes them, mailboxes and addresses of each, dates of every kind."""
    files = {path: text for number in range(POSTINGS) for path, text in files_of(number).items()}
    postings, problems = read(files)
    assert len(postings) == POSTINGS
    told = graded([*problems, *check(content(*postings, categories={}))], {})
    alarmed = {problem.origin.path.split(".")[0] for problem in told}
    assert len(alarmed) <= POSTINGS / 100, [str(problem) for problem in told[:10]]


MISTAKES = [
    ("fr", "date-drift", "Le travail commence le 3 mars 1999."),
    ("fr", "amount-drift", "Nous versons 12 345 €."),
    ("fr", "percentage-drift", "C’est 97,5 % du travail."),
    ("fr", "email-drift", "Écrivez à anna@exemple.org."),
    ("fr", "reference-drift", "Voir l’avis AB-1234/56."),
    ("en", "deadline-contradicted", "Please apply no later than 18 November 2021."),
    ("en", "vague-link", "For the form, click [here](https://example.org/form)."),
    ("fr", "vague-link", "Le formulaire est [ici](https://example.org/form)."),
    ("en", "placeholder", "Place of work: TBD."),
    ("en", "word-doubled", "Agencies or or offices."),
    ("en", "bracket-unbalanced", "The project (SEACOP V)) is long."),
    ("en", "link-unmade", "See [the form] (https://example.org/form)."),
    ("en", "link-unmade", "See (the form)[https://example.org/form]."),
    ("en", "bold-broken", "This is **not bold ** at all."),
    ("en", "weekday-wrong", "The fair is on Monday, 18 November 2021."),
    ("en", "other-edition-missing", "See the Spanish version."),
    ("fr", "list-drift", "- Un point de plus."),
    ("fr", "heading-drift", "## Encore un titre"),
]


@pytest.mark.parametrize(("language", "code", "line"), MISTAKES)
def test_a_planted_mistake_comes_out_on_its_line(language, code, line):
    """In an otherwise clean posting; a contradiction of structure at the section that holds it."""
    files = files_of(7)
    path = f"content/postings/p0007.{language}.md"
    files[path] += f"\n{line}\n"
    last = files[path].count("\n")
    _, problems = read(files)
    found = [problem for problem in problems if problem.code == code]
    assert found, [str(problem) for problem in problems]
    if code != "list-drift":
        assert last in {problem.origin.line for problem in found}
    assert {problem.origin.path for problem in found} == {path}


def test_words_of_another_edition_become_a_link():
    """Where a posting is read, so that everything that shows its body has it."""
    files = files_of(7)
    files["content/postings/p0007.fr.md"] += "\nVoir la version anglaise.\n"
    (posting,), problems = read(files)
    french = posting.edition("fr")
    assert french is not None
    assert 'href="p0007.en.md"' in french.body.html
    assert problems == []


def test_the_demo_has_nothing_to_tell(tmp_path):
    """The board that every new site begins with."""
    loaded, problems = load(copy_of_demo(tmp_path / "demo"))
    assert loaded is not None
    assert problems == []
    told = graded([*loaded.problems, *check(loaded.content)], loaded.config.checks)
    assert [str(problem) for problem in told] == []


def test_texts_are_read_although_facts_are_missing():
    """All problems of a posting are told at once; the deadline of the text then has nothing to be held against."""
    files = files_of(7)
    path = "content/postings/p0007.en.md"
    files[path] = files[path].replace("posted:", "posed:") + "\nSee [here](https://example.org/), or or there.\n"
    postings, problems = read(files)
    assert [posting.is_whole for posting in postings] == [False]
    assert {"unknown-key", "vague-link", "word-doubled"} <= {problem.code for problem in problems}
