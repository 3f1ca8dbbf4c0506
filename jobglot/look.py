"""What a site looks like: templates, catalogs and static files, its own and the packaged ones behind them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jobglot.catalogs import catalogs_for, file_names, messages_of, missing, normal_tag
from jobglot.folders import FORMS, LOCALES, MAX_FILE, STATIC, TEMPLATES, WELL_KNOWN
from jobglot.i18n import Catalog, overlay
from jobglot.kept import kept
from jobglot.plan import Look
from jobglot.po_files import message_keys, read_catalog
from jobglot.problem import Origin, Problem, warning
from jobglot.render import compiled
from jobglot.settings import Config
from jobglot.site_files import Seen, SiteFiles
from jobglot.starter import starter_root

TEMPLATE, FORMS_TEMPLATE = f"{LOCALES}/messages.pot", f"{FORMS}/messages.pot"
"""All that the interface says, and all that only forms say, with which translators begin."""


def load_look(root: Path, config: Config, seen: Seen | None = None) -> tuple[Look, list[Problem]]:
    """Templates, catalogs and static files: the site's own first, the packaged ones behind them."""
    problems: list[Problem] = []
    own = SiteFiles(root, problems, {} if seen is None else seen)
    packaged = SiteFiles(starter_root(), problems, own.seen, "/")
    is_starter = packaged.root.resolve() == root.resolve()
    own_templates = _templates(own)
    own_static = _static(own)
    shared_templates = own_templates if is_starter else _templates(packaged)
    code = kept("templates", shared_templates, compiled)
    shared = {} if is_starter else _static(packaged)
    # The packaged logos belong to the organizations of the demo.
    static = {**{name: data for name, data in shared.items() if not name.startswith("logos/")}, **own_static}
    templates, said = shared_templates, dict[str, Origin]()
    if own_templates:
        # Imported where they are used: most sites have no templates of their own.
        from jobglot import own_templates as own_ones  # noqa: PLC0415

        templates = own_ones.with_packaged(own_templates, shared_templates)
        if is_starter:
            plain = kept("own", own_templates, own_ones.plain_of_all) or own_ones.plain_of_all(own_templates)
            found, said = own_ones.of_plain(plain)
            problems += found
        else:
            problems += own_ones.problems_of(own_templates, shared_templates)
            said = own_ones.messages_of(own_templates)
    if own_templates or own_static:
        from jobglot import contrast, host_lines, reach  # noqa: PLC0415 - as above

        problems += reach.problems_of(own_templates, own_static, static, urlsplit(config.base_url).path)
        problems += contrast.problems_of(own_static)
        problems += host_lines.problems_of(own_static)
    own_catalogs = {} if is_starter else _catalogs(own, LOCALES)
    shared_catalogs = _catalogs(own if is_starter else packaged, LOCALES)
    known = kept("catalogs", shared_catalogs, messages_of)
    catalogs, more = catalogs_for(config.languages, shared_catalogs, own_catalogs, known, said)
    is_own = bool(own_templates or own_catalogs)
    return Look(templates, catalogs, static, is_own, code), problems + list(more)


def _templates(source: SiteFiles) -> dict[str, str]:
    paths = [path for path in source.below(TEMPLATES) if not path.startswith(f"{LOCALES}/")]
    texts = {path.removeprefix(f"{TEMPLATES}/"): source.text_of(path) for path in paths}
    return {name: text for name, text in texts.items() if text is not None}


def _static(source: SiteFiles) -> dict[str, bytes]:
    paths = source.below(STATIC, WELL_KNOWN)
    files = {path.removeprefix(f"{STATIC}/"): source.bytes_of(path, MAX_FILE) for path in paths}
    return {name: data for name, data in files.items() if data is not None}


def _catalogs(source: SiteFiles, folder: str) -> dict[str, str]:
    """The texts of the catalogs right in a folder, by their names."""
    paths = [path for path in source.below(folder) if path.endswith(".po") and path.rpartition("/")[0] == folder]
    return {path.rpartition("/")[2]: source.text_of(path) or "" for path in paths}


def forms_catalog(root: Path, language: str, words: Catalog, seen: Seen | None = None) -> tuple[Catalog, list[Problem]]:
    """The words of the browser CMS's forms in a language, and what is wrong with the site's own ones.

    Those that only forms say, those of the interface (`words`), and over both what the site wants to be said in forms.
    """
    problems: list[Problem] = []
    own = SiteFiles(root, problems, {} if seen is None else seen)
    packaged = SiteFiles(starter_root(), problems, own.seen, "/")
    spoken = _packaged_forms(packaged, language)
    catalog = overlay(spoken, words)
    mine = {} if packaged.root.resolve() == root.resolve() else _catalogs(own, FORMS)
    names, place = file_names(language), f"{FORMS}/{normal_tag(language)}.po"
    for name in sorted(mine.keys() - set(names)):
        remedy = f"delete it, or write {place}: forms speak the board's first language"
        problems.append(warning(Origin(f"{FORMS}/{name}"), "catalog-unused", "no form reads this catalog", remedy))
    if spoken.entries and not mine:
        return catalog, problems
    only_forms, others = (message_keys(packaged.text_of(path) or "") for path in (FORMS_TEMPLATE, TEMPLATE))
    for name in (name for name in names if name in mine):
        read, found = read_catalog(mine[name], f"{FORMS}/{name}", language, frozenset(only_forms | others))
        catalog = overlay(catalog, read)
        problems += found
    if not spoken.entries:
        problems += missing(catalog, sorted(only_forms), Origin(place))
    return catalog, problems


def _packaged_forms(packaged: SiteFiles, language: str) -> Catalog:
    """What only forms say, in a language; empty where no packaged catalog speaks it."""
    shared = _catalogs(packaged, FORMS)
    return catalogs_for((language,), shared, {}, kept("forms", shared, messages_of))[0][language]
