"""A posting as far as its notice tells: what every reader of notices gives, and `emit` writes.

Facts are kept as front matter will say them: the same keys, plain values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
"""What front matter is made of."""


@dataclass(frozen=True, slots=True)
class DraftEdition:
    """The text in one language; `title` is "" where the notice does not tell it, `asks` is what to settle in it.

    `aliases` are paths at which the site that the board takes the place of had it.
    """

    language: str
    title: str = ""
    body: str = ""
    summary: str = ""
    asks: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One posting of a notice.

    `asks` are what an editor must settle, as sentences; they end up in the file. `notes` tell what was done with the
    notice; they are only said. `found` is the name of the notice. `dated_today`: “posted” is the day of the import,
    since the notice has no such date. `alternates` are addresses of the same posting in other languages. `unknown` are
    names that the site's vocabularies do not have, each with the key it is for. `mainly` is the notice that the posting
    is from, where this one only adds to it.
    """

    found: str
    editions: tuple[DraftEdition, ...]
    facts: Mapping[str, Value] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    dated_today: bool = False
    alternates: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    mainly: str = ""

    def with_facts(self, **facts: Value) -> Draft:
        """The same with some facts set."""
        return replace(self, facts={**self.facts, **facts})

    def in_tags(self, tags: Mapping[str, str]) -> Draft:
        """The same with other tags for its languages, `tags` by those it has: `{"en": "en-US"}`."""
        editions = tuple(replace(edition, language=tags[edition.language]) for edition in self.editions)
        return replace(self, editions=editions, facts={key: _retagged(fact, tags) for key, fact in self.facts.items()})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a notice, or one of several in a file, gives no posting."""

    found: str
    reason: str


def _retagged(fact: Value, tags: Mapping[str, str]) -> Value:
    if isinstance(fact, Mapping):
        is_by_language = all(key in tags for key in fact)
        return {tags[key] if is_by_language else key: _retagged(value, tags) for key, value in fact.items()}
    return fact if isinstance(fact, str | int) else [_retagged(value, tags) for value in fact]


class Gathering:
    """Facts as they come in, from several places of a notice: the first stands, a different one is asked about."""

    def __init__(self) -> None:
        self.facts: dict[str, Value] = {}
        self.asks: list[str] = []
        self.notes: list[str] = []
        self.unknown: list[tuple[str, str]] = []

    def draft(self, found: str, editions: Sequence[DraftEdition], *, dated_today: bool) -> Draft:
        """The draft with all that came in."""
        asks, notes, unknown = tuple(self.asks), tuple(self.notes), tuple(self.unknown)
        return Draft(found, tuple(editions), self.facts, asks, notes, dated_today, unknown=unknown)

    def fact(self, key: str, value: Value | None, where: str = "") -> None:
        """Sets a fact; where it is set already to something else, asks which holds. `where` is said if so."""
        if value is None or value in ("", [], {}):
            return
        known = self.facts.get(key)
        if known is None:
            self.facts[key] = value
        elif known != value:
            place = f" in {where}" if where else " elsewhere in the notice"
            self.ask(f"“{key}” is {told(known)}, but {told(value)}{place}; correct it if need be")

    def maybe(self, key: str, value: Value | None) -> None:
        """Sets a fact only where nothing better told it."""
        if value is not None and value not in ("", [], {}):
            self.facts.setdefault(key, value)

    def ask(self, sentence: str) -> None:
        """Leaves something for an editor, once."""
        if sentence not in self.asks:
            self.asks.append(sentence)

    def lacks(self, key: str, names: str) -> None:
        """Keeps the names that a vocabulary does not have, `;` between them."""
        found = (name.strip() for name in names.split(";"))
        self.unknown += [(key, shortened(name, 60)) for name in found if name and (key, name) not in self.unknown]

    def note(self, sentence: str) -> None:
        """Tells what was done, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)


def told(value: Value) -> str:
    """A value as a sentence can bear it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {told(each)}" for key, each in value.items())
    if isinstance(value, (str, int)):
        return shortened(str(value))
    return " and ".join(told(each) for each in value)


def shortened(text: str, longest: int = 80) -> str:
    """A text on one line, not too long for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def by_language(texts: Mapping[str, str]) -> Value:
    """A text per language as front matter says it: one string where all are the same."""
    found = {language: text for language, text in texts.items() if text}
    return next(iter(found.values())) if len(set(found.values())) == 1 and len(found) > 1 else dict(found)


def localized(texts: Mapping[str, str]) -> Value:
    """A text of the posting's own, as front matter says it: one string where it is there once, or always the same."""
    return by_language(texts) if len(texts) > 1 else next(iter(texts.values()))
