"""Pay of notices."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobglot.importing.money import find_currency, find_period, read_amount, read_salary, with_period, written


@pytest.mark.parametrize(
    ("figure", "language", "amount"),
    [
        ("3,833.04", "en", "3833.04"),
        ("3 833,04", "fr", "3833.04"),
        ("3\u202f833,04", "fr", "3833.04"),
        ("1,200", "en", "1200"),
        ("1.200", "nl", "1200"),
        ("1.200.000", "en", "1200000"),
        ("90'000", "de", "90000"),
        ("12,5", "fr", "12.5"),
        ("45k", "en", "45000"),
    ],
)
def test_separators_are_those_of_the_language(figure, language, amount):
    """The last one before two figures is a decimal sign; before three, a language decides."""
    assert read_amount(figure, language) == Decimal(amount)


def test_a_figure_that_could_be_two_is_not_read():
    """`3.000` is three in English; nobody is paid three."""
    assert read_amount("3.000", "en") is None
    assert read_amount("3,000", "fr") is None


@pytest.mark.parametrize(
    ("text", "language", "salary"),
    [
        ("2,041.50Euro (EUR) Monthly", "en", {"amount": "2041.50", "currency": "EUR", "per": "month"}),
        ("2 041,50Euro (EUR) Mensuelle", "fr", {"amount": "2041.50", "currency": "EUR", "per": "month"}),
        ("Salary up to 2,850 EUR/month", "en", {"max": "2850", "currency": "EUR", "per": "month"}),
        ("à partir de 18 € de l’heure", "fr", {"min": "18", "currency": "EUR", "per": "hour"}),
        ("3.000 bis 3.600 € pro Monat", "de", {"min": "3000", "max": "3600", "currency": "EUR", "per": "month"}),
        ("€45k–€55k per year", "en", {"min": "45000", "max": "55000", "currency": "EUR", "per": "year"}),
        (
            "From 1 March 2027, with a salary between € 2.800 and € 3.400 per month",
            "en",
            {"min": "2800", "max": "3400", "currency": "EUR", "per": "month"},
        ),
        (
            "From 2027: 3,000 - 3,500 EUR a month",
            "en",
            {"min": "3000", "max": "3500", "currency": "EUR", "per": "month"},
        ),
        ("da 1.850 a 2.100 € al mese", "it", {"min": "1850", "max": "2100", "currency": "EUR", "per": "month"}),
        ("月薪15000-20000元", "zh", {"min": "15000", "max": "20000", "currency": "CNY", "per": "month"}),
        ("每月15k元", "zh", {"amount": "15000", "currency": "CNY", "per": "month"}),
        ("6,50 € por hora", "pt", {"amount": "6.50", "currency": "EUR", "per": "hour"}),
        ("R$ 5.000,00 por mês", "pt", {"amount": "5000", "currency": "BRL", "per": "month"}),
        ("fins a 32.000 € l’any", "ca", {"max": "32000", "currency": "EUR", "per": "year"}),
        ("US$ 80,000 a year", "en", {"amount": "80000", "currency": "USD", "per": "year"}),
    ],
)
def test_a_salary_has_figure_currency_and_period(text, language, salary):
    """Bounds are told by their words in each language."""
    assert read_salary(text, language) == salary


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("minimaal € 2.500 en maximaal € 3.200 per maand", "nl"),
        ("Je verdient minimaal € 2.500 bruto per maand en maximaal € 3.200.", "nl"),
        ("tussen minimum 2.500 EUR en maximum 3.200 EUR per maand", "nl"),
        ("van minimaal € 2.500 tot maximaal € 3.200 bruto per maand", "nl"),
        ("min. € 2.500 - max. € 3.200 per maand", "nl"),
        ("minstens 2.500 en ten hoogste 3.200 euro per maand", "nl"),
        ("at least €2,500 and at most €3,200 a month", "en"),
        ("Minimum: €2,500, maximum: €3,200 monthly", "en"),
        ("from €2,500 up to €3,200 per month", "en"),
        ("mindestens 2.500 € und höchstens 3.200 € im Monat", "de"),
        ("ab 2.500 € bis maximal 3.200 € monatlich", "de"),
        ("au moins 2 500 € et au plus 3 200 € par mois", "fr"),
        ("entre 2 500 € minimum et 3 200 € maximum par mois", "fr"),
        ("un mínimo de 2.500 € y un máximo de 3.200 € al mes", "es"),
        ("desde 2.500 € hasta 3.200 € al mes", "es"),
        ("minimo 2.500 € e massimo 3.200 € al mese", "it"),
        ("a partire da 2.500 € fino a 3.200 € mensili", "it"),
        ("mínimo de 2.500 € e máximo de 3.200 € por mês", "pt"),
        ("un mínim de 2.500 € i un màxim de 3.200 € al mes", "ca"),
        ("co najmniej 2500 EUR i maksymalnie 3200 EUR miesięcznie", "pl"),
        ("мінімум 2500 EUR, максимум 3200 EUR на місяць", "uk"),
        ("не менше 2500 EUR і не більше 3200 EUR на місяць", "uk"),
        ("щонайменше 2500 EUR і щонайбільше 3200 EUR на місяць", "uk"),
        ("最低2500欧元，最高3200欧元，每月", "zh"),
    ],
)
def test_two_bounds_are_a_range(text, language):
    """Whatever words of currency, period and grammar stand between them."""
    assert read_salary(text, language) == {"min": "2500", "max": "3200", "currency": "EUR", "per": "month"}


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("maximaal € 3.200 per maand", "nl", {"max": "3200"}),
        ("3 200 € maximum par mois", "fr", {"max": "3200"}),
        ("2 500 € minimum par mois", "fr", {"min": "2500"}),
        ("2.500 € ab Januar, im Monat", "de", {"amount": "2500"}),
        ("الراتب حتى 5000 يورو شهريا", "ar", {"max": "5000"}),
        ("الراتب لا يقل عن 3000 يورو شهريا", "ar", {"min": "3000"}),
        ("do 8000 zł miesięcznie", "pl", {"max": "8000"}),
        ("mindestens 2.500 € im Monat und bis zu 2.800 Kunden", "de", {"min": "2500"}),
        ("at least €30 per hour and at most 38 hours", "en", {"min": "30"}),
        ("at least €30,000 a year and up to €5,000 of bonus", "en", {"min": "30000"}),
        ("at least €2,500 a month. Up to €3,200 of premium", "en", {"min": "2500"}),
    ],
)
def test_a_figure_of_something_else_is_no_bound(text, language, bound):
    """Nor one that is less than the least."""
    found = read_salary(text, language)
    assert found is not None
    assert {key: value for key, value in found.items() if key not in ("currency", "per")} == bound


def test_nothing_is_guessed():
    """Without currency or period, or with two of them, there is no salary."""
    for text in ("3,000 a month", "3,000 EUR", "3,000 EUR or 3,200 USD a month", "competitive", "13 months"):
        assert read_salary(text, "en") is None, text
    assert find_currency("EUR 10 or CHF 10") == ""
    assert find_period("per day or month") == ""


def test_amounts_are_written_as_front_matter_reads_them():
    """Whole amounts without decimals, others with two."""
    assert [written(Decimal(text)) for text in ("3000", "3000.0", "3833.04", "12.5")] == [
        "3000",
        "3000",
        "3833.04",
        "12.50",
    ]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Salaire annuel", "45 000 € / year"),
        ("Bruto maandloon", "45 000 € / month"),
        ("Jahresgehalt", "45 000 € / year"),
        ("Pay", "45 000 €"),
    ],
)
def test_a_label_tells_the_period_where_the_value_does_not(label, said):
    """Also within a compound; what the value says goes first."""
    assert with_period("45 000 €", label) == said
    assert with_period("20 € / hour", label) == "20 € / hour"
