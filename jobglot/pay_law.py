"""Pay in the notice, where the law of the place of work asks for it.

Directive (EU) 2023/970, article 5: applicants learn the initial pay or its range before the interview, the notice
being the simplest place; to be law in every member state by 7 June 2026. Ontario, Working for Workers Four Act: from
1 January 2026 a public posting names the pay or a range no wider than 50,000 dollars a year, unless the pay exceeds
200,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from jobglot.language import language
from jobglot.locations import spot
from jobglot.manuscript import Manuscript
from jobglot.model import Content, EmploymentType, PayPeriod, Posting
from jobglot.problem import Problem, warning
from jobglot.tokens import fold

EU = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
EU_FROM, ONTARIO_FROM = date(2026, 6, 7), date(2026, 1, 1)
WIDEST, EXEMPT_ABOVE = Decimal(50_000), Decimal(200_000)

_YEARLY: Mapping[PayPeriod, Decimal] = {
    PayPeriod.HOUR: Decimal(1950),
    PayPeriod.DAY: Decimal(260),
    PayPeriod.WEEK: Decimal(52),
    PayPeriod.MONTH: Decimal(12),
    PayPeriod.YEAR: Decimal(1),
}


@cache
def _vague(subtag: str) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    """Words of pay that tell none in a language, and the words without which there are none."""
    known = language(subtag)
    return (re.compile(known.vague_pay), tuple(known.pay.split())) if known.vague_pay else None


def pay_asked_for(posting: Posting, content: Content) -> str:
    """The law that asks for pay in this notice, "" if none does."""
    if EmploymentType.VOLUNTEER in posting.employment_type:
        return ""
    for location in posting.locations:
        found = spot(location, content)
        regions = {fold(name) for name in found.region.every()} if found.region else set()
        if found.country in EU and posting.posted >= EU_FROM:
            return "directive (EU) 2023/970"
        if found.country == "CA" and regions & {"ontario", "on"} and posting.posted >= ONTARIO_FROM:
            return "the law of Ontario"
    return ""


def vague_pay(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """Words such as “competitive salary”, where they stand; whether they matter is for `pay_is_told`."""
    for text in texts:
        vague = _vague(text.subtag)
        if vague and any(word in text.small for word in vague[1]):
            match = vague[0].search(text.small)
            if match:
                message = f"“{text.prose[match.start() : match.end()]}” tells no pay"
                remedy = "give “salary: {min: …, max: …, currency: EUR, per: month}”"
                yield warning(text.at(match.start()), "pay-vague", message, remedy)


def pay_is_told(content: Content) -> Iterator[Problem]:
    """A posting tells its pay where the law asks for it, and within a range that the law allows."""
    for posting in content.postings:
        if posting.draft:
            continue
        law = pay_asked_for(posting, content)
        if law and posting.salary is None and "salary" not in posting.origins:
            message = f"the notice tells no pay, which {law} asks for"
            remedy = "add “salary: {min: …, max: …, currency: EUR, per: month}”, or give the range before the interview"
            yield warning(posting.origin, "pay-missing", message, remedy)
        elif "Ontario" in law and posting.salary and posting.salary.minimum and posting.salary.maximum:
            yearly = _YEARLY[posting.salary.per]
            width = (posting.salary.maximum - posting.salary.minimum) * yearly
            if width > WIDEST and posting.salary.maximum * yearly <= EXEMPT_ABOVE:
                message = f"the range is {width:,.0f} a year wide, and {law} allows {WIDEST:,.0f}"
                yield warning(posting.origin_of("salary"), "pay-range-wide", message, "narrow it")
