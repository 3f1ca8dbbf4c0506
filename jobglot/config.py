"""Reading `config.yaml`: every key with its default, unknown ones refused; also what `docs/config.md` is made from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from jobglot import kinds
from jobglot.checks import CHECKS, LEVELS
from jobglot.model import plain
from jobglot.problem import Problem, Severity
from jobglot.records import LINE
from jobglot.settings import (
    LISTING_KINDS,
    MARKDOWN_EXTENSIONS,
    OUTPUT_KINDS,
    PATH_WORDS,
    ClosedMode,
    ClosedSettings,
    Cms,
    Config,
    Dialect,
    Fallback,
    MarkdownSettings,
    Report,
    Security,
    SimilarSettings,
)
from jobglot.shapes import Field, Given, ListOf, Reading, Record, Schema, Shape, choice, text, unknown_key, wrong_type
from jobglot.source import Node, Scalar, Table, decode, is_missing, read_table
from jobglot.targets import TARGETS, Targets

T = TypeVar("T")
MAX_LANGUAGES = 60
_DEFAULTS = Config(plain(""), "", ("en",))


class _PathWords:
    """`paths`: URL words by key, one for every language or by language."""

    name = "a map of URL words"
    example = "{jobs: {fr: offres}}"

    def read(self, node: Node, key: str, reading: Reading) -> Mapping[str, Mapping[str, str]] | None:
        if not isinstance(node, Table):
            wrong_type(node, key, self, reading)
            return None
        words: dict[str, dict[str, str]] = {}
        for entry in node.entries:
            if entry.key not in PATH_WORDS:
                unknown_key(entry.key, entry.origin, tuple(PATH_WORDS), reading)
            elif isinstance(entry.value, Scalar):
                word = kinds.SLUG.read(entry.value, entry.key, reading)
                words[entry.key] = dict.fromkeys(reading.languages, word or entry.key)
            elif isinstance(entry.value, Table):
                found = words[entry.key] = {}
                for item in entry.value.entries:
                    word = kinds.SLUG.read(item.value, entry.key, reading)
                    if item.key not in reading.languages:
                        unknown_key(item.key, item.origin, reading.languages, reading)
                    elif word:
                        found[item.key] = word
            else:
                wrong_type(entry.value, entry.key, self, reading)
        self._distinct(node, words, reading)
        return words

    def _distinct(self, node: Table, words: Mapping[str, Mapping[str, str]], reading: Reading) -> None:
        """Notes every key whose word is another's: the pages of the two would have one address."""
        told: set[str] = set()
        for language in reading.languages:
            keys: dict[str, str] = {}
            for key, default in PATH_WORDS.items():
                word = words.get(key, {}).get(language, default)
                first = keys.setdefault(word.casefold(), key)
                entry = node.get(key) or node.get(first)
                if first != key and entry and key not in told:
                    told.add(key)
                    message = f"“{first}” and “{key}” have one word, “{word}”, in {language}"
                    reading.error(entry.origin, "path-word-twice", message, "give one of them another word")

    def schema(self) -> Schema:
        word = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
        return {"type": "object", "properties": dict.fromkeys(PATH_WORDS, word), "additionalProperties": False}


class _Checks:
    """`checks`: what the board thinks of a matter of judgement, by code."""

    name = "a map of codes"
    example = "{title-generic: off}"

    def read(self, node: Node, key: str, reading: Reading) -> Mapping[str, Severity | None] | None:
        if not isinstance(node, Table):
            wrong_type(node, key, self, reading)
            return None
        chosen: dict[str, Severity | None] = {}
        for entry in node.entries:
            if entry.key not in CHECKS:
                unknown_key(entry.key, entry.origin, tuple(CHECKS), reading, "docs/checks.md lists the codes")
                continue
            level = _LEVEL.read(entry.value, entry.key, reading)
            if level is not None:
                chosen[entry.key] = LEVELS[level]
        return chosen

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {code: {"enum": list(LEVELS), "description": check.says} for code, check in CHECKS.items()},
            "additionalProperties": False,
        }


_LEVEL = choice(LEVELS)


