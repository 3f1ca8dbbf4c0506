"""The maps inside a posting's facts: each whole, or a problem that says what is missing or at odds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from readings import read

from jobglot import records
from jobglot.model import (
    AttachmentRef,
    Channel,
    Contact,
    Contract,
    ContractKind,
    Employer,
    Experience,
    LanguageSkill,
    Location,
    OwnFact,
    PayPeriod,
    Salary,
    Source,
    plain,
)

MONTHLY = "currency: EUR, per: month"


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("min: 3000, max: 3600", 3000, 3600),
        ("max: 3600", None, 3600),
        ("min: 3000", 3000, None),
        ("amount: 3000", 3000, 3000),
    ],
)
def test_a_salary_is_a_range_a_bound_or_a_figure(written: str, least: int | None, most: int | None) -> None:
    """One figure is both bounds."""
    low, high = (None if bound is None else Decimal(bound) for bound in (least, most))
    assert read(records.SALARY, f"{{{written}, {MONTHLY}}}") == (Salary(low, high, "EUR", PayPeriod.MONTH), [])


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (f"{{min: 4000, max: 3000, {MONTHLY}}}", "min 4000 is more than its max 3000; swap the two"),
        (f"{{amount: 3000, max: 4000, {MONTHLY}}}", "“amount” stands beside min or max"),
        (f"{{{MONTHLY}}}", "the salary has no figure"),
        (f"{{amount: 0, {MONTHLY}}}", "the salary is nothing"),
        ("{amount: 3000, per: month}", "“currency” is missing"),
        ("{amount: 3000, currency: EUR, per: Monat}", "did you mean “month”?"),
        (f"{{minimum: 3000, {MONTHLY}}}", "did you mean “min”?"),
        (f"{{amount: 3.000, {MONTHLY}}}", "write 3000"),
    ],
)
def test_a_salary_that_is_none_is_one_problem(written: str, words: str) -> None:
    """What follows from it is not told as well."""
    value, problems = read(records.SALARY, written)
    assert value is None
    assert len(problems) == 1
    assert words in problems[0]


def test_a_location_is_a_place_or_a_city() -> None:
    """A place's id, or names."""
    assert read(records.LOCATION, "ghent") == (Location("ghent"), [])
    assert read(records.LOCATION, "{city: Oslo, country: NO}") == (Location("", plain("Oslo"), None, "NO"), [])
    assert read(records.LOCATION, "Ghent, BE")[1][0].endswith("; write {city: Ghent, country: BE}")
    assert read(records.LOCATION, "Namur, Wallonie (Belgique)")[1][0].endswith(
        "; write {city: Namur, region: Wallonie, country: BE}"
    )
    assert read(records.LOCATION, "Ghent, Mars")[1][0].endswith('or write {city: "Ghent, Mars", country: …}')
    assert "the location says nothing" in read(records.LOCATION, "{city: '', country: ''}")[1][0]


def test_a_way_to_apply_has_one_address() -> None:
    """Neither none nor two."""
    assert read(records.CHANNEL, "{email: a@b.org, audience: All}") == (
        Channel(email="a@b.org", audience=plain("All")),
        [],
    )
    assert "several addresses" in read(records.CHANNEL, "{email: a@b.org, url: https://b.org}")[1][0]
    assert "no address" in read(records.CHANNEL, "{audience: All}")[1][0]
    assert "{email: a@b.org}" in read(records.CHANNEL, "a@b.org")[1][0]
    assert "{url: https://www.b.org}" in read(records.CHANNEL, "www.b.org")[1][0]
    assert "{email: a@b.org}" in read(records.CHANNEL, "mailto:a@b.org")[1][0]


def test_the_points_of_a_grid_sum_to_its_total() -> None:
    """Or nobody gets points at all."""
    scored = "{stage: A, out_of: 50, items: [{label: x, points: 20}, {label: y, points: 30}]}"
    assert read(records.CRITERIA, scored)[1] == []
    assert read(records.CRITERIA, "{stage: A, items: [{label: x}, {label: y}]}")[1] == []
    wrong = {
        "{stage: A, out_of: 60, items: [{label: x, points: 20}, {label: y, points: 30}]}": "sum to 50, not to 60",
        "{stage: A, items: [{label: x, points: 20}]}": "add “out_of: 20”",
        "{stage: A, out_of: 20, items: [{label: x, points: 20}, {label: y}]}": "some criteria have points",
        "{stage: A, out_of: 20, items: [{label: x}]}": "sum to 0, not to 20",
        "{stage: A, out_of: 50, items: [{label: x, points: twenty}, {label: y, points: 30}]}": "“twenty” is not a",
        "{stage: A}": "“items” is missing",
    }
    for written, words in wrong.items():
        value, problems = read(records.CRITERIA, written)
        assert value is None
        assert len(problems) == 1, written
        assert words in problems[0]


