"""Catalogs: what is read, what is refused, what is laid over."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Message
from hypothesis import given
from hypothesis import strategies as st

from jobglot.i18n import Catalog, Entry, overlay
from jobglot.po_files import _is_filled_alike, read_catalog
from jobglot.problem import Severity

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
PATH = "templates/locales/fr.po"


def po(text: str, plural: str = "") -> str:
    header = HEADER + (f'"Plural-Forms: {plural};\\n"\n' if plural else "")
    return f"{header}\n{text}"


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_catalog(text, PATH, "fr")[1]]


def test_a_message_is_said_in_its_language() -> None:
    """By message, and by context where two are spelt alike."""
    catalog, problems = read_catalog(
        po('msgid "Apply"\nmsgstr "Postuler"\n\nmsgctxt "menu"\nmsgid "Apply"\nmsgstr "Candidature"\n'), PATH, "fr"
    )
    assert not problems
    assert catalog.gettext("Apply") == "Postuler"
    assert catalog.pgettext("menu", "Apply") == "Candidature"
    assert catalog.gettext("Close") == "Close"


def test_a_count_chooses_the_form() -> None:
    """By the file's own rule, else by the language's; in English where the catalog is silent."""
    text = po('msgid "%(count)s job"\nmsgid_plural "%(count)s jobs"\nmsgstr[0] "un"\nmsgstr[1] "plusieurs"\n')
    catalog, _ = read_catalog(text, PATH, "fr")
    assert [catalog.ngettext("%(count)s job", "%(count)s jobs", n) for n in (0, 1, 2)] == ["un", "un", "plusieurs"]
    assert [Catalog().ngettext("%(count)s job", "%(count)s jobs", n) for n in (0, 1)] == [
        "%(count)s jobs",
        "%(count)s job",
    ]


def test_arabic_has_six_forms() -> None:
    """The usual gettext expression, not a guess."""
    rule = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"
    forms = "".join(f'msgstr[{at}] "{at}"\n' for at in range(6))
    catalog, problems = read_catalog(po(f'msgid "a"\nmsgid_plural "b"\n{forms}', rule), PATH, "ar")
    assert not problems
    assert [catalog.ngettext("a", "b", n) for n in (0, 1, 2, 3, 11, 100)] == ["0", "1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("pl", {1: "0", 2: "1", 5: "2", 22: "1"}),
        ("ja", {1: "0", 2: "0"}),
        ("ar", {0: "0", 1: "1", 2: "2", 3: "3", 11: "4", 100: "5"}),
        ("sl", {1: "0", 2: "1", 3: "2", 5: "3"}),
    ],
)
def test_a_file_need_not_say_how_many_forms_its_language_has(language: str, forms: dict[int, str]) -> None:
    """As many as the language has are right, one more or less is told with the number."""
    count = max(int(form) for form in forms.values()) + 1

    def of(given: int) -> str:
        return po('msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{at}] "{at}"\n' for at in range(given)))

    catalog, problems = read_catalog(of(count), PATH, language)
    assert problems == ()
    assert {n: catalog.ngettext("a", "b", n) for n in forms} == forms
    (more,) = read_catalog(of(count + 1), PATH, language)[1]
    assert (more.code, more.origin.line) == ("message-plural", 5)
    assert f"the {count} of the catalog's language" in more.message
    if count > 1:
        assert [fewer.code for fewer in read_catalog(of(count - 1), PATH, language)[1]] == ["message-plural"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (po('msgid "Apply"\nmsgstr "Post'), "catalog-unreadable"),
        (po('msgid "Apply"\nmsgstr "Postuler"\n', "nplurals=2; plural=(n !!)"), "catalog-unreadable"),
        (po('msgid "Apply"\nmsgstr "Postuler"\n', "nplurals=x; plural=(n > 1)"), "catalog-unreadable"),
        (po('msgid "Apply"\nmsgstr "Postuler"\n', "nplurals=2; plural=n/0"), "catalog-unreadable"),
        (po('msgid "Apply"\nmsgstr "Postuler"\n', "nplurals=2; plural=1%(n==999)"), "catalog-unreadable"),
        (po('msgid "Apply"\nmsgstr "Postuler"\n', "nplurals=99999999; plural=(n > 1)"), "catalog-unreadable"),
        (po('msgid "Page %(number)s"\nmsgstr "Page %(nombre)s"\n'), "message-placeholder"),
        (po('msgid "Page %(number)s"\nmsgstr "100 % %(number)s"\n'), "message-placeholder"),
        (po('msgid "Page %(number)s"\nmsgstr "%(number)"\n'), "message-placeholder"),
        (po('msgid "Page %(number)s"\nmsgstr "%(number)999999999s"\n'), "message-placeholder"),
        (
            po('msgid "%(n)s a"\nmsgid_plural "%(n)s b"\nmsgstr[0] "%(n)s c"\n', "nplurals=2; plural=(n > 1)"),
            "message-plural",
        ),
        (po('msgid "Apply"\nmsgstr "<b>Postuler</b>"\n'), "message-markup"),
        (po('msgid "%(n)s: 5% off"\nmsgstr "%(m)s : 5 % de moins"\n'), "message-placeholder"),
        (po('#, fuzzy\nmsgid "Apply"\nmsgstr "Postuler"\n'), "message-fuzzy"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, code: str) -> None:
    """And the message is said in English meanwhile."""
    catalog, problems = read_catalog(text, PATH, "fr")
    assert [problem.code for problem in problems] == [code]
    assert problems[0].origin.path == PATH
    assert catalog.gettext("Apply") == "Apply"
    if "\nmsgstr" in text and code != "catalog-unreadable":
        assert problems[0].origin.line > 3


def test_a_message_that_stands_twice_is_told_with_both_lines() -> None:
    """As msgfmt does: which of the two counts nobody could tell. In another context it is another message."""
    text = (
        'msgctxt "menu"\nmsgid "Apply"\nmsgstr "Appliquer"\n\n'
        'msgid ""\n"Ap"\n"ply"\nmsgstr "Postuler"\n\n#~ msgid "Ap"\n#~ msgstr "x"\n\n'
        'msgid "Apply"\nmsgstr "Candidater"\n'
    )
    _, problems = read_catalog(text, PATH, "fr")
    assert [(p.code, p.origin.line) for p in problems] == [("message-twice", 13)]
    assert "line 5" in problems[0].message
    _, problems = read_catalog(text.rpartition("\n\n")[0], PATH, "fr")
    assert problems == ()


@pytest.mark.parametrize("english", ["Only 5% left", "100 % remote", "5% de plus"])
def test_a_text_about_per_cent_is_no_placeholder(english: str) -> None:
    """Nothing fills it in, so a translation says it as its language does."""
    catalog, problems = read_catalog(po(f'msgid "{english}"\nmsgstr "Plus que 5 %"\n'), PATH, "fr")
    assert problems == ()
    assert catalog.gettext(english) == "Plus que 5 %"


THREE = 'msgid "%(n)s a"\nmsgid_plural "%(n)s b"\nmsgstr[0] "%(n)s c"\nmsgstr[1] "%(n)s d"\nmsgstr[2] "%(n)s e"\n'


def test_a_catalog_that_counts_no_plurals_has_those_of_its_language() -> None:
    """Three in Polish, whatever is usual in English."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalog, problems = read_catalog(head + THREE, "pl.po", "pl")
    assert problems == ()
    assert [catalog.ngettext("%(n)s a", "%(n)s b", count) for count in (1, 2, 5)] == ["%(n)s c", "%(n)s d", "%(n)s e"]
    _, (problem,) = read_catalog(head + THREE.rpartition("msgstr[2]")[0], "pl.po", "pl")
    assert (problem.code, problem.remedy) == ("message-plural", "give msgstr[0] to msgstr[2]")