NAME = Field("name", LINE, "The board's name, in one string or by language.", required=True, example="Example Jobs")
BASE_URL = Field(
    "base_url",
    kinds.URL,
    "Where the board will be read: the whole address, with a path if it does not lie at the root.",
    required=True,
    example="https://jobs.example.org/",
)
LANGUAGES = Field(
    "languages",
    ListOf(kinds.TAG, MAX_LANGUAGES),
    "The languages' tags (BCP 47); the first is the default.",
    required=True,
    example="[en, fr]",
)
TAGLINE = Field("tagline", LINE, "A line below the name.")
TIMEZONE = Field("timezone", kinds.ZONE, "The zone in which days begin and end.")
PATHS: Field[Mapping[str, Mapping[str, str]]] = Field(
    "paths", _PathWords(), "The words of addresses, by language; what is left out stays English."
)
PER_PAGE = Field("per_page", kinds.whole(1, 1000, "20"), "Postings on one page of a list.")
LISTINGS = Field("listings", ListOf(choice(LISTING_KINDS)), "Which lists are made.")
OUTPUTS = Field("outputs", ListOf(choice(OUTPUT_KINDS)), "Which extras are made beside the pages.")
FEED_ITEMS = Field("feed_items", kinds.whole(1, 1000, "50"), "Postings in a feed, the newest first.")
SIMILAR_COUNT = Field("count", kinds.whole(0, 20, "5"), "How many similar jobs a page shows.")
SIMILAR_PER_ORGANIZATION = Field(
    "per_organization", kinds.whole(1, 20, "2"), "How many of them one organization of several may have."
)
CLOSING_SOON_DAYS = Field(
    "closing_soon_days", kinds.whole(0, 90, "7"), "From how many days before the deadline a posting is closing soon."
)
OPEN_FOR_DAYS = Field(
    "open_for_days",
    kinds.whole(1, 3650, "90"),
    "How long “deadline: open” lasts, from “renewed” or “posted”.",
)
CLOSED_MODE = Field(
    "mode",
    choice(m.value for m in ClosedMode),
    "The page of a posting that is over: notice keeps it and says so, tombstone keeps the title only, remove drops it.",
)
KEEP_DAYS = Field("keep_days", kinds.whole(0, 36_500, "365"), "For how many days such a page is kept.")
FALLBACK = Field(
    "fallback",
    choice(f.value for f in Fallback),
    "A posting not written in a list's language is listed with a badge (list) or left out (hide).",
)
DIALECT = Field("dialect", choice(d.value for d in Dialect), "gfm is GitHub's own engine; markdown is Python-Markdown.")
EXTENSIONS = Field(
    "extensions", ListOf(choice(MARKDOWN_EXTENSIONS)), "Extensions of Python-Markdown, for its dialect only."
)
REPORT_EMAIL = Field("email", kinds.EMAIL, "Readers report a problem to this address.")
REPORT_URL = Field("url", kinds.URL, "Or on this page.")
SECURITY_CONTACT = Field("contact", text(300), "For security.txt: an address with mailto: or https://.", required=True)
SECURITY_EXPIRES = Field("expires", kinds.DATE, "For security.txt: the day until which it holds.", required=True)
SECURITY_POLICY = Field("policy", kinds.URL, "For security.txt: the address of a policy.")
SOURCE_URL = Field(
    "source_url",
    kinds.URL,
    "Where the content's files can be seen or edited, such as https://github.com/you/jobs/edit/main/.",
)
EXTRA_KEYS = Field("extra_keys", ListOf(text(60)), "Front matter keys to let pass unread, for what a CMS keeps there.")


def _similar(given: Given) -> SimilarSettings:
    ours = _DEFAULTS.similar
    return SimilarSettings(
        _or(given[SIMILAR_COUNT], ours.count), _or(given[SIMILAR_PER_ORGANIZATION], ours.per_organization)
    )


def _closed(given: Given) -> ClosedSettings:
    return ClosedSettings(ClosedMode(given[CLOSED_MODE] or "notice"), _or(given[KEEP_DAYS], _DEFAULTS.closed.keep_days))


def _markdown(given: Given) -> MarkdownSettings:
    settings = MarkdownSettings(Dialect(given[DIALECT] or "gfm"), given[EXTENSIONS] or ())
    if settings.extensions and settings.dialect is Dialect.GFM:
        given.error(EXTENSIONS, "extensions-unused", "the dialect gfm has no extensions", "write “dialect: markdown”")
    return settings


