"""The values of a board: what the content files say, parsed once into types that cannot be wrong.

Nothing here knows of files, clocks, templates or schema.org. All values are immutable and compare by content.
The names are those of the front matter; `docs/content.md` explains them to editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from jobglot.problem import Origin
from jobglot.subtags import nearest

Told = TypeVar("Told", "Edition", "OrganizationEdition")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text as shown on a page; `language` is None when it is the page's own or belongs to none."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Localized:
    """A text that is either one string for every language or one per language.

    `texts` holds (language tag, text) pairs in the order written; the tag is "" for the one string.
    """

    texts: tuple[tuple[str, str], ...]

    def phrase(self, language: str, default: str) -> Phrase:
        """The text for a page in `language`, else in the nearest to it; else that of `default`, else the first.

        It is marked with its language where that is not the page's.
        """
        found = dict(self.texts)
        if "" in found:
            return Phrase(found[""])
        if language in found:
            return Phrase(found[language])
        tag = nearest(language, found) or (default if default in found else self.texts[0][0])
        return Phrase(found[tag], tag)

    def every(self) -> tuple[str, ...]:
        """All its texts, in the order written."""
        return tuple(text for _, text in self.texts)


def plain(text: str) -> Localized:
    """The same text in every language."""
    return Localized((("", text),))


class Remote(Enum):
    """Where the work may be done."""

    NO = "no"
    HYBRID = "hybrid"
    FULL = "full"


class EmploymentType(Enum):
    """The values of schema.org's `employmentType`, as Google lists them."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACTOR = "contractor"
    TEMPORARY = "temporary"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    PER_DIEM = "per_diem"
    OTHER = "other"


class ContractKind(Enum):
    """What is signed."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    SERVICE = "service"
    SECONDMENT = "secondment"
    INTERNSHIP = "internship"
    OTHER = "other"


class PayPeriod(Enum):
    """What one salary figure pays for: schema.org's `unitText`."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DeadlineKind(Enum):
    """How the end of applications is given."""

    DATE = "date"
    """A day; applications close when it ends."""
    MOMENT = "moment"
    """A day and a time."""
    OPEN = "open"
    """Until filled; the config bounds it."""


class State(Enum):
    """What a posting is as of an instant; computed, never stored."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSING_SOON = "closing_soon"
    CLOSED = "closed"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"

    @property
    def takes_applications(self) -> bool:
        """Whether one may still apply."""
        return self in (State.OPEN, State.CLOSING_SOON)

    @property
    def is_over(self) -> bool:
        """Whether one could apply once, and no longer."""
        return self in (State.CLOSED, State.FILLED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Location:
    """A place of work: the id of a place in `places.yaml`, or a city and country of its own."""

    place: str = ""
    city: Localized | None = None
    region: Localized | None = None
    country: str = ""
    """ISO 3166-1 alpha-2, or "" when unknown."""


@dataclass(frozen=True, slots=True)
class Employer:
    """An organization given inside a posting, without a page of its own."""

    name: Localized
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """What is signed, and for how long."""

    kind: ContractKind
    months: int | None = None
    renewable: bool | None = None
    probation_months: int | None = None
    note: Localized | None = None


@dataclass(frozen=True, slots=True)
class Salary:
    """Pay before any deduction the note does not name.

    At least one bound is there. Equal bounds are one figure; only a maximum reads "up to"; only a minimum reads "from".
    `currency` is ISO 4217.
    """

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str
    per: PayPeriod
    note: Localized | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of applications as written; `day` is None for OPEN, `minute` (of the day) only for MOMENT."""

    kind: DeadlineKind
    day: date | None = None
    minute: int = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to apply: exactly one of a web address, an e-mail address or a postal address."""

    url: str = ""
    email: str = ""
    post: Localized | None = None
    audience: Localized | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, which is not how to apply."""

    name: Localized | None = None
    email: str = ""
    phone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language an applicant needs (`required`) or may profit from. `level` is CEFR or the employer's own words."""

    language: str
    level: Localized | None = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class Experience:
    """Months of experience asked for, or words for what figures cannot say, or both."""

    months: int | None = None
    note: Localized | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a selection grid; `points` is None where the grid is not scored."""

    label: Localized
    points: int | None = None


@dataclass(frozen=True, slots=True)
class CriteriaStage:
    """A selection grid; the points of a scored one sum to `out_of`."""

    stage: Localized
    items: tuple[Criterion, ...]
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact that has no key: what it is called, and what it says."""

    name: Localized
    text: Localized


