"""Remembers results of pure functions from texts to a text, by the hash of everything that went in.

There is nothing to invalidate: a key holds our own code, every installed package, the function and its arguments, so
an entry is either right or never found. Each entry carries a seal over its key and text; a store that is truncated,
altered or made by another version gives no result rather than a wrong one. Deleting the store is always safe. Whoever
can write to it can make seals too: share it only among machines that trust each other.

The store is one SQLite file (no pickle): entries are read when asked for, and a build writes only what is new.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import distributions
from pathlib import Path

from jobglot.faults import printable
from jobglot.problem import Origin, Problem, warning

_FORMAT = 1
_SHAPE = "CREATE TABLE memo (key BLOB PRIMARY KEY, seal BLOB NOT NULL, text BLOB NOT NULL)"
_SECONDS_TO_WAIT = 5.0

# A file that is no store of ours, or none any more; anything else (full, locked, read-only) leaves it as it is.
_USELESS = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@dataclass(frozen=True, slots=True)
class Learned:
    """What a worker's memo has to tell its parent's: the keys it used, and the results it worked out."""

    used: frozenset[bytes] = frozenset()
    fresh: Mapping[bytes, str] = field(default_factory=dict)


class Memo:
    """A memory of pure functions, kept in the file `store`.

    `code` stands for all that decides results besides the arguments: see `digest_of_code`. A worker makes its own memo
    of the same store, which only reads, and hands back what it `learned`; the parent takes that in and saves.
    """

    def __init__(self, store: Path, code: str) -> None:
        self._store = store
        self._code = code
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, str] = {}
        self._reader: sqlite3.Connection | None = None
        self._reader_of = 0

    def __call__(self, function: Callable[..., str], *arguments: str) -> str:
        """What `function` gives for the arguments. It must depend on nothing else."""
        name = f"{function.__module__}.{function.__qualname__}"
        known = self.get(name, *arguments)
        if known is not None:
            return known
        result = function(*arguments)
        self.put(name, *arguments, result=result)
        return result

    def get(self, function: str, *arguments: str) -> str | None:
        """The remembered result, or None."""
        key = _key(self._code, function, *arguments)
        found = self._fresh.get(key)
        if found is None:
            found = self._read(key)
        if found is not None:
            self._used.add(key)
        return found

    def put(self, function: str, *arguments: str, result: str) -> None:
        """Remember a result."""
        key = _key(self._code, function, *arguments)
        self._used.add(key)
        self._fresh[key] = result

    def learned(self) -> Learned:
        """What this memo used and worked out, for another one to `absorb`."""
        return Learned(frozenset(self._used), dict(self._fresh))

    def absorb(self, learned: Learned) -> None:
        """Take in what another memo of the same code learned."""
        self._used |= learned.used
        self._fresh.update(learned.fresh)

    def save(self) -> Problem | None:
        """Add what is new to the store and drop what was not used: it cannot grow without end.

        A warning when the store cannot be written; the next build is slower for it, and no different.
        """
        self.close()
        for _ in range(2):
            try:
                self._write()
            except sqlite3.Error as fault:
                if getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF not in _USELESS:
                    return self._not_saved(str(fault))
                reason = str(fault)
                self._forget_store()
            except OSError as fault:
                return self._not_saved((fault.strerror or "unknown fault").lower())
            else:
                return None
        return self._not_saved(reason)

    def close(self) -> None:
        """Let go of the store. A later question opens it again."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        self._reader_of = 0

    def _read(self, key: bytes) -> str | None:
        try:
            reader = self._opened()
            row = reader.execute("SELECT seal, text FROM memo WHERE key = ?", (key,)).fetchone() if reader else None
        except (sqlite3.Error, MemoryError, OSError):
            return None
        if row is None or not isinstance(row[1], bytes) or row[0] != _seal(key, row[1]):
            return None
        return row[1].decode(errors="surrogatepass")

    def _opened(self) -> sqlite3.Connection | None:
        """A connection that only reads, one for each process; None when there is no store."""
        if self._reader_of != os.getpid():
            self._reader_of = os.getpid()
            self._reader = _connect(self._store, "ro") if self._store.is_file() else None
            if self._reader is not None and _version(self._reader) != _FORMAT:
                self._reader.close()
                self._reader = None
        return self._reader

    def _write(self) -> None:
        if self._store.exists() and not self._store.is_file():
            raise FileExistsError(0, "it is no regular file")
        self._store.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(_connect(self._store, "rwc")) as store:
            version = _version(store)
            # The system keeps what a killed process wrote; only a power cut could hurt, and the seals see that.
            store.execute("PRAGMA synchronous = OFF")
            if version == 0:
                store.execute("BEGIN IMMEDIATE")
                store.execute(_SHAPE)
                store.execute(f"PRAGMA user_version = {_FORMAT}")
                store.execute("COMMIT")
            elif version != _FORMAT:
                raise sqlite3.DatabaseError("another version made it")
            stale = [row for row in store.execute("SELECT key FROM memo") if row[0] not in self._used]
            if not stale and not self._fresh:
                return
            store.execute("BEGIN IMMEDIATE")
            store.executemany("DELETE FROM memo WHERE key = ?", stale)
            store.executemany("INSERT OR REPLACE INTO memo (key, seal, text) VALUES (?, ?, ?)", self._rows())
            store.execute("COMMIT")

    def _forget_store(self) -> None:
        """Remove a file that is no store, and its journal, which SQLite would apply to the next one."""
        for name in (self._store.name, f"{self._store.name}-journal"):
            with contextlib.suppress(OSError):
                self._store.with_name(name).unlink()

    def _rows(self) -> Iterator[tuple[bytes, bytes, bytes]]:
        for key, result in sorted(self._fresh.items()):
            text = result.encode(errors="surrogatepass")
            yield key, _seal(key, text), text

    def _not_saved(self, reason: str) -> Problem:
        return warning(
            Origin(printable(self._store.name)),
            "memo-not-saved",
            f"what was worked out cannot be remembered for the next build: {reason}",
            f"see to “{printable(str(self._store.parent))}”, or delete what is in it; the site is the same without it",
        )


def digest_of_code() -> str:
    """A hash of all that can change what a function of ours gives: our source, Python, every installed package.

    Every package, because the config may name extensions of any of them.
    """
    digest = hashlib.sha256(sys.version.encode())
    for name, version in sorted({(found.name or "", found.version or "") for found in distributions()}):
        digest.update(_framed(name, version))
    package = Path(__file__).parent
    for path in sorted(package.rglob("*.py")):
        digest.update(_framed(path.relative_to(package).as_posix()))
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _key(*parts: str) -> bytes:
    return hashlib.sha256(_framed(*parts)).digest()


def _framed(*parts: str) -> bytes:
    """The parts with their lengths, so that ("ab", "c") is not ("a", "bc")."""
    encoded = [part.encode(errors="surrogatepass") for part in parts]
    return b"".join(b"%d:%b" % (len(part), part) for part in encoded)


def _seal(key: bytes, text: bytes) -> bytes:
    return hashlib.sha256(key + text).digest()


def _connect(store: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{store.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_SECONDS_TO_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _version(connection: sqlite3.Connection) -> object:
    """The version of the store, 0 when there is nothing in it yet."""
    return connection.execute("PRAGMA user_version").fetchone()[0]
