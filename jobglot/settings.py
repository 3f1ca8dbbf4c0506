"""What `config.yaml` decides, as values. `config` reads the file into these; everything else only asks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias
from zoneinfo import ZoneInfo

from jobglot.model import Localized, Phrase
from jobglot.problem import Severity

LISTING_KINDS = ("categories", "organizations", "places", "employment_types")
OUTPUT_KINDS = ("feeds", "calendars", "data", "search")

MARKDOWN_EXTENSIONS = (
    *("extra", "abbr", "attr_list", "def_list", "fenced_code", "footnotes", "legacy_em", "md_in_html", "nl2br"),
    *("sane_lists", "smarty", "tables", "toc"),
)
"""Those of Python-Markdown's own extensions whose output the sanitiser leaves whole."""

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
    "shortlist": "saved",
    "accessibility": "accessibility",
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
class FolderTarget:
    """A folder that a web server reads: whole releases and a link to the current one, or plain files.

    `path` is relative to the site or whole. `keep` releases stay for a way back; without `links`, there is only one.
    """

    path: str
    keep: int = 5
    links: bool = True
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GitTarget:
    """A branch that a host serves. Without `history`, it only ever has one commit."""

    remote: str
    branch: str
    history: bool = True


@dataclass(frozen=True, slots=True)
class RsyncTarget:
    """A folder on another machine, as rsync writes it: `user@host:/path/` or `rsync://host/module/`."""

    destination: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class S3Target:
    """A bucket of an S3-compatible store, and where in it; `endpoint` is empty for AWS."""

    bucket: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveTarget:
    """One file with the whole site: `.tar.gz` or `.zip`, by its ending."""

    path: str


PublishTarget: TypeAlias = FolderTarget | GitTarget | RsyncTarget | S3Target | ArchiveTarget


@dataclass(frozen=True, slots=True)
class Cms:
    """Where the browser CMS finds the content: the kind of git host, the repository and the branch.

    `auth` is the server by which editors sign in, `api` the host's programming interface where it is one's own, and
    `app_id` what the host calls the CMS, for signing in without a server.
    """

    backend: str
    repo: str
    branch: str = "main"
    auth: str = ""
    api: str = ""
    app_id: str = ""


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
    checks: Mapping[str, Severity | None] = field(default_factory=dict)
    """What the board thinks of a matter of judgement, by the code of its check; None is off."""
    publish: Mapping[str, PublishTarget] = field(default_factory=dict)
    """Where the site is published, by name of the target."""
    cms: Cms | None = None
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
