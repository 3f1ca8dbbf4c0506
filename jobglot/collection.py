"""One reader for every collection: sibling files of one thing, put together.

A thing is `<id>.<lang>.md` in one or more languages, optionally with `<id>.yaml`. Facts hold in every language and are
said once; where two files say one, they must agree. What the facts mean is the business of `things`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jobglot import kinds, markers, meant
from jobglot.markup import to_body
from jobglot.model import Body
from jobglot.problem import Origin, Problem, error
from jobglot.schema import COLLECTIONS
from jobglot.settings import Config, MarkdownSettings
from jobglot.shapes import Field, Given, Reading, Record, Wrong, nearest_key
from jobglot.source import Entry, Items, Scalar, Table, decode, is_missing, position, read_document, read_table, same


@dataclass(frozen=True, slots=True)
class Siblings:
    """The files of one thing: paths by language tag, "" for the file of facts."""

    collection: str
    id: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of one edition: what its own front matter says, and its body, as HTML and in Markdown.

    The Markdown begins at `line` of the file.
    """

    language: str
    texts: Given
    origin: Origin
    body: Body
    markdown: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything the files of one thing say: the facts, where each stands, and the editions in the config's order."""

    id: str
    facts: Given
    origins: Mapping[str, Origin]
    editions: tuple[Written, ...]
    origin: Origin
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What reading needs to know of the config."""

    languages: tuple[str, ...]
    markdown: MarkdownSettings
    extra_keys: tuple[str, ...] = ()
    thorough: bool = True
    """Whether to read the texts for what only warns as well."""
    base_url: str = ""
    """The board's own address, by which its texts may link to its pages."""

    @classmethod
    def of(cls, config: Config, *, thorough: bool = True) -> Terms:
        """What the config says of it."""
        return cls(config.languages, config.markdown, config.extra_keys, thorough, config.base_url)


def siblings(
    collection: str, paths: Sequence[str], languages: tuple[str, ...]
) -> tuple[tuple[Siblings, ...], tuple[str, ...], list[Problem]]:
    """The things among the paths of a collection, by id; the other files; and the problems of names.

    `paths` are relative to the site's folder, sorted. An id must be unique over the whole collection, also where
    capitals or Unicode forms are all that differs.
    """
    found: dict[str, dict[str, str]] = {}
    others: list[str] = []
    problems: list[Problem] = []
    twins, known = _twins(paths), frozenset(paths)
    for path in paths:
        name = path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        if not stem or ending.lower() not in ("md", "yaml", "yml", "markdown", "mdown"):
            hidden = _HIDDEN_ENDING.search(name)
            if hidden:
                remedy = _rename(path, [name[: hidden.start(1)]], known)
                problems.append(error(Origin(path), "file-ending", f"the file ends in {hidden[1]}", remedy))
            else:
                others.append(path)
        elif path in twins:
            message = f"its name differs from {twins[path]} in capitals or accents only"
            problems.append(error(Origin(path), "id-twice", message, "rename one of the two files"))
        elif named := _id_and_language(path, stem, ending, languages, known, problems):
            id_, tag = named
            first = found.setdefault(id_, {}).setdefault(tag, path)
            if first != path:
                message = f"“{id_}” is there twice: also as {first}"
                problems.append(error(Origin(path), "id-twice", message, "rename one of the two files"))
    things = tuple(
        Siblings(
            collection, id_, tuple(sorted(files.items(), key=lambda item: (item[0] != "", _rank(item[0], languages))))
        )
        for id_, files in sorted(found.items())
    )
    for thing in things:
        folders = {path.rpartition("/")[0] for _, path in thing.files}
        if len(folders) > 1:
            message = f"the files of “{thing.id}” lie in several folders: {', '.join(sorted(folders))}"
            remedy = "put them side by side, or rename one if they are different things"
            problems.append(error(Origin(thing.files[-1][1]), "id-twice", message, remedy))
    return things, tuple(others), problems


# Windows hides the last ending, so that “job.en.md.txt” is shown as “job.en.md”.
_HIDDEN_ENDING = re.compile(r"\.(?:md|markdown|ya?ml)(\.(?:txt|text|rtf|docx?|bak|orig|old))$", re.IGNORECASE)


def _twins(paths: Iterable[str]) -> dict[str, str]:
    """Files whose path a system without capitals or with other Unicode forms takes for another's, with that one."""
    twins: dict[str, str] = {}
    plain = {path: path for path in paths if path.isascii() and path == path.lower()}
    seen = dict(plain)
    for path in paths:
        if path not in plain:
            first = seen.setdefault(unicodedata.normalize("NFKC", path).casefold(), path)
            if first != path:
                twins[path] = first
    return twins


def _rank(tag: str, languages: tuple[str, ...]) -> int:
    return languages.index(tag) if tag in languages else -1


