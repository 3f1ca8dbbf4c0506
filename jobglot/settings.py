"""What `config.yaml` decides, as values. `config` reads the file into these; everything else only asks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from zoneinfo import ZoneInfo

from jobglot.model import Localized, Phrase

LISTING_KINDS = ("categories", "organizations", "places", "employment_types")
OUTPUT_KINDS = ("feeds", "calendars", "data", "search")

PATH_WORDS: Mapping[str, str] = {
    "jobs": "jobs",
    "categories": "categories",
    "organizations": "organizations",
    "places": "places",
    "employment_types": "employment-types",
    "closing_soon": "closing-soon",
    "new": "new",
    "archive": "archive",
    "news": "news",
    "search": "search",
    "page": "page",
}
"""URL words by key; a config may replace each per language."""


class ClosedMode(Enum):
    """What becomes of the page of a posting that is over."""

    NOTICE = "notice"
    """It stays whole and says so, without a way to apply."""
    TOMBSTONE = "tombstone"
    """It keeps title, organization and the notice; the text goes."""
    REMOVE = "remove"
    """It goes at once."""


class Fallback(Enum):
    """What a list in one language does with a posting not written in it."""

    LIST = "list"
    HIDE = "hide"


class Dialect(Enum):
    """Which engine reads Markdown."""

    GFM = "gfm"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """`extensions` are those of Python-Markdown, for its dialect only."""

    dialect: Dialect = Dialect.GFM
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SimilarSettings:
    """How many similar jobs a page shows, and how many of them one organization may have."""

    count: int = 5
    per_organization: int = 2


@dataclass(frozen=True, slots=True)
class ClosedSettings:
    """The mode, and for how many days a closed page is kept."""

    mode: ClosedMode = ClosedMode.NOTICE
    keep_days: int = 365


@dataclass(frozen=True, slots=True)
class Report:
    """Where a reader reports a problem with a posting: one of the two, or neither."""

    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Security:
    """What `/.well-known/security.txt` says (RFC 9116); `expires` is written as given."""

    contact: str
    expires: str
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The site's settings. The first of `languages` is the default one; `base_url` ends in "/"."""

    name: Localized
    base_url: str
    languages: tuple[str, ...]
    timezone: str = "UTC"
    tagline: Localized | None = None
    paths: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    per_page: int = 20
    listings: tuple[str, ...] = LISTING_KINDS
    outputs: tuple[str, ...] = OUTPUT_KINDS
    feed_items: int = 50
    similar: SimilarSettings = SimilarSettings()
    closing_soon_days: int = 7
    open_for_days: int = 90
    closed: ClosedSettings = ClosedSettings()
    fallback: Fallback = Fallback.LIST
    markdown: MarkdownSettings = MarkdownSettings()
    report: Report = Report()
    security: Security | None = None
    source_url: str = ""
    extra_keys: tuple[str, ...] = ()
    """Front matter keys to let pass unread, for what a CMS keeps for itself."""

    @property
    def default(self) -> str:
        """The tag of the default language."""
        return self.languages[0]

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.timezone)

    def word(self, key: str, language: str) -> str:
        """The URL word of `key` (one of `PATH_WORDS`) in a language."""
        return self.paths.get(key, {}).get(language, PATH_WORDS[key])

    def phrase(self, text: Localized, language: str) -> Phrase:
        """`text` for a page in `language`, falling back to the default language."""
        return text.phrase(language, self.default)
