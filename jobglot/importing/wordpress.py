"""A WordPress export (WXR) with the jobs of WP Job Manager, or of another plug-in with a post type of its own.

https://developer.wordpress.org/advanced-administration/wordpress/import/; what WP Job Manager keeps of a job:
https://github.com/Automattic/WP-Job-Manager, class WP_Job_Manager_Post_Types. Translations are those of Polylang, and
those of WPML as far as an export has them: by the fields that its add-on “WPML Export and Import” writes
(https://wpml.org/documentation/related-projects/wpml-export-and-import/), as duplicates, or at addresses that differ in
the language only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree as ET

from jobglot.importing.cells import Cell
from jobglot.importing.columns import TEXTS, Column, column_of, language_tag
from jobglot.importing.deadline import day_at
from jobglot.importing.draft import Draft, Refusal, shortened
from jobglot.importing.known import Known
from jobglot.importing.row import Row, drafts_of_rows

_NAMESPACE = "wordpress.org/export/"
_JOB = re.compile(r"job|vacan|career|position|stelle|offre|emploi")
"""What the post type of a job is called: `job_listing`, `awsm_job_openings`, `vacancy`."""
_NO_JOB = re.compile(r"application|alert|resume|package|form|template|guest|candidate")
_SKIPPED = ("trash", "auto-draft", "inherit", "preview")
_HIDDEN = ("draft", "pending", "private", "pending_payment")
_CAPTION = re.compile(r"\[/?(?:caption|embed|gallery)\b[^\]]*\]")
_SHORTCODE = re.compile(r"\[/?([a-z][\w-]{2,})(?:\s[^\]]*)?\](?!\()")
# What the plug-ins keep for themselves, or what no posting has.
_PASSED_OVER = re.compile(
    r"job_duration|job_title|job_expires|filled|edit_l|thumbnail|tracked|wp_|oembed|company_(?:tagline|twitter|video|logo)"
    r"|geolocation|geolocated|wpml|icl_|yoast|elementor|wpcode|dp_original"
)

_NO_TRANSLATIONS = (
    "the export does not say which jobs are translations of one another; switch on WPML’s add-on “WPML Export and "
    "Import”, export anew, and import that instead"
)


@dataclass(frozen=True, slots=True)
class _Post:
    """One post of the export. `group` is what its translations share, `original` the post that it is a duplicate of."""

    id: str
    title: str
    status: str
    tag: str
    group: str
    original: str
    page: str
    """Its address without the language in it."""
    cells: tuple[Cell, ...]
    asks: tuple[str, ...]
    notes: tuple[str, ...]


def is_export(root: ET.Element) -> bool:
    """Whether a document is a WordPress export."""
    return any(_NAMESPACE in element.tag for element in root.iter() if isinstance(element.tag, str))


def read_export(found: str, root: ET.Element, known: Known, today: date) -> list[Draft | Refusal]:
    """The jobs of an export, the translations of one together. Pages, news and files are not read."""
    items = list(root.iter("item"))
    types = [_text(item, "post_type") for item in items]
    jobs = [item for item, type_ in zip(items, types, strict=True) if _JOB.search(type_) and not _NO_JOB.search(type_)]
    if not jobs:
        there = ", ".join(sorted(set(types))) or "nothing"
        return [Refusal(found, f"it holds no jobs, only {there}; in WordPress choose “Jobs” under Tools, Export")]
    posts = [_post(item, known, today) for item in jobs if _text(item, "status") not in _SKIPPED]
    spoken = known.tag_of(_text(channel, "language")) if (channel := root.find("channel")) is not None else ""
    groups = list(_together(posts, spoken))
    rows = [_row(found, together, _site(root), known) for together in groups]
    has_wpml = any("wpml" in _text(each, "meta_key") for each in root.iter() if _is_meta(each))
    if has_wpml and len(groups) > 1 and all(len(group) == 1 for group in groups):
        rows[0] = replace(rows[0], notes=(*rows[0].notes, _NO_TRANSLATIONS))
    if rows and (skipped := len(jobs) - len(posts)):
        note = f"{skipped} posts that are in the bin, or were never saved, are left out"
        rows[0] = replace(rows[0], notes=(*rows[0].notes, note))
    return drafts_of_rows(rows, known, today) or [Refusal(found, "all its jobs are in the bin")]


def _site(root: ET.Element) -> str:
    channel = root.find("channel")
    address = _text(channel, "base_blog_url") or _text(channel, "link") if channel is not None else ""
    return f"{address.rstrip('/')}/" if address else ""


def _together(posts: Sequence[_Post], spoken: str) -> Iterator[list[_Post]]:
    """The posts, the translations of one together; `spoken` is the language of those that do not tell theirs."""
    by_id = {post.id: post for post in posts if post.id}
    originals = {post.original for post in posts}
    groups: dict[str, dict[str, _Post]] = {}
    for at, post in enumerate(posts):
        first = by_id.get(post.original, post)
        key = first.group or (f"page {post.page}" if post.page else f"#{at}")
        if not first.group and first.id and first.id in originals:
            key = f"post {first.id}"
        group = groups.setdefault(key, {})
        tag = post.tag or spoken
        if tag in group:  # two in one language are two jobs
            groups[f"#{at}"] = {tag: post}
        else:
            group[tag] = post
    for group in groups.values():
        is_one = len(group) > 1
        yield [replace(post, tag=tag) if is_one else post for tag, post in group.items()]


def _row(found: str, posts: Sequence[_Post], site: str, known: Known) -> Row:
    """The posts of one job: the facts of the first in the board's order, the texts of all."""
    ranks = {tag: rank for rank, tag in enumerate(known.languages)}
    first, *others = sorted(posts, key=lambda post: ranks.get(post.tag, len(ranks)))
    own = first.tag if first.tag in ranks else ""
    cells = [replace(cell, tag=own) if _is_text(cell) else cell for cell in first.cells]
    for other in others:
        cells += [replace(cell, tag=other.tag) for cell in other.cells if _is_text(cell) and other.tag in ranks]
    named = {cell.key for cell in cells}
    for other in others:
        cells += [cell for cell in other.cells if cell.key not in named]
    is_live = first.status != "expired"  # a job without an end is open there, drafts too once they are published
    base = next((cell.text for cell in first.cells if cell.key == "source"), site)
    return Row(
        f"{found}, {shortened(first.title, 60)}",
        tuple(cells),
        "job",
        base=base,
        spoken=first.tag,
        is_live=is_live,
        asks=tuple(ask for post in posts for ask in post.asks),
        notes=tuple(note for post in posts for note in post.notes),
    )