def _id_and_language(
    path: str, stem: str, ending: str, languages: tuple[str, ...], known: frozenset[str], problems: list[Problem]
) -> tuple[str, str] | None:
    """Id and language tag of a file name ("" for facts); None with a problem when it does not say them rightly."""

    def wrong(code: str, message: str, *names: str, remedy: str = "") -> None:
        problems.append(error(Origin(path), code, message, remedy or _rename(path, names, known)))

    right_ending = {"yml": "yaml", "markdown": "md", "mdown": "md"}.get(ending.lower(), ending.lower())
    if ending != right_ending:
        wrong("file-ending", f"the file ends in .{ending}", f"{stem}.{right_ending}")
        return None
    id_, tag = stem, ""
    if ending == "md":
        id_, _, tag = stem.rpartition(".")
        if not id_:
            better = stem if not isinstance(kinds.parse_id(stem), Wrong) else kinds.id_meant(stem) or stem
            names = [f"{better}.{language}.md" for language in languages]
            if (parted := _LANGUAGE_AT_END.fullmatch(stem)) and parted[2].lower() in languages:
                names = [f"{kinds.id_meant(parted[1]) or parted[1]}.{parted[2].lower()}.md"]
            wrong("file-language", "the file's name tells no language", *names)
            return None
        if tag in languages and id_.rpartition(".")[2] in languages:
            only, _, other = id_.rpartition(".")
            either = dict.fromkeys(f"{only}.{language}.md" for language in (other, tag))
            better = " or ".join(either) if only else f"{other}-1.{tag}.md"
            wrong("file-language", "the file's name tells two languages", remedy=f"rename it to {better}")
            return None
        if tag not in languages:
            message = f"“{tag}” is not a language of this board ({', '.join(languages)})"
            near = _languages_meant(tag, languages)
            remedy = "" if near else f"add “{tag}” to “languages” in config.yaml, or take the file away"
            wrong("file-language", message, *(f"{id_}.{language}.md" for language in near), remedy=remedy)
            return None
    parsed = kinds.parse_id(unicodedata.normalize("NFC", id_))
    if isinstance(parsed, Wrong):
        better = kinds.id_meant(id_)
        remedy = parsed.remedy if better == id_ else ""
        wrong(parsed.code, f"in the file's name, {parsed.message}", _named(better, tag, ending), remedy=remedy)
        return None
    return parsed, tag


# “cook-fr.md” is most likely French.
_LANGUAGE_AT_END = re.compile(r"(.+)[-_. ]([A-Za-z]{2,3})")


def _named(*parts: str) -> str:
    return ".".join(filter(None, parts))


def _languages_meant(tag: str, languages: tuple[str, ...]) -> list[str]:
    """The languages of the board that a tag which is none of them may mean, the likeliest first; none for another."""
    name = tag.lower().replace("_", "-")
    name = meant.LANGUAGES.get(name, name)
    begun = re.split("[^a-z]", name)[0]
    near = [known for known in languages if known.lower() in (name, begun)]
    return near or ([] if re.fullmatch("[a-z]{2}(-[a-z]{2})?", name) else list(languages))


def _rename(path: str, names: Iterable[str], known: frozenset[str]) -> str:
    """What to do about a file whose name is wrong: the first of the better names that no other file has."""
    folder, better = path.rpartition("/")[0], list(names)
    free = next((name for name in better if f"{folder}/{name}" not in known), "")
    if free:
        return f"rename it to {free}"
    return f"{better[0]} is there as well: keep what is right of the two in that one, and delete this one"


def read_sheet(
    thing: Siblings, data: Mapping[str, bytes], terms: Terms, prefix: str
) -> tuple[Sheet | None, list[Problem]]:
    """What the files of a thing say, put together; None when nothing could be made of them.

    `data` holds the bytes by path, less those that the disk did not give. A file with neither title nor body is not
    translated yet, and no problem.
    """
    texts, facts = COLLECTIONS[thing.collection]
    texts_record, facts_record = _records(thing.collection)
    reading = Reading(terms.languages, terms.extra_keys)
    tables: list[Table] = []
    editions: list[Written] = []
    unreadable = False
    for tag, path in thing.files:
        if path not in data:
            unreadable = True
            continue
        if not tag:
            text, problems = decode(data[path], path)
            table, more = read_table(text, path) if text is not None else (None, [])
            reading.problems += problems + more
            if table is not None:
                tables.append(_only_facts(table, texts_record, reading))
            unreadable = unreadable or table is None
            continue
        document, problems = read_document(data[path], path)
        reading.problems += problems
        if document is None:
            unreadable = True
            continue
        mine, rest = _split(document.table, texts_record)
        tables.append(rest)
        reading.explained.update(key for key, _ in _meant(facts_record, rest, terms.extra_keys))
        if not document.body.strip() and not _says(mine, texts[0].key):
            continue
        given = texts_record.given(mine, "", reading)
        body, problems = to_body(document.body, path, document.body_line, terms.markdown, prefix, own=terms.base_url)
        reading.problems += problems
        if not document.body.strip() and thing.collection != "organizations":
            reading.warning(
                Origin(path, document.body_line, 1), "body-empty", "there is no text below the facts", "describe it"
            )
        for offset, sentence in markers.todos(document.body):
            reading.error(
                position(document.body, offset, path, document.body_line),
                "todo-left",
                f"the import left something to settle: {sentence}",
                "settle it, then delete the line",
            )
        editions.append(Written(tag, given, Origin(path, 1, 1), body, document.body, document.body_line))
    merged = _merge(tables, reading, Origin(thing.files[0][1], 1, 1))
    if unreadable:
        # The facts may stand in the file that cannot be read: to call them missing would send the author astray.
        _optional(facts, facts_record).given(merged, "", reading)
        return None, reading.problems
    is_bare = bool(editions) and _has_no_facts(thing, merged, facts, reading)
    given = (_optional(facts, facts_record) if is_bare else facts_record).given(merged, "", reading)
    if not editions:
        remedy = f"add “{texts[0].key}: …” to {thing.id}.{terms.languages[0]}.md"
        message = f"“{thing.id}” is written in no language yet"
        reading.error(merged.origin, "no-edition", message, remedy)
    # What stands under a misspelt key is not missing under the right one.
    origins = dict(_meant(facts_record, merged, terms.extra_keys))
    origins |= {entry.key: entry.origin for entry in merged.entries if not is_missing(entry.value)}
    origins |= {f"{key}/{text}": origin for key, text, origin in _on_lines_of_their_own(merged)}
    files = tuple(path for _, path in thing.files)
    return Sheet(thing.id, given, origins, tuple(editions), Origin(files[0], 1, 1), files), reading.problems


