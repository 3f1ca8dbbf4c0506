"""From a site's folder to values: the config, the content, and what the site looks like. Reads; decides nothing."""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from jobglot import kinds, schema
from jobglot.collection import Siblings, Terms, siblings
from jobglot.config import read_config
from jobglot.folders import CONFIG, CONTENT, LOCALES, MAX_FILE, MAX_TEXT, STATIC, TEMPLATES, WELL_KNOWN
from jobglot.gate import read_file, walk
from jobglot.history import commits_below
from jobglot.i18n import catalogs_for, messages_of, unknown_languages
from jobglot.kept import kept
from jobglot.model import Content, ContentPage, NewsItem, Organization, Posting, Term
from jobglot.plan import Look
from jobglot.problem import Origin, Problem, Severity, error, stops, warning
from jobglot.readings import Reader, Reading, is_large, memo_of
from jobglot.render import compiled
from jobglot.settings import Config
from jobglot.shapes import Field
from jobglot.source import decode
from jobglot.staleness import editions_left_behind
from jobglot.starter import starter_root
from jobglot.terms import Vocabulary, read_vocabulary
from jobglot.workers import Alone, Crew

T = TypeVar("T")

ALONE = Alone()
ADMIN = "admin/config.yml"

VOCABULARIES: Mapping[str, tuple[Field[Any], ...]] = {
    "categories": schema.TERM_FIELDS,
    "places": schema.PLACE_FIELDS,
    "industries": schema.TERM_FIELDS,
}


