"""What names another thing of the board: an id, or a name that somebody wrote in its place.

A file on its own cannot tell which id has that name. So names go on to the rules, which know all ids (`check`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from jobglot.kinds import ID, parse_id
from jobglot.shapes import Wrong

# No list of names, no address, and no text with signs around it: those have remedies of their own.
_NAME = re.compile(r"(?!.* - )[^\W_][\w .&+'’()·-]*")


def parse_reference(written: str) -> str | Wrong:
    """An id, or a name in its place as it is written."""
    parsed = parse_id(written)
    is_name = isinstance(parsed, Wrong) and parsed.code == "id-invalid" and _NAME.fullmatch(written)
    return " ".join(written.split()) if is_name else parsed


ID_OR_NAME = replace(ID, parse=parse_reference)
