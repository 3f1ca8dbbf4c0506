"""The maps inside a posting's facts: salary, contract, location, ways to apply, criteria …, each whole or a problem."""

from __future__ import annotations

from functools import partial

from jobglot import kinds
from jobglot.meant import parts_of_contract, parts_of_pay, parts_of_place, value_meant
from jobglot.model import (
    AttachmentRef,
    Channel,
    Contact,
    Contract,
    ContractKind,
    CriteriaStage,
    Criterion,
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
from jobglot.references import ID_OR_NAME
from jobglot.shapes import ByLanguage, Field, Given, ListOf, Record, TextOr, choice, text

LINE = ByLanguage(300)
"""A short text, in one string or by language."""
PARAGRAPH = ByLanguage(2_000, lines=True)
"""A text of several lines, in one string or by language."""

# ── organization ──────────────────────────────────────────────────────────────────────────────────────────────────────

EMPLOYER_NAME = Field("name", LINE, "The organization's name.", required=True)
EMPLOYER_URL = Field("url", kinds.URL, "Its web site.")


def _employer(given: Given) -> Employer | None:
    name = given[EMPLOYER_NAME]
    return None if name is None else Employer(name, given[EMPLOYER_URL] or "")


EMPLOYER = Record(
    "an organization", "{name: ACME, url: https://acme.example}", (EMPLOYER_NAME, EMPLOYER_URL), _employer
)

# ── location ──────────────────────────────────────────────────────────────────────────────────────────────────────────

CITY = Field("city", LINE, "The town.")
REGION = Field("region", LINE, "The region, province or state.")
COUNTRY = Field("country", kinds.COUNTRY, "The country's code (ISO 3166-1), such as BE.")


def _location(given: Given) -> Location | None:
    if not (given.says(CITY) or given.says(REGION) or given.says(COUNTRY)):
        if given.has_unknown:
            return None
        given.error(CITY, "location-empty", "the location says nothing", "give a city and a country")
        return None
    return Location("", given[CITY], given[REGION], given[COUNTRY] or "")


LOCATION = TextOr(
    ID_OR_NAME,
    Location,
    Record("a location", "{city: Ghent, country: BE}", (CITY, REGION, COUNTRY), _location, near=parts_of_place),
    "{city: TEXT, country: …}",
)

# ── contract ──────────────────────────────────────────────────────────────────────────────────────────────────────────

CONTRACT_KIND = Field(
    "kind", choice((k.value for k in ContractKind), partial(value_meant, "contracts")), "What is signed.", required=True
)
MONTHS = Field("months", kinds.whole(1, 600, "36"), "How long it lasts, in months.")
RENEWABLE = Field("renewable", kinds.FLAG, "Whether it may be renewed.")
PROBATION = Field("probation_months", kinds.whole(1, 60, "2"), "How long the trial period lasts, in months.")
CONTRACT_NOTE = Field("note", PARAGRAPH, "What the other keys cannot say.")


def _contract(given: Given) -> Contract | None:
    kind = given[CONTRACT_KIND]
    if kind is None:
        return None
    return Contract(ContractKind(kind), given[MONTHS], given[RENEWABLE], given[PROBATION], given[CONTRACT_NOTE])


CONTRACT = Record(
    "a contract",
    "{kind: fixed_term, months: 36}",
    (CONTRACT_KIND, MONTHS, RENEWABLE, PROBATION, CONTRACT_NOTE),
    _contract,
    near=parts_of_contract,
)

# ── salary ────────────────────────────────────────────────────────────────────────────────────────────────────────────

MINIMUM = Field("min", kinds.AMOUNT, "The least that is paid; alone it reads “from”.")
MAXIMUM = Field("max", kinds.AMOUNT, "The most that is paid; alone it reads “up to”.")
AMOUNT = Field("amount", kinds.AMOUNT, "The one figure, where there is no range.")
CURRENCY = Field("currency", kinds.CURRENCY, "The currency's code (ISO 4217), such as EUR.", required=True)
PER = Field(
    "per",
    choice((p.value for p in PayPeriod), partial(value_meant, "periods")),
    "What the figure pays for.",
    required=True,
)
SALARY_NOTE = Field("note", PARAGRAPH, "Taxes, deductions, scales, extras.")


def _salary(given: Given) -> Salary | None:
    amount, minimum, maximum = given[AMOUNT], given[MINIMUM], given[MAXIMUM]
    if given.says(AMOUNT) and (given.says(MINIMUM) or given.says(MAXIMUM)):
        given.error(AMOUNT, "salary-amount", "“amount” stands beside min or max", "keep the one or the others")
        return None
    if not any(given.says(f) for f in (AMOUNT, MINIMUM, MAXIMUM)):
        if given.has_unknown:
            return None
        given.error(AMOUNT, "salary-empty", "the salary has no figure", "give amount, or min and max, or leave it out")
        return None
    if minimum is not None and maximum is not None and minimum > maximum:
        message = f"the salary's min {minimum} is more than its max {maximum}"
        given.error(MINIMUM, "salary-range", message, "swap the two")
        return None
    minimum, maximum = (amount, amount) if amount is not None else (minimum, maximum)
    if maximum == 0 or (maximum is None and minimum == 0):
        given.error(AMOUNT, "salary-zero", "the salary is nothing", "leave salary out when it is not known")
        return None
    currency, per = given[CURRENCY], given[PER]
    if currency is None or per is None or (minimum is None and maximum is None):
        return None
    return Salary(minimum, maximum, currency, PayPeriod(per), given[SALARY_NOTE])


SALARY = Record(
    "a salary",
    "{min: 3000, max: 3600, currency: EUR, per: month}",
    (MINIMUM, MAXIMUM, AMOUNT, CURRENCY, PER, SALARY_NOTE),
    _salary,
    near=parts_of_pay,
)

# ── applying ──────────────────────────────────────────────────────────────────────────────────────────────────────────

CHANNEL_URL = Field("url", kinds.URL, "The web address of the form or portal.")
CHANNEL_EMAIL = Field("email", kinds.EMAIL, "The address to write to.")
CHANNEL_POST = Field("post", PARAGRAPH, "The postal address, line by line.")
AUDIENCE = Field("audience", LINE, "Who is to use this way, where there are several.")


def _channel(given: Given) -> Channel | None:
    ways = [f for f in (CHANNEL_URL, CHANNEL_EMAIL, CHANNEL_POST) if given.says(f)]
    if not ways and given.has_unknown:
        return None
    if len(ways) != 1:
        what = "several addresses in one" if ways else "no address"
        remedy = "give one of url, email and post in each item of the list"
        given.error(CHANNEL_URL, "channel-address", f"a way to apply has {what}", remedy)
        return None
    channel = Channel(given[CHANNEL_URL] or "", given[CHANNEL_EMAIL] or "", given[CHANNEL_POST], given[AUDIENCE])
    return channel if channel.url or channel.email or channel.post else None


CHANNEL = Record(
    "a way to apply",
    "{email: jobs@example.org}",
    (CHANNEL_URL, CHANNEL_EMAIL, CHANNEL_POST, AUDIENCE),
    _channel,
)

CONTACT_NAME = Field("name", LINE, "The person or service.")
CONTACT_EMAIL = Field("email", kinds.EMAIL, "For questions, not for applications.")
PHONE = Field("phone", kinds.PHONE, "With the country's code.", example='"+32 2 555 01 23"')
CONTACT_URL = Field("url", kinds.URL, "A page with more.")


def _contact(given: Given) -> Contact | None:
    found = Contact(given[CONTACT_NAME], given[CONTACT_EMAIL] or "", given[PHONE] or "", given[CONTACT_URL] or "")
    return None if found == Contact() else found


CONTACT = Record("a contact", "{email: hr@example.org}", (CONTACT_NAME, CONTACT_EMAIL, PHONE, CONTACT_URL), _contact)

# ── who is looked for ─────────────────────────────────────────────────────────────────────────────────────────────────

SPOKEN = Field("language", kinds.TAG, "The language's tag (BCP 47), such as en.", required=True)
LEVEL = Field("level", LINE, "The level: CEFR (C1), or the employer's own words.")
REQUIRED = Field("required", kinds.FLAG, "false for a language that is only an asset.")


def _language_skill(given: Given) -> LanguageSkill | None:
    tag = given[SPOKEN]
    if tag is None:
        return None
    return LanguageSkill(tag, given[LEVEL], given[REQUIRED] is not False)


LANGUAGE_SKILL = TextOr(
    kinds.TAG,
    LanguageSkill,
    Record("a language", "{language: en, level: C1}", (SPOKEN, LEVEL, REQUIRED), _language_skill),
)

EXPERIENCE_MONTHS = Field("months", kinds.whole(0, 600, "24"), "Months of experience asked for.")
EXPERIENCE_NOTE = Field("note", PARAGRAPH, "Of what kind, and what counts instead.")


def _experience(given: Given) -> Experience | None:
    return Experience(given[EXPERIENCE_MONTHS], given[EXPERIENCE_NOTE])


EXPERIENCE = TextOr(
    text(2_000, lines=True),
    lambda note: Experience(note=plain(note)),
    Record("an experience", "{months: 24}", (EXPERIENCE_MONTHS, EXPERIENCE_NOTE), _experience),
)

# ── selection ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CRITERION_LABEL = Field("label", LINE, "What is judged.", required=True)
POINTS = Field("points", kinds.whole(0, 10_000, "20"), "How many points it can earn.")


def _criterion(given: Given) -> Criterion | None:
    label, points = given[CRITERION_LABEL], given[POINTS]
    # Unreadable points are no points to be summed.
    return None if label is None or (points is None and given.says(POINTS)) else Criterion(label, points)


CRITERION = Record("a criterion", "{label: Experience, points: 20}", (CRITERION_LABEL, POINTS), _criterion)

STAGE = Field("stage", LINE, "When it is judged.", required=True)
OUT_OF = Field("out_of", kinds.whole(1, 10_000, "100"), "The sum of the points.")
CRITERIA_ITEMS = Field("items", ListOf(CRITERION, 60), "The criteria.", required=True)


def _stage(given: Given) -> CriteriaStage | None:
    stage, items, out_of = given[STAGE], given[CRITERIA_ITEMS], given[OUT_OF]
    if stage is None or not items:
        return None
    scored = [item.points for item in items if item.points is not None]
    if scored and len(scored) < len(items):
        given.error(
            CRITERIA_ITEMS,
            "criteria-points",
            "some criteria have points and some have none",
            "give each its points, or none",
        )
        return None
    if scored and out_of is None and not given.says(OUT_OF):
        given.error(STAGE, "criteria-out-of", "the points have no “out_of”", f"add “out_of: {sum(scored)}”")
        return None
    if out_of is not None and sum(scored) != out_of:
        message = f"the points sum to {sum(scored)}, not to {out_of}"
        given.error(OUT_OF, "criteria-sum", message, "correct the points or out_of")
        return None
    return CriteriaStage(stage, items, out_of)


CRITERIA = Record(
    "a selection grid",
    "{stage: Shortlist, out_of: 100, items: [{label: Experience, points: 100}]}",
    (STAGE, OUT_OF, CRITERIA_ITEMS),
    _stage,
)

# ── facts of one's own ────────────────────────────────────────────────────────────────────────────────────────────────

OWN_NAME = Field("name", LINE, "What the fact is called.", required=True)
OWN_TEXT = Field("text", PARAGRAPH, "What it says.", required=True)


def _own_fact(given: Given) -> OwnFact | None:
    name, said = given[OWN_NAME], given[OWN_TEXT]
    return None if name is None or said is None else OwnFact(name, said)


OWN_FACT = Record("a fact", "{name: Driving licence, text: B}", (OWN_NAME, OWN_TEXT), _own_fact)

# ── the rest ──────────────────────────────────────────────────────────────────────────────────────────────────────────

SOURCE_NAME = Field("name", text(200), "Where the notice was found.", required=True)
SOURCE_URL = Field("url", kinds.URL, "Its address there.")


def _source(given: Given) -> Source | None:
    name = given[SOURCE_NAME]
    return None if name is None else Source(name, given[SOURCE_URL] or "")


SOURCE = Record("a source", "{name: Example Gazette}", (SOURCE_NAME, SOURCE_URL), _source)

ATTACHED = Field("file", kinds.FILE_NAME, "The name of a file beside this one.", required=True)
ATTACHMENT_TITLE = Field("title", LINE, "What it is called on the page.")


def _attachment(given: Given) -> AttachmentRef | None:
    name = given[ATTACHED]
    return None if name is None else AttachmentRef(name, given[ATTACHMENT_TITLE])


ATTACHMENT = TextOr(
    kinds.FILE_NAME,
    AttachmentRef,
    Record("an attachment", "{file: notice.pdf}", (ATTACHED, ATTACHMENT_TITLE), _attachment),
)