@dataclass(frozen=True, slots=True)
class Source:
    """Where the notice was found."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentRef:
    """A file that goes with a posting, as its editor names it; `path` is relative to the site's folder."""

    path: str
    title: Localized | None = None

    @property
    def name(self) -> str:
        """The file's name, without folders."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Body:
    """A body in Markdown, as safe HTML.

    `html` has passed the sanitiser; addresses in it are as written, and `links` lists those that lead inside the site
    (a file of the content, a file beside this one, a path) with where each was written. `text` is it without tags.
    """

    html: str = ""
    text: str = ""
    links: tuple[tuple[str, Origin], ...] = ()
    anchors: tuple[str, ...] = ()


EMPTY_BODY = Body()


@dataclass(frozen=True, slots=True)
class Edition:
    """A posting, news item or page in one language."""

    language: str
    title: str
    slug: str
    origin: Origin
    summary: str = ""
    aliases: tuple[str, ...] = ()
    body: Body = EMPTY_BODY
    title_origin: Origin = field(default=Origin(""), compare=False)
    """Where the title stands in its file."""
    slug_origin: Origin | None = field(default=None, compare=False)
    """Where the slug stands in its file; None where it is the id."""


@dataclass(frozen=True, slots=True)
class OrganizationEdition:
    """An organization in one language; `body` is the "about us" that all its postings share."""

    language: str
    name: str
    slug: str
    origin: Origin
    acronym: str = ""
    summary: str = ""
    body: Body = EMPTY_BODY
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """A job offer: its facts, which hold in every language, and its editions, in the order of the config's languages.

    `origin` is its first file; `origins` tells where each fact stands, by key, and by `key/text` what stands on a line
    of its own in a list. Only a draft that is not begun has no edition; it never gets as far as the site.
    """

    id: str
    editions: tuple[Edition, ...]
    origin: Origin
    posted: date
    deadline: Deadline
    organization: str = ""
    """Id of an organization, or "" when `employer` is given."""
    employer: Employer | None = None
    department: Localized | None = None
    locations: tuple[Location, ...] = ()
    remote: Remote = Remote.NO
    applicant_countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    industry: str = ""
    employment_type: tuple[EmploymentType, ...] = ()
    contract: Contract | None = None
    minutes_per_week: int | None = None
    leave_days: int | None = None
    salary: Salary | None = None
    opens: date | None = None
    starts: tuple[int, int, int | None] | None = None
    """Year, month and, where known, day of the first day of work."""
    updated: datetime | None = None
    """Aware; None when neither the front matter nor git tells."""
    renewed: date | None = None
    timezone: str = ""
    max_applications: int | None = None
    draft: bool = False
    filled: date | None = None
    withdrawn: date | None = None
    apply: tuple[Channel, ...] = ()
    documents: tuple[Localized, ...] = ()
    contact: Contact | None = None
    reference: str = ""
    positions: int | None = None
    grade: str = ""
    clearance: Localized | None = None
    languages: tuple[LanguageSkill, ...] = ()
    experience: Experience | None = None
    education: Localized | None = None
    eligibility: Localized | None = None
    criteria: tuple[CriteriaStage, ...] = ()
    more: tuple[OwnFact, ...] = ()
    notice: Localized | None = None
    """A condition every reader must see first, such as "pending budget approval"."""
    source: Source | None = None
    featured: bool = False
    attachments: tuple[AttachmentRef, ...] = ()
    files: tuple[str, ...] = ()
    """The paths of the files it was read from."""
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)
    is_whole: bool = True
    """False where something that every posting must have could not be read, and a value that means nothing stands in
    for it. Such a posting is held against the rules, so that all its problems are told at once; no site has it."""

    @property
    def first_day(self) -> date:
        """The day from which it is shown, in its zone: lists call it new, and feeds published, as of that day."""
        return max(self.posted, self.opens or self.posted)

    def edition(self, language: str) -> Edition | None:
        """The edition in `language`, if it is written in it."""
        return next((e for e in self.editions if e.language == language), None)

    def best_edition(self, language: str) -> Edition:
        """The edition to show to a reader of `language`: that one, else the nearest, else the first of the config."""
        return self.edition(language) or _nearest(language, self.editions)

    def origin_of(self, key: str, item: str = "") -> Origin:
        """Where the fact `key` stands, or that item of its list; the posting's first file when nowhere."""
        return self.origins.get(f"{key}/{item}") or self.origins.get(key, self.origin)


