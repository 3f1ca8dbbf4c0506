"""Which catalogs serve a language, and what they lack."""

from __future__ import annotations

from jobglot.catalogs import catalogs_for, file_names, missing, normal_tag, packaged_names, refusal, unknown_languages
from jobglot.i18n import Catalog, Entry
from jobglot.problem import Origin, Severity

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
PATH = "templates/locales/fr.po"


def po(text: str, plural: str = "") -> str:
    header = HEADER + (f'"Plural-Forms: {plural};\\n"\n' if plural else "")
    return f"{header}\n{text}"


def test_words_for_what_nobody_says_are_told() -> None:
    """A slip of the pen, or a sentence that a new version words in another way: the translation would never be seen."""
    packaged = {"en.po": po('msgid "Jobs"\nmsgstr "Jobs"\n\nmsgctxt "c"\nmsgid "open"\nmsgstr "open"\n')}
    own = {"fr.po": po('msgid "Jbos"\nmsgstr "Offres"\n\nmsgid "open"\nmsgstr "o"\n\nmsgid "Team"\nmsgstr "Nous"\n')}
    _, problems = catalogs_for(("en", "fr"), packaged, own, more=("Team",))
    said = [(p.code, p.origin.line > 3, p.remedy) for p in problems if p.code != "message-missing"]
    assert said == [
        ("message-unknown", True, "did you mean “Jobs”?"),
        ("message-unknown", True, "it is said as msgctxt “c”"),
    ]


def test_what_own_templates_say_wants_translations_too() -> None:
    """It would appear in English."""
    packaged = {name: po('msgid "Jobs"\nmsgstr "Offres"\n') for name in ("en.po", "fr.po")}
    _, (problem,) = catalogs_for(("en", "fr"), packaged, {}, more=("Our partners",))
    assert problem.code == "message-missing"
    assert "1 of 2" in problem.message
    assert "“Our partners”" in problem.message


def test_a_catalog_that_no_language_reads_is_told() -> None:
    """Unless it is a copy of a packaged one."""
    packaged = {"en.po": po('msgid "Jobs"\nmsgstr "Jobs"\n'), "nl.po": po('msgid "Jobs"\nmsgstr "Banen"\n')}
    own = {"nl.po": packaged["nl.po"], "pt-br.po": po(""), "xx.po": po("")}
    _, problems = catalogs_for(("en", "pt-BR"), packaged, own)
    assert [(p.origin.path.rpartition("/")[2], p.remedy) for p in problems if p.code == "catalog-unused"] == [
        ("pt-br.po", "did you mean templates/locales/pt-BR.po?"),
        ("xx.po", "add its language to “languages” of config.yaml, or delete it"),
    ]


def test_missing_messages_are_counted() -> None:
    """One warning, not a hundred; none when all is there."""
    english = Catalog({("", "Apply"): Entry(("Apply",)), ("", "Jobs"): Entry(("Jobs",))})
    (problem,) = missing(Catalog({("", "Jobs"): Entry(("Offres",))}), english.entries, Origin(PATH))
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith("1 of 2 messages")
    assert missing(english, english.entries, Origin(PATH)) == ()


def test_a_regional_language_builds_on_the_broad_one() -> None:
    """`pt-BR` needs to hold only what differs from `pt`; the site's words win at each step."""
    packaged = {
        "en.po": po('msgid "Apply"\nmsgstr "Apply"\n\nmsgid "Jobs"\nmsgstr "Jobs"\n'),
        "pt.po": po('msgid "Apply"\nmsgstr "Candidatar-se"\n\nmsgid "Jobs"\nmsgstr "Empregos"\n'),
    }
    own = {"pt_BR.po": po('msgid "Jobs"\nmsgstr "Vagas"\n')}
    catalogs, problems = catalogs_for(("pt-BR", "en"), packaged, own)
    assert not problems
    assert (catalogs["pt-BR"].gettext("Apply"), catalogs["pt-BR"].gettext("Jobs")) == ("Candidatar-se", "Vagas")


def test_a_language_without_catalog_speaks_english_with_a_warning() -> None:
    """Rather than not at all."""
    catalogs, problems = catalogs_for(("tlh",), {"en.po": po('msgid "Apply"\nmsgstr "Apply"\n')}, {})
    assert catalogs["tlh"].gettext("Apply") == "Apply"
    assert [problem.code for problem in problems] == ["message-missing"]


def test_tags_take_the_case_of_the_standard() -> None:
    """RFC 5646, section 2.1.1."""
    assert [normal_tag(tag) for tag in ("pt_br", "zh-hant", "EN", "sr-latn-rs")] == [
        "pt-BR",
        "zh-Hant",
        "en",
        "sr-Latn-RS",
    ]
    assert file_names("pt_br") == ("pt.po", "pt-BR.po", "pt_BR.po")
    assert file_names("fr") == ("fr.po",)


def test_a_tag_of_no_language_is_refused_in_one_sentence() -> None:
    """By `init --languages` and `new catalog` alike."""
    assert [refusal(tag) for tag in ("pt-BR", "sv", "zh-Hant")] == ["", "", ""]
    assert refusal("xq") == "“xq” is not the tag of a language, such as sv or pt-BR"


def test_a_packaged_catalog_serves_no_language_of_another_script() -> None:
    """Readers in Taiwan would get simplified characters; a site's own catalog serves whom it likes."""
    assert packaged_names("zh_CN") == file_names("zh_CN") == ("zh.po", "zh-CN.po", "zh_CN.po")
    assert packaged_names("zh-Hant") == packaged_names("zh_Hant") == ("zh-Hant.po", "zh_Hant.po")
    packaged = {"en.po": po('msgid "Jobs"\nmsgstr "Jobs"\n'), "zh.po": po('msgid "Jobs"\nmsgstr "职位"\n')}
    catalogs, problems = catalogs_for(("zh-TW", "zh-SG"), packaged, {})
    assert [catalogs[tag].gettext("Jobs") for tag in ("zh-TW", "zh-SG")] == ["Jobs", "职位"]
    assert [problem.code for problem in problems] == ["message-missing"]
    catalogs, problems = catalogs_for(("zh-TW",), packaged, {"zh.po": po('msgid "Jobs"\nmsgstr "職缺"\n')})
    assert (catalogs["zh-TW"].gettext("Jobs"), problems) == ("職缺", ())


def test_an_unknown_language_is_a_warning() -> None:
    """It may be meant."""
    assert [problem.code for problem in unknown_languages(("fr", "tlh"), Origin("config.yaml"))] == ["language-unknown"]
