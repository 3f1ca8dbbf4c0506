"""A site as it was at a commit, out of real git, leaving nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from previews import NURSE, edit, small_site
from repositories import commit, git, repository

from jobglot.revisions import NoSuchRevision, checked_out, resolved


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = repository(small_site(tmp_path / "site"))
    commit(made, "begin")
    edit(made, NURSE, "title: Nurse", "title: Night nurse")
    commit(made, "rename")
    return made


def test_the_files_of_a_commit_are_there_for_a_while(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And gone afterwards, with their folder; the repository itself does not notice."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = sorted(tmp_path.iterdir())
    with checked_out(root, "HEAD~1") as folder:
        assert "title: Nurse" in (folder / NURSE).read_text()
    assert sorted(tmp_path.iterdir()) == before
    assert git(root, "status", "--porcelain") == ""


def test_what_others_put_into_the_folder_is_left_alone(root: Path) -> None:
    """Only what was taken out of git is removed."""
    with checked_out(root, "HEAD") as folder:
        (folder / "content" / "mine.txt").write_text("x")
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["mine.txt"]
    (folder / "content" / "mine.txt").unlink()


def test_a_site_below_the_top_of_its_repository_is_found(tmp_path: Path) -> None:
    """As in a repository that holds more than the board."""
    top = repository(tmp_path / "top")
    site = small_site(top / "boards" / "jobs")
    commit(top, "begin")
    with checked_out(site, "HEAD") as folder:
        assert (folder / "config.yaml").exists()
        assert not (folder / "boards").exists()


@pytest.mark.parametrize("name", ["nowhere", "--help", "HEAD:config.yaml", ""])
def test_what_names_no_commit_is_refused(root: Path, name: str) -> None:
    """Options and files are no commits."""
    with pytest.raises(NoSuchRevision):
        resolved(root, name)


def test_a_link_that_leads_out_of_a_commit_is_left_there(root: Path) -> None:
    """No file outside is ever read; one such link, once committed, kept every comparison with it from being made."""
    (root / "content/postings/outside.en.md").symlink_to("/etc/hosts")
    (root / "content/postings/above.en.md").symlink_to("../../../../secret")
    (root / "content/postings/inside.en.md").symlink_to(Path(NURSE).name)
    commit(root, "link")
    with checked_out(root, "HEAD") as folder:
        there = {path.name for path in (folder / "content/postings").iterdir()}
        assert {"inside.en.md", Path(NURSE).name} <= there
        assert there.isdisjoint({"outside.en.md", "above.en.md"})


def test_an_older_python_takes_out_files_only(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before 3.11.4 it has no filters that look where links lead."""
    (root / "content/postings/inside.en.md").symlink_to(Path(NURSE).name)
    commit(root, "link")
    monkeypatch.delattr("tarfile.data_filter")
    monkeypatch.setattr("jobglot.revisions._within", lambda member, _: member)
    with checked_out(root, "HEAD") as folder:
        assert (folder / NURSE).is_file()
        assert not (folder / "content/postings/inside.en.md").is_symlink()


def test_a_folder_that_is_no_repository_has_no_commits(tmp_path: Path) -> None:
    """And says so."""
    with pytest.raises(NoSuchRevision, match="not a git repository"), checked_out(small_site(tmp_path), "HEAD"):
        pass


def test_a_commit_without_a_site_is_an_empty_folder(tmp_path: Path) -> None:
    """As before the board was begun."""
    root = repository(tmp_path / "r")
    (root / "README").write_text("x")
    commit(root, "begin")
    with checked_out(root, "HEAD") as folder:
        assert list(folder.iterdir()) == []
