"""Publishing to a branch, with git itself and bare repositories."""

from __future__ import annotations

import os
import subprocess
import threading
from pathlib import Path
from shlex import quote
from typing import Any

import pytest
from publishers import Cut, codes, cut_after, ship, shipped, site
from support import program

from jobglot.problem import Problem
from jobglot.publish import git as module
from jobglot.publish.courier import roll_back
from jobglot.publish.git import Branch, open_branch
from jobglot.publish.git_reasons import reason_of
from jobglot.publish.inputs import revision_of
from jobglot.publish.redact import Redactor
from jobglot.settings import GitTarget

PAGES = GitTarget("origin", "pages")


def git(folder: Path, *words: str, given: str = "") -> str:
    """What git prints; it must go well."""
    done = subprocess.run(["git", *words], cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of this machine: only an identity, which one test takes away."""
    program("publisher", "git")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "gitconfig").write_text("[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository, as a host has it."""
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    return tmp_path / "remote.git"


@pytest.fixture
def work(tmp_path: Path, remote: Path) -> Path:
    """The author's repository, with something committed, something staged and something new."""
    folder = tmp_path / "work"
    git(tmp_path, "init", "-q", "work")
    git(folder, "remote", "add", "origin", str(remote))
    (folder / "config.yaml").write_text("name: x\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "push", "-q", "origin", "HEAD:main")
    (folder / "config.yaml").write_text("name: y\n")
    (folder / "staged").write_text("staged")
    git(folder, "add", "staged")
    (folder / "new").write_text("new")
    return folder


def state(work: Path) -> dict[str, Any]:
    """Everything an author could notice."""
    return {
        "status": git(work, "status", "--porcelain=v2", "--branch", "--untracked-files=all"),
        "refs": git(work, "for-each-ref"),
        "head": (work / ".git/HEAD").read_text(),
        "index": (work / ".git/index").read_bytes(),
        "objects": git(work, "count-objects"),
        "config": (work / ".git/config").read_text(),
        "files": sorted(path.name for path in (work / ".git").iterdir()),
        "stash": git(work, "stash", "list"),
    }


def branch(remote: Path, name: str = "pages") -> dict[str, str]:
    """What the branch holds, but for our records."""
    listed = git(remote, "ls-tree", "-r", "--name-only", name).splitlines()
    return {path: git(remote, "cat-file", "blob", f"{name}:{path}") for path in listed if ".jobglot" not in path}


def commits(remote: Path, name: str = "pages") -> int:
    return int(git(remote, "rev-list", "--count", name))


def add(remote: Path, tmp_path: Path, files: dict[str, str], name: str = "pages") -> None:
    """Somebody else commits to the branch."""
    clone = tmp_path / f"clone-{len(list(tmp_path.iterdir()))}"
    git(tmp_path, "clone", "-q", "-b", name, str(remote), clone.name)
    for path, text in files.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text)
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "By hand")
    git(clone, "push", "-q")


def test_the_branch_holds_the_release_and_the_author_notices_nothing(work: Path, remote: Path, tmp_path: Path) -> None:
    """Work tree, index, branches, objects and settings are as they were."""
    before = state(work)
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    shipped(open_branch(PAGES, work), {**site(1), "en/index.html": "x"}, tmp_path, hours=1)
    assert branch(remote) == {**site(1), "en/index.html": "x", ".nojekyll": ""}
    assert state(work) == before
    assert git(remote, "log", "-1", "--format=%an %s", "pages").startswith(
        "Ada Publish https://jobs.example.org/: 1 page"
    )


def test_no_commit_when_nothing_changed(work: Path, remote: Path, tmp_path: Path) -> None:
    """Not even when the same site was built later, from other words."""
    shipped(open_branch(PAGES, work), site(), tmp_path)
    shipped(open_branch(PAGES, work), site(), tmp_path, hours=5, source="other")
    assert commits(remote) == 1


def test_what_others_put_into_the_branch_stays(work: Path, remote: Path, tmp_path: Path) -> None:
    """The host's CNAME, files of other programs, and what they say of submodules."""
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    add(remote, tmp_path, {"CNAME": "jobs.example.org", "stats/a b.txt": "1"})
    shipped(open_branch(PAGES, work), site(2), tmp_path, hours=1)
    held = branch(remote)
    assert held["CNAME"] == "jobs.example.org"
    assert held["stats/a b.txt"] == "1"
    assert held["en/index.html"] == site(2)["en/index.html"]


