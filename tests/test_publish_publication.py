"""The record a target keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from publishers import NOON, release, site

from jobglot.problem import Problem
from jobglot.publish.publication import Former, Publication, Sum, publication_of, read_publication, write_publication

WHOLE = replace(
    publication_of(release(site(), next_change=NOON, commit="abc", committed=NOON, open_pages=frozenset(["a/b"])), {}),
    lingering={"static/x.00000000.css": Former(1, "0" * 64, 2)},
    coming={"c": Sum(1, "1" * 64)},
    leaving={"d": Sum(2, "2" * 64)},
    withdrawn="w",
    treatment="t",
)


def test_a_record_is_read_as_it_was_written() -> None:
    """And written as the same bytes each time."""
    data = write_publication(WHOLE)
    assert read_publication(data, "there") == WHOLE
    assert write_publication(WHOLE) == data


def changed(**changes: Any) -> bytes:
    """The record with some of its values replaced."""
    return json.dumps({**json.loads(write_publication(WHOLE)), **changes}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"{}",
        b"[" * 100_000,
        changed(mark="something else"),
        changed(files={"../outside": [1, "0" * 64]}),
        changed(files={"/etc/passwd": [1, "0" * 64]}),
        changed(files={"a/../../b": [1, "0" * 64]}),
        changed(leaving={".git/config": [1, "0" * 64]}),
        changed(coming={".jobglot/lock": [1, "0" * 64]}),
        changed(lingering={"a\\b": [1, "0" * 64, 1]}),
        changed(files={"a": [-1, "0" * 64]}),
        changed(files={"a": [1, "no digest"]}),
        changed(files=[]),
        changed(built="yesterday"),
        changed(built="2027-01-01T00:00:00"),
        changed(board="line\nbreak"),
    ],
)
def test_a_record_that_cannot_be_trusted_is_refused_whole(data: bytes) -> None:
    """Whoever can write at the target may have written it, and it is a licence to delete."""
    found = read_publication(data, "there")
    assert isinstance(found, Problem)
    assert found.code == "publication-unreadable"


def test_a_record_of_a_newer_jobglot_is_refused_by_its_version() -> None:
    """Nothing is guessed of what it means."""
    found = read_publication(changed(format=2, version="7.0"), "there")
    assert isinstance(found, Problem)
    assert "jobglot 7.0" in found.message


def test_a_run_that_has_not_ended_shows() -> None:
    """By what was coming and leaving."""
    assert not WHOLE.is_settled
    settled = read_publication(changed(coming={}, leaving={}), "there")
    assert isinstance(settled, Publication)
    assert settled.is_settled
