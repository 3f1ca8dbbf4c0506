"""The words of the texts, for typed search."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate

import pytest
from boards import trilingual
from builders import edition, posting

from jobglot.listings import readable
from jobglot.model import Body
from jobglot.words import (
    DETAILED_UP_TO,
    folded_words,
    part_count,
    part_json,
    part_of,
    words_by_part,
    words_json,
)


def test_words_are_folded_and_told_once() -> None:
    """Sorted, so that the file is the same whatever the order of the text."""
    texts = (
        edition("fr", body=Body(text="Médiateur·rice. L’Œuvre, l’œuvre; ÉTÉ été!")),
        edition("en", body=Body(text="A gap")),
    )
    board = trilingual(posting("a", editions=texts), posting("b", editions=(edition("en"),)))
    assert json.loads(words_json(board, "fr"))["postings"][0] == "ete mediateur oeuvre rice"
    assert json.loads(words_json(board, "en"))["postings"][0] == "gap"


def test_letters_that_unicode_does_not_take_apart_are_folded_too() -> None:
    """As a reader without that key types them."""
    assert folded_words("Straße Ærø Łódź İzmir مَدْرَسَة") == ["strasse", "aero", "lodz", "izmir", "مدرسه"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("データ基盤、AWSの設計", ["デー", "ータ", "タ基", "基盤", "aws", "の設", "設計"]),
        ("ﾃﾞｰﾀ・佐々木", ["デー", "ータ", "佐々", "々木"]),
        ("招聘Java工程师", ["招聘", "java", "工程", "程师"]),
        ("개발자를", ["개발", "발자", "자를"]),
        ("ข้อมูล", ["ขอ", "อม", "มล"]),
        ("प्रबंधक", ["परबधक"]),
        ("C++, C# & Python (R&D)", ["c++", "c#", "python"]),
        ("l’intel·ligència, coŀlegi, col.legi; l· l", ["intelligencia", "collegi", "collegi"]),
        ("ΑΝΑΛΥΤΗΣ λόγος", ["αναλυτησ", "λογοσ"]),
        ("المؤسسة وبالتقارير للمهندسين الو", ["موسسه", "تقارير", "مهندسين", "الو"]),
    ],
)
def test_any_script_can_be_looked_through(text: str, words: list[str]) -> None:
    """Pairs where no space tells words apart; the Arabic article is no part of a word, a final sigma a sigma."""
    assert folded_words(text) == words


def test_many_postings_have_their_words_in_parts() -> None:
    """Every word stands in the part of its first letters, with the rows of the postings that have it."""
    texts = [f"Boulangers {at % 3}00 pain" + (" été" if at == 7 else "") for at in range(DETAILED_UP_TO + 1)]
    many = [
        posting(f"job-{at:04}", editions=(edition("fr", summary="Cuire", body=Body(text=text)),))
        for at, text in enumerate(texts)
    ]
    board = trilingual(*many)
    assert part_count(trilingual(*many[:3]), "fr") == 0
    parts = words_by_part(board, "fr")
    assert len(parts) == part_count(board, "fr") == 256
    rows = {word: list(accumulate(steps)) for part in parts for word, steps in part.items()}
    order = readable(board.postings, board.open, "fr", board.config.fallback)
    assert rows.keys() == {"boulangers", "pain", "cuire", "ete", "000", "100", "200"}
    assert rows["pain"] == rows["cuire"] == list(range(len(many)))
    assert [order[row] for row in rows["ete"]] == ["job-0007"]
    assert {order[row] for row in rows["200"]} == {f"job-{at:04}" for at in range(2, len(many), 3)}
    for number, part in enumerate(parts):
        assert all(part_of(word, len(parts)) == number for word in part)
        assert json.loads(part_json(part)) == part


def test_there_are_more_parts_the_more_postings_there_are() -> None:
    """So that each stays small."""
    jobs = {f"j{at}": posting(f"j{at}", editions=(edition("en"),)) for at in range(5_121)}
    board = replace(trilingual(), postings=jobs, open=tuple(jobs))
    assert part_count(board, "en") == 512
