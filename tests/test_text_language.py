"""Which language a text is in."""

from __future__ import annotations

import pytest

from jobglot.text_language import language_of, languages_in, scores


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "You will look after the gauges and answer the letters of those who write to us."),
        ("fr", "Vous prenez soin des marégraphes et répondez aux lettres de ceux qui nous écrivent."),
        ("es", "Se pide una persona que no tenga miedo de la soledad ni de las escaleras."),
        ("it", "Si cerca una persona che non abbia paura della solitudine né delle scale."),
        ("pt", "Procura-se uma pessoa que não tenha medo da solidão nem das escadas."),
        ("ca", "Teniu cura dels fars i responeu les cartes de qui ens escriu des de les illes."),
        ("nl", "Je hebt geen hoogtevrees en je woont graag alleen op een plek waar het waait."),
        ("de", "Sie haben keine Angst vor der Höhe und wohnen gern allein an einem Ort, an dem es weht."),
        ("pl", "Nie boisz się wysokości i lubisz mieszkać tam, gdzie wieje wiatr."),
        ("uk", "Ви не боїтеся висоти й любите жити там, де віє вітер."),
    ],
)
def test_small_words_tell_the_language(tag, text):
    """In each language that labels are read in."""
    assert language_of(text) == tag


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ja", "データ基盤の設計と運用を担当していただきます。AWSの経験がある方を歓迎します。"),
        ("zh", "负责数据平台的设计与维护，熟悉Python和SQL。"),
        ("ko", "데이터 플랫폼을 설계하고 운영합니다."),
        ("th", "ออกแบบและดูแลระบบฐานข้อมูลขององค์กร"),
        ("el", "Ζητούμε μηχανικό δεδομένων για την Αθήνα."),
        ("he", "אנחנו מחפשים מהנדס נתונים"),
    ],
)
def test_a_script_of_one_language_tells_it(tag, text):
    """Without small words; but not where only a name is in it, nor where that language is not asked for."""
    assert language_of(text) == tag
    assert language_of(text, ("en", "fr")) == ""
    assert language_of(f"You will work with the team of {text[:12]} and answer the letters of those who write") == "en"


def test_what_one_language_explains_speaks_for_no_other():
    """Half the words of a French text are Catalan as well."""
    french = "Vous prenez soin des lampes et de la mer, et répondez à ceux qui les voient de la côte et du large."
    english = "You look after the lamps, and answer those who see them from the coast."
    assert languages_in(french) == ("fr",)
    assert set(languages_in(f"{french}\n{english}")) == {"fr", "en"}
    assert languages_in("ACME 2027") == ()


def test_a_neighbour_is_not_taken_for_a_language_that_is_known():
    """Russian and Czech share small words with Ukrainian and Polish, and have letters of their own."""
    for text in (
        "Мы ищем инженера для работы в команде. Опыт работы от трёх лет, знание языков и умение работать с людьми.",
        "Hledáme kolegyni nebo kolegu do našeho týmu. Práce na plný úvazek v Praze, nástup od ledna.",
    ):
        assert language_of(text) == "", text


def test_names_and_figures_tell_nothing():
    """Rather no answer than a wrong one."""
    for text in ("", "ACME 2027", "Harbour Data Officer", "Openbaar bestuur"):
        assert language_of(text) == "", text


def test_two_languages_in_one_text_are_none():
    """A text half in one and half in another is cut first."""
    assert language_of("the sea and the coast of the north, la mer et la côte du nord et de l’ouest") == ""


def test_the_answer_does_not_depend_on_case_or_accents():
    """A notice in capitals without accents is in the same language."""
    text = "Sous la conduite de la cheffe d’unité, vous prenez soin des marégraphes"
    assert scores(text)["fr"] == scores(text.upper().replace("É", "E"))["fr"]
