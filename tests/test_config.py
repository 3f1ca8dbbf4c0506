"""`config.yaml`: every setting with its default, and what is said of a wrong one."""

from __future__ import annotations

import pytest
from readings import told

from jobglot.config import FIELDS, read_config
from jobglot.settings import ClosedMode, Config, Dialect

LEAST = "name: Jobs\nbase_url: https://jobs.example.org\nlanguages: [en, fr]\n"


def config(more: str = "") -> Config:
    """A config that must have no problem."""
    found, problems = read_config((LEAST + more).encode())
    assert problems == []
    assert found is not None
    return found


def test_three_settings_are_enough() -> None:
    """The rest has defaults; the base address ends in a slash."""
    found = config()
    assert found.base_url == "https://jobs.example.org/"
    assert found.default == "en"
    assert found.per_page == 20
    assert found.word("jobs", "fr") == "jobs"


def test_capitals_of_scheme_and_host_mean_nothing() -> None:
    """As browsers have it, whose addresses are compared with ours; those of a path mean something."""
    found, problems = read_config(LEAST.replace("https://jobs.example.org", "HTTPS://Jobs.Example.org/Board").encode())
    assert (problems, found and found.base_url) == ([], "https://jobs.example.org/Board/")


def test_settings_are_read() -> None:
    """Each in its own type."""
    found = config(
        "timezone: Europe/Brussels\npaths: {jobs: {fr: offres}, archive: past}\nclosed: {mode: remove}\n"
        "markdown: {dialect: markdown, extensions: tables}\nlistings: []\nextra_keys: cms_id\n"
    )
    assert found.zone.key == "Europe/Brussels"
    assert (found.word("jobs", "fr"), found.word("jobs", "en"), found.word("archive", "fr")) == (
        "offres",
        "jobs",
        "past",
    )
    assert found.closed.mode is ClosedMode.REMOVE
    assert found.closed.keep_days == 365
    assert (found.markdown.dialect, found.markdown.extensions) == (Dialect.MARKDOWN, ("tables",))
    assert found.listings == ()
    assert found.extra_keys == ("cms_id",)


@pytest.mark.parametrize("missing", ["name", "base_url", "languages"])
def test_the_first_three_are_needed(missing: str) -> None:
    """Without one there is no config, and one problem."""
    text = "".join(line for line in LEAST.splitlines(keepends=True) if not line.startswith(missing))
    found, problems = read_config(text.encode())
    assert found is None
    assert [problem.code for problem in problems] == ["missing-key"]


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("per_pag: 10", "unknown-key", "did you mean “per_page”?"),
        ("baseURL: https://x.example/", "unknown-key", "did you mean “base_url”?"),
        ("url: https://x.example/", "unknown-key", "did you mean “base_url”?"),
        ("subtitle: x", "unknown-key", "did you mean “tagline”?"),
        ("favicon: x.png", "unknown-key", "static/favicon.svg"),
        ("theme: dark", "unknown-key", "docs/templates.md"),
        ("per_page: ten", "number-unreadable", "from 1 to 1000"),
        ("timezone: Brussels", "timezone-unknown", "Europe/Brussels"),
        ("timezone: ../../etc/passwd", "timezone-unknown", "for example"),
        ("timezone: AoE", "timezone-unknown", "UTC"),
        ("outputs: [feed]", "unknown-value", "did you mean “feeds”?"),
        ("closed: {mode: delete}", "unknown-value", "notice, tombstone, remove"),
        ("closed: notice", "wrong-type", "{mode: notice}"),
        ("markdown: {dialect: markdown, extensions: [os]}", "unknown-value", "tables"),
        ("markdown: {dialect: markdown, extensions: [pymdownx.superfences]}", "unknown-value", "tables"),
        ("markdown: {extensions: [tables]}", "extensions-unused", "dialect: markdown"),
        ("paths: {job: offres}", "unknown-key", "did you mean “jobs”?"),
        ("paths: {jobs: {de: stellen}}", "unknown-key", "en, fr"),
        ("paths: {jobs: Offres d'emploi}", "slug-invalid", "offres-d-emploi"),
        ("paths: {categories: places}", "path-word-twice", "another word"),
        ("paths: {jobs: {fr: emplois}, archive: {fr: emplois}}", "path-word-twice", "another word"),
        ("security: {contact: me, expires: 2027-12-31}", "security-contact", "mailto:"),
        ("report: jobs@example.org", "wrong-type", "{email: jobs@example.org}"),
        ("tagline: {de: x}", "unknown-language", "en, fr"),
    ],
)
def test_a_wrong_setting_is_one_problem_on_its_line(line: str, code: str, words: str) -> None:
    """With what to write instead."""
    _, problems = read_config(f"{LEAST}{line}\n".encode())
    assert told(problems) == [(4, code)]
    assert words in f"{problems[0].message}; {problems[0].remedy}"


@pytest.mark.parametrize(
    ("languages", "code", "words"),
    [
        ("[en, EN]", "language-unreadable", "write en"),
        ("[pt-br]", "language-unreadable", "write pt-BR"),
        ("[English]", "language-unreadable", "write en"),
        ("[en, en]", "language-twice", "once"),
        ("en, fr", "not-a-list", "[en, fr]"),
    ],
)
def test_languages_are_told_as_they_are_written(languages: str, code: str, words: str) -> None:
    """They are part of addresses and file names, so there is one way."""
    _, problems = read_config(LEAST.replace("[en, fr]", languages).encode())
    assert told(problems) == [(3, code)]
    assert words in problems[0].remedy


def test_texts_by_language_are_not_judged_by_languages_that_cannot_be_read() -> None:
    """One mistake is one problem."""
    text = LEAST.replace("[en, fr]", "[english, fr]").replace("name: ", "tagline: {en: Jobs, fr: Emplois}\nname: ")
    assert [problem.code for problem in read_config(text.encode())[1]] == ["language-unreadable"]


@pytest.mark.parametrize(
    "address",
    ["jobs.example.org", "ftp://example.org", "https://a:b@example.org", "/jobs/", "https://example.org/?a=b"],
)
def test_the_base_address_is_a_whole_one(address: str) -> None:
    """Server and path, nothing else."""
    _, problems = read_config(LEAST.replace("https://jobs.example.org", address).encode())
    assert [problem.origin.line for problem in problems] == [2]


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"- a\n", b"\xff", b"name: [", b"a: &a b\n" * 2, b"[" * 50_000])
def test_no_file_makes_reading_raise(data: bytes) -> None:
    """There are problems, and no config."""
    found, problems = read_config(data)
    assert found is None
    assert problems


def test_every_setting_has_a_sentence() -> None:
    """The reference is made from them."""
    assert all(field.doc.endswith(".") for field in FIELDS)