def _is_text(cell: Cell) -> bool:
    return cell.key in (*TEXTS, "source")


def _post(item: ET.Element, known: Known, today: date) -> _Post:
    status = _text(item, "status")
    terms: dict[str, list[str]] = {}
    nicenames: dict[str, str] = {}
    for category in item.iter("category"):
        domain = category.get("domain", "")
        terms.setdefault(domain, []).append((category.text or "").strip())
        nicenames.setdefault(domain, category.get("nicename", ""))
    meta = dict(_meta(item))
    body, asks = _body(_text(item, "encoded"))
    cells = [
        Cell("title", _text(item, "title")),
        Cell("body", body),
        Cell("summary", _text(item, "encoded", "excerpt")),
        Cell("posted", day_at(_text(item, "post_date"))),
        Cell("categories", "; ".join(term for domain in terms if _is_of_categories(domain) for term in terms[domain])),
        Cell(
            "employment_type", "; ".join(term for domain in terms if domain.endswith("_type") for term in terms[domain])
        ),
        *_of_meta(meta, known),
    ]
    if status not in _HIDDEN:
        cells.append(Cell("source", _text(item, "link")))
    else:
        cells.append(Cell("draft", "true"))
    if not any(cell.key in ("locations", "locations.city") and cell.text for cell in cells):
        cells.append(Cell("locations", "; ".join(terms.get("job_listing_region", []))))
    changed = day_at(_text(item, "post_modified")) or day_at(_text(item, "post_date"))
    notes: list[str] = []
    cells += _ending(meta, status, changed, today, notes)
    unknown = sorted(key for key in meta if not _PASSED_OVER.search(key) and not _known_meta(key, known).key)
    ours = [key for key in unknown if re.search(r"job|company|salary|application", key)]
    if ours:
        notes.append(f"left out: {', '.join(ours)}")
    said = nicenames.get("language", "") or meta.get("_wpml_import_language_code", "")
    in_address, page = _without_language(_text(item, "link"), known)
    return _Post(
        id=_text(item, "post_id"),
        title=_text(item, "title"),
        status=status,
        tag=language_tag(said, known) or said or in_address,
        group=nicenames.get("post_translations", "") or meta.get("_wpml_import_translation_group", ""),
        original=meta.get("_icl_lang_duplicate_of", ""),
        page=page,
        cells=tuple(cells),
        asks=asks,
        notes=tuple(notes),
    )


