"""Facts in running text."""

from __future__ import annotations

from time import process_time

import pytest

from jobglot.importing import text_facts
from jobglot.importing.lines import to_lines


@pytest.mark.parametrize(
    "text",
    [
        "Please submit your application no later than 3 March 2026.",
        "Veuillez envoyer votre candidature au plus tard le 3 mars 2026.",
        "Las candidaturas se envían hasta el 3 de marzo de 2026.",
        "Solliciteren kan tot en met 3 maart 2026.",
        "La domanda va presentata entro il 3 marzo 2026.",
        "As candidaturas devem ser enviadas até 3 de março de 2026.",
        "Les sol·licituds s’han d’enviar fins al 3 de març del 2026.",
        "Bewerbungen bitte bis zum 3. März 2026 einsenden.",
        "The deadline is 3 March 2026.",
        "Les candidatures sont à envoyer pour le 3 mars 2026 au plus tard.",
        "La clôture des inscriptions est fixée au 3 mars 2026.",
        "Bezorg je kandidatuur ten laatste op 3 maart 2026.",
    ],
)
def test_a_deadline_stands_near_words_of_ending_in_a_sentence_on_applying(text):
    """In each language that labels are read in."""
    assert text_facts.deadlines(to_lines(text), day_first=True) == ["2026-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "The office was founded on 3 March 1952.",
        "On 3 March 2020 the harbour was closed until further notice.",
        "Applications were received. The report of 3 March 2020 says so.",
    ],
)
def test_other_dates_are_no_deadlines(text):
    """Notices are full of history."""
    assert text_facts.deadlines(to_lines(text), day_first=True) == []


def test_ways_to_apply_have_addresses_and_audiences():
    """An address for questions is not one of them."""
    text = (
        "Send your application to jobs@tides.example.\n"
        "- For all other candidates: www.tides.example/jobs.\n"
        "For any questions on the application, write to help@tides.example.\n"
        "Or by post:\nTide Office\nQuay 12\n1000 Brussels\n\nWe look forward to it."
    )
    ways = text_facts.ways(to_lines(text))
    assert [(way.email or way.url or way.post, way.audience) for way in ways] == [
        ("jobs@tides.example", ""),
        ("https://www.tides.example/jobs", "All other candidates"),
        ("Tide Office\nQuay 12\n1000 Brussels", ""),
    ]
    assert text_facts.asking_address(to_lines(text)) == "help@tides.example"


def test_a_postal_address_follows_words_of_posting():
    """Several short lines, one with a figure."""
    text = "Send your application by e-mail to a@b.example\nOr by mail to:\nTide Office\nQuay 12\n1000 Brussels\n"
    assert text_facts.ways(to_lines(text))[1].post == "Tide Office\nQuay 12\n1000 Brussels"


@pytest.mark.parametrize(
    ("text", "contract"),
    [
        (
            "- Contract of nine (9) months (no possibility of extension);\n- Probationary period: one (1) month;",
            {"kind": "fixed_term", "months": 9, "renewable": False, "probation_months": 1},
        ),
        (
            "Contrat proposé (hors détachement) : contrat d’une durée déterminée de trois ans, renouvelable.",
            {"kind": "fixed_term", "months": 36, "renewable": True},
        ),
        (
            "Contratto a tempo determinato di due anni, rinnovabile.\n- Periodo di prova: due mesi.",
            {"kind": "fixed_term", "months": 24, "renewable": True, "probation_months": 2},
        ),
        ("Contrato sem termo.", {"kind": "permanent"}),
        (
            "Contrato a termo de seis meses, com período experimental de 30 dias e 22 dias de férias.",
            {"kind": "fixed_term", "months": 6},
        ),
        ("A 12-month contract with a three-month probation.", {"probation_months": 3}),
        ("We offer a permanent contract.", {"kind": "permanent"}),
        ("Five years of experience with contracts are asked for.", {}),
    ],
)
def test_contracts_are_told_in_sentences(text, contract):
    """Kind, length, renewal and probation."""
    assert text_facts.contract(to_lines(text)) == contract


def test_hours_leave_and_experience():
    """Figures that only count with their words."""
    lines = to_lines(
        "36 hours and 30 minutes weekly\n28 days of annual paid leave\nAt least two (2) years of experience are asked."
    )
    assert text_facts.hours_per_week(lines) == "36:30"
    assert text_facts.leave_days(lines) == 28
    assert text_facts.experience_months(lines) == 24
    assert text_facts.hours_per_week(to_lines("38 uur per week")) == "38"
    assert text_facts.hours_per_week(to_lines("36 ore alla settimana")) == "36"
    assert text_facts.hours_per_week(to_lines("37,5 hores setmanals")) == "37.5"
    assert text_facts.leave_days(to_lines("um período experimental de 30 dias e 22 dias de férias")) == 22
    assert text_facts.starts(to_lines("Les persones interessades, abans del desembre de 2026")) == ""
    assert text_facts.experience_months(to_lines("Almeno due anni di esperienza")) == 24
    assert text_facts.hours_per_week(to_lines("37,5 heures par semaine")) == "37.5"


