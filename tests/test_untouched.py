"""What was seen of an output folder holds as long as its manifest is the one that was seen."""

from __future__ import annotations

from pathlib import Path

from sites import SMALL, small_site, write_files

from jobglot import cli
from jobglot.manifest import JOURNAL, MANIFEST, Journal, Record, read_record, write_journal
from jobglot.untouched import Look, look, touched, untouched

NOW = "2026-03-02T12:00:00Z"


def built(folder: Path) -> Path:
    root = small_site(folder / "site")
    assert cli.main(["build", "--site", str(root), "--now", NOW]) == cli.WELL
    return root / "output"


def record_of(output: Path) -> Record:
    record = read_record(output, "")
    assert isinstance(record, Record)
    return record


def test_what_nobody_touched_is_told_with_its_hash(tmp_path: Path) -> None:
    output = built(tmp_path)
    record = record_of(output)
    assert record.settled is not None
    assert untouched(output, record, look(output)) == dict(record.settled.files)


def test_what_was_changed_or_is_lost_is_left_out(tmp_path: Path) -> None:
    output = built(tmp_path)
    write_files(output, {"index.html": "by hand"})
    (output / "404.html").unlink()
    seen = look(output)
    assert seen.touched == {"index.html", "404.html"}
    found = untouched(output, record_of(output), seen)
    assert found is not None
    assert {"index.html", "404.html"}.isdisjoint(found)
    assert "robots.txt" in found


def test_another_build_since_then_ends_it(tmp_path: Path) -> None:
    output = built(tmp_path)
    seen = look(output)
    write_files(tmp_path / "site", {"content/postings/cook.en.md": SMALL["content/postings/cook.en.md"] + "More.\n"})
    assert cli.main(["build", "--site", str(tmp_path / "site"), "--now", NOW]) == cli.WELL
    assert untouched(output, record_of(output), seen) is None


def test_so_does_one_that_died(tmp_path: Path) -> None:
    output = built(tmp_path)
    seen = look(output)
    (output / JOURNAL).write_bytes(write_journal(Journal({"index.html": ("0" * 64,)})))
    assert untouched(output, record_of(output), seen) is None


def test_of_a_folder_without_manifest_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    assert look(tmp_path / "output") == Look()
    assert untouched(tmp_path / "output", Record(), Look()) is None
    write_files(tmp_path / "output", {MANIFEST: "{"})
    assert look(tmp_path / "output") == Look()


def test_a_link_is_no_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "x"})
    (tmp_path / "b").symlink_to("a")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    assert touched(tmp_path, {"a": digest, "b": digest}) == {"b"}