def _without_language(link: str, known: Known) -> tuple[str, str]:
    """The language that an address has (`/fr/job/7/`, `fr.example.org`, `?lang=fr`), "" for none; and it without."""
    tags = {tag.lower().partition("-")[0]: tag for tag in reversed(known.languages)}
    parts = urlsplit(link)
    host, path = parts.netloc.split("."), parts.path.strip("/").split("/")
    query = parse_qsl(parts.query)
    told = [value for key, value in query if key == "lang"] + [host[0]] + path[:2]
    tag = next((tags[each.lower()] for each in told if each.lower() in tags), "")
    kept = [each for each in path if tags.get(each.lower()) != tag]
    bare = [each for each in host if tags.get(each.lower()) != tag]
    rest = urlencode([(key, value) for key, value in query if key != "lang"])
    return tag, f"{'.'.join(bare)}/{'/'.join(kept)}?{rest}" if link else ""


def _is_of_categories(domain: str) -> bool:
    return domain.endswith(("category", "categories", "cat", "_industry", "_field"))


def _is_meta(element: ET.Element) -> bool:
    return isinstance(element.tag, str) and element.tag.endswith("}postmeta")


def _meta(item: ET.Element) -> Iterator[tuple[str, str]]:
    for meta in item.iter():
        if _is_meta(meta):
            key, value = _text(meta, "meta_key"), _text(meta, "meta_value")
            # A list or map of PHP (serialize) is no value.
            if key and value and not re.match(r"[aO]:\d+:", value):
                yield key, value


def _known_meta(key: str, known: Known) -> Column:
    bare = key.lstrip("_")
    found = column_of(bare, known)
    return found if found.key else column_of(re.sub(r"^(?:job|vacancy|position|awsm_job)_", "", bare), known)


def _of_meta(meta: Mapping[str, str], known: Known) -> Iterator[Cell]:
    """What the plug-in's fields tell, by the names that columns have."""
    for key, value in meta.items():
        if _PASSED_OVER.search(key):
            continue
        column = _known_meta(key, known)
        is_off = column.key in ("remote", "featured", "filled") and value in ("0", "no")
        if column.key and column.key not in TEXTS and not is_off:
            yield Cell(column.key, value, column.tag, column.spoken)
    if country := meta.get("geolocation_country_short", ""):
        yield Cell("locations.country", country)


def _ending(meta: Mapping[str, str], status: str, changed: str, today: date, notes: list[str]) -> Iterator[Cell]:
    """The deadline, where no field of its own tells it, and whether somebody was found."""
    expires = day_at(meta.get("_job_expires", ""))
    is_told = any(re.search(r"deadline|closing_date", key) and value for key, value in meta.items())
    if status == "expired" and (not expires or expires >= today.isoformat()) and changed:
        notes.append(f"it is expired there; {changed}, the day of its last change, was taken for its deadline")
        yield Cell("deadline", changed)
    elif expires and not is_told:
        yield Cell("deadline", expires)
    if meta.get("_filled") == "1" and changed:
        notes.append(f"it is filled there; {changed}, the day of its last change, was taken for when")
        yield Cell("filled", changed)


def _body(html: str) -> tuple[str, tuple[str, ...]]:
    """The text without the shortcodes of WordPress itself; others are asked about."""
    bare = _CAPTION.sub("", html)
    names = dict.fromkeys(
        match[1] for match in _SHORTCODE.finditer(bare) if f"[/{match[1]}]" in bare or "=" in match[0]
    )
    told = ", ".join(f"[{name}]" for name in names)
    return bare, ((f"the text has shortcodes of WordPress, {told}: write out what they showed",) if names else ())


def _text(item: ET.Element, name: str, namespace: str = "") -> str:
    """The text of a child by its local name; `content:encoded` and `excerpt:encoded` share theirs."""
    for child in item:
        space, _, local = child.tag.rpartition("}") if isinstance(child.tag, str) else ("", "", "")
        is_it = local == name and (namespace in space if namespace else "excerpt" not in space)
        if is_it:
            return (child.text or "").strip()
    return ""
