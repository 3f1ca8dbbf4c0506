"""Facts in words, compared between editions."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.drift import MOST, drift_of_addresses, drift_of_figures


def told(en: str, other: str, language: str = "fr") -> list[tuple[str, int]]:
    """Code and line of every problem; bodies begin at line 5."""
    texts = [manuscript(en), manuscript(other, language)]
    problems = [*drift_of_figures(texts), *drift_of_addresses(texts)]
    assert all(problem.origin.path.endswith((".en.md", f".{language}.md")) for problem in problems)
    return [(problem.code, problem.origin.line) for problem in problems]


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("over 1,200 cases", "plus de 1 200 cas"),
        ("over 1,200 cases", "plus de 1\u202f200 cas"),
        ("3,833.04 EUR a month", "3 833,04 € par mois"),
        ("from €3,000 to €4,000", "de 3 000 à 4 000 €"),
        ("at 8.15 am, 11 people", "à 8 h 15, 11 personnes"),
        ("every morning at 8.15", "chaque matin à 8 h 15"),
        ("at 4 pm", "à 16 h"),
        ("at noon", "à 12 h"),
        ("37 hours and 40 minutes", "37 h 40"),
        ("98% of trade", "98 % du commerce"),
        ("98 per cent", "98 pour cent"),
        ("no later than 18 November 2021", "au plus tard le 18 novembre 2021"),
        ("05-May-2024", "05-mai-2024"),
        ("on 1 March 2026", "le 1er mars 2026"),
        ("on 01/03/2021", "le 1er mars 2021"),
        ("within 15 days of 3 teams", "dans les quinze jours de trois équipes"),
        ("24 months", "vingt-quatre mois"),
        ("the 137th session", "la 137ème session"),
        ("the 21st century", "le XXIe siècle"),
        ("see [us](https://www.nato.int/cps/en/p123.htm)", "voir [ici](https://www.nato.int/cps/fr/p456.htm)"),
        ("see https://example.org/en/2024", "voir https://example.org/fr/2025"),
        ("write to jobs@acme.org", "écrire à emplois@acme.org"),
        ("[us](mailto:recruitment@acme.org)", "[nous](mailto:recrutement@acme.org)"),
        ("write to hr-en@acme.org", "écrire à hr-fr@acme.org"),
        ("a budget of $1.5 million", "un budget de 1,5 million de dollars"),
        ("the COVID-19 pandemic", "la pandémie de COVID‑19"),
        ("ISO27001 and 12 things", "ISO 27001 et 12 choses"),
        ("call +32 2 209 94 11", "appelez le 02/209.94.11"),
    ],
)
def test_the_same_in_two_languages_is_silent(en, fr):
    """However each writes it."""
    assert told(en, fr) == []


@pytest.mark.parametrize(
    ("code", "en", "fr"),
    [
        ("date-drift", "in May to July 2020", "en mai et juin 2020"),
        ("date-drift", "from 1 March 2026", "dès le 1er avril 2026"),
        ("amount-drift", "up to 3,000 EUR a month", "jusqu’à 3 500 EUR par mois"),
        ("amount-drift", "up to 3,000 EUR a month", "jusqu’à 3 000 CHF par mois"),
        ("percentage-drift", "98% of trade", "89 % du commerce"),
        ("number-drift", "over 1,200 cases", "plus de 1 300 cas"),
        ("number-drift", "4 years of work", "5 ans de travail"),
        ("number-drift", "at 4.05 pm", "à 16 h 50"),
        ("email-drift", "write to ana@acme.org", "écrire à anna@acme.org"),
        ("email-drift", "write to jobs@acme.org", "écrire à jobs@acne.org"),
        ("reference-drift", "reference HQ-2026/034", "référence HQ-2026/043"),
    ],
)
def test_another_fact_is_told_where_it_stands(code, en, fr):
    """On the line of the later edition, naming the line of the first."""
    assert told(f"One.\n\n{en}", f"Un.\n\nDeux.\n\n{fr}") == [(code, 9)]


def test_what_is_missing_is_told_where_it_is_not():
    """A date or a sum of one edition only; a plain number may be written out."""
    assert told("By 18 May 2026.", "Bientôt.") == [("date-drift", 5)]
    assert told("Soon.", "Un.\n\n98 % des cas.") == [("percentage-drift", 7)]
    assert told("We are 12.", "Nous sommes une douzaine.") == []
    assert told("We are 12.", "Nous sommes plusieurs.") == []


@pytest.mark.parametrize(
    ("language", "same", "other"),
    [
        ("es", "más de 1.200 casos, 3.000 EUR, 98 %, 18 de mayo de 2026", "más de 1.300 casos"),
        ("it", "oltre 1.200 casi, 3.000 EUR, 98%, 18 maggio 2026", "oltre 1.300 casi"),
        ("pt", "mais de 1 200 casos, 3.000 EUR, 98 por cento, 18 de maio de 2026", "mais de 1.300 casos"),
        ("ca", "més de 1.200 casos, 3.000 EUR, 98 per cent, 18 de maig del 2026", "més de 1.300 casos"),
        ("nl", "meer dan 1.200 gevallen, 3.000 EUR, 98%, 18 mei 2026", "meer dan 1.300 gevallen"),
        ("de", "über 1.200 Fälle, 3.000 EUR, 98 %, 18. Mai 2026", "über 1.300 Fälle"),
        ("ar", "أكثر من 1,200 حالة، 3,000 يورو، 98٪، 18 مايو 2026", "أكثر من 1,300 حالة"),
    ],
)
def test_all_languages_of_the_interface_are_compared(language, same, other):
    """Each by its own marks."""
    assert told("over 1,200 cases, 3,000 EUR, 98%, 18 May 2026", same, language) == []
    assert told("over 1,200 cases", other, language) == [("number-drift", 5)]


def test_a_language_that_is_not_read_has_no_drift():
    """Rather no answer than a wrong one."""
    assert told("on 18 May 2026", "18. května 2026", "cs") == []


def test_only_a_few_drifts_of_one_kind_are_told():
    """Two texts that have nothing in common are told so in three lines."""
    en = " ".join(f"{n} dogs," for n in range(100, 120))
    fr = " ".join(f"{n} chiens," for n in range(200, 220))
    assert len(told(en, fr)) == MOST
