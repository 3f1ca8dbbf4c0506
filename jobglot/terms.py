"""Reading the vocabularies: categories, places and industries, each `id: {name: …}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from jobglot import kinds, schema
from jobglot.model import Term, plain
from jobglot.problem import Problem, shown
from jobglot.shapes import Field, Given, Reading, Record, TextOr, Wrong
from jobglot.source import MAX_VOCABULARY_VALUES, Entry, decode, is_missing, read_table, without_echoes


class Vocabulary(NamedTuple):
    """The terms of a file by id, in its order, and the ids of those that are there and could not be read."""

    terms: Mapping[str, Term]
    unread: tuple[str, ...] = ()


def read_vocabulary(
    data: bytes, path: str, fields: tuple[Field[Any], ...], languages: tuple[str, ...]
) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary of a file, with its problems; None when the file as a whole cannot be read."""
    text, problems = decode(data, path)
    table, more = read_table(text, path, max_values=MAX_VOCABULARY_VALUES) if text is not None else (None, [])
    problems += more
    if table is None:
        return None, problems
    reading = Reading(languages)
    terms: dict[str, Term] = {}
    unread: list[str] = []
    for entry in table.entries:
        term = _term(entry, fields, reading)
        if term is not None:
            terms[term.id] = term
        else:
            unread += [entry.key, kinds.id_meant(entry.key)]
    _distinct_slugs(terms, languages, reading)
    return Vocabulary(terms, tuple(unread)), without_echoes(problems + reading.problems)


def read_terms(
    data: bytes, path: str, fields: tuple[Field[Any], ...], languages: tuple[str, ...]
) -> tuple[Mapping[str, Term] | None, list[Problem]]:
    """The terms alone, by id, with the problems; None when the file as a whole cannot be read."""
    vocabulary, problems = read_vocabulary(data, path, fields, languages)
    return (vocabulary.terms if vocabulary else None), problems


def _term(entry: Entry, fields: tuple[Field[Any], ...], reading: Reading) -> Term | None:
    id_ = kinds.parse_id(entry.key)
    if isinstance(id_, Wrong):
        reading.error(entry.origin, id_.code, id_.message, id_.remedy)
        return None

    def build(given: Given) -> Term | None:
        name, slug = given[schema.TERM_NAME], given[schema.TERM_SLUG]
        for _, written in slug.texts if slug else ():
            found = kinds.SLUG.parse(written)
            if isinstance(found, Wrong):
                given.error(schema.TERM_SLUG, "slug-invalid", found.message, found.remedy)
                slug = None
        if name is None:
            return None
        places = schema.TERM_COUNTRY in fields
        return Term(
            id_,
            name,
            entry.origin,
            given[schema.TERM_PARENT] or "",
            slug,
            (given[schema.TERM_COUNTRY] or "") if places else "",
            given[schema.TERM_REGION] if places else None,
            given[schema.TERM_SUMMARY],
            tuple(dict.fromkeys(given[schema.ALIASES] or ())),
        )

    if is_missing(entry.value):
        example = f"write for example “{entry.key}: {{name: {entry.key.title()}}}”"
        reading.error(entry.origin, "missing-key", f"{shown(entry.key)} has no name", example)
        return None
    record = Record("a map with a name", f"{{name: {entry.key.title()}}}", fields, build)
    return TextOr(schema.LINE_TEXT, lambda name: Term(id_, plain(name), entry.origin), record).read(
        entry.value, entry.key, reading
    )


def _distinct_slugs(terms: Mapping[str, Term], languages: tuple[str, ...], reading: Reading) -> None:
    told: set[str] = set()
    for language in languages:
        seen: dict[str, str] = {}
        for term in terms.values():
            slug = term.slug.phrase(language, languages[0]).text if term.slug else term.id
            first = seen.setdefault(slug, term.id)
            if first != term.id and term.id not in told:
                told.add(term.id)
                message = f"“{first}” has the address “{slug}” in {language} already"
                reading.error(term.origin, "slug-twice", message, "give one of them another “slug”")
