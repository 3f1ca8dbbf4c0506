"""Who publishes to a place that has no locks of its own: a file there that says which process of which machine."""

from __future__ import annotations

import os
import re
import secrets
import socket
from typing import NoReturn

from jobglot.manifest import FOLDER
from jobglot.publish.target import refuse

LOCK = f"{FOLDER}/publishing"
"""Where that file lies."""

_marks: set[bytes] = set()
"""Those of this process."""


def new_mark() -> bytes:
    """What this process writes there, another each time."""
    mark = f"{socket.gethostname()}, process {os.getpid()}, {secrets.token_hex(8)}\n".encode()
    _marks.add(mark)
    return mark


def busy(where: str, mark: bytes) -> NoReturn:
    """Refuse to publish to `where`, since somebody does: who left that mark, if it is one."""
    who = mark.decode("utf-8", "replace").strip().rpartition(", ")[0] or "somebody else"
    remedy = "wait for it to end; if it is dead, publish with “--take-over”"
    refuse(where, "target-busy", f"{who} is publishing there", remedy)


def is_dead(mark: bytes) -> bool:
    """Whether the publisher was a process of this machine that is no more."""
    found = re.match(rb"(.+), process ([0-9]{1,9}), ", mark)
    if found is None or found[1] != socket.gethostname().encode() or not hasattr(os, "kill"):
        return False
    if int(found[2]) == os.getpid():
        # Containers have one name from run to run, and few numbers for processes: it had ours before us.
        return mark not in _marks
    try:
        os.kill(int(found[2]), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
