"""A posting as data tell it — structured data of a page, an entry of a feed — and the draft it makes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from jobglot.codes import CURRENCIES
from jobglot.importing import text_facts
from jobglot.importing.body import to_markdown as tidied
from jobglot.importing.comparing import squashed
from jobglot.importing.deadline import closing, day_at, settle_open, settle_posted
from jobglot.importing.draft import Draft, DraftEdition, Gathering, Refusal, Value, shortened
from jobglot.importing.faceplate import Hit
from jobglot.importing.html_text import is_html, pictures_in, to_markdown
from jobglot.importing.known import Known, terms_in
from jobglot.importing.label_facts import Labels
from jobglot.importing.labels import section_name
from jobglot.importing.lines import Line, to_lines
from jobglot.importing.money import written
from jobglot.importing.text_facts import urls
from jobglot.importing.ways import former_address, host_of
from jobglot.importing.words import contract_kind, employment_types
from jobglot.text_language import language_of
from jobglot.tokens import fold
from jobglot.wordlists import values


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as data have it; amounts and period are as written there."""

    minimum: object = None
    maximum: object = None
    currency: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What data tell of a job, in their own words.

    `is_live`: it stands in a list of open jobs, so that no deadline means “until filled”.
    """

    found: str
    title: str
    html: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    """What is told of tasks, profile and so on apart from the text, by the section of a notice."""
    language: str = ""
    organization: str = ""
    organization_url: str = ""
    department: str = ""
    places: tuple[str, ...] = ()
    remote: str = ""
    applicant_countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    industry: str = ""
    employment: tuple[str, ...] = ()
    pay: Pay | None = None
    pay_text: str = ""
    posted: str = ""
    updated: str = ""
    deadline: str = ""
    starts: str = ""
    reference: str = ""
    positions: int = 0
    experience_months: int = 0
    education: str = ""
    eligibility: str = ""
    url: str = ""
    apply_url: str = ""
    apply_email: str = ""
    source_name: str = ""
    is_live: bool = False


def draft_of(offer: Offer, known: Known, today: date) -> Draft | Refusal:
    """The draft of an offer; a refusal when it is in a language that the board does not have."""
    offer = _unescaped(offer)
    body = to_markdown(offer.html, offer.url) if "<" in offer.html else offer.html
    # The text itself goes before what its page claims.
    language = language_of(body) or offer.language.partition("-")[0].lower() or known.default
    tag = known.tag_of(language)
    if not tag:
        return Refusal(offer.found, f"it is written in {language}, and the board in {', '.join(known.languages)}")
    body += "".join(_sections(offer, body, language))
    gathering = Gathering()
    facts = gathering.fact
    _organization(offer, known, gathering)
    facts("department", offer.department[:300])
    _places(offer, known, gathering)
    _sorted(offer, known, gathering)
    kinds = [kind for each in offer.employment for kind in employment_types(each.replace("_", " "))]
    facts("employment_type", list(dict.fromkeys(kinds)))
    contract = contract_kind(" ".join(offer.employment))
    if contract and contract != "service":
        facts("contract", {"kind": contract})
    if offer.pay:
        _pay(offer.pay, gathering)
    elif offer.pay_text:
        Labels(known, gathering, "").read(Hit("salary", offer.pay_text, ()), language)
    _dates(offer, known, gathering, today)
    facts("starts", day_at(offer.starts) or (offer.starts if re.fullmatch(r"\d{4}-\d{2}", offer.starts) else ""))
    facts("reference", offer.reference[:80])
    facts("positions", offer.positions if offer.positions > 0 else None)
    facts("experience", {"months": offer.experience_months} if offer.experience_months > 0 else None)
    facts("education", offer.education[:2000])
    facts("eligibility", offer.eligibility[:2000])
    if pictures := pictures_in(offer.html):
        gathering.note(f"pictures are left out ({pictures} here)")
    lines = to_lines(body)
    _applying(offer, known, gathering, lines)
    aliases = _source(offer, known, gathering)
    is_today = settle_posted(gathering, today)
    asks = () if offer.title else ("the data have no title; fill in “title” with what the job is called",)
    edition = DraftEdition(tag, offer.title, tidied(lines, language).markdown, asks=asks, aliases=aliases)
    return gathering.draft(offer.found, (edition,), dated_today=is_today)


def _sections(offer: Offer, body: str, language: str) -> Iterator[str]:
    """The parts that the text does not hold already, each below its name."""
    held = squashed(body)
    for key, said in offer.sections:
        text = to_markdown(said, offer.url) if is_html(said) else said
        if text and squashed(text) not in held:
            yield f"\n\n## {section_name(key, language)}\n\n{text}"


def _unescaped(offer: Offer) -> Offer:
    """The offer without what programs escape once too often: entities in its title, tags in its text."""
    text = offer.html
    if "<" not in text and is_html(html.unescape(text)):
        text = html.unescape(text)
    return replace(
        offer,
        title=" ".join(html.unescape(offer.title).split()),
        organization=html.unescape(offer.organization),
        html=text,
    )


def _organization(offer: Offer, known: Known, gathering: Gathering) -> None:
    found = known.organization(offer.organization) if offer.organization else ""
    if found:
        gathering.fact("organization", found)
    elif offer.organization:
        url: dict[str, Value] = {"url": urls(offer.organization_url)[0]} if urls(offer.organization_url) else {}
        gathering.fact("organization", {"name": offer.organization, **url})
    else:
        gathering.ask("the data do not name the organization; fill in “organization”")


def _places(offer: Offer, known: Known, gathering: Gathering) -> None:
    if offer.places:
        Labels(known, gathering, "").read(Hit("locations", "; ".join(offer.places), ()), "")
    if offer.remote:
        gathering.facts["remote"] = offer.remote
    gathering.fact("applicant_countries", list(offer.applicant_countries))


def _sorted(offer: Offer, known: Known, gathering: Gathering) -> None:
    found: list[Value] = []
    for text in offer.categories:
        ids, _ = terms_in(text, known.categories)
        found += [id_ for id_ in ids if id_ not in found]
    gathering.fact("categories", found)
    if offer.categories and not found:
        told = shortened(", ".join(offer.categories))
        gathering.lacks("categories", "; ".join(offer.categories))
        gathering.ask(f"“categories” could not be read from “{told}”; choose ids of categories.yaml")
    gathering.fact("industry", known.industry(offer.industry) if offer.industry else "")


def _pay(pay: Pay, gathering: Gathering) -> None:
    least, most = _amount(pay.minimum), _amount(pay.maximum)
    if not least and not most:
        return
    words = re.findall(r"[^\W\d_]+", fold(pay.period))
    periods = values("periods")
    period = next((periods[word] for word in words if word in periods), "")
    currency = pay.currency.upper() if pay.currency.upper() in CURRENCIES else ""
    if not period or not currency:
        told = f"{pay.minimum or ''}–{pay.maximum or ''} {pay.currency} {pay.period}"
        gathering.ask(f"“salary” could not be read from “{shortened(told)}”; give amount, currency and per")
        return
    figures: dict[str, Value] = (
        {"amount": written(least)}
        if least and least == most
        else {key: written(amount) for key, amount in (("min", least), ("max", most)) if amount}
    )
    gathering.fact("salary", {**figures, "currency": currency, "per": period})


def _amount(value: object) -> Decimal | None:
    try:
        amount = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 < amount < 10**12 else None


def _dates(offer: Offer, known: Known, gathering: Gathering, today: date) -> None:
    gathering.fact("posted", day_at(offer.posted))
    gathering.fact("updated", day_at(offer.updated) if not offer.posted else "")
    deadline = closing(offer.deadline, known.timezone)
    if deadline:
        gathering.fact("deadline", deadline)
    elif offer.deadline:
        gathering.ask(f"“deadline” could not be read from “{shortened(offer.deadline)}”; write YYYY-MM-DD")
    elif offer.is_live:
        settle_open("the data give", gathering, known.open_for_days, today)
    else:
        gathering.ask("the data have no deadline; write a date, or “open” for until filled")


def _applying(offer: Offer, known: Known, gathering: Gathering, lines: Sequence[Line]) -> None:
    """The way that the data name; else the page they are of, unless that is what the board takes the place of."""
    page = "" if known.is_own(offer.url) else offer.url
    url = next(iter(urls(offer.apply_url or page)), "")
    ways: list[Value] = [{"url": url}] if url else []
    if offer.apply_email:
        ways.append({"email": offer.apply_email})
    for way in text_facts.ways(lines) if not ways else ():
        ways += [{"url": way.url}] if way.url else [{"email": way.email}] if way.email else []
    gathering.fact("apply", ways)
    if not ways:
        gathering.ask("the data do not say how to apply; add “apply: [{url: https://…}]” or an e-mail address")


def _source(offer: Offer, known: Known, gathering: Gathering) -> tuple[str, ...]:
    """Where it was found; or, of the site that the board takes the place of, the paths that are to lead on."""
    if not known.is_own(offer.url):
        name = offer.source_name or host_of(offer.url)
        gathering.fact("source", {"name": name, **({"url": offer.url} if offer.url else {})} if name else None)
        return ()
    return former_address(offer.url, known, gathering)
