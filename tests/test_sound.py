"""What of the content can be shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from builders import content, organization, posting
from sites import small_site, tree, write_files

from jobglot.check import check
from jobglot.cli import main
from jobglot.model import AttachmentRef, Channel, Location, Posting
from jobglot.problem import Origin, error, warning
from jobglot.sound import left_out, without_drafts, without_errors


def whole(**changes: Any) -> Posting:
    """A posting to which no rule objects."""
    ready: dict[str, Any] = {"apply": (Channel(email="a@b.org"),), "locations": (Location("brussels"),)}
    return posting(**{**ready, "title": f"Maker of {changes.get('id', 'data')}", **changes})


def test_without_errors_no_posting_is_left_that_is_not_whole() -> None:
    """Whatever the problems say; and what stands in for its facts is compared with nothing."""
    partial = whole(id="partial", is_whole=False)
    found = content(whole(id="good"), partial)
    assert [p.id for p in without_errors(found, []).postings] == ["good"]
    twins = content(whole(id="a"), replace(partial, editions=whole(id="a").editions))
    assert "posting-twice" not in [problem.code for problem in check(twins)]


def test_without_errors_nothing_wrong_is_left() -> None:
    """Nor what refers to it; a warning takes nothing away."""
    good, bad, orphan = whole(id="good"), whole(id="bad"), whole(id="orphan", organization="bolt")
    found = content(
        *(replace(p, files=(f"content/postings/{p.id}.en.md",)) for p in (good, bad, orphan)),
        organizations={"acme": organization(), "bolt": organization("bolt")},
    )
    problems = [
        error(Origin("content/postings/bad.en.md", 3), "x", "x", "x"),
        error(Origin("content/organizations/bolt.en.md"), "x", "x", "x"),
        warning(Origin("content/postings/good.en.md"), "x", "x", "x"),
    ]
    left = without_errors(found, problems)
    assert [p.id for p in left.postings] == ["good"]
    refs = (AttachmentRef("content/postings/page.html"),)
    acting = content(whole(attachments=refs), files={"content/postings/page.html": b""})
    assert without_errors(acting, check(acting)).postings == ()
    rest = left_out(found, left)
    assert ([p.id for p in rest.postings], list(rest.organizations)) == (["bad", "orphan"], ["bolt"])
    assert list(left.organizations) == ["acme"]


def test_what_is_wrong_with_a_draft_only_warns() -> None:
    """And a draft is not what a link may lead to; all other errors are as they were."""
    files = {id_: (f"content/postings/{id_}.en.md",) for id_ in ("draft", "bad")}
    found = content(whole(id="draft", draft=True, files=files["draft"]), whole(id="bad", files=files["bad"]))
    problems = [error(Origin(path, 3), "x", "x", "x") for paths in files.values() for path in paths]
    missing, milder = without_drafts(left_out(found, without_errors(found, problems)), problems)
    assert [p.id for p in missing.postings] == ["bad"]
    assert milder == [warning(problems[0].origin, "x", "x", "x"), problems[1]]


def test_a_draft_left_half_done_keeps_no_board_from_being_built(tmp_path: Path) -> None:
    """Its mistakes are errors for “check”, and where drafts are shown; a link to it keeps its words."""
    now = ("--now", "2026-03-02T09:00", "--site", str(tmp_path))
    site = small_site(tmp_path)
    assert main(["build", *now]) == 0
    before = tree(site / "output")
    assert main(["new", "posting", "half", "--site", str(site)]) == 0
    assert main(["build", *now]) == 0
    assert {path: data for path, data in tree(site / "output").items() if not path.startswith(".jobglot")} == {
        path: data for path, data in before.items() if not path.startswith(".jobglot")
    }
    assert [main([command, *now, *more]) for command, more in (("check", ()), ("build", ("--drafts",)))] == [1, 1]
    cook = (site / "content/postings/cook.en.md").read_text(encoding="utf-8")
    write_files(site, {"content/postings/cook.en.md": f"{cook}\nSee [this part](half.en.md).\n"})
    assert main(["build", *now]) == 0
    assert b"See <a>this part</a>." in (site / "output/en/jobs/cook/index.html").read_bytes()
