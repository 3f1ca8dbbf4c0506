from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobglot.history import commits_below

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


class Repository:
    """A repository in a folder, with commits at given instants."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, when: datetime | None = None) -> str:
        stamp = (when or at(1)).isoformat()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_COMMITTER_DATE": stamp,
            "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
        }
        names = ("-c", "user.name=A", "-c", "user.email=a@x.example", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *names, *arguments], cwd=self.folder, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self, when: datetime, files: Mapping[str, str | None]) -> None:
        for name, text in files.items():
            # Names are UTF-8 on the disk, whatever the locale.
            path = self.folder / os.fsdecode(name.encode())
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", when=when)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "site")


def told(repository: Repository, below: str = "") -> Mapping[str, datetime]:
    found, problems = commits_below(repository.folder / below, "content")
    assert problems == []
    return found


def test_each_file_is_as_new_as_its_last_commit(repository: Repository) -> None:
    """When it was committed, not when it was written; files outside the content are not asked for."""
    repository.commit(at(1), {"content/a.md": "1", "content/sub/b.md": "1", "config.yaml": "1"})
    repository.commit(at(2), {"content/a.md": "2", "README.md": "2"})
    assert told(repository) == {"content/a.md": at(2), "content/sub/b.md": at(1)}


def test_names_may_hold_anything(repository: Repository) -> None:
    """Spaces, accents, quotes, a line break."""
    names = ["content/é ñ.md", 'content/a "b".md', "content/a\nb.md", "content/日本.md"]
    repository.commit(at(1), dict.fromkeys(names, "x"))
    assert told(repository).keys() == set(names)


def test_changes_that_are_not_committed_do_not_count(repository: Repository) -> None:
    """Nor do files that git does not know."""
    repository.commit(at(1), {"content/a.md": "1"})
    (repository.folder / "content" / "a.md").write_text("2")
    (repository.folder / "content" / "new.md").write_text("2")
    assert told(repository) == {"content/a.md": at(1)}


def test_a_renamed_file_is_new(repository: Repository) -> None:
    """Its address may have changed; what matters is the file that is there."""
    repository.commit(at(1), {"content/a.md": "text\n" * 20})
    repository.git("mv", "content/a.md", "content/b.md")
    repository.git("commit", "-q", "-m", "x", when=at(3))
    assert told(repository)["content/b.md"] == at(3)


def test_a_change_on_a_branch_counts_from_its_commit(repository: Repository) -> None:
    """Merging, later, changes nothing in the file; on either branch the last commit of a file is found."""
    repository.commit(at(1), {"content/a.md": "1", "content/b.md": "1"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit(at(2), {"content/a.md": "2"})
    repository.git("checkout", "-q", "main")
    repository.commit(at(3), {"content/b.md": "3"})
    repository.git("merge", "-q", "--no-ff", "-m", "x", "side", when=at(9))
    assert told(repository) == {"content/a.md": at(2), "content/b.md": at(3)}


def test_dates_out_of_order_do_not_matter(repository: Repository) -> None:
    """A rebase or a wrong clock puts an older time on a later commit; the newest time counts."""
    repository.commit(at(5), {"content/a.md": "1"})
    repository.commit(at(2), {"content/a.md": "2"})
    assert told(repository)["content/a.md"] == at(5)


def test_a_site_may_be_a_subfolder_of_a_repository(repository: Repository) -> None:
    """Paths are relative to the site all the same."""
    repository.commit(at(1), {"web/jobs/content/a.md": "1", "content/other.md": "1"})
    assert told(repository, "web/jobs") == {"content/a.md": at(1)}


def test_a_shallow_clone_tells_nothing_and_warns(repository: Repository, tmp_path: Path) -> None:
    """Its first commit would make every posting as new as itself."""
    repository.commit(at(1), {"content/a.md": "1"})
    repository.commit(at(2), {"content/b.md": "1"})
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "clone"))
    found, problems = commits_below(tmp_path / "clone", "content")
    assert found == {}
    assert [problem.code for problem in problems] == ["git-shallow"]


def test_without_repository_or_commits_nothing_is_told(repository: Repository, tmp_path: Path) -> None:
    """And nothing is wrong with that."""
    assert told(repository) == {}
    (tmp_path / "plain" / "content").mkdir(parents=True)
    assert commits_below(tmp_path / "plain", "content") == ({}, [])


def test_a_repository_that_git_will_not_read_warns(tmp_path: Path) -> None:
    """Otherwise every posting would silently be as new as the day it was posted."""
    (tmp_path / ".git").mkdir()
    found, (problem,) = commits_below(tmp_path, "content")
    assert found == {}
    assert problem.code == "git-silent"
    assert "not a git repository" in problem.message


def test_without_git_the_history_warns(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same repository, a machine without git."""
    repository.commit(at(1), {"content/a.md": "1"})
    monkeypatch.setenv("PATH", str(repository.folder))
    found, (problem,) = commits_below(repository.folder, "content")
    assert found == {}
    assert "not installed" in problem.message


def test_a_hook_s_variables_do_not_lead_to_another_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sites are often built by a hook, which runs with GIT_DIR set."""
    repository.commit(at(1), {"content/a.md": "1"})
    other = Repository(tmp_path / "other")
    other.commit(at(9), {"content/z.md": "1"})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    assert told(repository) == {"content/a.md": at(1)}


def test_the_user_s_own_settings_change_nothing(repository: Repository) -> None:
    """Signatures shown in the log would be taken for dates."""
    repository.commit(at(1), {"content/é.md": "1"})
    for name, value in (("log.showSignature", "true"), ("core.quotePath", "true"), ("log.date", "relative")):
        repository.git("config", name, value)
    assert told(repository) == {"content/é.md": at(1)}
