"""Where a site may be written: never over its own sources, a home folder, a repository, or anything that holds one."""

from __future__ import annotations

import os
from pathlib import Path

from jobglot.faults import shown
from jobglot.folders import READ
from jobglot.manifest import ADOPTING, FOLDER, JOURNAL, MANIFEST
from jobglot.problem import Origin, Problem, error

SOURCES = ("content", "templates", "static", "config.yaml", "build.py", "tests", ".git", ".cache", ".venv")
"""What a site's folder may hold that is not for writing into."""

_LITTER = frozenset({FOLDER, ".DS_Store", "Thumbs.db", "desktop.ini"})

_OWN = "choose a folder of its own, such as --output output"


def refusal(output: Path, site: Path) -> Problem | None:
    """Why `output` may not become an output folder of the site in the folder `site`; None when it may.

    Files are compared by what they are and not by name, so that links, case and mounts hide nothing. Only looks.
    """
    origin = Origin(shown(output, site))
    if output.is_symlink() and not output.exists():
        return error(origin, "output-not-a-folder", "the output folder is a link that leads nowhere", "mend the link")
    real = Path(os.path.realpath(output))
    if any(place.exists() and not place.is_dir() for place in (real, *real.parents)):
        return error(origin, "output-not-a-folder", "the output folder is a file, or lies below one", _OWN)
    if ".git" in real.parts:
        return error(origin, "output-is-source", "the output folder lies inside a git repository's own files", _OWN)
    if real.parent == real:
        return error(origin, "output-is-source", "the output folder is the root of the file system", _OWN)
    home = os.path.expanduser("~")  # noqa: PTH111 -- Path.home() raises where there is none; this stays "~"
    if home != "~" and _holds(real, Path(home)):
        return error(origin, "output-is-source", "the output folder is, or holds, your home folder", _OWN)
    if _holds(real, site):
        return error(origin, "output-is-source", "the output folder is, or holds, the site's own folder", _OWN)
    for source in (*(site / name for name in SOURCES), Path(__file__).parent):
        # A folder that the site does not have yet would be read by the next build.
        is_to_be = source.name in READ and real.is_relative_to(os.path.realpath(source))
        if is_to_be or (source.exists() and (_holds(real, source) or _holds(source, real))):
            return error(
                origin,
                "output-is-source",
                f"the output folder is, holds or lies in “{shown(source, site)}”, which the site is made from",
                _OWN,
            )
    return None


def stranger(output: Path, site: Path) -> Problem | None:
    """Why a folder that is allowed is not ours to fill; None when it is new, empty, or carries our mark."""
    if not output.exists() or (output / MANIFEST).exists() or (output / JOURNAL).exists() or is_empty(output):
        return None
    what = (
        "the folder is the top of a git work tree"
        if (output / ".git").exists()
        else "the folder is not empty and was not made by jobglot"
    )
    return error(Origin(shown(output, site)), "output-not-ours", what, ADOPTING)


def is_empty(output: Path) -> bool:
    """Whether a folder holds nothing but what systems leave everywhere, and our own records."""
    return all(name in _LITTER for name in os.listdir(output))  # noqa: PTH208 -- names are all that is asked


def _holds(folder: Path, inner: Path) -> bool:
    """Whether `folder` is `inner` or above it. What does not exist yet counts from where it would be made."""
    try:
        top = folder.stat()
    except OSError:
        return False
    place = Path(os.path.realpath(inner))
    for step in (place, *place.parents):
        try:
            if os.path.samestat(top, step.stat()):
                return True
        except OSError:
            continue
    return False