@dataclass(frozen=True, slots=True)
class Organization:
    """An employer with a page; editions in the order of the config's languages."""

    id: str
    editions: tuple[OrganizationEdition, ...]
    origin: Origin
    url: str = ""
    logo: str = ""
    """Path of a file in `static/`, without the leading "static/"."""
    country: str = ""
    parent: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)

    def edition(self, language: str) -> OrganizationEdition | None:
        """The edition in `language`, if there is one."""
        return next((e for e in self.editions if e.language == language), None)

    def best_edition(self, language: str) -> OrganizationEdition:
        """That edition, else the nearest, else the first in the config's order."""
        return self.edition(language) or _nearest(language, self.editions)


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A dated text of the board or of one of its organizations."""

    id: str
    editions: tuple[Edition, ...]
    origin: Origin
    date: date
    organization: str = ""
    attachments: tuple[AttachmentRef, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)
    is_whole: bool = True
    """Whether it says its date."""

    def edition(self, language: str) -> Edition | None:
        """The edition in `language`, if there is one."""
        return next((e for e in self.editions if e.language == language), None)


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A page such as "About"; shown in the menu when `menu` is set, by `order`, then id."""

    id: str
    editions: tuple[Edition, ...]
    origin: Origin
    order: int = 0
    menu: bool = True
    attachments: tuple[AttachmentRef, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)

    def edition(self, language: str) -> Edition | None:
        """The edition in `language`, if there is one."""
        return next((e for e in self.editions if e.language == language), None)

    def best_edition(self, language: str) -> Edition:
        """That edition, else the nearest, else the first in the config's order."""
        return self.edition(language) or _nearest(language, self.editions)


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a vocabulary: a category, a place or an industry."""

    id: str
    name: Localized
    origin: Origin
    parent: str = ""
    slug: Localized | None = None
    country: str = ""
    """Places only: ISO 3166-1 alpha-2."""
    region: Localized | None = None
    """Places only."""
    summary: Localized | None = None
    aliases: tuple[str, ...] = ()
    """Earlier slugs, in whatever language they were, and paths."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that the content folder says. Postings, news and pages are sorted by id; vocabularies keep the file's order.

    `files` holds the bytes of the attachments by path relative to the site's folder.
    """

    postings: tuple[Posting, ...] = ()
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    news: tuple[NewsItem, ...] = ()
    pages: tuple[ContentPage, ...] = ()
    categories: Mapping[str, Term] = field(default_factory=dict)
    places: Mapping[str, Term] = field(default_factory=dict)
    industries: Mapping[str, Term] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    commits: Mapping[str, datetime] = field(default_factory=dict)
    """When each file was last committed, by path; empty where git does not tell."""
    paths: frozenset[str] = frozenset()
    """All files below the content folder, also those that could not be read."""
    unreadable: frozenset[str] = frozenset()
    """What is there and could not be read: `organizations/acme`, or `categories` for a whole vocabulary."""
    unread_drafts: frozenset[str] = frozenset()
    """Those of the paths that are of drafts which could not be read."""

    def texts(self) -> list[Edition | OrganizationEdition]:
        """Every text in every language: of postings, news, pages and organizations, in this order."""
        things: tuple[Posting | NewsItem | ContentPage | Organization, ...]
        things = (*self.postings, *self.news, *self.pages, *self.organizations.values())
        return [edition for thing in things for edition in thing.editions]


def terms_of(content: Content, kind: str) -> Mapping[str, Term]:
    """The vocabulary that listings of a kind are about; none for organizations and types of employment.

    Not a method: what a page is made from is noted by the attributes that it asks for.
    """
    return {"categories": content.categories, "places": content.places}.get(kind, {})


def _nearest(language: str, editions: tuple[Told, ...]) -> Told:
    """For a reader whose language none of them is in."""
    tag = nearest(language, (edition.language for edition in editions))
    return next((edition for edition in editions if edition.language == tag), editions[0])
