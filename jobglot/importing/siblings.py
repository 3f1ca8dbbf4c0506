"""Files whose names differ in their language only are one notice: `notice_EN.docx` and `notice_FR.docx`."""

from __future__ import annotations

from collections.abc import Sequence

from jobglot.importing.columns import language_tag, tagged
from jobglot.importing.known import Known

File = tuple[str, bytes]
AND = " and "
"""Between the names of files that are one notice."""


def place_of(found: str, known: Known) -> tuple[str, str]:
    """The language that a file's name or folder says, "" for none, and where the file is but for that."""
    *folders, name = found.lower().split("/")
    stem, _, ending = name.rpartition(".")
    if ", " in ending:  # a row of a table
        return "", ""
    tag, stem = next(tagged(stem or ending, known))
    for at, folder in enumerate(folders):
        if not tag and (tag := language_tag(folder, known)):
            folders[at] = "*"
    return tag, "/".join([*folders, stem])


def together(files: Sequence[File], known: Known) -> list[list[File]]:
    """The files in their order, those that are one notice in several languages together."""
    groups: dict[str, dict[str, File]] = {}
    for file in files:
        tag, place = place_of(file[0], known)
        group = groups.setdefault(place if tag else f"/{file[0]}", {})
        if tag in group:  # `a_en.docx` and `a_en.txt`
            groups[f"/{file[0]}"] = {tag: file}
        else:
            group[tag] = file
    return [list(group.values()) for group in groups.values()]
