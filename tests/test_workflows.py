"""The workflows of a new site, run step by step where only git and jobglot are; and a pull request with mistakes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from repositories import git, repository
from sites import ROOT, SMALL, write_files

from jobglot.cli import main
from jobglot.scaffold import new_site

PLANTED = {
    "content/postings/cook.en.md": [
        ("posted: 2026-02-01", "posted: 2026-02-30"),
        ("deadline: 2026-03-31", "deadline: 31.03.2026"),
    ],
    "content/postings/baker.fr.md": [("organization: acme", "organization: acne"), ("(menu.pdf)", "(carte.pdf)")],
    "content/pages/about.en.md": [("title: About", "title:")],
}
"""Five mistakes: what stands in a file, and what an editor makes of it."""


def shims(folder: Path) -> Path:
    """A folder of programs: `jobglot` is the checkout's, and `pip` has nothing to install."""
    folder.mkdir()
    for name, command in (("jobglot", f'exec "{sys.executable}" -P -m jobglot "$@"'), ("pip", "exit 0")):
        (folder / name).write_text(f"#!/bin/sh\n{command}\n")
        (folder / name).chmod(0o755)
    return folder


def steps(site: Path, host: str, job: str) -> list[tuple[str, bool]]:
    """The commands of a job, and whether it goes on when one fails."""
    if host == "github":
        found = yaml.safe_load((site / ".github/workflows/jobglot.yml").read_text(encoding="utf-8"))["jobs"][job][
            "steps"
        ]
        return [(each["run"], each.get("continue-on-error", False)) for each in found if "run" in each]
    whole = yaml.safe_load((site / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return [(line, False) for line in (*whole["default"]["before_script"], *whole[job]["script"])]


def follow(clone: Path, todo: list[tuple[str, bool]], tools: Path, **given: str) -> tuple[int, str]:
    """The exit code of the first command that fails for good, and all that was printed."""
    home = clone.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {
        "PATH": f"{tools}:/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "1771585200",  # 2026-02-20
        **given,
    }
    printed = ""
    for command, goes_on in todo:
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command],
            cwd=clone,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        printed += done.stdout + done.stderr
        if done.returncode and not goes_on:
            return done.returncode, printed
    return 0, printed


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """A clone of a board that a bare repository keeps."""
    assert new_site(tmp_path / "clone", bare=True) == ""
    clone = repository(tmp_path / "clone")
    content = {path: text for path, text in SMALL.items() if path != "config.yaml"}
    write_files(clone, content)
    bare = tmp_path / "host.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    git(clone, "remote", "add", "origin", str(bare))
    git(clone, "add", "-A")
    git(clone, "commit", "--quiet", "-m", "A board", at="2026-02-10T12:00:00+0000")
    git(clone, "push", "--quiet", "origin", "main")
    return clone


def propose(clone: Path) -> tuple[str, list[tuple[str, int]]]:
    """A branch with the planted mistakes; the commit it began at, and where the mistakes are."""
    base = git(clone, "rev-parse", "HEAD").strip()
    git(clone, "switch", "--quiet", "-c", "proposal")
    places = []
    for path, changes in PLANTED.items():
        text = (clone / path).read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
            places.append((path, 1 + text[: text.index(after)].count("\n")))
        (clone / path).write_text(text, encoding="utf-8")
    git(clone, "commit", "--quiet", "-a", "-m", "Five slips", at="2026-02-12T12:00:00+0000")
    return base, sorted(places)


def test_a_push_publishes_the_board(hosted: Path, tmp_path: Path) -> None:
    """Into the branch that GitHub Pages serves; a second run has nothing to do."""
    tools = shims(tmp_path / "tools")
    todo = steps(hosted, "github", "publish")
    code, printed = follow(hosted, todo, tools)
    assert code == 0, printed
    published = git(tmp_path / "host.git", "ls-tree", "-r", "--name-only", "pages").splitlines()
    assert {"index.html", "en/index.html", "fr/index.html", "en/jobs/cook/index.html", ".nojekyll"} <= {*published}
    first = git(tmp_path / "host.git", "rev-parse", "pages")
    assert follow(hosted, todo, tools)[0] == 0
    assert git(tmp_path / "host.git", "rev-parse", "pages") == first


def test_a_push_makes_the_pages_of_gitlab(hosted: Path, tmp_path: Path) -> None:
    """In the folder that GitLab takes; an address other than GitLab's is told."""
    todo, address = steps(hosted, "gitlab", "pages"), "https://you.gitlab.io/jobs"
    code, printed = follow(hosted, todo, shims(tmp_path / "tools"), CI_PAGES_URL=address)
    assert code == 0, printed
    assert f"base_url in config.yaml is not {address}" in printed
    assert (hosted / "public/en/jobs/cook/index.html").is_file()


def test_five_mistakes_are_five_annotations(hosted: Path, tmp_path: Path) -> None:
    """Each on its line; the summary tells them too, with what the change does; the preview holds what is well."""
    base, places = propose(hosted)
    summary = tmp_path / "summary.md"
    code, printed = follow(
        hosted, steps(hosted, "github", "check"), shims(tmp_path / "tools"), BASE=base, GITHUB_STEP_SUMMARY=str(summary)
    )
    assert code == 1
    said = re.findall(r"^::error file=([^,]+),line=(\d+)", printed, re.MULTILINE)
    assert sorted((path, int(line)) for path, line in said) == places
    assert len(said) == 5
    told = summary.read_text(encoding="utf-8")
    assert "What this does to the board" in told
    assert "is not a date" in told
    assert (hosted / "preview/en/index.html").is_file()


def test_five_mistakes_are_told_to_gitlab(hosted: Path, tmp_path: Path) -> None:
    """As code quality, which it shows beside the lines."""
    base, places = propose(hosted)
    todo = steps(hosted, "gitlab", "check")
    code, _ = follow(hosted, todo, shims(tmp_path / "tools"), CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert code == 1
    found: list[dict[str, Any]] = json.loads((hosted / "code-quality.json").read_text(encoding="utf-8"))
    told = [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in found]
    assert sorted(place for place in told if place in places) == places
    assert (hosted / "changes.md").is_file()


def test_the_workflows_ask_for_little() -> None:
    """No action but GitHub's own, and no right but to read, except for the job that pushes."""
    whole = yaml.safe_load((ROOT / "workflows/github.yml").read_text(encoding="utf-8"))
    assert whole["permissions"] == {"contents": "read"}
    assert {name: job.get("permissions") for name, job in whole["jobs"].items()} == {
        "check": None,
        "publish": {"contents": "write"},
    }
    used = [step["uses"] for job in whole["jobs"].values() for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", name) for name in used)


def test_the_hook_tells_of_the_files_it_is_given(hosted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As pre-commit runs it: the entry with file names. What crosses files is told as well, also within a posting."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split() == ["jobglot", "check"]
    propose(hosted)
    before = Path.cwd()
    try:
        os.chdir(hosted)
        code = main(["check", "content/postings/baker.fr.md", "--now", "2026-02-20"])
        printed = capsys.readouterr().out
        assert code == 1
        assert "unknown-organization" in printed
        assert "attachment-missing" in printed
        assert "cook" not in printed
        assert main(["check", "content/postings/cook.fr.md", "--now", "2026-02-20"]) == 1
        assert "cook.en.md" in capsys.readouterr().out
        assert main(["check", "content/organizations/acme.en.md", "--now", "2026-02-20"]) == 0
    finally:
        os.chdir(before)
