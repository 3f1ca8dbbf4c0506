"""Words made comparable."""

from __future__ import annotations

import importlib
import pickle
import sys
from time import process_time

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from jobglot.language import language as known_of
from jobglot.tokens import ALGORITHMS, Lexicon, fold, raw_words


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (
            "fr",
            ["Assistant", "Assistante", "Assistant(e)", "assistant·e·s", "Assistant.e", "Assistant-e", "ASSISTANTES"],
        ),
        (
            "fr",
            ["Coordonnateur", "Coordonnatrice", "Coordonnateur·rice", "Coordonnateur/trice", "coordonnateurs(trices)"],
        ),
        ("fr", ["administrateur", "administratrice", "Administrateur(rice)", "administrateur•rice"]),
        ("fr", ["La directeur", "Le directeur", "La/Le directeur", "Directrice", "Directeur/rice", "Directeur/ice"]),
        ("fr", ["infirmier", "infirmière", "Infirmier·ère", "Infirmier(ère)", "Infirmier/ière"]),
        ("fr", ["technicien", "technicienne", "technicien.ne", "Technicien(ne)s", "technicien·nes"]),
        (
            "fr",
            [
                "ingénieur",
                "ingénieure",
                "INGÉNIEUR",
                "l'ingénieur",
                "l’ingénieur",
                "inge\u0301nieur",
                "ingé\u00adnieur",
            ],
        ),
        ("fr", ["vendeur", "vendeuse", "Vendeur/euse", "vendeur·se·s"]),
        (
            "de",
            [
                "Entwickler",
                "Entwicklerin",
                "Entwickler:in",
                "Entwickler*innen",
                "EntwicklerInnen",
                "Entwickler_in (m/w/d)",
            ],
        ),
        ("de", ["Kaufmann", "Kauffrau"]),
        ("en", ["salesman", "saleswoman", "salesperson"]),
        ("es", ["Ingeniero", "Ingeniera", "Ingeniero/a"]),
        ("es", ["Coordinador", "Coordinadora", "Coordinador(a)"]),
        ("it", ["direttore", "direttrice", "Direttrici", "Direttore/trice"]),
        ("it", ["professore", "professoressa", "Professore/ssa"]),
        ("pt", ["enfermeiro", "enfermeira", "Enfermeiro/a", "enfermeiros"]),
        ("pt", ["gestor", "gestora", "Gestor(a)", "gestores"]),
        ("ca", ["infermer", "infermera", "Infermer/a", "infermeres"]),
        ("ca", ["treballador", "treballadora", "Treballador/ora", "treballadores"]),
        ("nl", ["medewerker", "medewerkster", "Medewerker (m/v/x)", "Medewerk(st)er"]),
        ("pl", ["Specjalista", "Specjalistka", "specjaliści", "Specjalista/-ka"]),
        ("pl", ["nauczyciel", "nauczycielka", "nauczyciela", "nauczycielki"]),
        ("uk", ["Розробник", "розробниця", "розробники", "розробникам", "розробниць"]),
        ("uk", ["вчитель", "вчителька", "учителів"][:2]),
        ("ar", ["مهندس", "مهندسة", "المهندس", "مهندس/ة", "مُهَنْدِس"]),
    ],
)
def test_forms_that_only_tell_gender_number_or_typing_are_one_word(language: str, forms: list[str]) -> None:
    """However an author writes an occupation, it is the same term, once."""
    lexicon = Lexicon(language)
    assert {tuple(dict.fromkeys(lexicon.of(form))) for form in forms} == {lexicon.of(forms[0])}
    assert len(lexicon.of(forms[0])) == 1


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("C++ and C# (.NET), S3", ("c++", "c#", "net", "s3")),
        ("COVID‑19 tests in 2026", ("covid", "test")),
        ("« Œuvre » Straße", ("oeuvr", "strasse")),
        ("the job of your team", ()),
        ("日本語教師", ("日本", "本語", "語教", "教師")),
        ("ソフトウェア", ("ソフ", "フト", "トウ", "ウェ", "ェア")),
        ("", ()),
    ],
)
def test_names_of_tools_stay_and_what_says_nothing_goes(text: str, terms: tuple[str, ...]) -> None:
    """Small words, figures and punctuation are no terms; a script without spaces is read in pairs."""
    assert Lexicon("en").of(text) == terms


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("ja", "AWSエンジニアを募集します", ("aws", "エン", "ンジ", "ジニ", "ニア", "募集")),
        ("ja", "Javaの経験3年", ("java", "経験", "年")),
        ("ja", "佐々木さんは働く", ("佐々", "々木")),
        ("zh", "招聘Java工程师", ("招聘", "java", "工程", "程师")),
        ("ko", "개발자를 뽑습니다", ("개발", "발자", "자를", "뽑습", "습니", "니다")),
        ("th", "วิศวกรข้อมูล", ("วิศ", "ศว", "วก", "กร", "รข้", "ข้อ", "อมู", "มูล")),
        ("lo", "ວິສະວະກອນ", ("ວິສ", "ສະ", "ະວ", "ວະ", "ະກ", "ກອ", "ອນ")),
    ],
)
def test_scripts_without_spaces_are_read_by_pairs(language: str, text: str, terms: tuple[str, ...]) -> None:
    """Latin words amid them stay whole, marks stay with their letters; hiragana, which write grammar, say nothing."""
    assert Lexicon(language).of(text) == terms


