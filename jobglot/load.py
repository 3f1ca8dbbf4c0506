"""From a site's folder to values: the config, the content, and what the site looks like. Reads; decides nothing."""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from jobglot import kinds, schema
from jobglot.catalogs import unknown_languages
from jobglot.collection import Siblings, Terms, siblings
from jobglot.config import read_config
from jobglot.drafts import say_draft
from jobglot.folders import CONFIG, CONTENT, MAX_FILE, MAX_TEXT, STATIC
from jobglot.gate import read_file, walk
from jobglot.history import commits_below
from jobglot.look import forms_catalog, load_look
from jobglot.model import Content, ContentPage, NewsItem, Organization, Posting, Term
from jobglot.plan import Look
from jobglot.problem import Origin, Problem, Severity, error, stops, warning
from jobglot.readings import Reader, Reading, is_large, memo_of
from jobglot.settings import Config
from jobglot.shapes import Field
from jobglot.site_files import Seen, SiteFiles
from jobglot.staleness import editions_left_behind
from jobglot.terms import Vocabulary, read_vocabulary
from jobglot.workers import Alone, Crew

T = TypeVar("T")

ALONE = Alone()
ADMIN = "admin/config.yml"

ELSEWHERE = frozenset(["no-facts", "no-edition"])
"""Codes of problems that are none where another file of the thing has a name that does not say whose it is."""

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
    seen: Mapping[str, bytes | None] = field(default_factory=dict)
    """What all of that was read from, as `Seen`."""


def load(
    root: Path,
    crew: Crew = ALONE,
    memory: Memory | None = None,
    *,
    thorough: bool = True,
    remember: bool = False,
    hashed: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Loaded | None, list[Problem]]:
    """The site in `root`; None when its config cannot be used.

    Not `thorough`: texts are not read for what only warns, unless the config makes an error of it. `remember`: what an
    earlier run read of files that are still the same is not read again, with the same result; `hashed` are the SHA-256
    of files that the caller has read just now, so that not even that has to be done twice.
    """
    seen: Seen = {}
    config, problems = load_config(root, seen)
    if config is None:
        return None, problems
    problems += unknown_languages(config.languages, Origin(CONFIG))
    wanted = thorough or Severity.ERROR in config.checks.values()
    content, more = load_content(
        root, config, crew, memory, thorough=wanted, remember=remember, hashed=hashed, seen=seen
    )
    look, others = load_look(root, config, seen)
    found = [*problems, *more, *others, *_missing_logos(content, look)]
    if ADMIN in look.static and not stops(tuple(found)):
        # Imported where it is used: it costs 30 ms, and most boards have no CMS.
        from jobglot.cms import parted  # noqa: PLC0415

        words, others = forms_catalog(root, config.default, look.catalogs[config.default], seen)
        found += [*others, *parted(config, content, words, look.static)]
    return Loaded(config, content, look, tuple(found), seen), []


def _missing_logos(content: Content, look: Look) -> Iterator[Problem]:
    for organization in content.organizations.values():
        if organization.logo and organization.logo not in look.static:
            near = difflib.get_close_matches(organization.logo, look.static, 1, 0.7)
            remedy = f"did you mean “{near[0]}”?" if near else f"put it into {STATIC}/, or leave “logo” out"
            message = f"there is no file {STATIC}/{organization.logo}"
            yield error(organization.origins.get("logo", organization.origin), "logo-missing", message, remedy)


def load_config(root: Path, seen: Seen | None = None) -> tuple[Config | None, list[Problem]]:
    """The settings; None with problems when there are none to be used."""
    if not (root / CONFIG).exists():
        remedy = "run the command in a site's folder, or make one with “jobglot init my-site”"
        if (root / "config.yml").exists():
            remedy = "rename config.yml to config.yaml"
        elif above := _site_above(root):
            remedy = f"run the command in {above}, where the site's folder begins, or say “--site {above}”"
        return None, [error(Origin(CONFIG), "no-config", "there is no config.yaml here", remedy)]
    source = SiteFiles(root, [], {} if seen is None else seen)
    data = source.bytes_of(CONFIG, MAX_TEXT)
    return (None, source.problems) if data is None else read_config(data, CONFIG)


def _site_above(root: Path) -> str:
    """The way from a folder up to that of the site it lies in, such as `../..`; "" where it lies in none."""
    above = (folder for folder in root.resolve().parents if (folder / CONFIG).is_file() and (folder / CONTENT).is_dir())
    found = next(above, None)
    return "/".join([".."] * (len(root.resolve().parts) - len(found.parts))) if found else ""