@dataclass(slots=True)
class Memory:
    """What a preview has read already: things by their files. Good until `forget` names a path; a build has none."""

    things: dict[Siblings, Reading] = field(default_factory=dict)

    def forget(self, changed: frozenset[str] | None) -> list[Siblings]:
        """Read again what stands at these paths; everything, if they are not known or the config is among them.

        Gives what was forgotten.
        """
        if changed is None or CONFIG in changed:
            gone = list(self.things)
        else:
            gone = [thing for thing in self.things if any(path in changed for _, path in thing.files)]
        for thing in gone:
            del self.things[thing]
        return gone


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that was read. With errors among the problems, `content` lacks what could not be understood."""

    config: Config
    content: Content
    look: Look
    problems: tuple[Problem, ...]


def load(
    root: Path, crew: Crew = ALONE, memory: Memory | None = None, *, thorough: bool = True, remember: bool = False
) -> tuple[Loaded | None, list[Problem]]:
    """The site in `root`; None when its config cannot be used.

    Not `thorough`: texts are not read for what only warns, unless the config makes an error of it. `remember`: what an
    earlier run read of files that are still the same is not read again, with the same result.
    """
    config, problems = load_config(root)
    if config is None:
        return None, problems
    problems += unknown_languages(config.languages, Origin(CONFIG))
    wanted = thorough or Severity.ERROR in config.checks.values()
    content, more = load_content(root, config, crew, memory, thorough=wanted, remember=remember)
    look, others = load_look(root, config)
    found = [*problems, *more, *others, *_missing_logos(content, look)]
    if ADMIN in look.static and not stops(tuple(found)):
        # Imported where it is used: it costs 30 ms, and most boards have no CMS.
        from jobglot.cms import parted  # noqa: PLC0415

        found += parted(config, content, look.catalogs, look.static)
    return Loaded(config, content, look, tuple(found)), []


def _missing_logos(content: Content, look: Look) -> Iterator[Problem]:
    for organization in content.organizations.values():
        if organization.logo and organization.logo not in look.static:
            near = difflib.get_close_matches(organization.logo, look.static, 1, 0.7)
            remedy = f"did you mean “{near[0]}”?" if near else f"put it into {STATIC}/, or leave “logo” out"
            message = f"there is no file {STATIC}/{organization.logo}"
            yield error(organization.origins.get("logo", organization.origin), "logo-missing", message, remedy)


def load_config(root: Path) -> tuple[Config | None, list[Problem]]:
    """The settings; None with problems when there are none to be used."""
    if not (root / CONFIG).exists():
        remedy = "run the command in a site's folder, or make one with “jobglot init my-site”"
        return None, [error(Origin(CONFIG), "no-config", "there is no config.yaml here", remedy)]
    data = read_file(root, CONFIG, MAX_TEXT)
    return (None, [data]) if isinstance(data, Problem) else read_config(data, CONFIG)


def load_content(
    root: Path,
    config: Config,
    crew: Crew = ALONE,
    memory: Memory | None = None,
    *,
    thorough: bool = True,
    remember: bool = False,
) -> tuple[Content, list[Problem]]:
    """Everything below `content/`."""
    paths, astray = walk(root, CONTENT)
    problems = list(astray)
    terms = Terms(config.languages, config.markdown, config.extra_keys, thorough)
    known = {f"{CONTENT}/{name}.yaml" for name in VOCABULARIES}
    in_folder: dict[str, list[str]] = {name: [] for name in schema.COLLECTIONS}
    for path in paths:
        folder = path.split("/")[1]
        if path.count("/") > 1 and folder in in_folder:
            in_folder[folder].append(path)
        elif path not in known:
            problems.append(_astray(path, config.languages))
    vocabularies = {name: _vocabulary(root, name, config, paths, problems) for name in VOCABULARIES}
    memo = memo_of(root, terms) if remember and is_large(len(paths)) else None
    reader = Reader(root, terms, crew, memory.things if memory else {}, memo)
    shelf = _Shelf(reader, in_folder, problems)
    postings = shelf.read("postings", Posting)
    organizations = shelf.read("organizations", Organization)
    news = shelf.read("news", NewsItem)
    pages = shelf.read("pages", ContentPage)
    unreadable = {*shelf.failed, *_unread(vocabularies), *_hurt(problems)}
    files = {path: data for path in shelf.others if (data := _bytes(root, path, MAX_FILE, problems)) is not None}
    commits, more = _commits(root, postings)
    content = Content(
        postings=tuple(postings),
        organizations={organization.id: organization for organization in organizations},
        news=tuple(news),
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.id))),
        categories=_terms(vocabularies["categories"]),
        places=_terms(vocabularies["places"]),
        industries=_terms(vocabularies["industries"]),
        files=files,
        commits=commits,
        paths=frozenset(paths),
        unreadable=frozenset(unreadable),
    )
    return content, problems + more + editions_left_behind(root, content)


@dataclass(slots=True)
class _Shelf:
    """What reading the collections gathers: other files, ids that could not be read, problems."""

    reader: Reader
    paths: Mapping[str, list[str]]
    problems: list[Problem]
    others: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def read(self, name: str, type_: type[T]) -> list[T]:
        """The things of one collection, by id."""
        things, rest, found = siblings(name, self.paths[name], self.reader.terms.languages)
        self.others += rest
        self.problems += found
        made: list[T] = []
        for thing, (value, problems) in zip(things, self.reader.read(things), strict=True):
            self.problems += problems
            if isinstance(value, type_):
                made.append(value)
            else:
                self.failed.append(f"{name}/{thing.id}")
        return made


def _bytes(root: Path, path: str, cap: int, problems: list[Problem]) -> bytes | None:
    data = read_file(root, path, cap)
    if isinstance(data, Problem):
        problems.append(data)
        return None
    return data


def _vocabulary(
    root: Path, name: str, config: Config, paths: Container[str], problems: list[Problem]
) -> Vocabulary | None:
    """The vocabulary; empty where there is no such file, None where it cannot be read."""
    path = f"{CONTENT}/{name}.yaml"
    if path not in paths:
        return Vocabulary({})
    data = _bytes(root, path, MAX_TEXT * 5, problems)
    if data is None:
        return None
    vocabulary, found = read_vocabulary(data, path, VOCABULARIES[name], config.languages)
    problems += found
    return vocabulary


def _terms(vocabulary: Vocabulary | None) -> Mapping[str, Term]:
    return vocabulary.terms if vocabulary else {}


def _unread(vocabularies: Mapping[str, Vocabulary | None]) -> Iterator[str]:
    """The vocabularies and terms that are there and could not be read."""
    for name, vocabulary in vocabularies.items():
        if vocabulary is None:
            yield name
        else:
            yield from (f"{name}/{id_}" for id_ in vocabulary.unread)


def _hurt(problems: Iterable[Problem]) -> Iterator[str]:
    """What has a problem of its own, so that what refers to it need not have one: files, and the things they are of."""
    for problem in problems:
        path = problem.origin.path
        if problem.severity is Severity.ERROR and path.startswith(f"{CONTENT}/"):
            yield path
            folder, _, name = path.removeprefix(f"{CONTENT}/").partition("/")
            stem = name.rpartition("/")[2].partition(".")[0]
            if name:
                yield f"{folder}/{kinds.id_meant(stem)}"
            elif problem.code == "file-ending":
                yield folder.partition(".")[0]


def _astray(path: str, languages: Sequence[str]) -> Problem:
    """A file of the content that nothing reads: an error where it was surely meant to be read."""
    folder, _, name = path.removeprefix(f"{CONTENT}/").partition("/")
    stem, _, ending = (name or folder).rpartition(".")
    message = "nothing reads this file"
    if not name and stem in VOCABULARIES:
        return error(Origin(path), "file-ending", f"the file ends in .{ending}", f"rename it to {stem}.yaml")
    if ending == "md" and stem.rpartition(".")[2] in languages:
        near = difflib.get_close_matches(folder.lower(), schema.COLLECTIONS, 1, 0.6) if name else []
        remedy = f"did you mean {CONTENT}/{near[0]}/?" if near else f"put it into a folder such as {CONTENT}/postings/"
        return error(Origin(path), "file-astray", message, remedy)
    known = ", ".join(f"{CONTENT}/{collection}/" for collection in schema.COLLECTIONS)
    return warning(Origin(path), "file-astray", message, f"put it into one of {known}, or delete it")


def _commits(root: Path, postings: Iterable[Posting]) -> tuple[Mapping[str, Any], list[Problem]]:
    # Git is asked only if some posting needs its word, for its last change or for which edition is the older.
    if all(posting.updated and len(posting.editions) < 2 for posting in postings):
        return {}, []
    return commits_below(root, CONTENT)


def load_look(root: Path, config: Config) -> tuple[Look, list[Problem]]:
    """Templates, catalogs and static files: the site's own first, the packaged ones behind them."""
    problems: list[Problem] = []
    packaged = starter_root()
    is_starter = packaged.resolve() == root.resolve()
    own_templates = _texts(root, TEMPLATES, problems)
    own_static = _files(root, STATIC, problems)
    shared_templates = own_templates if is_starter else _texts(packaged, TEMPLATES, problems)
    templates = {**shared_templates, **own_templates}
    code = kept("templates", shared_templates, compiled)
    shared = {} if is_starter else _files(packaged, STATIC, problems)
    # The packaged logos belong to the organizations of the demo.
    static = {**{name: data for name, data in shared.items() if not name.startswith("logos/")}, **own_static}
    own_catalogs = {} if is_starter else _catalogs(root, problems)
    shared_catalogs = _catalogs(packaged, problems)
    known = kept("catalogs", shared_catalogs, messages_of)
    catalogs, found = catalogs_for(config.languages, shared_catalogs, own_catalogs, known)
    is_own = bool(own_templates or own_catalogs)
    return Look(templates, catalogs, static, is_own, code), problems + list(found)


