"""A catalog of words: gettext `.po` text, read and checked. A door to Babel."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Sequence
from io import StringIO
from itertools import chain, repeat
from typing import TYPE_CHECKING

from jobglot.formats import find_locale
from jobglot.i18n import ENGLISH_PLURAL, Catalog, Entry, plural_chooser
from jobglot.problem import Origin, Problem, error, warning

if TYPE_CHECKING:
    from babel.messages.catalog import Message

UNREADABLE = "catalog-unreadable"
MOST_GUESSES = 50
"""In a catalog with more problems, as one of another program, nobody guesses what is meant: each takes milliseconds."""


def read_catalog(
    text: str, path: str, language: str, said: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Catalog, tuple[Problem, ...]]:
    """The messages of a `.po` file and what is wrong with it.

    Errors: a file that does not parse, the same message twice, an unknown placeholder, a wrong number of plural forms,
    markup. Warnings: fuzzy messages, which are left out, and those that are not among what is `said`, if that is known.
    Messages without translation are left out silently; see `catalogs.missing`.
    """
    # Imported where it is used: what is kept of the packaged catalogs needs no reading.
    from babel.messages import pofile  # noqa: PLC0415

    broken_line = _broken_line(text)
    if broken_line:
        number, what = broken_line
        return Catalog(), (_unreadable(Origin(path, number, 1), what),)
    header = OWN_PLURAL.search(text)
    try:
        # The language tells how many plural forms there are, unless the file does.
        locale = None if header else find_locale(language)
        _refuse_many_plurals(text)
        parsed = pofile.read_po(StringIO(text), locale=locale, abort_invalid=True)
        plurals, expression = (parsed.num_plurals, str(parsed.plural_expr)) if header else plural_rule(language)
        for number in range(1000 if header else 1):
            plural_chooser(expression)(number)
    except pofile.PoFileError as broken:
        if not broken.line:
            origin, forms = Origin(path, broken.lineno + 1, 1), broken.catalog.num_plurals
            told = f"this message has more plural forms than the {forms} of the catalog's language"
            return Catalog(), (error(origin, "message-plural", told, _wanted_forms(forms)),)
        return Catalog(), (_unreadable(Origin(path, broken.lineno + 1, 1), f"“{broken.line.strip()[:60]}”"),)
    except (ValueError, ArithmeticError) as broken:
        line = text.count("\n", 0, header.end()) + 1 if header else 0
        return Catalog(), (_unreadable(Origin(path, line, 1), f"the header ({broken})"),)

    entries: dict[tuple[str, str], Entry] = {}
    problems: list[Problem] = [*_said_twice(text, path)]
    words = sorted({known for _, known in said})
    for message in parsed:
        if not message.id or not any(_forms(message)):
            continue
        found = _problem(message, path, plurals)
        if found:
            problems.append(found)
            continue
        key = str(message.context or ""), _key(message)
        entries[key] = Entry(_forms(message), expression)
        if said and key not in said:
            near = difflib.get_close_matches(key[1][:200], words, 1, 0.6) if len(problems) < MOST_GUESSES else []
            problems.append(_unsaid(Origin(path, message.lineno or 0, 1), key, said, near))
    return Catalog(entries), tuple(problems)


def _refuse_many_plurals(text: str) -> None:
    """ValueError where a catalog counts more plural forms than a language has: Babel would make a list of so many."""
    count = _COUNT.search(text)
    if count and int(count[1][:9]) > MOST_PLURALS:
        raise ValueError(f"no language has {count[1][:9]} plural forms")


def _unsaid(
    origin: Origin, key: tuple[str, str], said: Collection[tuple[str, str]], near: Sequence[str] = ()
) -> Problem:
    context, message = key
    remedy = f"did you mean “{near[0]}”?" if near and near[0] != message else "take it out; messages.pot lists them all"
    if ("", message) in said:
        remedy = "take its msgctxt out"
    elif contexts := sorted(of for of, known in said if known == message and of != context):
        remedy = f"it is said as msgctxt “{contexts[0]}”"
    return warning(origin, "message-unknown", f"nothing in the interface says “{message}”", remedy)


def message_keys(text: str) -> set[tuple[str, str]]:
    """The messages of a catalog, translated or not."""
    from babel.messages import pofile  # noqa: PLC0415 - as above

    return {(str(message.context or ""), _key(message)) for message in pofile.read_po(StringIO(text)) if message.id}


USUAL_PLURALS = {"ar": "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"}
"""Where gettext's own rule, which translators know, puts the forms in another order than Babel's."""

MOST_PLURALS = 10
"""Arabic has six forms."""
_COUNT = re.compile(r"nplurals\s*=\s*([0-9]+)")
OWN_PLURAL = re.compile(r'^(?:msgstr\s*)?"(?:[^"\\]|\\.)*Plural-Forms:', re.MULTILINE)
LINE = re.compile(r'\s*(#.*|((?P<key>msgid|msgid_plural|msgstr|msgctxt|msgstr\[\d+\])\s*)?"(\\.|[^"\\])*"\s*)?')


def _broken_line(text: str) -> tuple[int, str] | None:
    """The first line that is no part of a catalog, and what is wrong there.

    Babel passes over a missing quotation mark and eats a letter; it takes a message without translation for its next.
    """
    asked = 0
    for number, line in enumerate(text.split("\n"), start=1):
        match = LINE.fullmatch(line)
        if not match:
            return number, f"“{line.strip()[:60]}”"
        key = match["key"] or ""
        if key in ("msgid", "msgctxt") and asked:
            break
        if key == "msgid":
            asked = number
        elif key.startswith("msgstr"):
            asked = 0
    return (asked, "this “msgid”, which no “msgstr” follows") if asked else None


def _said_twice(text: str, path: str) -> Iterator[Problem]:
    """An error for each message that stands in a catalog a second time: Babel takes one and says nothing."""
    lines: dict[tuple[str, str], int] = {}
    context, message, key, at = "", "", "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        match = LINE.fullmatch(line)
        quoted = line.partition('"')[2].rpartition('"')[0]
        if match is None or line.lstrip().startswith("#"):
            continue
        key = match["key"] or key
        if match["key"] == "msgctxt":
            context = quoted
        elif match["key"] == "msgid":
            message, at = quoted, number
        elif key == "msgctxt":
            context += quoted
        elif key == "msgid":
            message += quoted
        elif at:
            first = lines.setdefault((context, message), at)
            if first != at:
                told = (
                    f"“{message}” stands twice in this catalog, first in line {first}"
                    if message
                    else "the header stands twice"
                )
                yield error(Origin(path, at, 1), "message-twice", told, "delete one of the two")
            context, at = "", 0


def plural_rule(language: str) -> tuple[int, str]:
    """How many plural forms a language has, and the expression that chooses among them, where a file does not say."""
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - as above

    locale = find_locale(language)
    if locale is None:
        return 2, ENGLISH_PLURAL
    rule = get_plural(locale)
    return rule.num_plurals, USUAL_PLURALS.get(locale.language) or str(rule.plural_expr)


def _wanted_forms(count: int) -> str:
    return f"give msgstr[0] to msgstr[{count - 1}]" if count > 1 else "give msgstr[0] only"


def _forms(message: Message) -> tuple[str, ...]:
    """The translation's forms: one, or as many as the file gives."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _problem(message: Message, path: str, plurals: int) -> Problem | None:
    """The first thing wrong with a translated message."""
    origin = Origin(path, message.lineno or 0, 1)
    key = _key(message)
    if message.fuzzy:
        return warning(
            origin,
            "message-fuzzy",
            f"the translation of “{key}” is marked fuzzy and is not used",
            "check it and remove the “fuzzy” flag",
        )
    strings = _forms(message)
    if any("<" in string for string in strings):
        return error(
            origin,
            "message-markup",
            f"the translation of “{key}” holds “<”, which would be shown as it is",
            "write words only, without markup",
        )
    if isinstance(message.id, str):
        if len(strings) != 1:
            return error(origin, "message-plural", f"“{key}” has plural forms it should not have", "give one msgstr")
    elif len(list(filter(None, strings))) != plurals:
        return error(
            origin,
            "message-plural",
            f"“{key}” has {len(list(filter(None, strings)))} plural forms where the catalog's language has {plurals}",
            _wanted_forms(plurals),
        )
    if _is_filled_alike(message) or not _is_filled(message):
        return None
    told = f"the translation of “{key}” cannot be filled in"
    remedy = "use the placeholders of the English message, unchanged"
    for broken in message.check():
        return error(origin, "message-placeholder", f"{told}: {broken}", remedy)
    if wrong := _unfillable(message):
        return error(origin, "message-placeholder", f"{told}: {wrong}", f"{remedy}; %% shows a percent sign")
    return None