def load_content(
    root: Path,
    config: Config,
    crew: Crew = ALONE,
    memory: Memory | None = None,
    *,
    thorough: bool = True,
    remember: bool = False,
    hashed: Mapping[str, bytes] = MappingProxyType({}),
    seen: Seen | None = None,
) -> tuple[Content, list[Problem]]:
    """Everything below `content/`."""
    paths, astray = walk(root, CONTENT)
    problems = list(astray)
    source = SiteFiles(root, problems, {} if seen is None else seen)
    source.pass_over(paths)
    terms = Terms.of(config, thorough=thorough)
    known = {f"{CONTENT}/{name}.yaml" for name in VOCABULARIES}
    in_folder: dict[str, list[str]] = {name: [] for name in schema.COLLECTIONS}
    for path in paths:
        folder = path.split("/")[1]
        if path.count("/") > 1 and folder in in_folder:
            in_folder[folder].append(path)
        elif path not in known:
            problems.append(_astray(path, config.languages))
    problems += _outside(root, config.languages)
    vocabularies = {name: _vocabulary(source, name, config, paths) for name in VOCABULARIES}
    memo = memo_of(root, terms) if remember and is_large(len(paths)) else None
    reader = Reader(root, terms, crew, memory.things if memory else {}, memo, hashed)
    shelf = _Shelf(reader, in_folder, problems)
    postings = shelf.read("postings", Posting)
    organizations = shelf.read("organizations", Organization)
    news = shelf.read("news", NewsItem)
    pages = shelf.read("pages", ContentPage)
    source.seen.update(reader.digests)
    files = {path: data for path in shelf.others if (data := source.bytes_of(path, MAX_FILE)) is not None}
    failed = (f"{thing.collection}/{thing.id}" for thing in shelf.failed)
    unreadable = {*failed, *_unread(vocabularies), *_hurt(problems)}
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
        unread_drafts=_unread_drafts(source, shelf.failed),
    )
    return content, problems + more + editions_left_behind(root, content, source.bytes_again)


@dataclass(slots=True)
class _Shelf:
    """What reading the collections gathers: other files, things that could not be read, problems."""

    reader: Reader
    paths: Mapping[str, list[str]]
    problems: list[Problem]
    others: list[str] = field(default_factory=list)
    failed: list[Siblings] = field(default_factory=list)

    def read(self, name: str, type_: type[T]) -> list[T]:
        """The things of one collection, by id."""
        things, rest, found = siblings(name, self.paths[name], self.reader.terms.languages)
        self.others += rest
        self.problems += found
        made: list[T] = []
        misnamed = set(_hurt(found))
        for thing, (value, problems) in zip(things, self.reader.read(things), strict=True):
            # What one of its files lacks stands in one that could not be told to be its.
            is_known = f"{name}/{thing.id}" in misnamed
            self.problems += [p for p in problems if p.code not in ELSEWHERE] if is_known else problems
            if isinstance(value, type_):
                made.append(value)
            else:
                self.failed.append(thing)
        return made


def _unread_drafts(source: SiteFiles, failed: Iterable[Siblings]) -> frozenset[str]:
    """The files of those postings that could not be read and yet say that they are drafts."""
    found: set[str] = set()
    for thing in failed:
        paths = [path for _, path in thing.files] if thing.collection == "postings" else []
        if say_draft({path: data for path in paths if (data := source.bytes_again(path)) is not None}):
            found.update(paths)
    return frozenset(found)


def _vocabulary(source: SiteFiles, name: str, config: Config, paths: Container[str]) -> Vocabulary | None:
    """The vocabulary; empty where there is no such file, None where it cannot be read."""
    path = f"{CONTENT}/{name}.yaml"
    if path not in paths:
        return Vocabulary({})
    data = source.bytes_of(path, MAX_TEXT * 5)
    if data is None:
        return None
    vocabulary, found = read_vocabulary(data, path, VOCABULARIES[name], config.languages)
    source.problems.extend(found)
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


def _outside(root: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """A warning for what reads as a file of the content and lies above it, where a git host's web editor begins one."""
    for folder in ("", *schema.COLLECTIONS):
        for path in sorted((root / folder).glob("*.md")):
            name = path.relative_to(root).as_posix()
            data = read_file(root, name, MAX_TEXT) if path.stem.rpartition(".")[2] in languages else b""
            if isinstance(data, bytes) and data[:4].rstrip() == b"---":
                where = f"{CONTENT}/{folder or 'postings'}/"
                yield warning(Origin(name), "file-astray", "nothing reads this file", f"move it to {where}{path.name}")


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
