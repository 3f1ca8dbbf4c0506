"""Sibling files put together: names, languages, and facts said once."""

from __future__ import annotations

import pytest
from readings import TERMS, document, front, good, posting, thing, told

from jobglot.collection import Siblings, read_sheet, siblings
from jobglot.problem import Severity

LANGUAGES = ("en", "fr", "pt-BR")


def found(*names: str) -> tuple[list[tuple[str, dict[str, str]]], list[str], list[str]]:
    """Ids with the names of their files by language, other files, and problems as `name: code: remedy`."""
    paths = sorted(f"content/postings/{name}" for name in names)
    things, others, problems = siblings("postings", paths, LANGUAGES)
    short = [(t.id, {tag: path.removeprefix("content/postings/") for tag, path in t.files}) for t in things]
    told_ = [f"{p.origin.path.removeprefix('content/postings/')}: {p.code}: {p.remedy}" for p in problems]
    return short, [path.removeprefix("content/postings/") for path in others], told_


def test_files_of_one_id_are_one_thing() -> None:
    """The file of facts first, then the languages in the config's order, whatever the folder's."""
    things, others, problems = found("2026/b.fr.md", "2026/b.yaml", "2026/b.en.md", "a.pt-BR.md", "b.pdf")
    assert things == [
        ("a", {"pt-BR": "a.pt-BR.md"}),
        ("b", {"": "2026/b.yaml", "en": "2026/b.en.md", "fr": "2026/b.fr.md"}),
    ]
    assert [list(files) for _, files in things] == [["pt-BR"], ["", "en", "fr"]]
    assert others == ["b.pdf"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("a.md", "file-language: rename it to a.en.md"),
        ("a.xx.md", "file-language: add “xx” to “languages” in config.yaml, or take the file away"),
        ("a.fr-BE.md", "file-language: rename it to a.fr.md"),
        ("a.french.md", "file-language: rename it to a.fr.md"),
        ("a.fr copy.md", "file-language: rename it to a.fr.md"),
        ("job (1).md", "file-language: rename it to job-1.en.md"),
        ("Cook FR.md", "file-language: rename it to cook.fr.md"),
        ("a-fr.md", "file-language: rename it to a.fr.md"),
        ("a_FR.md", "file-language: rename it to a.fr.md"),
        ("a.EN.md", "file-language: rename it to a.en.md"),
        ("a.pt_br.md", "file-language: rename it to a.pt-BR.md"),
        ("a.en.fr.md", "file-language: rename it to a.en.md or a.fr.md"),
        ("a.fr.fr.md", "file-language: rename it to a.fr.md"),
        ("en.fr.md", "file-language: rename it to en-1.fr.md"),
        ("a.en.markdown", "file-ending: rename it to a.en.md"),
        ("a.en.MD", "file-ending: rename it to a.en.md"),
        ("a.yml", "file-ending: rename it to a.yaml"),
        ("a.en.md.txt", "file-ending: rename it to a.en.md"),
        ("A b.en.md", "id-invalid: rename it to a-b.en.md"),
        ("été.fr.md", "id-invalid: rename it to ete.fr.md"),
        ("a.b.en.md", "id-invalid: rename it to a-b.en.md"),
        ("-a.en.md", "id-invalid: rename it to a.en.md"),
        ("%2e%2e.en.md", "id-invalid: rename it to 2e-2e.en.md"),
        ("index.en.md", "id-reserved: use another, for example “index-1”"),
        ("404.en.md", "id-reserved: use another, for example “404-1”"),
        ("a" * 81 + ".en.md", f"id-too-long: rename it to {'a' * 80}.en.md"),
    ],
)
def test_a_name_that_cannot_be_used_has_a_better_one(name: str, problem: str) -> None:
    """And nothing is read from it."""
    things, others, problems = found(name)
    assert things == []
    assert others == []
    assert problems == [f"{name}: {problem}"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("a.md", "file-language: rename it to a.fr.md"),
        ("a.en copy.md", "file-language: a.en.md is there as well: keep what is right of the two in that one"),
        ("a.en.markdown", "file-ending: a.en.md is there as well"),
        ("a.en.md.orig", "file-ending: a.en.md is there as well"),
    ],
)
def test_nobody_is_told_to_write_over_a_file(name: str, problem: str) -> None:
    """A better name that another file has is none."""
    things, _, problems = found("a.en.md", name)
    assert things == [("a", {"en": "a.en.md"})]
    assert len(problems) == 1
    assert problems[0].startswith(f"{name}: {problem}")


@pytest.mark.parametrize(
    ("names", "told_of"),
    [
        (("2025/a.en.md", "2026/a.en.md"), "2026/a.en.md"),
        (("2025/a.en.md", "2026/a.fr.md"), "2026/a.fr.md"),
        (("A.en.md", "a.en.md"), "A.en.md"),
        (("caf\u00e9.en.md", "cafe\u0301.en.md"), "caf\u00e9.en.md"),
    ],
)
def test_an_id_is_there_once(names: tuple[str, ...], told_of: str) -> None:
    """Over all folders, and also where only capitals or Unicode forms differ."""
    _, _, problems = found(*names)
    assert [problem for problem in problems if problem.startswith(f"{told_of}: id-twice")]
    assert len([problem for problem in problems if "id-twice" in problem]) == 1


def test_a_fact_may_stand_in_any_file() -> None:
    """Also in one of its own."""
    one, _ = thing("postings", {"en": document(front()), "fr": document("title: Boulanger·ère\n")})
    other, problems = thing(
        "postings",
        {"": front(title=None).encode(), "en": document("title: Baker\n"), "fr": document("title: Boulanger·ère\n")},
    )
    assert problems == []
    assert other.categories == one.categories == ("food",)
    assert [edition.title for edition in other.editions] == ["Baker", "Boulanger·ère"]
    assert other.origins["deadline"].path == "content/postings/x.yaml"