def _unfillable(message: Message) -> str:
    """The first percent sign of a translation that is neither one of the English placeholders nor `%%`; "" for none."""
    english = "\0".join([message.id] if isinstance(message.id, str) else message.id)
    if "%(" not in english:
        return ""
    known = {"%%", *_SPECIFIER.findall(english)}
    strangers = (found for form in _forms(message) for found in _SPECIFIER.findall(form) if found not in known)
    return next((f"“{found[:60]}” is none of its placeholders" for found in strangers), "")


_SPECIFIER = re.compile(r"%(?:\(\w*\))?[#0 +-]*[0-9*]*(?:\.[0-9*]+)?[hlL]?[a-zA-Z%]?")
"""What Python takes for a placeholder, or the beginning of one."""


PLACEHOLDER = re.compile(r"%(?:\(\w+\)s)?")
"""One that stands in nearly every message, such as `%(count)s`; or the beginning of another."""


FILLED = re.compile(r"%(?:\(\w+\)|%|[#0+-]*(?:\d|\*)*(?:\.\d+)?[a-zA-Z])")
"""A placeholder of Python's, or its sign for “%”. Where a space follows, which Python allows, it is “5% left”."""


def _is_filled(message: Message) -> bool:
    """Whether the English message is one to be filled in, and not a text about per cent."""
    english = (message.id,) if isinstance(message.id, str) else message.id
    return any(FILLED.search(form) for form in english)


def _is_filled_alike(message: Message) -> bool:
    """Whether the translation surely asks for nothing but what fills the English message.

    Then Babel's own check finds nothing. It first looks through every installed package for more checks, which takes
    longer than to read all catalogs.
    """
    one, many = (message.id, message.id) if isinstance(message.id, str) else (message.id[0], message.id[-1])
    for english, form in zip(chain([one], repeat(many)), _forms(message), strict=False):
        given = set(PLACEHOLDER.findall(english))
        if "%" in given or not given.issuperset(PLACEHOLDER.findall(form)):
            return False
    return True


def _unreadable(origin: Origin, what: str) -> Problem:
    return error(
        origin,
        UNREADABLE,
        f"this catalog cannot be read at {what}",
        "mend the line; msgfmt --check, or any editor for .po files, shows what is expected",
    )
