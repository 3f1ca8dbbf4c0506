"""What was worked out once is remembered, and what is not certain is worked out again."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import open_ground, ordinary_user

from jobglot.memo import Memo, digest_of_code

CODE = "code 1"


class Shout:
    """A pure function that counts how often it was asked."""

    def __init__(self) -> None:
        self.__qualname__ = "shout"  # as a function has one
        self.asked = 0

    def __call__(self, *words: str) -> str:
        self.asked += 1
        return " ".join(words).upper() + "!"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    """A store that is not there yet, in a folder that is not there yet."""
    return tmp_path / "cache" / "é #?%memo.sqlite"


def run(store: Path, *words: str, code: str = CODE) -> tuple[list[str], int]:
    """One build that shouts these words: what it got, and how often it had to work it out."""
    memo = Memo(store, code)
    shout = Shout()
    got = [memo(shout, word) for word in words]
    assert memo.save() is None
    return got, shout.asked


def test_what_was_worked_out_is_remembered_from_build_to_build(store: Path) -> None:
    """And within one."""
    assert run(store, "a", "b", "a") == (["A!", "B!", "A!"], 2)
    assert run(store, "a", "b") == (["A!", "B!"], 0)


def test_a_build_in_which_nothing_is_new_leaves_the_store_alone(store: Path) -> None:
    """Not one byte is written."""
    run(store, "a", "b")
    before = (store.stat().st_mtime_ns, store.read_bytes())
    run(store, "b", "a")
    assert (store.stat().st_mtime_ns, store.read_bytes()) == before


def test_what_a_build_did_not_use_is_dropped(store: Path) -> None:
    """The store cannot grow without end."""
    run(store, "a", "b")
    run(store, "a")
    assert run(store, "b") == (["B!"], 1)
    size = store.stat().st_size
    for word in "cdefghij":
        run(store, word * 2000)
    assert store.stat().st_size < size + 50_000


def test_everything_that_decides_a_result_is_in_the_key(store: Path) -> None:
    """The code, the function, each argument and where it ends."""
    memo = Memo(store, CODE)
    memo.put("shout", "ab", "c", result="right")
    for asked in (("shout", "a", "bc"), ("shout", "abc"), ("shouts", "ab", "c"), ("shoutab", "c")):
        assert memo.get(*asked) is None
    assert memo.get("shout", "ab", "c") == "right"
    memo.save()
    assert Memo(store, CODE).get("shout", "ab", "c") == "right"
    assert Memo(store, "code 2").get("shout", "ab", "c") is None


def test_any_text_can_be_remembered(store: Path) -> None:
    """Empty, with NUL, with halves of surrogate pairs."""
    texts = ["", "\0", "\ud800", "é\U0001f600", "x" * 100_000]
    memo = Memo(store, CODE)
    for text in texts:
        memo.put("f", text, result=text)
    assert memo.save() is None
    later = Memo(store, CODE)
    assert [later.get("f", text) for text in texts] == texts
    later.close()


def test_what_workers_learned_is_saved_by_their_parent(store: Path) -> None:
    """A worker only reads the store."""
    run(store, "a", "b")
    before = store.read_bytes()
    parent, workers = Memo(store, CODE), [Memo(store, CODE) for _ in range(2)]
    shout = Shout()
    for worker, words in zip(workers, (("a", "c"), ("b", "d")), strict=True):
        for word in words:
            worker(shout, word)
        parent.absorb(worker.learned())
        worker.close()
    assert shout.asked == 2
    assert store.read_bytes() == before
    assert parent.get("test_memo.shout", "x") is None
    assert parent.save() is None
    assert run(store, "a", "b", "c", "d")[1] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_reads_the_store_for_itself(store: Path) -> None:
    """SQLite's connections must not be carried into it."""
    run(store, "a", "b")
    memo = Memo(store, CODE)
    shout = Shout()
    assert memo(shout, "a") == "A!"
    child = os.fork()
    if child == 0:
        fine = memo(shout, "b") == "B!" and shout.asked == 0
        memo.close()
        os._exit(0 if fine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert memo(shout, "b") == "B!"
    assert shout.asked == 0
    memo.close()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a database at all",
        b"SQLite format 3\0" + b"\xff" * 4000,
        b"{}",
    ],
    ids=["empty", "text", "damaged", "json"],
)
def test_a_file_that_is_no_store_is_an_empty_one(store: Path, content: bytes) -> None:
    """And becomes one."""
    store.parent.mkdir()
    store.write_bytes(content)
    assert run(store, "a") == (["A!"], 1)
    assert run(store, "a") == (["A!"], 0)


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 99",
        "ALTER TABLE memo RENAME TO other",
        "ALTER TABLE memo RENAME COLUMN text TO words",
        "UPDATE memo SET text = 'a text', seal = 1",
        "UPDATE memo SET text = CAST('WRONG' AS BLOB)",
        "UPDATE memo SET seal = x'00'",
    ],
)
def test_a_store_of_another_shape_is_an_empty_one(store: Path, statement: str) -> None:
    """Or one whose entries were altered."""
    run(store, "a")
    connection = sqlite3.connect(store)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert run(store, "a") == (["A!"], 1)
    assert run(store, "a") == (["A!"], 0)