def _report(given: Given) -> Report:
    return Report(given[REPORT_EMAIL] or "", given[REPORT_URL] or "")


def _security(given: Given) -> Security | None:
    contact, expires = given[SECURITY_CONTACT], given[SECURITY_EXPIRES]
    if contact is None or expires is None:
        return None
    if not contact.startswith(("mailto:", "https://", "tel:")):
        given.error(SECURITY_CONTACT, "security-contact", "the contact is no address", "write mailto:… or https://…")
        return None
    return Security(contact, f"{expires.isoformat()}T23:59:59Z", given[SECURITY_POLICY] or "")


SIMILAR = Field(
    "similar",
    Record("a map", "{count: 5, per_organization: 2}", (SIMILAR_COUNT, SIMILAR_PER_ORGANIZATION), _similar),
    "Similar jobs below a posting.",
)
CLOSED = Field(
    "closed", Record("a map", "{mode: notice, keep_days: 365}", (CLOSED_MODE, KEEP_DAYS), _closed), "What is over."
)
MARKDOWN = Field(
    "markdown", Record("a map", "{dialect: gfm}", (DIALECT, EXTENSIONS), _markdown), "How bodies are read."
)
REPORT = Field(
    "report",
    Record("a map", "{email: jobs@example.org}", (REPORT_EMAIL, REPORT_URL), _report),
    "Where readers report a problem with a posting.",
)
SECURITY = Field(
    "security",
    Record(
        "a map",
        "{contact: mailto:security@example.org, expires: 2027-12-31}",
        (SECURITY_CONTACT, SECURITY_EXPIRES, SECURITY_POLICY),
        _security,
    ),
    "What /.well-known/security.txt says; left out, there is none.",
)
CHECKS_CHOSEN: Field[Mapping[str, Severity | None]] = Field(
    "checks", _Checks(), "Which matters of judgement are an error, a warning or off, by code; see docs/checks.md."
)
PUBLISH = Field("publish", TARGETS, "Where the site is published, by name of the target; see docs/publishing.md.")

CMS_BACKEND = Field("backend", choice(("github", "gitlab", "gitea")), "The kind of git host.", required=True)
CMS_REPO = Field("repo", text(300), "The repository there.", required=True, example="you/jobs")
CMS_BRANCH = Field("branch", text(200), "The branch that is published.", example="main")
CMS_AUTH = Field("auth", kinds.URL, "The server by which editors sign in, if not by a token of their own.")
CMS_API = Field("api", kinds.URL, "The programming interface of a host of one's own.")
CMS_APP_ID = Field("app_id", text(200), "What the host calls the CMS, for signing in without such a server (PKCE).")


def _cms(given: Given) -> Cms | None:
    backend, repo = given[CMS_BACKEND], given[CMS_REPO]
    if backend is None or repo is None:
        return None
    auth, api, app_id = given[CMS_AUTH] or "", given[CMS_API] or "", given[CMS_APP_ID] or ""
    return Cms(backend, repo, given[CMS_BRANCH] or "main", auth, api, app_id)


CMS = Field(
    "cms",
    Record(
        "a map",
        "{backend: github, repo: you/jobs}",
        (CMS_BACKEND, CMS_REPO, CMS_BRANCH, CMS_AUTH, CMS_API, CMS_APP_ID),
        _cms,
    ),
    "Where the browser CMS that “jobglot cms” makes finds the content; see docs/cms.md.",
)

FIELDS: tuple[Field[Any], ...] = (
    NAME,
    BASE_URL,
    LANGUAGES,
    TAGLINE,
    TIMEZONE,
    PATHS,
    PER_PAGE,
    LISTINGS,
    OUTPUTS,
    FEED_ITEMS,
    SIMILAR,
    CLOSING_SOON_DAYS,
    OPEN_FOR_DAYS,
    CLOSED,
    FALLBACK,
    MARKDOWN,
    REPORT,
    SECURITY,
    SOURCE_URL,
    EXTRA_KEYS,
    CHECKS_CHOSEN,
    PUBLISH,
    CMS,
)


