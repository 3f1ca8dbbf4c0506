"""The record of what is ours: exact, the same for the same site, and refused rather than guessed at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import fill

from jobglot.manifest import (
    JOURNAL,
    MANIFEST,
    Journal,
    Manifest,
    Record,
    read_record,
    write_journal,
    write_manifest,
)
from jobglot.problem import Problem

A, B, C = ("a" * 64, "b" * 64, "c" * 64)
SITE = Manifest({"en/index.html": A, "é.html": B}, {"old.html": C})


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Both records; what is known is all that either says."""
    journal = Journal({"en/index.html": (B, C), "new.html": ()})
    fill(tmp_path, {MANIFEST: write_manifest(SITE), JOURNAL: write_journal(journal)})
    assert read_record(tmp_path, "output") == Record(
        known={
            "en/index.html": frozenset({A, B, C}),
            "é.html": frozenset({B}),
            "old.html": frozenset({C}),
            "new.html": frozenset(),
        },
        settled=SITE,
        interrupted=journal,
    )


def test_the_same_site_has_the_same_manifest() -> None:
    """In whatever order its files come."""
    turned = Manifest(dict(reversed(SITE.files.items())), SITE.kept)
    assert write_manifest(turned) == write_manifest(SITE)


def test_a_folder_without_records_is_known_for_nothing(tmp_path: Path) -> None:
    """Which is no problem here."""
    assert read_record(tmp_path, "output") == Record()


def marked(**changes: object) -> bytes:
    """A manifest in which something was changed."""
    return json.dumps({**json.loads(write_manifest(SITE)), **changes}).encode()


def test_a_record_of_a_newer_version_is_refused_and_the_version_named(tmp_path: Path) -> None:
    """What it means is not known here."""
    fill(tmp_path, {MANIFEST: marked(format=2, version="9.1.0", files=["in", "another", "shape"])})
    problem = read_record(tmp_path, "output")
    assert isinstance(problem, Problem)
    assert problem.code == "output-newer"
    assert "9.1.0" in problem.message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"\xff\xfe",
        write_manifest(SITE)[:-20],
        marked(mark="something else"),
        marked(format="1"),
        marked(format=True),
        marked(format=0),
        marked(files=None),
        marked(files=["en/index.html"]),
        marked(files={"en/index.html": 1}),
        marked(files={"../../etc/passwd": A}),
        marked(files={"/etc/passwd": A}),
        marked(files={"en//index.html": A}),
        marked(files={"..\\x": A}),
        marked(files={".jobglot/manifest.json": A}),
        marked(files={"": A}),
        marked(kept={"a/../../x": A}),
        marked(kept=3),
        b'{"mark": "jobglot output", "format": 1' + b"0" * 5000 + b"}",
    ],
    ids=lambda data: repr(data[:40]),
)
def test_a_record_that_cannot_be_trusted_is_refused_whole(tmp_path: Path, data: bytes) -> None:
    """A path in it that leads out would be deleted there."""
    fill(tmp_path, {MANIFEST: data})
    problem = read_record(tmp_path, "output")
    assert isinstance(problem, Problem)
    assert problem.code in ("output-record-unreadable", "output-newer")
    assert "--adopt" in problem.remedy or problem.code == "output-newer"


@pytest.mark.parametrize("files", [None, {"x": A}, {"x": 1}, {"x": [1]}, {"../x": []}, {"x": {"a": "b"}}, {"x": None}])
def test_the_journal_is_held_to_the_same(tmp_path: Path, files: object) -> None:
    """It licenses deletion, too."""
    content = {**json.loads(write_journal(Journal())), "files": files}
    fill(tmp_path, {MANIFEST: write_manifest(SITE), JOURNAL: json.dumps(content).encode()})
    assert isinstance(read_record(tmp_path, "output"), Problem)


def test_a_record_that_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, or a link that leads out."""
    (tmp_path / "output" / MANIFEST).mkdir(parents=True)
    assert isinstance(read_record(tmp_path / "output", "output"), Problem)
    fill(tmp_path, {"outside/manifest.json": write_manifest(SITE)})
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked/.jobglot").symlink_to("../outside")
    assert isinstance(read_record(tmp_path / "linked", "output"), Problem)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_no_damage_makes_a_record_raise_or_name_a_file_it_did_not(tmp_path: Path, data: st.DataObject) -> None:
    """Bytes changed, cut off, put in, or all made up."""
    whole = write_manifest(SITE)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    damaged = data.draw(
        st.one_of(st.binary(max_size=200), st.binary(max_size=8).map(lambda new: whole[:start] + new + whole[end:]))
    )
    fill(tmp_path, {MANIFEST: damaged})
    found = read_record(tmp_path, "output")
    if isinstance(found, Record):
        assert all(not path.startswith(("/", ".")) and ".." not in path.split("/") for path in found.known)
