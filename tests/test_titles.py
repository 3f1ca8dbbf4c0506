"""Titles that say too little, or too much."""

from __future__ import annotations

import pytest
from builders import manuscript, posting

from jobglot.titles import titles_hold_no_code, titles_hold_no_pay, titles_tell_the_job


def told(rule, title, language="en", job=None):
    """The problems of one title, all of them at its key."""
    text = manuscript("Text.", language, title=title)
    problems = list(rule(job or posting(), [text]))
    assert all(problem.origin == text.title_origin for problem in problems)
    return [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Assistant", "en"),
        ("Vacancy", "en"),
        ("Manager (m/f/x)", "en"),
        ("Job offer", "en"),
        ("Assistant(e)", "fr"),
        ("Chargé·e", "fr"),
        ("Offre d’emploi", "fr"),
        ("Técnico/a", "es"),
        ("Offerta di lavoro", "it"),
        ("Impiegato/a", "it"),
        ("Vaga de emprego", "pt"),
        ("Gestor(a)", "pt"),
        ("Tècnic/a", "ca"),
        ("Medewerker (m/v/x)", "nl"),
        ("Mitarbeiter:in (m/w/d)", "de"),
        ("مهندس", "ar"),
        ("Specjalista/-tka (k/m)", "pl"),
        ("Oferta pracy", "pl"),
        ("Фахівець (ч/ж)", "uk"),
        ("工程师", "zh"),
    ],
)
def test_a_word_alone_is_no_title(title, language):
    """Whatever its gender marks."""
    assert len(told(titles_tell_the_job, title, language)) == 1


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Assistant, Public Relations", "en"),
        ("Nurse", "en"),
        ("Stage manager", "en"),
        ("Project Manager", "en"),
        ("Infirmier·ère", "fr"),
        ("Specjalista/-tka ds. kadr", "pl"),
        ("Фахівець із закупівель", "uk"),
        ("数据工程师", "zh"),
        ("Assistant·e administratif·ve", "fr"),
        ("Chef·fe de projet", "fr"),
        ("Técnico/a de laboratorio", "es"),
        ("Infermiere/a", "it"),
        ("Assistente sociale", "it"),
        ("Enfermeiro/a", "pt"),
        ("Educatore·rice", "it"),
        ("Autista", "it"),
        ("Vendedor(a)", "pt"),
        ("Cuiner/a", "ca"),
        ("Buchhalter:in", "de"),
        ("Asistent", "cs"),
    ],
)
def test_a_trade_or_a_field_makes_a_title(title, language):
    """One word is enough if it names a trade."""
    assert told(titles_tell_the_job, title, language) == []


@pytest.mark.parametrize(
    "title",
    [
        "Programme Management Assistant (240655)",
        "Data engineer – ref. 2026/17",
        "Data engineer HQ-2026-034",
        "Data engineer #4711",
        "Data engineer - 240655",
        "240655 - Data engineer",
        "Ingénieur·e de données (réf. 26-14)",
    ],
)
def test_codes_do_not_belong_into_titles(title):
    """They have a key of their own."""
    assert len(told(titles_hold_no_code, title)) == 1


def test_the_postings_own_reference_is_known_by_itself():
    """However it looks."""
    assert told(titles_hold_no_code, "Data engineer XB-7", job=posting(reference="XB-7"))
    assert told(titles_hold_no_code, "Data engineer XB-7") == []


@pytest.mark.parametrize(
    "title",
    ["Summer intern (2026)", "Season 2026/27", "3D animator", "ISO 9001 auditor", "Level 2 support", "SEACOP V"],
)
def test_years_and_names_with_figures_are_no_codes(title):
    """Some numbers say what the job is."""
    assert told(titles_hold_no_code, title) == []


@pytest.mark.parametrize(
    "title",
    ["Nurse €3,200", "Infirmier·ère, 3 200 € par mois", "Developer 60k-70k", "Cook, EUR 2500", "Driver $25 per hour"],
)
def test_pay_does_not_belong_into_titles(title):
    """It has a key of its own."""
    assert len(told(titles_hold_no_pay, title)) == 1


@pytest.mark.parametrize("title", ["3D animator", "Euro banknotes curator", "Kite surfer K 2", "40-hour nurse"])
def test_other_figures_are_no_pay(title):
    """A currency makes the difference."""
    assert told(titles_hold_no_pay, title) == []
