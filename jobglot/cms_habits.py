"""How a board writes what may be written in two ways, so that the forms of the browser CMS show it and lose nothing.

A text of a fact is one string or a map by language. A form can only ask for one of the two, and drops the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from jobglot.model import Content, Localized, Posting

TEXTS = (
    ("department",),
    ("contract", "note"),
    ("salary", "note"),
    ("apply", "post"),
    ("apply", "audience"),
    ("documents",),
    ("contact", "name"),
    ("clearance",),
    ("languages", "level"),
    ("experience", "note"),
    ("education",),
    ("eligibility",),
    ("criteria", "stage"),
    ("criteria", "items", "label"),
    ("more", "name"),
    ("more", "text"),
    ("notice",),
    ("attachments", "title"),
)
"""Where a posting may have such texts."""


def is_plain(content: Content, path: tuple[str, ...]) -> bool:
    """Whether most postings that have a text there write it as one string."""
    texts = [text for posting in content.postings for text in _at(posting, path)]
    return 2 * sum(map(_is_one_string, texts)) > len(texts)


def losses(content: Content) -> Iterator[tuple[Posting, tuple[str, ...]]]:
    """The postings of which a form would show something empty, and save it so; each with the keys in question."""
    plain = {path: is_plain(content, path) for path in TEXTS}
    for posting in content.postings:
        keys = ["organization"] if posting.employer is not None else []
        keys += ["locations"] if any(not location.place for location in posting.locations) else []
        keys += [
            ".".join(path) for path in TEXTS if any(_is_one_string(text) != plain[path] for text in _at(posting, path))
        ]
        if keys:
            yield posting, tuple(keys)


def _is_one_string(text: Localized) -> bool:
    return text.texts[0][0] == ""


def _at(value: object, path: tuple[str, ...]) -> Iterator[Localized]:
    """The texts below a value; lists are gone through."""
    if isinstance(value, tuple):
        for item in value:
            yield from _at(item, path)
    elif not path:
        if isinstance(value, Localized):
            yield value
    elif value is not None:
        yield from _at(getattr(value, path[0], None), path[1:])
