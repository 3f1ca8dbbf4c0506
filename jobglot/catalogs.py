"""Which catalogs of interface words serve a language, laid over each other; and what they lack together.

A site's own catalog may hold as little as one message; it is laid over the packaged one. Nothing here reads files: the
texts come in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from jobglot.formats import find_locale, script
from jobglot.i18n import Catalog, Entry, Messages, overlay
from jobglot.po_files import OWN_PLURAL, read_catalog
from jobglot.problem import Origin, Problem, warning

FOLDER = "templates/locales/"
SOURCE_LANGUAGE = "en"


def normal_tag(tag: str) -> str:
    """A language tag in the case that RFC 5646, section 2.1.1, recommends: `pt_br` → `pt-BR`, `zh-hant` → `zh-Hant`."""
    first, *rest = tag.replace("_", "-").split("-")
    return "-".join([first.lower(), *(_cased(subtag) for subtag in rest)])


def refusal(tag: str) -> str:
    """Why a tag that somebody gave cannot be a language's; "" for that of a language that CLDR knows."""
    return "" if find_locale(tag) else f"“{tag}” is not the tag of a language, such as sv or pt-BR"


def _cased(subtag: str) -> str:
    if len(subtag) == 2:
        return subtag.upper()
    return subtag.title() if len(subtag) == 4 and subtag.isalpha() else subtag.lower()


def missing(catalog: Catalog, reference: Collection[tuple[str, str]], origin: Origin) -> tuple[Problem, ...]:
    """One warning with the number of messages of `reference` that `catalog` lacks, or nothing."""
    lacking = [message for context, message in reference if (context, message) not in catalog.entries]
    if not lacking:
        return ()
    return (
        warning(
            origin,
            "message-missing",
            f"{len(lacking)} of {len(reference)} messages are not translated and appear in English,"
            f" for example “{lacking[0]}”",
            f"translate them there; “jobglot new catalog {origin.path.removeprefix(FOLDER).removesuffix('.po')}” adds"
            " what it lacks",
        ),
    )


def messages_of(texts: Mapping[str, str]) -> dict[str, Messages]:
    """The messages of catalogs given by file name; of those only that are without problems and serve any language."""
    found: dict[str, Messages] = {}
    for name, text in texts.items():
        catalog, problems = read_catalog(text, FOLDER + name, name.removesuffix(".po"))
        if OWN_PLURAL.search(text) and not problems:
            found[name] = {key: (entry.forms, entry.plural) for key, entry in catalog.entries.items()}
    return found


def catalogs_for(
    languages: tuple[str, ...],
    packaged: Mapping[str, str],
    own: Mapping[str, str],
    known: Mapping[str, Messages] | None = None,
    more: Iterable[str] = (),
) -> tuple[Mapping[str, Catalog], tuple[Problem, ...]]:
    """The catalog of every language and the problems of the files read for them.

    `packaged` and `own` (the site's) hold the text of `.po` files by file name. `pt-BR` is served by `pt.po`, then
    `pt-BR.po` (or `pt_BR.po`) over it, the site's over the packaged one at each step. `known` are the messages of
    packaged files that need not be read. `more` is what a site's own templates say besides what the packaged ones do.
    """
    catalogs: dict[str, Catalog] = {}
    problems: list[Problem] = []
    # English is both a language of most boards and what the others are compared with.
    read_once = cache(read_catalog)

    def shared(name: str, language: str) -> tuple[Catalog, tuple[Problem, ...]]:
        if known and name in known:
            return Catalog({key: Entry(*entry) for key, entry in known[name].items()}), ()
        return read_once(packaged[name], FOLDER + name, language)

    english = f"{SOURCE_LANGUAGE}.po"
    reference = shared(english, SOURCE_LANGUAGE)[0] if english in packaged else Catalog()
    said = dict.fromkeys([*reference.entries, *(("", message) for message in more)])
    all_said = frozenset(said) if reference.entries else frozenset()
    for language in languages:
        catalog = Catalog()
        serving = packaged_names(language)
        for name in file_names(language):
            parts = [shared(name, language)] if name in serving and name in packaged else []
            if name in own:
                parts.append(read_once(own[name], FOLDER + name, language, all_said))
            for read, found in parts:
                catalog = overlay(catalog, read)
                problems.extend(found)
        catalogs[language] = catalog
        if language.partition("-")[0] != SOURCE_LANGUAGE:
            problems.extend(missing(catalog, said, Origin(f"{FOLDER}{language}.po")))
    problems.extend(_unread(languages, packaged, own))
    return catalogs, tuple(problems)


def _unread(languages: tuple[str, ...], packaged: Mapping[str, str], own: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each catalog of the site's own that no language of the board asks for."""
    asked = {name for language in languages for name in file_names(language)}
    for name in sorted(name for name in set(own) - asked if own[name] != packaged.get(name)):
        near = f"{normal_tag(name.removesuffix('.po'))}.po"
        remedy = "add its language to “languages” of config.yaml, or delete it"
        if near in asked:
            remedy = f"did you mean {FOLDER}{near}?"
        yield warning(Origin(FOLDER + name), "catalog-unused", "no language of the board reads this catalog", remedy)


def file_names(language: str) -> tuple[str, ...]:
    """The names of the catalogs that serve a language, the more particular ones later."""
    tag = normal_tag(language)
    broad = tag.partition("-")[0]
    names = (f"{broad}.po", f"{tag}.po", f"{tag.replace('-', '_')}.po")
    return tuple(dict.fromkeys(names))


def packaged_names(language: str) -> tuple[str, ...]:
    """Those of them that are in its script: `zh.po` is in simplified characters, and nobody reads them in Taiwan."""
    tag = normal_tag(language)
    named, broad = file_names(tag), tag.partition("-")[0]
    # Babel's table of scripts takes 9 ms to load, and a language by itself is in its own.
    return named if tag == broad or script(tag) == script(broad) else named[1:]


def unknown_languages(languages: tuple[str, ...], origin: Origin) -> tuple[Problem, ...]:
    """A warning for each language that CLDR does not know."""
    return tuple(
        warning(
            origin,
            "language-unknown",
            f"“{language}” is not a language with known formats; its dates and figures follow English patterns",
            "check the tag if you meant another language",
        )
        for language in languages
        if find_locale(language) is None
    )