def test_a_fact_said_twice_must_agree() -> None:
    """Else both lines are named."""
    agreeing, problems = thing(
        "postings", {"en": document(front()), "fr": document("title: Boulanger·ère\ndeadline: '2026-02-10'\n")}
    )
    assert problems == []
    assert agreeing is not None
    _, problems = thing("postings", {"en": document(front()), "fr": document("title: Boulanger·ère\ndeadline:\n")})
    assert problems == []
    _, problems = thing("postings", {"en": document(front()), "fr": document("title: Boulanger·ère\ndeadline: open\n")})
    assert told(problems) == [(3, "facts-differ")]
    assert "content/postings/x.en.md:5" in problems[0].message


def test_an_edition_without_title_and_body_is_not_written_yet() -> None:
    """CMSs make such shells."""
    made, problems = thing("postings", {"en": document(front()), "fr": b"---\ntitle: ''\nslug:\n---\n"})
    assert problems == []
    assert [edition.language for edition in made.editions] == ["en"]


def test_an_edition_in_another_language_than_the_first_may_stand_alone() -> None:
    """A board need not translate all."""
    made, problems = thing("postings", {"fr": document(front(title="Boulanger·ère"))})
    assert problems == []
    assert made.best_edition("en").language == "fr"


def test_facts_alone_are_no_posting() -> None:
    """The remedy says where to write a title."""
    made, problems = thing("postings", {"": front(title=None).encode()})
    assert made is None
    assert [problem.code for problem in problems] == ["no-edition"]
    assert "x.en.md" in problems[0].remedy


def test_texts_do_not_stand_among_facts() -> None:
    """They belong to a language."""
    _, problems = thing("postings", {"": front().encode(), "en": document("title: Baker\n")})
    assert told(problems) == [(1, "text-among-facts")]


def test_a_body_without_words_is_a_warning() -> None:
    """An organization needs none."""
    made, problems = thing("postings", {"en": document(front(), "")})
    assert made is not None
    assert [(problem.code, problem.severity) for problem in problems] == [("body-empty", Severity.WARNING)]
    assert thing("organizations", {"en": document("name: ACME\n", "")})[1] == []


def test_what_an_unreadable_file_may_say_is_not_called_missing() -> None:
    """One mistake, one problem; the other file's own mistakes are told."""
    files = {"en": b"---\n" + b"title: \xff\n---\n", "fr": document("title: Boulanger·ère\ndraft: yes\n")}
    made, problems = thing("postings", files)
    assert made is None
    assert sorted(problem.code for problem in problems) == ["flag-unreadable", "not-utf8"]
    _, problems = thing("postings", {"": b"posted: \xff\n", "en": document("title: Baker\n")})
    assert [problem.code for problem in problems] == ["not-utf8"]


def test_a_file_that_the_disk_did_not_give_is_as_good_as_unreadable() -> None:
    """Its own problem is told elsewhere; its sibling is read."""
    both = Siblings("postings", "x", (("en", "x.en.md"), ("fr", "x.fr.md")))
    sheet, problems = read_sheet(both, {"x.fr.md": document("title: Boulanger·ère\ndraft: yes\n")}, TERMS, "c-")
    assert sheet is None
    assert [problem.code for problem in problems] == ["flag-unreadable"]


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"title": None, "titel": "Baker"}, ["unknown-key"]),
        ({"deadline": None, "deadine": "2026-02-10"}, ["unknown-key"]),
        ({"organization": None, "company": "acme"}, ["unknown-key"]),
        ({"deadline": "31.12.2026"}, ["date-unreadable"]),
        ({"deadline": "''"}, ["missing-key"]),
        ({"deadline": "~"}, ["missing-key"]),
        ({"deadline": None}, ["missing-key"]),
        ({"title": "'  '"}, ["missing-key"]),
        ({"salary": "{minimum: 3, currency: EUR, per: month}"}, ["unknown-key"]),
        ({"title": "*boss"}, ["alias"]),
        ({"title": "{{ 7*7 }}"}, ["key-not-text"]),
    ],
    ids=str,
)
def test_one_mistake_is_one_problem(changed: dict[str, str | None], codes: list[str]) -> None:
    """A misspelt key is not missing as well, nor is one whose value cannot be read."""
    _, problems = thing("postings", {"en": document(front(**changed))})
    assert [problem.code for problem in problems] == codes


def test_a_fact_under_a_misspelt_key_is_not_missing() -> None:
    """It stands where that key stands, so that no rule across files asks for it."""
    made, problems = posting(front(apply=None, aply="[{email: jobs@acme.example}]"))
    assert [problem.code for problem in problems] == ["unknown-key"]
    assert made is not None
    assert made.origin_of("apply").line == 8


def test_a_list_with_a_line_for_each_has_a_place_for_each() -> None:
    """A problem of one is told at its line; on one line, they stand where the key does."""
    facts = front(categories="\n  - food\n  - 'night work'", locations="[ghent, lille]")
    made, problems = posting(facts.replace("'night work'", "night"))
    assert problems == []
    assert made is not None
    assert [made.origin_of("categories", name).line for name in ("food", "night")] == [9, 10]
    assert made.origin_of("locations", "lille").line == made.origin_of("locations").line == 7


def test_an_empty_value_is_said_nowhere() -> None:
    """`origins` tells where a fact stands; an empty one stands nowhere."""
    assert "grade" not in good(front(grade="''")).origins
    assert "grade" in good(front(grade="B")).origins
