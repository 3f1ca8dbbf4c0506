"""What the last build of a large board found of its similar jobs, in the site's cache."""

from __future__ import annotations

from pathlib import Path

from jobglot import git
from jobglot.findings import Findings
from jobglot.memo import FOLDER, Buckets
from jobglot.packed import Unpack, pack
from jobglot.versions import versions_hash

_unpack: Unpack[Findings] = Unpack(Findings)


def hindsight_of(root: Path) -> Hindsight | None:
    """What there is of the site in `root`. None where git keeps the cache: see `readings.memo_of`."""
    if git.is_at_work(root) and git.ask(root, "ls-files", "-z", "--", FOLDER):
        return None
    return Hindsight(root)


class Hindsight:
    """The findings of the site in `root`, as the same code left them."""

    def __init__(self, root: Path) -> None:
        self._buckets = Buckets(root, "similar", versions_hash())
        self._before = self._buckets.read(0).get("findings", (b"", b""))[1]

    def findings(self) -> Findings:
        """What was found last; nothing, where that was by other code, or is not as it was left."""
        try:
            return _unpack(self._before)
        except ValueError:
            return Findings()

    def keep(self, found: Findings) -> None:
        """Leave this for the next build."""
        packed = pack(found) or b""
        if packed != self._before:
            self._buckets.write(0, {"findings": (b"", packed)})
