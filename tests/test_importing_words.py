"""Closed lists in the words of notices."""

from __future__ import annotations

import pytest

from jobglot.codes import CURRENCIES
from jobglot.importing.words import contract_kind, employment_types, is_open_ended, months_in, remote_of
from jobglot.model import ContractKind, EmploymentType, PayPeriod, Remote
from jobglot.wordlists import values


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Full-time", ["full_time"]),
        ("Voltijds", ["full_time"]),
        ("Temps plein", ["full_time"]),
        ("jornada completa", ["full_time"]),
        ("Teilzeit", ["part_time"]),
        ("Tempo pieno e indeterminato", ["full_time"]),
        ("tempo integral", ["full_time"]),
        ("mitja jornada", ["part_time"]),
        ("Indépendant / Entrepreneur Individuel", ["contractor"]),
        ("FULL_TIME, INTERN", ["full_time", "intern"]),
        ("stage", ["intern"]),
        ("whenever you like", []),
    ],
)
def test_working_time_is_told_in_any_language(text, kinds):
    """Several at once, in the order of the front matter's list."""
    assert employment_types(text) == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Contrat de prestation de services", "service"),
        ("fixed-term contract of 2 years", "fixed_term"),
        ("contrat d’une durée déterminée, puis d’une durée indéterminée", "fixed_term"),
        ("CDI", "permanent"),
        ("onbepaalde duur", "permanent"),
        ("unbefristet", "permanent"),
        ("befristet", "fixed_term"),
        ("Tempo determinato, poi tempo indeterminato", "fixed_term"),
        ("contrato sem termo", "permanent"),
        ("contracte indefinit", "permanent"),
        ("a contract", ""),
    ],
)
def test_the_contract_named_first_is_the_one(text, kind):
    """What may follow it comes later."""
    assert contract_kind(text) == kind


def test_every_word_stands_for_a_value_that_front_matter_knows():
    """The tables and the model cannot part."""
    assert set(values("employment_types").values()) == {kind.value for kind in EmploymentType} - {"other"}
    assert set(values("contracts").values()) <= {kind.value for kind in ContractKind}
    assert set(values("remote").values()) == {kind.value for kind in Remote}
    assert set(values("periods").values()) == {period.value for period in PayPeriod}
    assert set(values("currencies").values()) <= set(CURRENCIES)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("six (6) months", [6]),
        ("trois ans, puis deux ans", [36, 24]),
        ("14 mois", [14]),
        ("2 jaar", [24]),
        ("dieciocho meses", [18]),
        ("due anni", [24]),
        ("seis (6) meses", [6]),
        ("divuit mesos", [18]),
        ("einem Jahr", []),
        ("لمدة سنتين، ثم 6 أشهر", [24, 6]),
        ("3-year contract", [36]),
        ("in 2027", []),
    ],
)
def test_durations_are_counted_in_months(text, months):
    """In figures, in words, and in both."""
    assert months_in(text) == months


def test_open_ended_and_remote_have_their_words():
    """Only whole phrases count as a deadline that is none."""
    assert is_open_ended("Until filled")
    assert is_open_ended("jusqu’à ce que le poste soit pourvu")
    assert not is_open_ended("open to all until 3 March")
    assert [remote_of(text) for text in ("Fully remote", "Hybride", "on-site", "in a tower")] == [
        "full",
        "hybrid",
        "no",
        "",
    ]
