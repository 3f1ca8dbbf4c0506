"""Parts of the archives that office programs write (ISO/IEC 29500-2, OpenDocument 1.3 part 2), within bounds."""

from __future__ import annotations

import zlib
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

MAX_PART = 64 * 1024 * 1024
"""As much as one part of the archive may have: compressed, a file of a few KiB can hold gigabytes."""
MAX_TEXT_PART = 16 * 1024 * 1024
"""As much where the archive is a text and not a table."""
MAX_TAGS = 80_000
"""As many tags as the parts of a text may have together: thirty pages with every change tracked have fewer."""


class BrokenError(Exception):
    """What is wrong with the archive, in words."""


FAILURES = (
    *(BrokenError, BadZipFile, ET.ParseError, zlib.error),
    *(KeyError, ValueError, OverflowError, RuntimeError, EOFError, OSError),
)
"""What a damaged, encrypted or hostile archive can end with."""


def part(archive: ZipFile, path: str, most: int = 0) -> bytes:
    """A part of XML as its bytes, at most `most` of them, else MAX_PART; what could expand is refused."""
    most = most or MAX_PART
    if archive.getinfo(path).file_size > most:
        raise BrokenError(f"{path} is too large")
    with archive.open(path) as file:
        data = file.read(most + 1)
    # In UTF-16, which no office program writes, the sign of entities would not be seen.
    if len(data) > most or b"<!ENTITY" in data or b"\x00" in data:
        raise BrokenError(f"{path} is too large, defines entities, or is not in UTF-8")
    return data


def tree(archive: ZipFile, path: str, most: int = 0) -> ET.Element:
    """A part of XML as its root."""
    return ET.fromstring(part(archive, path, most))  # noqa: S314 - entities are refused above
