"""Files to begin with: a new site; those of a posting, organization, news item or page; copies of ours to change."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from pathlib import Path

from jobglot import kinds
from jobglot.blank_catalogs import blank_catalog, changed_words, laid_over, still_to_say
from jobglot.catalogs import normal_tag, packaged_names, refusal
from jobglot.folders import FORMS, LOCALES, TEMPLATES
from jobglot.gate import walk
from jobglot.language import language
from jobglot.load import load_config
from jobglot.own_templates import copied, messages_of
from jobglot.po_files import UNREADABLE, message_keys, read_catalog
from jobglot.problem import Origin
from jobglot.settings import Config
from jobglot.shapes import Wrong
from jobglot.starter import starter_root

FOLDERS = {"posting": "postings", "organization": "organizations", "news": "news", "page": "pages"}

OWNED = ("content", "static/logos", "static/theme.css", "config.yaml")
"""What a site owns; templates, catalogs and other static files stay in the package until the site wants its own."""

WORKFLOWS = {"workflows/github.yml": ".github/workflows/jobglot.yml", "workflows/gitlab.yml": ".gitlab-ci.yml"}
"""What checks and publishes the board on the git host: where it stands in the package, and where in a site."""

THEMES, THEME = "themes", "static/theme.css"
"""Looks to choose from, and where a site has its own."""
CLASSIC = "classic"
"""The look of the packaged site itself."""

USUAL_RUN = timedelta(days=45)
"""How long postings mostly run, for an example of a deadline."""

IGNORED = "/output/\n/.cache/\n/node_modules/\n"

DEMO_LANGUAGES = ("en", "fr")
"""The languages of the packaged content."""

_CONFIG = """\
# The settings of this board; see docs/config.md of jobglot for all of them.
name: {%(board)s}
base_url: https://jobs.example.org/
languages: [%(languages)s]
timezone: Europe/Brussels
publish: {pages: {kind: git, remote: origin, branch: pages}}
"""
_CATEGORIES = """\
# Categories by id; each has a name by language, and may have a parent.
health: {name: {%(health)s}}
technology: {name: {%(technology)s}}
"""
_PLACES = """\
# Places by id; each has a name by language, a country, and may have a parent.
brussels: {name: {%(brussels)s}, country: BE}
"""


def new_site(folder: Path, *, bare: bool, languages: Sequence[str] = DEMO_LANGUAGES, theme: str = CLASSIC) -> str:
    """Make a site in a new or empty folder; why not, or "" when it is made.

    `bare` leaves out the demo's content, which is in two languages only: a site in others has none. The first of the
    `languages` is the default. `theme` is one of `themes`.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return f"{folder} is there already and not empty; choose another folder"
    starter = starter_root()
    if bare or tuple(languages) != DEMO_LANGUAGES:
        files = {path: text.encode() for path, text in _bare(languages).items()}
    else:
        files = {path: (starter / path).read_bytes() for path in _owned(starter)}
    if theme != CLASSIC:
        files[THEME] = themes()[theme].read_bytes()
    files[".gitignore"] = IGNORED.encode()
    files |= {there: (starter / here).read_bytes() for here, there in WORKFLOWS.items()}
    return _create({folder / path: data for path, data in files.items()})


def _bare(languages: Sequence[str]) -> dict[str, str]:
    """The files of content that a site without postings begins with."""
    # YAML takes a bare “no” for a denial, and it is Norwegian.
    tags = {tag: f'"{tag}"' if tag == "no" else tag for tag in languages}

    def named(thing: str) -> str:
        # Where a language has no name for it, it is named in English, to be replaced.
        names = {key: language(tag.partition("-")[0]).new_site.get(thing) for tag, key in tags.items()}
        return ", ".join(f"{key}: {name or english[thing]}" for key, name in names.items())

    english = language("en").new_site
    said = {thing: named(thing) for thing in english} | {"languages": ", ".join(tags.values())}
    return {
        "config.yaml": _CONFIG % said,
        "content/categories.yaml": _CATEGORIES % said,
        "content/places.yaml": _PLACES % said,
    }


def _owned(starter: Path) -> Iterator[str]:
    for name in OWNED:
        if (starter / name).is_file():
            yield name
        else:
            yield from walk(starter, name)[0]


def new_thing(root: Path, kind: str, id_: str, now: datetime) -> tuple[str, ...] | str:
    """Make the files of a new thing in every language; their paths, or why nothing was made."""
    config, problems = load_config(root)
    if config is None:
        return str(problems[0])
    parsed = kinds.parse_id(id_)
    if isinstance(parsed, Wrong):
        return f"{parsed.message}; {parsed.remedy}"
    if id_ in config.languages:
        return f"“{id_}” is a language of this board, and the names of its files would tell two; use “{id_}-1”"
    folder = FOLDERS[kind]
    paths, _ = walk(root, f"content/{folder}")
    there = [path for path in paths if path.rpartition("/")[2].startswith(f"{id_}.")]
    if there:
        return f"“{id_}” is there already: {there[0]}"
    files = {f"content/{folder}/{id_}.{tag}.md": _text(kind, tag, config, root, now) for tag in config.languages}
    return _create({root / path: text.encode() for path, text in files.items()}) or tuple(files)


def new_template(root: Path, wanted: str) -> tuple[str, ...] | str:
    """Make a copy of a packaged template, to change it; its path, or why nothing was made."""
    folder = starter_root() / TEMPLATES
    names = [path.name for path in sorted(folder.glob("*.html"))]
    name = wanted if wanted.endswith(".html") else f"{wanted}.html"
    if name not in names:
        return _unknown("template", name, names)
    return _made(root, f"{TEMPLATES}/{name}", copied(name, (folder / name).read_text("utf-8")))