@cache
def _records(collection: str) -> tuple[Record[Given], Record[Given]]:
    """What an edition of the collection holds besides its body, and what its facts are."""
    texts, facts = COLLECTIONS[collection]
    return _as_given(texts), _as_given(facts, tuple(field.key for field in texts))


def _as_given(fields: tuple[Field[Any], ...], also: tuple[str, ...] = ()) -> Record[Given]:
    return Record("", "", fields, lambda given: given, also)


def _has_no_facts(thing: Siblings, merged: Table, facts: tuple[Field[Any], ...], reading: Reading) -> bool:
    """Whether all that a thing must say besides its texts is missing: one problem instead of one each."""
    needed = [field.key for field in facts if field.required]
    if merged.entries or len(needed) < 2:
        return False
    # As when the file that held them was deleted, or was given a name that means another thing.
    message = f"no file of “{thing.id}” says its facts: {', '.join(needed)} and the like"
    remedy = "write them in one of its files, or bring the file back that held them, beside this one"
    reading.error(merged.origin, "no-facts", message, remedy)
    return True


def _on_lines_of_their_own(table: Table) -> Iterator[tuple[str, str, Origin]]:
    """The texts in lists that stand on other lines than their keys, each with its key and where it is."""
    for entry in table.entries:
        for item in entry.value.items if isinstance(entry.value, Items) else ():
            if isinstance(item, Scalar) and item.origin.line != entry.origin.line:
                yield entry.key, item.text.strip(), item.origin


def _optional(fields: tuple[Field[Any], ...], facts: Record[Given]) -> Record[Given]:
    """The same facts, none of which has to be there."""
    return _as_given(tuple(Field(field.key, field.shape, field.doc) for field in fields), facts.also)


def _meant(facts: Record[Given], table: Table, extra: tuple[str, ...]) -> Iterator[tuple[str, Origin]]:
    """The keys that those of a table of facts were most likely meant to be, where they are not known, and where."""
    for entry in table.entries:
        if not facts.knows(entry.key) and entry.key not in extra:
            yield nearest_key(entry.key, (*(field.key for field in facts.fields), *facts.also)), entry.origin


def _says(table: Table, key: str) -> bool:
    entry = table.get(key)
    return entry is not None and not is_missing(entry.value)


def _split(table: Table, texts: Record[Given]) -> tuple[Table, Table]:
    """The entries that belong to the edition, and the facts."""
    mine: list[Entry] = []
    facts: list[Entry] = []
    for entry in table.entries:
        (mine if texts.knows(entry.key) else facts).append(entry)
    return Table(tuple(mine), table.origin), Table(tuple(facts), table.origin)


def _only_facts(table: Table, texts: Record[Given], reading: Reading) -> Table:
    mine, facts = _split(table, texts)
    for entry in mine.entries:
        reading.error(
            entry.origin,
            "text-among-facts",
            f"“{entry.key}” belongs to a language and stands in the file of facts",
            "move it to the .md file of its language",
        )
    return facts


def _merge(tables: list[Table], reading: Reading, origin: Origin) -> Table:
    """The facts of all files; a problem where two differ, naming both lines."""
    merged: dict[str, Entry] = {}
    for table in tables:
        for entry in table.entries:
            first = merged.get(entry.key)
            if first is None or is_missing(first.value):
                merged[entry.key] = entry
            elif not is_missing(entry.value) and not same(first.value, entry.value):
                reading.error(
                    entry.origin,
                    "facts-differ",
                    f"“{entry.key}” differs from {first.origin.path}:{first.origin.line}",
                    "a fact holds in every language: keep it in one of the two files",
                )
    return Table(tuple(merged.values()), origin)
