"""Publishing targets as `config.yaml` says them."""

from __future__ import annotations

import jsonschema
import pytest

from jobglot.config import json_schema, read_config, reference
from jobglot.settings import ArchiveTarget, FolderTarget, GitTarget, PublishTarget, RsyncTarget, S3Target

HEAD = "name: Board\nbase_url: https://jobs.example.org/\nlanguages: [en]\npublish:\n"


def read(lines: str) -> tuple[dict[str, PublishTarget], list[str]]:
    """The targets and the problems of a config with these lines below `publish`."""
    config, problems = read_config((HEAD + lines).encode())
    return dict(config.publish) if config else {}, [str(problem) for problem in problems]


def test_each_kind_is_read_with_its_defaults() -> None:
    """What is left out is what most boards want."""
    targets, problems = read(
        "  here: {kind: folder, path: /srv/www/jobs}\n"
        "  pages: {kind: git, remote: origin, branch: gh-pages}\n"
        "  there: {kind: rsync, destination: 'deploy@example.org:/srv/www/'}\n"
        "  store: {kind: s3, bucket: my-jobs, prefix: board}\n"
        "  drop: {kind: archive, path: dist/site.zip}\n"
    )
    assert problems == []
    assert targets == {
        "here": FolderTarget("/srv/www/jobs", keep=5, links=True),
        "pages": GitTarget("origin", "gh-pages", history=True),
        "there": RsyncTarget("deploy@example.org:/srv/www/"),
        "store": S3Target("my-jobs", prefix="board/"),
        "drop": ArchiveTarget("dist/site.zip"),
    }


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  a: {kind: git, remote: 'https://me:s3cret-word@example.org/x.git', branch: pages}", "secret-in-config"),
        ("  a: {kind: rsync, destination: 'rsync://me:s3cret-word@example.org/x/'}", "secret-in-config"),
        ("  a: {kind: s3, bucket: jobs, endpoint: 'https://me:s3cret-word@example.org'}", "url-unreadable"),
        ("  a: {kind: git, remote: '--upload-pack=s3cret-word', branch: pages}", "target-place"),
        ("  a: {kind: git, remote: origin, branch: '../x'}", "branch-invalid"),
        ("  a: {kind: git, remote: origin, branch: '-x'}", "branch-invalid"),
        ("  a: {kind: s3, bucket: My_Jobs}", "bucket-invalid"),
        ("  a: {kind: s3, bucket: jobs, prefix: ../x}", "prefix-invalid"),
        ("  a: {kind: s3, bucket: jobs, secret_key: s3cret-word}", "unknown-key"),
        ("  a: {kind: folder}", "missing-key"),
        ("  a: {path: /srv}", "missing-key"),
        ("  a: {kind: ftp, path: /srv}", "unknown-value"),
        ("  a: {kind: archive, path: site.rar}", "archive-ending"),
        ("  A B: {kind: archive, path: site.zip}", "target-name"),
        ("  a: there", "wrong-type"),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(line: str, code: str) -> None:
    """Each with its line, and a password is told of but never repeated."""
    _, problems = read(line + "\n")
    assert [problem.rpartition("[")[2] for problem in problems] == [f"{code}]"]
    assert problems[0].startswith("config.yaml:5:")
    if code == "secret-in-config":
        assert "s3cret-word" not in problems[0]


def test_the_schema_and_the_reference_name_every_key_of_every_kind() -> None:
    """Editors' programs and docs/config.md are made from the same shapes."""
    validator = jsonschema.Draft202012Validator(json_schema())
    board = {"name": "Board", "base_url": "https://jobs.example.org/", "languages": ["en"]}
    assert validator.is_valid({**board, "publish": {"a": {"kind": "git", "remote": "origin", "branch": "pages"}}})
    assert not validator.is_valid({**board, "publish": {"a": {"kind": "git", "remote": "origin", "path": "x"}}})
    keys = [key for key, _, _, _ in reference()]
    assert "publish.NAME (s3).endpoint" in keys
    assert "publish.NAME (folder).keep" in keys