def test_entries_cannot_change_places(store: Path) -> None:
    """Each is sealed with its own key."""
    run(store, "a", "b")
    connection = sqlite3.connect(store)
    (one, other) = connection.execute("SELECT key, seal, text FROM memo").fetchall()
    exchanged = [(*one[1:], other[0]), (*other[1:], one[0])]
    connection.executemany("UPDATE memo SET seal = ?, text = ? WHERE key = ?", exchanged)
    connection.commit()
    connection.close()
    assert run(store, "a", "b") == (["A!", "B!"], 2)


WORDS = [f"word {number} " * 40 for number in range(30)]


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_no_damage_to_the_store_gives_a_wrong_result(tmp_path: Path, data: st.DataObject) -> None:
    """Bytes changed, cut off or put in: it is worked out again, and remembered again."""
    store = tmp_path / "memo.sqlite"
    store.unlink(missing_ok=True)
    run(store, *WORDS)
    whole = bytearray(store.read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.sampled_from([start, start, len(whole), min(start + 100, len(whole))]))
    store.write_bytes(whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:])
    memo = Memo(store, CODE)
    assert [memo(Shout(), word) for word in WORDS] == [word.upper() + "!" for word in WORDS]
    memo.save()
    assert run(store, *WORDS)[0] == [word.upper() + "!" for word in WORDS]


def test_a_store_that_cannot_be_written_is_a_warning_and_no_loss(tmp_path: Path) -> None:
    """The results are there; only the next build is slower."""
    (tmp_path / "folder/memo.sqlite").mkdir(parents=True)
    (tmp_path / "file").write_bytes(b"")
    for store in (tmp_path / "folder/memo.sqlite", tmp_path / "file/memo.sqlite"):
        memo = Memo(store, CODE)
        assert memo(Shout(), "a") == "A!"
        problem = memo.save()
        assert problem is not None
        assert problem.code == "memo-not-saved"
        assert problem.severity.value == "warning"
    assert (tmp_path / "folder/memo.sqlite").is_dir()


def test_a_store_that_another_build_is_writing_is_left_to_it(store: Path, monkeypatch) -> None:
    """After a while; what it holds is not lost."""
    monkeypatch.setattr("jobglot.memo._SECONDS_TO_WAIT", 0.05)
    run(store, "a")
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    memo = Memo(store, CODE)
    assert memo(Shout(), "b") == "B!"
    problem = memo.save()
    assert problem is not None
    assert "locked" in problem.message
    other.execute("ROLLBACK")
    other.close()
    assert run(store, "a")[1] == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_nothing_waits_for_a_store_that_is_a_pipe(store: Path) -> None:
    """Nor is it replaced."""
    store.parent.mkdir()
    os.mkfifo(store)
    memo = Memo(store, CODE)
    assert memo(Shout(), "a") == "A!"
    assert memo.save() is not None
    assert store.is_fifo()


def test_the_digest_of_the_code_is_the_same_for_the_same_code() -> None:
    """And a hash in hex."""
    assert digest_of_code() == digest_of_code()
    assert len(digest_of_code()) == 64


def test_deleting_the_store_is_always_safe(store: Path) -> None:
    """Even while it is being read."""
    run(store, "a", "b")
    memo = Memo(store, CODE)
    shout = Shout()
    memo(shout, "a")
    store.unlink()
    assert memo(shout, "b") == "B!"
    assert memo.save() is None
    assert run(store, "a", "b")[0] == ["A!", "B!"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_a_store_one_may_only_read_is_used_and_left() -> None:
    """As on a shared disk."""
    with open_ground() as ground:
        store = ground / "cache/memo.sqlite"
        run(store, "a")
        before = store.read_bytes()
        with ordinary_user(ground):
            store.chmod(0o444)
            store.parent.chmod(0o555)
            memo = Memo(store, CODE)
            shout = Shout()
            assert [memo(shout, word) for word in "ab"] == ["A!", "B!"]
            problem = memo.save()
            store.parent.chmod(0o755)
        assert shout.asked == 1
        assert problem is not None
        assert problem.code == "memo-not-saved"
        assert store.read_bytes() == before