def _texts(root: Path, folder: str, problems: list[Problem]) -> dict[str, str]:
    paths, found = walk(root, folder)
    problems += found
    texts: dict[str, str] = {}
    for path in paths:
        if path.startswith(f"{LOCALES}/"):
            continue
        data = _bytes(root, path, MAX_TEXT, problems)
        if data is not None:
            text, wrong = decode(data, path)
            problems += wrong
            if text is not None:
                texts[path.removeprefix(f"{folder}/")] = text
    return texts


def _files(root: Path, folder: str, problems: list[Problem]) -> dict[str, bytes]:
    paths, found = walk(root, folder, WELL_KNOWN)
    problems += found
    files = {}
    for path in paths:
        data = _bytes(root, path, MAX_FILE, problems)
        if data is not None:
            files[path.removeprefix(f"{folder}/")] = data
    return files


def _catalogs(root: Path, problems: list[Problem]) -> dict[str, str]:
    paths, found = walk(root, LOCALES)
    problems += found
    texts: dict[str, str] = {}
    for path in paths:
        data = _bytes(root, path, MAX_TEXT, problems) if path.endswith(".po") else None
        if data is not None:
            text, wrong = decode(data, path)
            problems += wrong
            texts[path.rpartition("/")[2]] = text or ""
    return texts
