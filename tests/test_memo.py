"""The memo gives back what was kept, and nothing else, whatever happened to its files."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot import memo
from jobglot.hashes import hash_of
from jobglot.memo import FILES, FOLDER, Buckets, Memo, Result, bucket_of, by_bucket

KEY, OTHER = hash_of(b"one"), hash_of(b"other")
NAMES = tuple(f"postings/{number}" for number in range(300))


def keep(root: Path, results: dict[str, Result | None], about: bytes = b"us") -> None:
    Memo(root, "readings", about).keep(results, about)


def held(root: Path, about: bytes = b"us") -> dict[str, tuple[bytes, bytes]]:
    buckets, asked = Buckets(root, "readings", about), Memo(root, "readings", about)
    found = {name: result for number in range(FILES) for name, result in buckets.read(number).items()}
    assert all(asked.look_up(name) == found.get(name) for name in (*NAMES, *found))
    assert list(buckets.read_each(range(FILES))) == [buckets.read(number) for number in range(FILES)]
    return found


def files(root: Path) -> list[Path]:
    return sorted((root / FOLDER).iterdir())


def of(number: int) -> Result:
    return (KEY, b"data %d" % number)


def test_what_was_kept_is_there(tmp_path: Path):
    keep(tmp_path, {name: of(number) for number, name in enumerate(NAMES)})
    assert held(tmp_path) == {name: of(number) for number, name in enumerate(NAMES)}


def test_every_name_has_its_bucket():
    groups = by_bucket(NAMES)
    assert sorted(name for group in groups for name in group) == sorted(NAMES)
    assert all(bucket_of(name) == number for number, group in enumerate(groups) for name in group)


def test_nothing_is_there_at_first(tmp_path: Path):
    assert held(tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_files_are_read_all_the_same_where_there_is_no_room_for_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    keep(tmp_path, {name: of(1) for name in NAMES})
    monkeypatch.setattr(Thread, "start", refused)
    assert held(tmp_path) == dict.fromkeys(NAMES, of(1))


def test_only_what_was_kept_last_is_there(tmp_path: Path):
    keep(tmp_path, {name: of(1) for name in NAMES})
    keep(tmp_path, {NAMES[0]: None, NAMES[1]: (OTHER, b"new")})
    assert held(tmp_path) == {NAMES[0]: (KEY, b"data 1"), NAMES[1]: (OTHER, b"new")}


def test_one_new_result_writes_one_file(tmp_path: Path):
    keep(tmp_path, {name: of(1) for name in NAMES})
    before = {path: path.stat().st_ino for path in files(tmp_path)}
    keep(tmp_path, {**dict.fromkeys(NAMES), NAMES[7]: of(2)})
    after = {path: path.stat().st_ino for path in files(tmp_path)}
    assert before.keys() == after.keys()
    assert sum(before[path] != after[path] for path in before) == 1
    keep(tmp_path, dict.fromkeys(NAMES))
    assert after == {path: path.stat().st_ino for path in files(tmp_path)}


def test_none_for_what_is_not_there_is_forgotten(tmp_path: Path):
    keep(tmp_path, {NAMES[0]: None, NAMES[1]: of(1)})
    assert held(tmp_path) == {NAMES[1]: of(1)}


def test_results_about_something_else_do_not_count_and_are_replaced(tmp_path: Path):
    keep(tmp_path, {NAMES[0]: of(1)})
    assert held(tmp_path, b"them") == {}
    keep(tmp_path, {NAMES[1]: of(2)}, b"them")
    assert held(tmp_path, b"them") == {NAMES[1]: of(2)}


def test_what_is_kept_under_something_else_from_now_on_counts_for_that(tmp_path: Path):
    keep(tmp_path, {name: of(1) for name in NAMES})
    Memo(tmp_path, "readings", b"us").keep(dict.fromkeys(NAMES), b"them")
    assert held(tmp_path) == {}
    assert held(tmp_path, b"them") == {name: of(1) for name in NAMES}


@pytest.mark.parametrize("spoil", ["cut", "flip", "empty", "more", "swap", "folder", "text"])
def test_a_spoilt_file_counts_for_nothing_and_is_mended(tmp_path: Path, spoil: str):
    everything = {name: of(number) for number, name in enumerate(NAMES)}
    keep(tmp_path, dict(everything))
    victim, other = files(tmp_path)[:2]
    data = victim.read_bytes()
    if spoil == "folder":
        victim.unlink()
        victim.mkdir()
    else:
        spoilt = {
            "cut": data[:-1],
            "flip": data[:-3] + bytes([data[-3] ^ 1]) + data[-2:],
            "empty": b"",
            "more": data + b"x",
            "swap": data[:50] + other.read_bytes()[50:],
            "text": b"not a memo\n",
        }
        victim.write_bytes(spoilt[spoil])
    left = held(tmp_path)
    assert 0 < len(left) < len(NAMES)
    assert left.items() <= everything.items()
    keep(tmp_path, {name: None if name in left else result for name, result in everything.items()})
    assert (held(tmp_path).keys() == everything.keys()) == (spoil != "folder")


@given(st.integers(min_value=0), st.integers(0, 255))
def test_no_changed_byte_is_believed(tmp_path_factory: pytest.TempPathFactory, at: int, byte: int):
    root = tmp_path_factory.mktemp("site")
    keep(root, {NAMES[0]: of(1)})
    [path] = files(root)
    data = bytearray(path.read_bytes())
    data[at % len(data)] = byte
    path.write_bytes(data)
    assert held(root) in ({}, {NAMES[0]: of(1)})


def test_a_cache_that_leads_out_of_the_site_is_neither_read_nor_written(tmp_path: Path):
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    keep(elsewhere, {NAMES[0]: of(1)})
    site.mkdir()
    (site / ".cache").symlink_to(elsewhere / ".cache")
    before = [path.read_bytes() for path in files(elsewhere)]
    assert held(site) == {}
    keep(site, {NAMES[1]: of(2)})
    assert [path.read_bytes() for path in files(elsewhere)] == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_no_problem(tmp_path: Path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    keep(tmp_path, {NAMES[0]: of(1)})
    tmp_path.chmod(stat.S_IRWXU)
    assert held(tmp_path) == {}


def test_a_file_where_the_folder_should_be_is_no_problem(tmp_path: Path):
    (tmp_path / ".cache").write_text("mine")
    keep(tmp_path, {NAMES[0]: of(1)})
    assert (tmp_path / ".cache").read_text() == "mine"


def test_a_full_disk_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    keep(tmp_path, {NAMES[0]: of(1)})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(memo, "write_file", refuse)
    keep(tmp_path, {NAMES[0]: of(2)})
    assert held(tmp_path) == {NAMES[0]: of(1)}