def read_config(data: bytes, path: str = "config.yaml") -> tuple[Config | None, list[Problem]]:
    """The settings; None when the file cannot be read or lacks one of its first three keys."""
    written, problems = decode(data, path)
    table, more = read_table(written, path) if written is not None else (None, [])
    problems += more
    if table is None:
        return None, problems
    languages = Reading()
    entry = table.get("languages")
    tags = LANGUAGES.shape.read(entry.value, "languages", languages) if entry and not is_missing(entry.value) else None
    # Texts by language can only be judged once the languages are known.
    reading = Reading(tuple(dict.fromkeys(tags or ())))
    given = _RECORD.given(table, "", reading)
    config = _config(given)
    return config, problems + reading.problems


def _or(value: T | None, default: T) -> T:
    return default if value is None else value


def _config(given: Given) -> Config | None:
    name, base_url, languages = given[NAME], given[BASE_URL], given[LANGUAGES]
    if name is None or base_url is None or not languages:
        return None
    parts = urlsplit(base_url)
    if parts.query or parts.fragment:
        remedy = "leave out what begins with ? or #"
        given.error(BASE_URL, "base-url", "the base address holds more than server and path", remedy)
    if len(set(languages)) < len(languages):
        given.error(LANGUAGES, "language-twice", "a language is named twice", "name each once")
    if given[TIMEZONE] == "AoE":
        given.error(TIMEZONE, "timezone-unknown", "AoE cannot be the zone of a site", "write for example UTC")
        return None
    ours = _DEFAULTS
    return Config(
        name=name,
        base_url=kinds.base_of(base_url),
        languages=tuple(dict.fromkeys(languages)),
        timezone=given[TIMEZONE] or ours.timezone,
        tagline=given[TAGLINE],
        paths=given[PATHS] or {},
        per_page=_or(given[PER_PAGE], ours.per_page),
        listings=_or(given[LISTINGS], ours.listings),
        outputs=_or(given[OUTPUTS], ours.outputs),
        feed_items=_or(given[FEED_ITEMS], ours.feed_items),
        similar=_or(given[SIMILAR], ours.similar),
        closing_soon_days=_or(given[CLOSING_SOON_DAYS], ours.closing_soon_days),
        open_for_days=_or(given[OPEN_FOR_DAYS], ours.open_for_days),
        closed=_or(given[CLOSED], ours.closed),
        fallback=Fallback(given[FALLBACK] or "list"),
        markdown=_or(given[MARKDOWN], ours.markdown),
        report=_or(given[REPORT], ours.report),
        security=given[SECURITY],
        source_url=given[SOURCE_URL] or "",
        checks=given[CHECKS_CHOSEN] or {},
        publish=given[PUBLISH] or {},
        cms=given[CMS],
        extra_keys=given[EXTRA_KEYS] or (),
    )


_RECORD: Record[Config] = Record("the settings", "", FIELDS, _config)


def json_schema() -> Schema:
    """The JSON Schema (2020-12) of `config.yaml`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "jobglot: config.yaml",
        **_RECORD.schema(),
    }


def reference() -> tuple[tuple[str, str, str, str], ...]:
    """(key, example, default, sentence) of every setting, nested ones as `parent.key`, in the order of the file."""
    rows: list[tuple[str, str, str, str]] = []

    def walk(fields: tuple[Field[Any], ...], above: str, defaults: object) -> None:
        for field in fields:
            shape: Shape[Any] = field.shape
            default = None if field.required else getattr(defaults, field.key, None)
            rows.append((above + field.key, field.example or shape.example, _shown(default), field.doc))
            if isinstance(shape, Record):
                walk(shape.fields, f"{above}{field.key}.", default)
            elif isinstance(shape, Targets):
                for kind, record in shape.kinds.items():
                    walk(record.fields, f"{above}{field.key}.NAME ({kind}).", None)

    walk(FIELDS, "", _DEFAULTS)
    return tuple(rows)


def _shown(default: object) -> str:
    """A default as YAML; "" where there is none to show."""
    if isinstance(default, Enum):
        return str(default.value)
    if isinstance(default, tuple):
        return f"[{', '.join(map(str, default))}]"
    return str(default) if isinstance(default, int | str) else ""