def test_a_file_of_ours_that_somebody_changed_is_put_right(work: Path, remote: Path, tmp_path: Path) -> None:
    """With the next publication: git tells the difference, not our record."""
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    add(remote, tmp_path, {"en/jobs/b/index.html": "defaced"})
    shipped(open_branch(PAGES, work), {**site(1), "en/index.html": "x"}, tmp_path, hours=1)
    assert branch(remote)["en/jobs/b/index.html"] == site(1)["en/jobs/b/index.html"]


def test_what_somebody_did_to_our_files_is_told_and_put_right(work: Path, remote: Path, tmp_path: Path) -> None:
    """Though nothing else has changed; what they put there besides stays, and is not worth a word."""
    target = open_branch(PAGES, work)
    shipped(target, site(1), tmp_path)
    add(remote, tmp_path, {"CNAME": "jobs.example.org"})
    assert target.look().meddling is None
    assert shipped(target, site(1), tmp_path, hours=1).steps.is_empty
    add(remote, tmp_path, {"en/jobs/b/index.html": "defaced"})
    held = target.look().meddling
    assert held is not None
    assert held.paths == ("en/jobs/b/index.html",)
    assert held.who.endswith("“By hand” of Ada")
    steps = shipped(target, site(1), tmp_path, hours=2).steps
    assert steps.again == {"en/jobs/b/index.html"}
    assert branch(remote) == {**site(1), "CNAME": "jobs.example.org", ".nojekyll": ""}
    assert target.look().meddling is None


def test_a_file_of_ours_that_somebody_deleted_comes_back(work: Path, remote: Path, tmp_path: Path) -> None:
    """As one that was changed."""
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "-b", "pages", str(remote), "clone")
    git(clone, "rm", "-q", "en/jobs/b/index.html")
    git(clone, "commit", "-qm", "Away with it")
    git(clone, "push", "-q")
    assert shipped(open_branch(PAGES, work), site(1), tmp_path, hours=1).steps.again == {"en/jobs/b/index.html"}
    assert "en/jobs/b/index.html" in branch(remote)


def test_a_branch_of_other_things_is_refused(work: Path, remote: Path, tmp_path: Path) -> None:
    """Such as the one the content is in."""
    refused = ship(open_branch(GitTarget("origin", "main"), work), site(), tmp_path)
    assert codes(refused) == ["publish-foreign"]
    assert commits(remote, "main") == 1