@pytest.mark.parametrize(
    ("text", "hours", "leave"),
    [
        ("Praca w wymiarze 40 godzin tygodniowo.\nOferujemy 26 dni urlopu.", "40", 26),
        ("Робочий час: 38 годин на тиждень.\nНадаємо 24 календарні дні відпустки.", "38", 24),
        ("العمل 38 ساعة في الأسبوع.\nنمنح 30 يوما من الإجازة السنوية.", "38", 30),
    ],
)
def test_hours_and_leave_are_told_in_languages_of_other_families(text, hours, leave):
    """With the case that a number asks for."""
    assert text_facts.hours_per_week(to_lines(text)) == hours
    assert text_facts.leave_days(to_lines(text)) == leave


@pytest.mark.parametrize(
    "text",
    [
        "Contrato a termo de 12 meses, não renovável.",
        "Contratto a tempo determinato di 12 mesi, senza possibilità di rinnovo.",
        "Contracte de durada determinada de 12 mesos, sense possibilitat de pròrroga ni prorrogable.",
        "Een contract van bepaalde duur van 12 maanden, zonder verlenging.",
        "Umowa na czas określony, 12 miesięcy, bez możliwości przedłużenia.",
        "Строковий договір на 12 місяців без можливості продовження.",
        "عقد محدد المدة لمدة 12 شهرا غير قابل للتجديد.",
    ],
)
def test_what_is_not_renewed_is_told_in_every_language(text):
    """“Without” is as good as “not”."""
    assert text_facts.contract(to_lines(text)) == {"kind": "fixed_term", "months": 12, "renewable": False}


@pytest.mark.parametrize(
    "text",
    [
        "Oferta ważna do czasu obsadzenia stanowiska.",
        "Вакансія відкрита до заповнення вакансії.",
        "本职位招满为止。",
        "باب التقديم مفتوح حتى يتم شغل الوظيفة.",
    ],
)
def test_until_filled_is_told_in_languages_of_other_families(text):
    """No date is needed then."""
    assert text_facts.is_open(to_lines(text))


def test_experience_with_an_alternative_is_left_to_people():
    """Four years, or two with a diploma, is not one figure."""
    assert text_facts.experience_months(to_lines("At least 4 years of experience, or 2 years with a diploma")) is None


def test_a_deduction_is_no_salary():
    """Nor is a budget to be managed."""
    text = "Insurance of 40 EUR a month is deducted from the salary.\nThe salary is 2,850 EUR a month."
    assert text_facts.salary(to_lines(text), "en") == {"amount": "2850", "currency": "EUR", "per": "month"}
    assert text_facts.salary(to_lines("You pay out a budget of 90,000 EUR a year."), "en") is None


def test_pay_hours_leave_and_length_as_towns_write_them():
    """In compounds, behind strokes, and in brackets."""
    text = (
        "Barème : A1sp – min. 3.453,71 € brut / mois.\n"
        "Vollzeit (38 Std./Woche) mit unbefristetem Vertrag und 26 Urlaubstagen.\n"
        "Contract van bepaalde duur (1 jaar, verlengbaar)."
    )
    lines = to_lines(text)
    assert text_facts.salary(lines[:1], "fr") == {"min": "3453.71", "currency": "EUR", "per": "month"}
    assert (text_facts.hours_per_week(lines), text_facts.leave_days(lines)) == ("38", 26)
    assert text_facts.contract(lines[1:2]) == {"kind": "permanent"}
    assert text_facts.contract(lines[2:]) == {"kind": "fixed_term", "months": 12, "renewable": True}
    monthly = to_lines("Een brutomaandloon van € 2.850,12.")
    assert text_facts.salary(monthly, "nl") == {"amount": "2850.12", "currency": "EUR", "per": "month"}


def test_a_condition_in_capitals():
    """With or without accents."""
    assert text_facts.is_condition("SUBJECT TO FUNDING")
    assert text_facts.is_condition("SOUS RESERVE DE FINANCEMENT")
    assert not text_facts.is_condition("Subject to funding")
    assert not text_facts.is_condition("CONTRACT")


def test_addresses_lose_the_full_stop_of_their_sentence():
    """And gain a scheme."""
    assert text_facts.urls("See www.tides.example/jobs. Or (https://a.example/b).") == [
        "https://www.tides.example/jobs",
        "https://a.example/b",
    ]


def test_brackets_that_nobody_closes_are_read_in_no_time():
    """As what goes wrong in a feed; the time once grew with the cube of their number."""
    began = process_time()
    text_facts.contract(to_lines("Cook\n\n" + "[a](" * 10_000))
    assert process_time() - began < 3
