"""The build of editions, and whether they were translated."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.structure import build_of, drift_of_structure, texts_are_translated

BOARD = ("en", "fr")
EN = """## The work

- Look after the gauges of the coast.
- Answer the letters of those who write to us.

## You

You are not afraid of heights, and you like to be alone where the wind is.
"""
FR = """## Le travail

- Prendre soin des marégraphes de la côte.
- Répondre aux lettres de ceux qui nous écrivent.

## Vous

Vous n’avez pas le vertige et vous aimez être seul·e là où souffle le vent.
"""


def told(en: str, fr: str) -> list[tuple[str, str, int]]:
    """Code, language and line of every problem."""
    texts = [manuscript(en), manuscript(fr, "fr")]
    problems = [*drift_of_structure(texts), *texts_are_translated(texts, BOARD)]
    return [(p.code, p.origin.path.split(".")[1], p.origin.line) for p in problems]


def test_two_editions_of_one_build_are_silent():
    """As translations are."""
    assert told(EN, FR) == []


def test_a_missing_point_is_told_at_its_section():
    """Not at the top of the file."""
    assert told(EN, FR.replace("- Répondre aux lettres de ceux qui nous écrivent.\n", "")) == [("list-drift", "fr", 5)]
    assert told(EN, "\n\n" + FR.replace("souffle le vent.", "souffle le vent.\n\n- Et\n- quoi encore\n")) == [
        ("list-drift", "fr", 12)
    ]


def test_a_missing_section_is_told():
    """With the number of headings on both sides; the lists are then compared as a whole."""
    assert told(EN, FR.replace("## Vous\n", "")) == [("heading-drift", "fr", 5)]


def test_code_and_rules_are_no_build():
    """A line of hyphens is no list, and what stands in a code block is none either."""
    build = build_of(manuscript("# One\n\n---\n\n```\n- no\n# no\n```\n\n1. yes\n   - yes\n* * *\n"))
    assert (len(build.headings), [len(items) for items in build.items]) == (1, [0, 3])


def test_a_much_shorter_edition_is_told():
    """Where the longer text is long enough to tell."""
    long = EN + "\n" + "The coast is long and the sea is not quiet. " * 20
    assert ("length-drift", "fr", 5) in told(long, FR)
    assert told("Short.", "Bref, mais tout de même un peu plus long.") == []


def test_scripts_that_say_more_with_fewer_signs_are_no_shorter():
    """A Japanese edition has two signs for five English letters."""
    long = "You will design and run the pipelines that bring together the data of our departments. " * 8
    texts = {
        "ja": "各部門のデータを統合するパイプラインの設計と運用を担当していただきます。",
        "zh-Hans": "您将设计并运行汇集我们各部门数据的管道。",
        "ko": "각 부서의 데이터를 통합하는 파이프라인을 설계하고 운영합니다.",
    }
    for language, text in texts.items():
        assert list(drift_of_structure([manuscript(long), manuscript(text * 8, language)])) == []
        (problem,) = drift_of_structure([manuscript(long), manuscript(text * 2, language)])
        assert problem.code == "length-drift"


def test_a_copy_is_told_and_so_is_a_paragraph_left_in_the_first_language():
    """The whole text at its beginning, a paragraph at its line; a copy is not told twice."""
    assert told(EN, EN) == [("untranslated", "fr", 5)]
    left = "You will be asked to climb a ladder of thirty metres in any weather, and to write down what you read."
    assert told(f"{EN}\n{left}\n", f"{FR}\n{left}\n") == [("untranslated", "fr", 14)]


def test_a_text_in_another_language_than_its_file_says_is_told():
    """French text in a file that ends in .en.md."""
    long = FR.replace("Vous n’avez", "Le vent est fort et la mer est grise dans ce pays où il pleut. Vous n’avez")
    (problem,) = texts_are_translated([manuscript(long)], BOARD)
    assert (problem.code, problem.origin.line) == ("text-language", 5)
    assert "“fr”" in problem.message
    assert problem.remedy == "rename the file to data-engineer.fr.md, or translate the text"
    assert list(texts_are_translated([manuscript(long, "fr")], BOARD)) == []


@pytest.mark.parametrize(
    ("languages", "told", "remedy"),
    [
        (("en", "fr-CA"), "“fr-CA”", "rename the file to data-engineer.fr-CA.md, or translate the text"),
        (
            ("en", "fr", "fr-CA"),
            "“fr” or “fr-CA”",
            "rename the file to data-engineer.fr.md or data-engineer.fr-CA.md, or translate the text",
        ),
        (
            ("en", "nl"),
            "“fr”",
            "translate the text; or add “fr” to “languages” in config.yaml, and rename the file",
        ),
    ],
)
def test_the_language_is_named_as_the_board_does(languages: tuple[str, ...], told: str, remedy: str):
    """With its region, where the board has one; by its plain tag where it has not that language."""
    french = FR.replace("Vous n’avez", "Le vent est fort et la mer est grise dans ce pays où il pleut. Vous n’avez")
    (problem,) = texts_are_translated([manuscript(french)], languages)
    assert problem.message == f"the text reads as {told}, and the file's name says “en”"
    assert problem.remedy == remedy


def test_a_text_in_the_language_of_a_sibling_is_not_to_take_its_name():
    """Their texts may have changed places, whatever region the board writes with its languages."""
    french = FR.replace("Vous n’avez", "Le vent est fort et la mer est grise dans ce pays où il pleut. Vous n’avez")
    first = manuscript(french, "en-US")
    remedies = [
        next(texts_are_translated([first, manuscript(text, "fr-CA", path="a.fr-CA.md")], BOARD)).remedy
        for text in (EN, FR)
    ]
    assert remedies == [
        "exchange it with that of a.fr-CA.md, or translate the text",
        "translate the text, or delete this edition",
    ]


def test_short_texts_and_unknown_languages_are_not_judged():
    """Names alone tell no language."""
    assert list(texts_are_translated([manuscript("La vie est belle.")], BOARD)) == []
    assert list(texts_are_translated([manuscript(EN * 3, "cs")], BOARD)) == []
