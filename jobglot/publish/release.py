"""What should be at a target: every file of a clean build with its digest, in the order in which it may be sent."""

from __future__ import annotations

import gzip
import hashlib
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from jobglot import __version__
from jobglot.hosting import FINGERPRINTED
from jobglot.plan import WRITTEN_LAST, Plan
from jobglot.problem import Origin, Problem, error
from jobglot.routes import PageType

SMALLEST_VARIANT = 1024
_TEXTS = re.compile(r".*\.(?:html|css|m?js|json|xml|ics|svg|txt|webmanifest)\Z")
ENDINGS: Mapping[str, str] = {"gzip": ".gz", "brotli": ".br"}

# Checked again here, whatever let them into the site: once read by a stranger, a secret is none.
_SECRET_FILE = re.compile(
    r"(?:\.env(?:\..*)?|\.git|\.htpasswd|\.netrc|\.npmrc|\.pypirc|\.aws|\.ssh|id_(?:rsa|dsa|ecdsa|ed25519)"
    r"|.*\.(?:pem|key|p12|pfx|jks|keystore|kdbx))",
    re.IGNORECASE,
)
_PRIVATE_KEY = re.compile(rb"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----")


class Part(IntEnum):
    """In which order files are sent: what others refer to comes first."""

    ASSET = 0
    """Style sheets, scripts, pictures, attachments."""
    PAGE = 1
    LISTING = 2
    """Pages that list others."""
    MACHINE = 3
    """Feeds, calendars, sitemaps."""
    LAST = 4
    """What tells that the rest is there."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a release: its size in bytes, its SHA-256 in hex, when it is sent, and whether a reader opens it."""

    size: int
    sha256: str
    part: Part = Part.PAGE
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """A board as it should be published.

    `board` is its base address; `built` the instant it was built for, right until `next_change`; `source` a digest of
    all it was made from; `committed` the time of the last commit of its folder, if git knows. `open_pages` are the
    paths of postings that take applications. `files` maps paths to files in the order of sending.
    """

    board: str
    built: datetime
    source: str
    files: Mapping[str, Item]
    open_pages: frozenset[str] = frozenset()
    postings: int = 0
    next_change: datetime | None = None
    commit: str = ""
    committed: datetime | None = None
    is_complete: bool = True
    version: str = __version__

    @property
    def id(self) -> str:
        """A name that sorts by time and tells different contents apart: `20270131T160500Z-1a2b3c4d`."""
        digest = hashlib.sha256("".join(f"{path}\0{item.sha256}\n" for path, item in self.files.items()).encode())
        return f"{self.built:%Y%m%dT%H%M%SZ}-{digest.hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit a site's folder is at, and its time; empty where there is none."""

    commit: str = ""
    committed: datetime | None = None


def release_of(plan: Plan, made: Mapping[str, tuple[int, str]], source: str, revision: Revision) -> Release:
    """The release of everything that was made; `made` has the size and SHA-256 of each file."""
    site = plan.site
    files = {
        path: Item(
            *made[path],
            Part(max(0, WRITTEN_LAST.get(route.type, 0) + 1)),
            is_page=path.endswith(".html") and route.type not in _ASSETS,
        )
        for path, route in plan.routes.items()
    }
    open_ids = frozenset(site.open)
    return Release(
        board=site.config.base_url,
        built=site.now,
        source=source,
        files=files,
        open_pages=frozenset(
            path for path, route in plan.routes.items() if route.type is PageType.POSTING and route.id in open_ids
        ),
        postings=sum(1 for route in plan.routes.values() if route.type is PageType.POSTING),
        next_change=site.next_change,
        commit=revision.commit,
        committed=revision.committed,
        is_complete=plan.is_whole,
    )


_ASSETS = frozenset([PageType.STATIC, PageType.ATTACHMENT])


def is_fingerprinted(path: str) -> bool:
    """Whether the file's name tells its content, so that it never changes."""
    return FINGERPRINTED.search(base_of(path)) is not None


def secrets_in(release: Release, read: Callable[[str], bytes]) -> list[Problem]:
    """An error for every file that no stranger should read: `.env`, `.git`, keys by name or by content."""
    return [
        error(
            Origin(path),
            "secret-file",
            "this looks like a secret, which is never published",
            "move it out of the site, and replace the secret if it ever was public",
        )
        for path, item in release.files.items()
        if any(_SECRET_FILE.fullmatch(name) for name in path.split("/"))
        or (item.part is Part.ASSET and _PRIVATE_KEY.search(read(path)))
    ]


def with_variants(
    release: Release, kinds: Iterable[str], read: Callable[[str], bytes], write: Callable[[str, bytes], None]
) -> Release | Problem:
    """The release with a `.gz` or `.br` beside every text that gets smaller by it; a problem if that cannot be."""
    chosen = [kind for kind in ENDINGS if kind in set(kinds)]
    if "brotli" in chosen and _brotli() is None:
        remedy = "run “pip install 'jobglot[brotli]'”, or leave “brotli” out of “variants”"
        return error(Origin("config.yaml"), "extra-missing", "brotli is not installed", remedy)
    files: dict[str, Item] = {}
    for path, item in release.files.items():
        is_worth = chosen and item.size >= SMALLEST_VARIANT and _TEXTS.match(path)
        for name, data in _variants(path, read(path), chosen) if is_worth else ():
            if name not in release.files:
                write(name, data)
                files[name] = Item(len(data), hashlib.sha256(data).hexdigest(), item.part)
        files[path] = item
    return replace(release, files=files)


def base_of(path: str) -> str:
    """The file that a compressed variant stands for, or the path itself."""
    for ending in ENDINGS.values():
        if path.endswith(ending) and _TEXTS.match(path.removesuffix(ending)):
            return path.removesuffix(ending)
    return path


def _variants(path: str, data: bytes, kinds: list[str]) -> Iterator[tuple[str, bytes]]:
    for kind in kinds:
        # mtime=0: the same bytes each time. The quality of brotli is where it stops paying for pages made daily.
        packed = gzip.compress(data, 9, mtime=0) if kind == "gzip" else _brotli_compress(data)
        if len(packed) < len(data):
            yield path + ENDINGS[kind], packed


def _brotli() -> object | None:
    try:
        return importlib.import_module("brotli")
    except ImportError:
        return None


def _brotli_compress(data: bytes) -> bytes:
    packed = importlib.import_module("brotli").compress(data, quality=9)
    assert isinstance(packed, bytes)
    return packed