def test_a_branch_that_moved_in_between_is_left_as_the_other_made_it(
    work: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lease refuses; the next run takes up what the other did."""
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    original = Branch._commit

    def late(self: Branch, *arguments: Any) -> None:
        add(remote, tmp_path, {"theirs.txt": "theirs"})
        original(self, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Branch, "_commit", late)
        outcome = ship(open_branch(PAGES, work), site(2), tmp_path, hours=1)
    assert codes(outcome) == ["target-moved"]
    assert not outcome.is_begun
    assert branch(remote)["build.json"] == "1"
    shipped(open_branch(PAGES, work), site(2), tmp_path, hours=1)
    assert branch(remote)["theirs.txt"] == "theirs"


def test_a_branch_that_appeared_in_between_is_left_as_well(
    work: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first publication does not overwrite another's."""
    original = Branch._commit

    def late(self: Branch, *arguments: Any) -> None:
        git(work, "push", "-q", str(remote), "main:pages")
        original(self, *arguments)

    monkeypatch.setattr(Branch, "_commit", late)
    assert codes(ship(open_branch(PAGES, work), site(1), tmp_path)) == ["target-moved"]
    assert list(branch(remote)) == ["config.yaml"]


def test_a_protected_branch_says_why(work: Path, remote: Path, tmp_path: Path) -> None:
    """In the host's own words."""
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'GH006: pages is protected, ask Grace' >&2\nexit 1\n")
    hook.chmod(0o755)
    outcome = ship(open_branch(PAGES, work), site(), tmp_path)
    assert codes(outcome) == ["target-protected"]
    assert "ask Grace" in outcome.problems[0].message
    assert git(remote, "for-each-ref", "--format=%(refname)") == "refs/heads/main"


@pytest.mark.parametrize("part", ["ui", "push", "remote", "transport"])
def test_colours_reach_no_reason(work: Path, remote: Path, tmp_path: Path, part: str) -> None:
    """Neither those that a user wants of git at all times, nor those of the host itself."""
    with (tmp_path / "gitconfig").open("a") as settings:
        settings.write(f"[color]\n{part} = always\n")
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nprintf 'error: \\033[31mfrozen\\033[0m\\n' >&2\nexit 1\n")
    hook.chmod(0o755)
    (problem,) = ship(open_branch(PAGES, work), site(), tmp_path).problems
    assert problem.code == "target-protected"
    assert "remote: error: frozen;" in problem.message
    assert problem.message.isprintable()


def test_a_shallow_clone_can_publish(work: Path, remote: Path, tmp_path: Path) -> None:
    """As continuous integration has it, with the branch in it or not."""
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    shipped(open_branch(PAGES, work), site(2), tmp_path, hours=1)
    for at, flags in enumerate((["--single-branch", "-b", "main"], ["--no-single-branch", "-b", "main"]), start=3):
        git(tmp_path, "clone", "-q", "--depth=1", *flags, f"file://{remote}", f"shallow-{at}")
        before = state(tmp_path / f"shallow-{at}")
        shipped(open_branch(PAGES, tmp_path / f"shallow-{at}"), site(at), tmp_path, hours=at)
        assert branch(remote)["build.json"] == str(at)
        assert state(tmp_path / f"shallow-{at}") == before
    assert commits(remote) == 4


def test_settings_in_the_environment_still_count(
    work: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours come after them."""
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Grace")
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    assert git(remote, "log", "-1", "--format=%an", "pages") == "Grace"


def test_a_detached_head_can_publish(work: Path, remote: Path, tmp_path: Path) -> None:
    """And stays where it is."""
    git(work, "checkout", "-q", "--detach")
    before = state(work)
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    assert state(work) == before
    assert branch(remote)["build.json"] == "1"


def test_a_hook_of_another_repository_can_publish(
    work: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git tells a hook where its own repository is, and that is not the one to look at."""
    git(tmp_path, "init", "-q", "--bare", "pushed-to.git")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "pushed-to.git"))
    monkeypatch.setenv("GIT_QUARANTINE_PATH", str(tmp_path / "pushed-to.git/objects"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "pushed-to.git/objects"))
    committed = revision_of(work).commit
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    for name in ("GIT_DIR", "GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.delenv(name)
    assert branch(remote)["build.json"] == "1"
    assert committed == git(work, "rev-parse", "HEAD")


def test_a_folder_of_another_user_is_told_with_the_command_that_lets_git_trust_it(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that works on a folder of its host; it is not that there was no repository."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    outcome = ship(open_branch(PAGES, work), site(1), tmp_path)
    assert codes(outcome) == ["git-owner"]
    assert f"“git config --global --add safe.directory {quote(str(work))}”" in outcome.problems[0].remedy


def test_a_repository_that_git_cannot_read_is_not_none(work: Path, tmp_path: Path) -> None:
    """Git's own words say what is wrong with it."""
    (work / ".git/config").write_text("[remote\n")
    outcome = ship(open_branch(PAGES, work), site(1), tmp_path)
    assert codes(outcome) == ["git-failed"]
    assert "bad config line 1" in outcome.problems[0].message


def test_without_an_identity_jobglot_signs(work: Path, remote: Path, tmp_path: Path) -> None:
    """A machine that publishes needs no name of its own."""
    (tmp_path / "gitconfig").write_text("")
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    assert git(remote, "log", "-1", "--format=%an <%ae>", "pages") == "jobglot <jobglot@localhost>"


def test_a_site_outside_any_repository_can_publish_to_an_address(remote: Path, tmp_path: Path) -> None:
    """And is told what to write when it names a remote."""
    (tmp_path / "plain").mkdir()
    shipped(open_branch(GitTarget(str(remote), "pages"), tmp_path / "plain"), site(1), tmp_path)
    assert branch(remote)["build.json"] == "1"
    outcome = ship(open_branch(PAGES, tmp_path / "plain"), site(1), tmp_path)
    assert codes(outcome) == ["git-no-remote"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Host key verification failed.\nfatal: Could not read from remote repository.", "target-stranger"),
        ("remote: Write access to repository not granted.\nfatal: unable to access 'https://h/'", "target-credentials"),
        ("fatal: unable to access 'https://h/': The requested URL returned error: 401", "target-credentials"),
        ("git@h: Permission denied (publickey).\nfatal: Could not read from remote", "target-credentials"),
        ("ssh: connect to host h port 22: Operation timed out", "target-unreachable"),
        ("ssh: connect to host h port 22: Network is unreachable", "target-unreachable"),
        ("ssh: Could not resolve hostname h: Name or service not known", "target-unreachable"),
        (" ! [rejected] x -> pages (stale info)", "target-moved"),
        ("fatal: something new", "git-failed"),
    ],
)
def test_what_hosts_commonly_refuse_is_told_apart(said: str, code: str) -> None:
    """By what git says of it; anything else is told in git's own words."""
    found, message, _ = reason_of(said, 128)
    assert found == code
    assert code != "git-failed" or message == "git refused: fatal: something new"


def test_the_authors_hooks_do_not_run(work: Path, remote: Path, tmp_path: Path) -> None:
    """They are about code."""
    for name in ("pre-push", "post-commit", "reference-transaction"):
        hook = work / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran-{name}\nexit 1\n")
        hook.chmod(0o755)
    shipped(open_branch(PAGES, work), site(1), tmp_path)
    assert not list(tmp_path.glob("ran-*"))


def test_without_history_the_branch_has_one_commit(work: Path, remote: Path, tmp_path: Path) -> None:
    """And still what others put there."""
    target = GitTarget("origin", "pages", history=False)
    shipped(open_branch(target, work), site(1), tmp_path)
    add(remote, tmp_path, {"CNAME": "x"})
    shipped(open_branch(target, work), site(2), tmp_path, hours=1)
    assert commits(remote) == 1
    assert branch(remote)["CNAME"] == "x"
    assert isinstance(roll_back(open_branch(target, work)), Problem)


def test_rollback_is_a_new_commit_with_the_former_files(work: Path, remote: Path, tmp_path: Path) -> None:
    """Nothing of the history is lost, what others put there stays, and one can go further back."""
    not_yet = {"en/jobs/secret/index.html": "Not to be seen yet."}
    for version in (1, 2, 3):
        shipped(open_branch(PAGES, work), site(version, **not_yet if version == 3 else {}), tmp_path, hours=version)
    add(remote, tmp_path, {"CNAME": "x"})
    assert not isinstance(roll_back(open_branch(PAGES, work), dry_run=True), Problem)
    assert commits(remote) == 4
    assert not isinstance(roll_back(open_branch(PAGES, work)), Problem)
    held = branch(remote)
    assert held.items() >= {**site(2), "CNAME": "x", "static/site.00000003.css": "version 3"}.items()
    assert not_yet.keys().isdisjoint(held)
    assert not isinstance(roll_back(open_branch(PAGES, work)), Problem)
    assert branch(remote).items() >= site(1).items()
    assert isinstance(roll_back(open_branch(PAGES, work)), Problem)
    shipped(open_branch(PAGES, work), site(4), tmp_path, hours=4)
    assert commits(remote) == 7


def test_interrupted_after_any_call_of_git_the_branch_is_old_or_new(
    work: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a whole, and the author's repository is as it was."""
    before = state(work)
    seen = set()
    for count in range(60):
        version = (len(seen) and int(branch(remote)["build.json"])) or 0
        try:
            with cut_after(count, monkeypatch, (module, "run")):
                shipped(open_branch(PAGES, work), site(version + 1), tmp_path, hours=version)
            break
        except Cut:
            assert state(work) == before
            if "refs/heads/pages" in git(remote, "for-each-ref"):
                held = branch(remote)
                seen.add(held["build.json"])
                assert held.items() >= site(int(held["build.json"])).items()
    assert count > 10
    assert seen


def test_of_publishers_at_once_each_wins_or_says_so(work: Path, remote: Path, tmp_path: Path) -> None:
    """The branch holds one release whole."""
    found: list[str] = []
    crew = [
        threading.Thread(
            target=lambda n=n: found.extend(codes(ship(open_branch(PAGES, work), site(n), tmp_path / str(n), hours=n)))
        )
        for n in range(1, 4)
    ]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    assert set(found) <= {"target-moved", "publish-older"}
    held = branch(remote)
    assert held.items() >= site(int(held["build.json"])).items()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://ada:s3cret-word@127.0.0.1:9/jobs.git", "target-unreachable"),
        ("/nowhere/at/all.git", "target-missing"),
    ],
)
def test_a_remote_that_does_not_answer_is_told_without_its_password(
    work: Path, tmp_path: Path, url: str, code: str
) -> None:
    """Though the author's own settings hold it."""
    git(work, "remote", "set-url", "origin", url)
    outcome = ship(open_branch(PAGES, work), site(), tmp_path)
    assert codes(outcome) == [code]
    assert "s3cret-word" not in Redactor({})(str(outcome.problems[0]))


def test_no_password_stands_in_an_argument(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every user of a machine sees the arguments of every program."""
    git(work, "remote", "set-url", "origin", "http://ada:s3cret-word@127.0.0.1:9/jobs.git")
    seen: list[str] = []
    original = module.run
    monkeypatch.setattr(module, "run", lambda words, *a, **k: (seen.extend(words), original(words, *a, **k))[1])
    ship(open_branch(PAGES, work), site(), tmp_path)
    assert seen
    assert "s3cret-word" not in " ".join(seen)
