"""A site's folder, read again as far as its files changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from jobglot.collection import Siblings, Terms
from jobglot.disk import folders_above
from jobglot.faults import printable
from jobglot.folders import MAX_TEXT
from jobglot.gate import is_litter, read_file
from jobglot.history import head
from jobglot.load import ADMIN, ALONE, Loaded, Memory, load
from jobglot.model import Posting
from jobglot.problem import Problem, exchanged, in_order, of_file, stops
from jobglot.readings import Reader, Reading
from jobglot.settings import Config
from jobglot.staleness import editions_left_behind
from jobglot.workers import Crew


class Folder:
    """Reads a site and remembers what it read, so that an edit of a posting costs the reading of that posting.

    `loaded` is what was read last, its problems in order; None when there is no config that can be used.
    """

    def __init__(self, root: Path) -> None:
        self.loaded: Loaded | None = None
        self._root = root
        self._memory = Memory()
        self._head: bytes | None = None
        self._has_links = False

    def read(self, changed: frozenset[str] | None, crew: Crew = ALONE) -> tuple[Loaded | None, list[Problem]]:
        """What `load` gives, after files changed at these paths; None stands for any."""
        if self._has_links:
            changed = None
        head_now = head(self._root)
        forgotten = self._memory.forget(changed)
        again = None
        if changed is not None and self.loaded is not None and head_now == self._head:
            again = self._with_postings(self.loaded, changed, forgotten)
        if again is None:
            is_first = not self._memory.things
            loaded, problems = load(self._root, crew, self._memory, remember=is_first)
            self._head = head_now
            self.loaded = replace(loaded, problems=in_order(loaded.problems)) if loaded else None
            self._has_links = loaded is not None and self._is_linked(loaded.content.paths)
            return self.loaded, problems
        self.loaded = again
        return again, []

    def _with_postings(self, loaded: Loaded, changed: frozenset[str], things: list[Siblings]) -> Loaded | None:
        """The same with the postings at these paths read again; None where that might not be all.

        `things` are those whose files are at these paths, or once were.
        """
        if ADMIN in loaded.look.static:
            # The forms of the browser CMS are compared with what all postings say.
            return None
        paths = frozenset(path for path in changed if self._matters(path, loaded))
        touched = [posting for posting in loaded.content.postings if not paths.isdisjoint(posting.files)]
        files = frozenset(path for posting in touched for path in posting.files)
        gone = [problem for path in files for problem in of_file(loaded.problems, path)]
        if not paths <= files or stops(gone):
            return None
        read: dict[str, Posting] = {}
        found: list[Problem] = []
        held = {tuple(path for _, path in thing.files): thing for thing in things}
        readings = self._read(loaded.config, [held[posting.files] for posting in touched])
        for posting, (again, problems) in zip(touched, readings, strict=True):
            if not isinstance(again, Posting) or stops(problems) or _asks_git(again) is not _asks_git(posting):
                return None
            read[again.id] = again
            found += problems
        content = replace(loaded.content, postings=tuple(read.get(p.id, p) for p in loaded.content.postings))
        again_read = replace(content, postings=tuple(read.values()))
        found += editions_left_behind(self._root, again_read, self._bytes_of)
        return replace(loaded, content=content, problems=exchanged(loaded.problems, gone, found))

    def _bytes_of(self, path: str) -> bytes | None:
        data = read_file(self._root, path, MAX_TEXT)
        return None if isinstance(data, Problem) else data

    def _read(self, config: Config, things: list[Siblings]) -> list[Reading]:
        return Reader(self._root, Terms.of(config), ALONE, self._memory.things).read(things)

    def _matters(self, path: str, loaded: Loaded) -> bool:
        """Whether a path may have to do with the site: editors make files of their own, or for a moment only."""
        if not path.startswith("content/"):
            return True
        if any(is_litter(name) for name in path.split("/")):
            return False
        file = self._root / path
        if path in loaded.content.paths or file.exists() or file.is_symlink():
            return True
        # What cannot be read (a pipe, a link to nowhere, a name that is no text) is known by its problem only.
        name = printable(path)
        return any(problem.origin.path == name for problem in loaded.problems)

    def _is_linked(self, paths: Iterable[str]) -> bool:
        """Whether any of these is another file under a second name, so that a change of that one is one of this."""
        above = {folder for path in paths for folder in folders_above(path)}
        return any((self._root / path).is_symlink() for path in (*above, *paths))


def _asks_git(posting: Posting) -> bool:
    """Whether git is asked for its sake, when it changed or which of its editions is the older."""
    return not posting.updated or len(posting.editions) > 1
