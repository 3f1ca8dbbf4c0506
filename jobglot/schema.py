"""The keys of every collection's front matter, and the JSON Schema that editors' programs read.

Facts hold in every language and are said once; texts belong to one edition.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from jobglot import kinds, records
from jobglot.meant import value_meant
from jobglot.model import Employer, EmploymentType, Remote
from jobglot.references import ID_OR_NAME
from jobglot.shapes import ByLanguage, Field, ListOf, Schema, TextOr, choice, or_empty, text

LINE, PARAGRAPH = records.LINE, records.PARAGRAPH
LINE_TEXT = text(300)

# ── texts of an edition ───────────────────────────────────────────────────────────────────────────────────────────────

TITLE = Field("title", text(200), "What the job is called: the role only.", required=True, example="Data engineer")
SUMMARY = Field("summary", text(500), "One or two sentences for lists, feeds and search engines.")
SLUG = Field("slug", kinds.SLUG, "The last part of the address; the id when left out.")
ALIASES = Field("aliases", ListOf(kinds.ALIAS, 50), "Earlier slugs or paths of this page, which now lead here.")
POSTING_TEXTS = (TITLE, SUMMARY, SLUG, ALIASES)

HEADING = Field("title", text(200), "The heading of the page.", required=True, example="Welcome")
PAGE_TEXTS = (HEADING, SUMMARY, SLUG, ALIASES)

NAME = Field(
    "name", text(200), "The organization's name in this language.", required=True, example="Example Foundation"
)
ACRONYM = Field("acronym", text(30), "Its acronym in this language.")
ORGANIZATION_TEXTS = (NAME, ACRONYM, SUMMARY, SLUG, ALIASES)


def _contract_kind(written: str) -> str:
    kind = value_meant("contracts", written)
    return f"that is a contract: write “contract: {{kind: {kind}}}”" if kind else ""


# ── facts of a posting ────────────────────────────────────────────────────────────────────────────────────────────────

ORGANIZATION: Field[str | Employer] = Field(
    "organization",
    TextOr(ID_OR_NAME, str, records.EMPLOYER, "{name: TEXT}"),
    "Who offers the job: an id from content/organizations, or a name and web address.",
    required=True,
    example="acme",
)
DEPARTMENT = Field("department", LINE, "The part of the organization.")
LOCATIONS = Field("locations", ListOf(records.LOCATION, 30), "Where the work is: ids from places.yaml, or cities.")
REMOTE = Field(
    "remote",
    choice((r.value for r in Remote), partial(value_meant, "remote")),
    "Whether it may be done from elsewhere.",
)
APPLICANT_COUNTRIES = Field(
    "applicant_countries",
    ListOf(kinds.COUNTRY, 60),
    "For remote work: the countries one may live in.",
)
CATEGORIES = Field("categories", ListOf(ID_OR_NAME, 10), "Ids from categories.yaml.")
INDUSTRY = Field("industry", ID_OR_NAME, "An id from industries.yaml.")
EMPLOYMENT_TYPE = Field(
    "employment_type",
    ListOf(choice((e.value for e in EmploymentType), partial(value_meant, "employment_types"), _contract_kind), 8),
    "As schema.org and Google name them.",
)
CONTRACT = Field("contract", records.CONTRACT, "What is signed, and for how long.")
HOURS_PER_WEEK = Field("hours_per_week", kinds.HOURS, "Working hours in a week.")
LEAVE_DAYS = Field("leave_days", kinds.whole(1, 200, "30"), "Days of paid leave in a year.")
SALARY = Field("salary", records.SALARY, "The pay.")
POSTED = Field("posted", kinds.DATE, "The day it was published; before that day it is not shown.", required=True)
OPENS = Field("opens", kinds.DATE, "The first day for applications, if later; before that day it is not shown.")
STARTS = Field("starts", kinds.START, "The first day or month of work.")
UPDATED = Field("updated", kinds.DATE, "The day of the last change; left out, git tells.")
DEADLINE = Field(
    "deadline",
    kinds.DEADLINE,
    "The last day to apply, a day with a time, or “open” for until filled.",
    required=True,
)
RENEWED = Field("renewed", kinds.DATE, "For “deadline: open”: the day on which it was last found to be open still.")
TIMEZONE = Field("timezone", kinds.ZONE, "The deadline's time zone, if not the site's; AoE is anywhere on Earth.")
MAX_APPLICATIONS = Field("max_applications", kinds.whole(1, 1_000_000, "50"), "It closes earlier after so many.")
DRAFT = Field("draft", kinds.FLAG, "true keeps it off the site.")
FILLED = Field("filled", kinds.DATE, "The day on which somebody was found.")
WITHDRAWN = Field("withdrawn", kinds.DATE, "The day on which it was called off.")
APPLY = Field("apply", ListOf(records.CHANNEL, 10), "The ways to apply, each with one address.")
DOCUMENTS = Field("documents", ListOf(LINE, 30), "What an application consists of.")
CONTACT = Field("contact", records.CONTACT, "Whom to ask, which is not how to apply.")
REFERENCE = Field("reference", text(80), "The employer's own number of the posting.", example="HR-2027-014")
POSITIONS = Field("positions", kinds.whole(1, 10_000, "2"), "How many people are looked for.")
GRADE = Field("grade", text(80), "The grade in the employer's scale.")
CLEARANCE = Field("clearance", LINE, "The security clearance asked for.")
LANGUAGES = Field("languages", ListOf(records.LANGUAGE_SKILL, 20), "Languages asked for, or of use.")
EXPERIENCE = Field("experience", records.EXPERIENCE, "Experience asked for.")
EDUCATION = Field("education", PARAGRAPH, "Education asked for.")
ELIGIBILITY = Field("eligibility", PARAGRAPH, "Who may apply.")
CRITERIA = Field("criteria", ListOf(records.CRITERIA, 10), "The grids by which applications are judged.")
MORE = Field("more", ListOf(records.OWN_FACT, 20), "Facts of your own, each with its name.")
NOTICE = Field("notice", PARAGRAPH, "What every reader must see first, such as “pending budget approval”.")
SOURCE = Field("source", records.SOURCE, "Where the notice was found.")
FEATURED = Field("featured", kinds.FLAG, "true puts it at the top of lists.")
ATTACHMENTS = Field("attachments", ListOf(records.ATTACHMENT, 20), "Files beside this one that go with it.")

POSTING_FACTS: tuple[Field[Any], ...] = (
    ORGANIZATION,
    DEPARTMENT,
    LOCATIONS,
    REMOTE,
    APPLICANT_COUNTRIES,
    CATEGORIES,
    INDUSTRY,
    EMPLOYMENT_TYPE,
    CONTRACT,
    HOURS_PER_WEEK,
    LEAVE_DAYS,
    SALARY,
    POSTED,
    OPENS,
    STARTS,
    UPDATED,
    DEADLINE,
    RENEWED,
    TIMEZONE,
    MAX_APPLICATIONS,
    DRAFT,
    FILLED,
    WITHDRAWN,
    APPLY,
    DOCUMENTS,
    CONTACT,
    REFERENCE,
    POSITIONS,
    GRADE,
    CLEARANCE,
    LANGUAGES,
    EXPERIENCE,
    EDUCATION,
    ELIGIBILITY,
    CRITERIA,
    MORE,
    NOTICE,
    SOURCE,
    FEATURED,
    ATTACHMENTS,
)

# ── facts of the other collections ────────────────────────────────────────────────────────────────────────────────────

WEB_SITE = Field("url", kinds.URL, "The organization's web site.")
LOGO = Field("logo", kinds.PICTURE, "A picture in static/, such as logos/acme.svg.")
SEAT = Field("country", kinds.COUNTRY, "The country of its seat.")
PARENT_ORGANIZATION = Field("parent", ID_OR_NAME, "The organization it is part of.")
ORGANIZATION_FACTS: tuple[Field[Any], ...] = (WEB_SITE, LOGO, SEAT, PARENT_ORGANIZATION)

NEWS_DATE = Field("date", kinds.DATE, "The day it is dated; before that day it is not shown.", required=True)
NEWS_ORGANIZATION = Field("organization", ID_OR_NAME, "The organization it is about.")
NEWS_FACTS: tuple[Field[Any], ...] = (NEWS_DATE, NEWS_ORGANIZATION, ATTACHMENTS)

ORDER = Field("order", kinds.whole(0, 10_000, "1"), "Its place in the menu.")
MENU = Field("menu", kinds.FLAG, "false keeps it out of the menu; every page has it at its foot.")
PAGE_FACTS: tuple[Field[Any], ...] = (ORDER, MENU, ATTACHMENTS)

# ── vocabularies ──────────────────────────────────────────────────────────────────────────────────────────────────────

TERM_NAME = Field("name", LINE, "The name, in one string or by language.", required=True)
TERM_PARENT = Field("parent", ID_OR_NAME, "The entry above it.")
TERM_SLUG = Field("slug", ByLanguage(200), "The last part of its address; the id when left out.")
TERM_SUMMARY = Field("summary", PARAGRAPH, "A sentence for its page.")
TERM_COUNTRY = Field("country", kinds.COUNTRY, "The place's country.")
TERM_REGION = Field("region", LINE, "The place's region.")
TERM_FIELDS: tuple[Field[Any], ...] = (TERM_NAME, TERM_PARENT, TERM_SLUG, ALIASES, TERM_SUMMARY)
PLACE_FIELDS: tuple[Field[Any], ...] = (*TERM_FIELDS, TERM_COUNTRY, TERM_REGION)

# ── the collections ───────────────────────────────────────────────────────────────────────────────────────────────────

COLLECTIONS: dict[str, tuple[tuple[Field[Any], ...], tuple[Field[Any], ...]]] = {
    "postings": (POSTING_TEXTS, POSTING_FACTS),
    "organizations": (ORGANIZATION_TEXTS, ORGANIZATION_FACTS),
    "news": (PAGE_TEXTS, NEWS_FACTS),
    "pages": (PAGE_TEXTS, PAGE_FACTS),
}
"""Texts and facts of each collection, by the name of its folder."""


def json_schema(collection: str) -> Schema:
    """The JSON Schema (2020-12) of one file's front matter in a collection.

    Nothing is required there, since a fact may stand in any one of a posting's files.
    """
    texts, facts = COLLECTIONS[collection]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"jobglot: front matter of content/{collection}",
        "type": "object",
        "properties": {f.key: {**or_empty(f.shape.schema()), "description": f.doc} for f in (*texts, *facts)},
        "additionalProperties": False,
    }