def themes() -> dict[str, Path]:
    """The packaged looks, by name, the one of the packaged site first."""
    starter = starter_root()
    return {CLASSIC: starter / THEME} | {path.stem: path for path in sorted((starter / THEMES).glob("*.css"))}


def new_theme(root: Path, wanted: str) -> tuple[str, ...] | str:
    """Give a site one of the packaged looks, to change it; its path, or why nothing was made.

    It takes the place of another packaged one that nobody has changed.
    """
    if wrong := no_theme(wanted):
        return wrong
    known = themes()
    path, data = root / THEME, known[wanted].read_bytes()
    held = path.read_bytes() if path.is_file() else b""
    if held == data:
        return f"{THEME} is “{wanted}” already"
    if all(held != other.read_bytes() for other in known.values()):
        return _made(root, THEME, data.decode(), "; move it away first, since somebody has changed it")
    try:
        path.write_bytes(data)
    except OSError as refused:
        return f"{path} cannot be written: {refused.strerror}"
    return (THEME,)


def no_theme(wanted: str) -> str:
    """Why no packaged look has that name; "" where one has."""
    known = themes()
    return "" if wanted in known else _unknown("theme", wanted, known)


def without_catalog(languages: Iterable[str]) -> list[str]:
    """Those of the languages that no packaged catalog of interface words serves."""
    folder = starter_root() / LOCALES
    return [tag for tag in languages if not any((folder / name).is_file() for name in packaged_names(tag))]


def new_catalog(root: Path, wanted: str) -> tuple[str, ...] | str:
    """Make a catalog of interface words for a language, to fill in or to change; its path, or why nothing was made.

    `forms/pl` is that of the browser CMS's forms. To one that is there already is added what it lacks.
    """
    place = FORMS if wanted.startswith("forms/") else LOCALES
    folder, tag = starter_root() / place, normal_tag(wanted.removeprefix("forms/"))
    if no_tag := refusal(tag):
        return no_tag
    path, template = root / place / f"{tag}.po", (folder / "messages.pot").read_text("utf-8")
    said = {} if place == FORMS else _own_messages(root, template)
    ours = [(folder / name).read_text("utf-8") for name in packaged_names(tag) if (folder / name).is_file()]
    packaged = reduce(laid_over, ours) if ours else ""
    if not path.exists():
        blank = changed_words(packaged, tag) if packaged else blank_catalog(template, tag)
        return _made(root, f"{place}/{tag}.po", blank + still_to_say("", "", said, tag))
    held = path.read_text("utf-8")
    wrong = [problem for problem in read_catalog(held, f"{place}/{tag}.po", tag)[1] if problem.code == UNREADABLE]
    if wrong:
        return str(wrong[0])
    more = still_to_say(held, "" if packaged else template, said, tag)
    if not more:
        return f"{place}/{tag}.po lacks no message"
    try:
        path.write_text(held.rstrip("\n") + "\n" + more, "utf-8")
    except OSError as refused:
        return f"{path} cannot be written: {refused.strerror}"
    return (f"{place}/{tag}.po",)


def _own_messages(root: Path, known: str) -> dict[str, Origin]:
    """What the site's own templates say besides what a packaged catalog holds."""
    paths = [path for path in walk(root, TEMPLATES)[0] if path.endswith(".html")]
    texts = {path.removeprefix(f"{TEMPLATES}/"): (root / path).read_text("utf-8", "replace") for path in paths}
    held = message_keys(known)
    return {message: origin for message, origin in messages_of(texts).items() if ("", message) not in held}


def _unknown(kind: str, wanted: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, known, 1, 0.6)
    meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"there is no packaged {kind} “{wanted}”; {meant}"


def _made(root: Path, path: str, text: str, remedy: str = "") -> tuple[str, ...] | str:
    if os.path.lexists(root / path):
        return f"{path} is there already{remedy}"
    return _create({root / path: text.encode()}) or (path,)


def _create(files: Mapping[Path, bytes]) -> str:
    """Write files that are not there yet; why one cannot be written, or "" when all are."""
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
        except OSError as refused:
            return f"{path} cannot be written: {refused.strerror}"
    return ""


def _text(kind: str, tag: str, config: Config, root: Path, now: datetime) -> str:
    """A file to fill in. Facts stand in the default language's file only."""
    day = now.astimezone(config.zone).date()
    today = day.isoformat()
    is_default = tag == config.default
    if kind == "organization":
        facts = ["url:", "country:"] if is_default else []
        return _front(["name:", "acronym:", "summary:", *facts])
    if kind == "news":
        return _front(["title:", "summary:", *([f"date: {today}", "organization:"] if is_default else [])])
    if kind == "page":
        return _front(["title:", *(["order: 10", "menu: true"] if is_default else [])])
    return _front(["title:", "summary:", *(_posting_facts(root, day) if is_default else [])])


def _posting_facts(root: Path, today: date) -> list[str]:
    organizations, _ = walk(root, "content/organizations")
    ids = sorted({path.rpartition("/")[2].split(".")[0] for path in organizations})
    hint = f"  # one of: {', '.join(ids[:8])}{', …' if len(ids) > 8 else ''}" if ids else "  # or {name: …, url: …}"
    return [
        f"organization:{hint}",
        "locations: []  # ids from content/places.yaml, or {city: …, country: BE}",
        "categories: []  # ids from content/categories.yaml",
        "employment_type: [full_time]",
        "contract: {kind: permanent}",
        "# salary: {min: 3000, max: 3600, currency: EUR, per: month}",
        f"posted: {today}",
        f"deadline:  # {today + USUAL_RUN}, “{today + USUAL_RUN} 16:05”, or open",
        "apply:",
        "  - email:  # or url:",
        "draft: true  # delete this line to publish",
    ]


def _front(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---", "", ""])