def test_a_header_in_one_string_counts_the_plurals() -> None:
    """As some programs write it."""
    head = 'msgid ""\nmsgstr "Language: pl\\nPlural-Forms: nplurals=1; plural=0;\\n"\n\n'
    catalog, problems = read_catalog(head + THREE.partition("msgstr[1]")[0], "pl.po", "pl")
    assert problems == ()
    assert catalog.ngettext("%(n)s a", "%(n)s b", 5) == "%(n)s c"
    _, (problem,) = read_catalog(head.replace("=0", "=(n!="), "pl.po", "pl")
    assert (problem.code, problem.origin.line) == ("catalog-unreadable", 2)


@pytest.mark.parametrize("text", [po('msgid "Jobs"\n'), po('msgid "Jobs"\nmsgid "News"\nmsgstr "x"\n')])
def test_a_message_without_translation_is_told_at_its_line(text: str) -> None:
    """Also where another follows it."""
    _, (problem,) = read_catalog(text, PATH, "fr")
    assert problem.origin.line == text[: text.index('"Jobs"')].count("\n") + 1
    assert "no “msgstr” follows" in problem.message


def test_fuzzy_is_a_warning_and_broken_an_error() -> None:
    """A draft of a translation stops no build."""
    fuzzy = read_catalog(po('#, fuzzy\nmsgid "Apply"\nmsgstr "Postuler"\n'), PATH, "fr")[1]
    broken = read_catalog(po('msgid "Page %(number)s"\nmsgstr "Page %(nombre)s"\n'), PATH, "fr")[1]
    assert [problem.severity for problem in (*fuzzy, *broken)] == [Severity.WARNING, Severity.ERROR]


def test_one_changed_line_wins_over_the_packaged_catalog() -> None:
    """And everything else stays."""
    base = Catalog({("", "Apply"): Entry(("Postuler",)), ("", "Jobs"): Entry(("Offres",))})
    own = Catalog({("", "Jobs"): Entry(("Emplois",))})
    both = overlay(base, own)
    assert (both.gettext("Apply"), both.gettext("Jobs")) == ("Postuler", "Emplois")


PIECES = st.sampled_from(["%(a)s", "%(b)s", "%(a)d", "%(b", "%s", "% ", "%%", "%", "d", "s", ")", "ü", " "])
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map("".join)


@given(st.one_of(TEXTS, st.tuples(TEXTS, TEXTS)), st.lists(TEXTS, min_size=1, max_size=4))
def test_what_is_filled_alike_passes_every_check(english: str | tuple[str, str], forms: list[str]) -> None:
    """So the checks need not be asked."""
    message = Message(english, forms[0] if isinstance(english, str) else tuple(forms))
    if _is_filled_alike(message):
        assert message.check() == []


@pytest.mark.parametrize(("english", "form"), [("a", "b"), ("%(a)s of %(b)s", "%(b)s, %(a)s"), ("%(a)s", "one")])
def test_most_messages_are_filled_alike(english: str, form: str) -> None:
    """In any order, and less often than in English."""
    assert _is_filled_alike(Message(english, form))
    assert _is_filled_alike(Message((english, english), (form, form, form)))
