"""Content files from a draft: front matter in the schema's order, quoted so that it is read back as it was meant.

The first line of front matter is a comment that names the notice and seals the file: as long as the seal fits, nobody
has changed the file since the import, and another import may replace it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence

from jobglot import kinds
from jobglot.importing.comparing import CONNECTORS
from jobglot.importing.draft import Draft, DraftEdition, Value
from jobglot.markers import todo
from jobglot.schema import POSTING_FACTS
from jobglot.shapes import Wrong
from jobglot.tokens import fold

ORDER = tuple(field.key for field in POSTING_FACTS)
REQUIRED = tuple(field.key for field in POSTING_FACTS if field.required)
"""Written even when the notice does not tell them: the empty key shows where to write."""

LONGEST_SLUG = 60

_SEAL = re.compile(
    r"^# Imported from “(?P<found>.*)”\. While nothing is changed, the seal fits: (?P<seal>[0-9a-f]{12})\n",
    re.MULTILINE,
)
_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\u00ad\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def files_of(draft: Draft, id_: str, facts_in: str, slugs: Mapping[str, str]) -> dict[str, str]:
    """The text of each edition's file by language; the facts stand in the one of `facts_in`.

    `slugs` are the last parts of their addresses, by language, where these are not the id.
    """
    found = one_line(draft.mainly or draft.found)
    return {
        edition.language: sealed(
            _file(draft, edition, slugs.get(edition.language, id_), id_, has_facts=edition.language == facts_in), found
        )
        for edition in draft.editions
    }


def _file(draft: Draft, edition: DraftEdition, slug: str, id_: str, *, has_facts: bool) -> str:
    lines = ["---", _line("title", edition.title)]
    if edition.summary:
        lines.append(_line("summary", edition.summary))
    if slug != id_:
        lines.append(f"slug: {slug}")
    if edition.aliases:
        lines += entry("aliases", list(edition.aliases))
    asks = list(edition.asks)
    if has_facts:
        asks += draft.asks
        for key in ORDER:
            if key in draft.facts:
                lines += entry(key, draft.facts[key])
            elif key in REQUIRED:
                lines.append(f"{key}:")
    lines += ["---", ""]
    lines += [line for ask in asks for line in (todo(clean(ask)), "")]
    return "\n".join([*lines, clean(edition.body).strip(), ""]).rstrip("\n") + "\n"


def sealed(text: str, found: str) -> str:
    """A file with its seal."""
    first, rest = text.split("\n", 1)
    return f"{first}\n# Imported from “{found}”. While nothing is changed, the seal fits: {_digest(text)}\n{rest}"


def seal_of(text: str) -> tuple[str, bool] | None:
    """The notice a file was imported from, and whether the file is as it was written then; None without a seal."""
    match = _SEAL.search(text)
    if match is None:
        return None
    return match["found"], match["seal"] == _digest(without_seal(text))


def without_seal(text: str) -> str:
    """A file without its seal: another name of the notice changes nothing of what it says."""
    match = _SEAL.search(text)
    return text if match is None else text[: match.start()] + text[match.end() :]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


_OF_ANY_GENDER = re.compile(r"\s*[(\[]\s*[a-z](?:\s*[/|,*-]\s*[a-z*+]){1,3}\s*[)\]]", re.IGNORECASE)


def slugged(title: str) -> str:
    """A title as part of an address, in ASCII, cut between words where it is long; "" when nothing is left.

    “(m/f/x)” behind it is left out: nearly every title has it where German or Dutch is spoken.
    """
    words = re.findall(r"[a-z0-9]+", fold(_OF_ANY_GENDER.sub("", title)))
    while len("-".join(words)) > LONGEST_SLUG and len(words) > 1:
        words.pop()
        while len(words) > 1 and words[-1] in CONNECTORS:
            words.pop()
    found = "-".join(words)[:LONGEST_SLUG]
    parsed = kinds.parse_id(found) if found else ""
    return f"{found}-1" if isinstance(parsed, Wrong) else parsed


def clean(text: str) -> str:
    """A text that a content file may hold: Unix line breaks, no control or invisible characters."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(clean(text).split())


def _line(key: str, text: str) -> str:
    return f"{key}: {scalar(one_line(text))}".rstrip()


def entry(key: str, value: Value, indent: str = "") -> list[str]:
    """The lines of a key with its value."""
    if isinstance(value, Mapping):
        if not value:
            return [f"{indent}{key}: {{}}"]
        return [f"{indent}{key}:", *(line for k, v in value.items() for line in entry(k, v, f"{indent}  "))]
    if isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(each, (str, int)) and _is_word(each) for each in value):
            return [f"{indent}{key}: [{', '.join(map(str, value))}]"]
        return [f"{indent}{key}:", *(line for each in value for line in _item(each, f"{indent}  "))]
    if isinstance(value, str) and "\n" in value:
        return _block(key, clean(value), indent)
    return [f"{indent}{key}: {scalar(value)}"]


def _item(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        inner = [line for key, each in value.items() for line in entry(key, each, f"{indent}  ")]
        yield f"{indent}- {inner[0].strip()}"
        yield from inner[1:]
    elif isinstance(value, (str, int, bool)):
        yield f"{indent}- {scalar(value)}"


def _block(key: str, text: str, indent: str) -> list[str]:
    """A text of several lines as a literal block; quoted where a block could not hold it."""
    rows = text.strip("\n").split("\n")
    plain = text == "\n".join(rows) and not any(row != row.strip() or "\t" in row for row in rows) and rows[0]
    if not plain:
        return [f"{indent}{key}: {json.dumps(text, ensure_ascii=False)}"]
    return [f"{indent}{key}: |-", *(f"{indent}  {row}" if row else "" for row in rows)]


_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_PLAIN = re.compile(r"[^\W_0-9][^\n\t]*|[0-9][\w .:-]*")
_TYPED = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])


def _is_word(value: Value) -> bool:
    return not isinstance(value, bool) and _WORD.fullmatch(str(value)) is not None and not _looks_typed(str(value))


def scalar(value: Value) -> str:
    """A text, number or flag in YAML: plain where it cannot be mistaken, else in double quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = clean(str(value))
    if text == "":
        return ""
    is_plain = (
        _PLAIN.fullmatch(text) is not None
        and ": " not in text
        and " #" not in text
        and text[-1] not in ": "
        and not _looks_typed(text)
    )
    # A JSON string is a YAML string (YAML 1.2, section 10.2).
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _looks_typed(text: str) -> bool:
    """Whether other readers of YAML take a plain text for something else: a flag, or hours for a number to base 60."""
    return text.lower() in _TYPED or re.fullmatch(r"\d+:[0-5]\d(?::[0-5]\d)?|0\d+", text) is not None
