"""The shapes of the publishing targets in `config.yaml`: which keys each kind has, and what may not stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from jobglot import kinds
from jobglot.problem import shown
from jobglot.settings import ArchiveTarget, FolderTarget, GitTarget, PublishTarget, RsyncTarget, S3Target
from jobglot.shapes import Field, Given, ListOf, Reading, Record, Schema, Written, Wrong, choice, wrong_type
from jobglot.source import Node, Scalar, Table

MAX_TARGETS = 50
VARIANT_KINDS = ("gzip", "brotli")
ARCHIVE_ENDINGS = (".tar.gz", ".tgz", ".zip")

_ELSEWHERE = "leave the password out: git, ssh and rsync keep it elsewhere (see docs/publishing.md)"
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|@\{|\.lock(?:/|\Z)|/\.))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}(?<![./])")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX = re.compile(r"(?:[A-Za-z0-9._-]*[A-Za-z0-9_-]/?)*")
_LOOPBACK = re.compile(r"https?://(?:127\.0\.0\.1|\[::1\]|localhost)(?::[0-9]+)?/?")


def _place(written: str) -> str | Wrong:
    """A path, an address or a destination that is safe to hand to a program."""
    if not written or written.startswith("-"):
        return Wrong(f"{shown(written)} cannot be a place to publish to", "write a path or an address")
    if not written.isprintable():
        return Wrong("the place holds a character that cannot be seen", "delete it")
    if "://" in written:
        try:
            parts = urlsplit(written)
        except ValueError:
            return Wrong("it is not an address that can be read", "write for example https://example.org/jobs.git")
        if parts.password is not None:
            return Wrong("the address holds a password", _ELSEWHERE, "secret-in-config")
    return written


def _matching(pattern: re.Pattern[str], remedy: str) -> Callable[[str], str | Wrong]:
    def parse(written: str) -> str | Wrong:
        return written if pattern.fullmatch(written) else Wrong(f"{shown(written)} cannot be used", remedy)

    return parse


def _endpoint(written: str) -> str | Wrong:
    # An address by number is only for a server of one's own on this machine.
    return written if _LOOPBACK.fullmatch(written) else kinds.URL.parse(written)


def _archive(written: str) -> str | Wrong:
    if not written.endswith(ARCHIVE_ENDINGS):
        return Wrong(f"{shown(written)} is no kind of archive", f"let it end in one of: {', '.join(ARCHIVE_ENDINGS)}")
    return _place(written)


_TEXT: Schema = {"type": "string"}
_PLACE = Written("a place", "/srv/www/jobs", "target-place", _place, _TEXT)

KIND = Field("kind", choice(("folder", "git", "rsync", "s3", "archive")), "What sort of target it is.", required=True)
PATH = Field("path", _PLACE, "The folder, whole or relative to the site.", required=True, example="/srv/www/jobs")
KEEP = Field("keep", kinds.whole(1, 1000, "5"), "How many releases stay, for a way back.")
LINKS = Field(
    "links",
    kinds.FLAG,
    "Whether to keep releases and a link to the current one; false for plain files.",
    example="true",
)
VARIANTS = Field(
    "variants", ListOf(choice(VARIANT_KINDS)), "Compressed files beside the text files, for servers that send those."
)
REMOTE = Field("remote", _PLACE, "The name of a remote of the site's repository, or an address.", True, "origin")
BRANCH = Field(
    "branch",
    Written("a branch", "pages", "branch-invalid", _matching(_BRANCH, "write the name of a branch"), _TEXT),
    "The branch that the host serves; it should hold nothing else.",
    required=True,
)
HISTORY = Field("history", kinds.FLAG, "Whether former publications stay in the branch; false keeps it small.")
DESTINATION = Field(
    "destination", _PLACE, "Where to, as rsync writes it.", required=True, example="deploy@example.org:/srv/www/jobs/"
)
BUCKET = Field(
    "bucket",
    Written("a bucket", "my-jobs", "bucket-invalid", _matching(_BUCKET, "write the name of a bucket"), _TEXT),
    "The bucket's name.",
    required=True,
)
PREFIX = Field(
    "prefix",
    Written("a prefix", "jobs/", "prefix-invalid", _matching(_PREFIX, "write for example “jobs/”"), _TEXT),
    "What all keys begin with, if the board does not have the bucket to itself.",
)
ENDPOINT = Field(
    "endpoint",
    Written("a web address", "https://ACCOUNT.r2.cloudflarestorage.com", "url-unreadable", _endpoint, _TEXT),
    "The store's address; left out, it is AWS.",
)
REGION = Field(
    "region",
    Written("a region", "eu-west-1", "region", _matching(re.compile(r"[a-z0-9-]{1,40}"), "write its name"), _TEXT),
    "The store's region; “auto” for Cloudflare R2.",
)
ARCHIVE = Field(
    "path",
    Written("a path", "dist/site.tar.gz", "archive-ending", _archive, _TEXT),
    f"The file, whole or relative to the site; it ends in {', '.join(ARCHIVE_ENDINGS[:-1])} or {ARCHIVE_ENDINGS[-1]}.",
    required=True,
)


def _folder(given: Given) -> FolderTarget | None:
    path, keep, links = given[PATH], given[KEEP], given[LINKS]
    if path is None:
        return None
    return FolderTarget(path, 5 if keep is None else keep, True if links is None else links, given[VARIANTS] or ())


def _git(given: Given) -> GitTarget | None:
    remote, branch, history = given[REMOTE], given[BRANCH], given[HISTORY]
    return None if remote is None or branch is None else GitTarget(remote, branch, history is not False)


def _rsync(given: Given) -> RsyncTarget | None:
    destination = given[DESTINATION]
    return None if destination is None else RsyncTarget(destination, given[VARIANTS] or ())


def _s3(given: Given) -> S3Target | None:
    bucket, prefix = given[BUCKET], given[PREFIX] or ""
    if bucket is None:
        return None
    prefix = prefix if not prefix or prefix.endswith("/") else prefix + "/"
    return S3Target(bucket, prefix, given[ENDPOINT] or "", given[REGION] or "", given[VARIANTS] or ())


def _to_archive(given: Given) -> ArchiveTarget | None:
    path = given[ARCHIVE]
    return None if path is None else ArchiveTarget(path)


def _record(
    example: str, fields: tuple[Field[Any], ...], build: Callable[[Given], PublishTarget | None]
) -> Record[PublishTarget]:
    kind = replace(KIND, example=example.partition("kind: ")[2].partition(",")[0])
    return Record("a target", example, (kind, *fields), build)


KINDS: Mapping[str, Record[PublishTarget]] = {
    "folder": _record("{kind: folder, path: /srv/www/jobs}", (PATH, KEEP, LINKS, VARIANTS), _folder),
    "git": _record("{kind: git, remote: origin, branch: pages}", (REMOTE, BRANCH, HISTORY), _git),
    "rsync": _record("{kind: rsync, destination: deploy@example.org:/srv/www/jobs/}", (DESTINATION, VARIANTS), _rsync),
    "s3": _record("{kind: s3, bucket: my-jobs}", (BUCKET, PREFIX, ENDPOINT, REGION, VARIANTS), _s3),
    "archive": _record("{kind: archive, path: dist/site.tar.gz}", (ARCHIVE,), _to_archive),
}


@dataclass(frozen=True, slots=True)
class Targets:
    """`publish`: a map of targets by name, each with the keys of its kind."""

    kinds: Mapping[str, Record[PublishTarget]]
    name: str = "a map of targets"
    example: str = "{pages: {kind: git, remote: origin, branch: pages}}"

    def read(self, node: Node, key: str, reading: Reading) -> Mapping[str, PublishTarget] | None:
        """The targets that could be read."""
        if not isinstance(node, Table):
            wrong_type(node, key, self, reading)
            return None
        targets: dict[str, PublishTarget] = {}
        if len(node.entries) > MAX_TARGETS:
            many = f"there are {len(node.entries)} targets, more than {MAX_TARGETS}"
            reading.error(node.origin, "list-too-long", many, "remove some")
            return None
        for entry in node.entries:
            name = kinds.parse_id(entry.key)
            if isinstance(name, Wrong):
                reading.error(entry.origin, "target-name", name.message, name.remedy)
                continue
            target = self._read_one(entry.value, entry.key, reading)
            if target is not None:
                targets[name] = target
        return targets

    def _read_one(self, node: Node, key: str, reading: Reading) -> PublishTarget | None:
        if not isinstance(node, Table):
            wrong_type(node, key, next(iter(self.kinds.values())), reading)
            return None
        entry = node.get(KIND.key)
        if entry is None or not isinstance(entry.value, Scalar):
            known = ", ".join(self.kinds)
            reading.error(
                node.origin, "missing-key", f"“kind” is missing in “{key}”", f"write “kind:” and one of: {known}"
            )
            return None
        kind = KIND.shape.read(entry.value, KIND.key, reading)
        return self.kinds[kind].read(node, key, reading) if kind else None

    def schema(self) -> Schema:
        """An object of targets, told apart by their kind."""
        each = []
        for kind, record in self.kinds.items():
            schema = record.schema()
            schema["properties"] = {**schema["properties"], "kind": {"const": kind}}
            each.append(schema)
        return {"type": "object", "additionalProperties": {"oneOf": each}, "maxProperties": MAX_TARGETS}


TARGETS = Targets(KINDS)
