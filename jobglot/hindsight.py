"""What the last build of a large board found of its similar jobs, in the site's cache."""

from __future__ import annotations

from pathlib import Path

from jobglot.findings import Findings
from jobglot.hashes import hash_of
from jobglot.memo import Buckets, is_ours
from jobglot.packed import Unpack, pack
from jobglot.versions import versions_hash

_NAME = "findings"
_unpack: Unpack[Findings] = Unpack(Findings)


def hindsight_of(root: Path) -> Hindsight | None:
    """What there is of the site in `root`; None where that is not ours."""
    return Hindsight(root) if is_ours(root) else None


class Hindsight:
    """What the same code found of the site in `root`.

    `last` is what the last build found: nothing, where what it left is not as it was left.
    """

    def __init__(self, root: Path) -> None:
        self._buckets = Buckets(root, "similar", versions_hash())
        self._hash, packed = self._buckets.one(_NAME)
        try:
            self.last = _unpack(packed)
        except ValueError:
            self.last = Findings()

    def keep(self, found: Findings) -> None:
        """Leave this for the next build."""
        packed = pack(found) or b""
        key = hash_of(packed)
        if key != self._hash:
            self._buckets.write_one(_NAME, (key, packed))