def test_catalan_double_l_is_no_inclusive_form() -> None:
    """The middle dot also writes a long consonant."""
    assert Lexicon("ca").of("col·laborador") == Lexicon("ca").of("collaborador")


def test_a_language_without_an_algorithm_is_only_folded() -> None:
    """No guess is made about its endings."""
    assert Lexicon("mt").of("Għalliema tal-Matematika") == ("għalliema", "tal", "matematika")


def test_a_regional_tag_reads_as_its_language() -> None:
    """`fr-CA` has the stop words and endings of `fr`."""
    assert Lexicon("fr-CA").of("les développeuses") == Lexicon("fr").of("développeur")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays."""
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["en", "fr", "de", "nl", "ar", "zh"]))
def test_any_text_has_terms_without_spaces(text: str, language: str) -> None:
    """Whatever a body holds, also half a surrogate pair, reading it does not fail."""
    assert all(term and not term.isspace() for term in Lexicon(language).of(text + "\ud800"))
    assert raw_words(text) == raw_words(f" {text}\n")


@pytest.mark.parametrize("language", ["en", "fr", "es", "nl", "de", "pl", "ar", "it", "pt", "ca"])
def test_stems_are_the_same_without_the_compiled_stemmer(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyStemmer makes it faster, nothing else."""
    words = sorted(known_of(language).stop_words.split())
    fast = snowballstemmer.stemmer(ALGORITHMS[language]).stemWords(words)
    monkeypatch.setitem(sys.modules, "Stemmer", None)
    plain = importlib.reload(snowballstemmer)
    slow = plain.stemmer(ALGORITHMS[language]).stemWords(words)
    monkeypatch.undo()
    importlib.reload(snowballstemmer)
    assert slow == fast


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You will be part of our team"),
        ("fr", "Vous ferez partie de notre équipe"),
        ("es", "Se necesita experiencia en el puesto"),
        ("de", "Wir suchen für unser Team eine"),
        ("nl", "Wij zoeken voor ons team een"),
        ("ar", "مطلوب خبرة في هذا العمل"),
        ("pl", "Poszukujemy osoby do pracy w naszym zespole"),
        ("uk", "Ми шукаємо людину до нашої команди"),
    ],
)
def test_what_every_notice_says_is_nearly_silent(language: str, sentence: str) -> None:
    """In each language of the interface."""
    assert len(Lexicon(language).of(sentence)) <= 1


def test_a_lexicon_travels_as_what_it_was_made_of() -> None:
    """To other processes and machines, where it reads alike."""
    there = pickle.loads(pickle.dumps(Lexicon("en", frozenset(["chief"]))))
    assert there.of("Chief cooks") == ("cook",)


def test_a_word_without_end_is_read_in_no_time() -> None:
    """Such as what somebody pastes: from each of its letters, the look for inclusive forms went to its end."""
    began = process_time()
    Lexicon("fr").of("é" * 100_000)
    assert process_time() - began < 1