def test_the_other_maps_are_read_whole() -> None:
    """Each from the least it needs."""
    assert read(records.CONTRACT, "{kind: fixed_term, months: 36}")[0] == Contract(ContractKind.FIXED_TERM, 36)
    assert read(records.CONTACT, "{phone: 0234567}")[0] == Contact(phone="0234567")
    url = "https://a.example/"
    assert read(records.CONTACT, f"{{email: a@b.org, url: '{url}'}}")[0] == Contact(email="a@b.org", url=url)
    assert read(records.CHANNEL, f"{{url: '{url}'}}")[0] == Channel(url=url)
    assert read(records.EMPLOYER, "{name: ACME}")[0] == Employer(plain("ACME"))
    assert read(records.EMPLOYER, f"{{name: ACME, url: '{url}'}}")[0] == Employer(plain("ACME"), url)
    assert read(records.LANGUAGE_SKILL, "en")[0] == LanguageSkill("en")
    assert read(records.LANGUAGE_SKILL, "{language: nl, level: B1, required: false}")[0] == LanguageSkill(
        "nl", plain("B1"), required=False
    )
    assert read(records.EXPERIENCE, "4 years")[0] == Experience(None, plain("4 years"))
    assert read(records.EXPERIENCE, "{months: 48}")[0] == Experience(48)
    assert read(records.OWN_FACT, "{name: Driving licence, text: B}")[0] == OwnFact(
        plain("Driving licence"), plain("B")
    )
    assert read(records.OWN_FACT, "{name: Driving licence}") == (
        None,
        ["“text” is missing in “key”; add for example “text: {en: Some words, fr: Quelques mots}”"],
    )
    assert read(records.SOURCE, "{name: Gazette}")[0] == Source("Gazette")
    assert read(records.ATTACHMENT, "form.pdf")[0] == AttachmentRef("form.pdf")
    assert read(records.ATTACHMENT, "{file: form.pdf, title: Form}")[0] == AttachmentRef("form.pdf", plain("Form"))


@pytest.mark.parametrize(
    ("shape", "written", "better"),
    [
        (records.CONTRACT, "permanent", "{kind: permanent}"),
        (records.CONTRACT, "CDI", "{kind: permanent}"),
        (records.CONTACT, "Jane Doe", "{name: Jane Doe}"),
        (records.CONTACT, "hr@acme.org", "{email: hr@acme.org}"),
        (records.SOURCE, "Le Moniteur", "{name: Le Moniteur}"),
        (records.CHANNEL, "Send your CV to hr@acme.org.", "{email: hr@acme.org}"),
        (records.CONTRACT, "CDD de 6 mois", "{kind: fixed_term, months: 6}"),
        (records.CONTRACT, "fixed-term, 2 years", "{kind: fixed_term, months: …}"),
        (records.CONTRACT, "as agreed", "{kind: fixed_term, months: 36}"),
        (records.SALARY, "2.400 à 2.900 € brut par mois", "{min: 2400, max: 2900, currency: EUR, per: month}"),
        (records.SALARY, "€15 an hour", "{amount: 15, currency: EUR, per: hour}"),
        (records.SALARY, "CHF 30k - 40k", "{min: 30000, max: 40000, currency: CHF, per: …}"),
        (records.SALARY, "3000", "{amount: 3000, currency: …, per: …}"),
        (records.SALARY, "competitive", "{min: 3000, max: 3600, currency: EUR, per: month}"),
    ],
)
def test_a_text_in_place_of_a_map_is_shown_inside_it(shape: records.Record[object], written: str, better: str) -> None:
    """Where one key can say it all; else there is an example."""
    value, problems = read(shape, written)
    assert value is None
    assert problems == [f"“key” must be given in parts, not as one value; write for example “key: {better}”"]
