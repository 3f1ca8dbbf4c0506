from __future__ import annotations

import errno
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import SMALL, everything, small_site, tree, write_files

from jobglot.faults import fault
from jobglot.pipeline import Drafts, draw, examine, said_once, write
from jobglot.plan import produce
from jobglot.problem import Origin, Severity, error
from jobglot.write import Stopped, Written

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
COOK = "content/postings/cook.en.md"


def built(root: Path, now: datetime = NOW) -> Written | Stopped:
    """The site in `root` built into its `output/`."""
    examined = examine(root, now)
    assert examined.plan is not None
    assert examined.is_well, examined.problems
    return write(examined.plan, root / "output", root)


def test_a_build_writes_what_the_plan_produces(tmp_path: Path) -> None:
    """Every path, these bytes, and nothing else."""
    root = small_site(tmp_path)
    examined = examine(root, NOW)
    assert examined.problems == ()
    assert examined.plan is not None
    assert isinstance(write(examined.plan, root / "output", root), Written)
    assert tree(root / "output") == everything(examined.plan)


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    """Not even a time stamp."""
    root = small_site(tmp_path)
    built(root)
    before = {path: path.stat().st_mtime_ns for path in (root / "output").rglob("*") if path.is_file()}
    again = built(root)
    assert isinstance(again, Written)
    assert (again.new, again.changed, again.removed) == (0, 0, 0)
    assert before == {path: path.stat().st_mtime_ns for path in (root / "output").rglob("*") if path.is_file()}


def test_without_a_config_there_is_no_plan(tmp_path: Path) -> None:
    """And one problem, which says what to do."""
    examined = examine(tmp_path, NOW)
    assert examined.plan is None
    assert not examined.is_well
    assert [problem.code for problem in examined.problems] == ["no-config"]


def test_problems_of_every_kind_are_told_at_once(tmp_path: Path) -> None:
    """In the order of files and lines: of reading, of rules across files, of addresses, of links."""
    root = small_site(tmp_path)
    write_files(
        root,
        {
            COOK: SMALL[COOK].replace("2026-03-31", "31.03.2026").replace("[it]", "[itt]"),
            "content/pages/about.en.md": "---\ntitle: About\nslug: archive\n---\nUs.\n",
            "content/pages/more.en.md": "---\ntitle: More\n---\nSee [it](lost.en.md).\n",
        },
    )
    found = examine(root, NOW).problems
    assert [(p.origin.path, p.code) for p in found] == [
        ("content/pages/about.en.md", "address-taken"),
        ("content/pages/more.en.md", "link-broken"),
        (COOK, "unknown-category"),
        (COOK, "date-unreadable"),
    ]
    assert found == tuple(sorted(found, key=lambda p: p.origin))


def test_links_of_what_has_other_errors_are_looked_at_in_the_same_run(tmp_path: Path) -> None:
    """By file or by address; a link to such a text is none that leads nowhere, whichever way it is written."""
    root = small_site(tmp_path)
    baker = "content/postings/baker.fr.md"
    links = "[A](/en/nothing/), [B](/fr/jobs/baker/), [C](/fr/jobs/baker/#lost), [D](lost.pdf)"
    write_files(
        root,
        {
            COOK: SMALL[COOK].replace("[brussels]", "[nowhere]").replace("the baker", "x](/en/about/), [y") + links,
            baker: SMALL[baker].replace("2026-03-10 16:05", "10.3.26") + "Voir [là](/fr/rien/).\n",
        },
    )
    found = examine(root, NOW).problems
    assert sorted((p.origin.path, p.code) for p in found) == [
        (baker, "date-unreadable"),
        (baker, "link-broken"),
        (COOK, "attachment-missing"),
        (COOK, "link-broken"),
        (COOK, "link-fragment"),
        (COOK, "unknown-place"),
    ]


def test_links_of_what_has_no_date_or_title_are_looked_at_in_the_same_run(tmp_path: Path) -> None:
    """With all else that the rules say of it; and what has a title in one language stands in that one."""
    root = small_site(tmp_path)
    link = "See [it](gone.en.md).\n"
    write_files(
        root,
        {
            "content/news/fair.en.md": f"---\ntitle: Fair\norganization: acne\n---\n{link}",
            "content/pages/team.en.md": f"---\nmenu: false\n---\n{link}",
            "content/pages/rules.en.md": "---\ntitle: Rules\n---\nSee [the fair](/en/news/fair/).\n",
            "content/pages/rules.fr.md": f"---\nslug: regles\n---\n{link}",
            "content/organizations/bcme.en.md": f"---\nacronym: B\n---\n{link}",
        },
    )
    found = examine(root, NOW)
    assert [(p.origin.path, p.code) for p in found.problems] == [
        ("content/news/fair.en.md", "missing-key"),
        ("content/news/fair.en.md", "unknown-organization"),
        ("content/news/fair.en.md", "link-broken"),
        ("content/organizations/bcme.en.md", "missing-key"),
        ("content/organizations/bcme.en.md", "link-broken"),
        ("content/pages/rules.fr.md", "missing-key"),
        ("content/pages/rules.fr.md", "link-broken"),
        ("content/pages/team.en.md", "missing-key"),
        ("content/pages/team.en.md", "link-broken"),
    ]
    assert found.plan is not None
    content = found.plan.site.content
    assert not content.news
    assert "bcme" not in content.organizations
    assert "fr/regles/index.html" not in found.plan.routes
    assert {page.id for page in content.pages} >= {"rules"}
    assert "en/team/index.html" not in found.plan.routes


def test_a_link_with_the_host_of_the_board_is_one_to_its_page(tmp_path: Path) -> None:
    """A dead one is told, unless the board says that its host serves other things besides; then it stays as it is."""
    links = "[A](https://jobs.example.org/en/about/), [B](https://jobs.example.org/wiki/)\n"
    for grade, codes in (("error", ["own-link-broken"]), ("off", [])):
        root = small_site(tmp_path / grade, checks=f"{{own-link-broken: {grade}}}")
        write_files(root, {COOK: SMALL[COOK] + links})
        examined = examine(root, NOW)
        assert [p.code for p in examined.problems] == codes
        assert examined.plan is not None
        page = produce(examined.plan, "en/jobs/cook/index.html").decode()
        assert '<a href="/en/about/">A</a>, <a href="https://jobs.example.org/wiki/">B</a>' in page


def test_a_link_may_lead_to_a_text_that_is_published_as_it_is(tmp_path: Path) -> None:
    """Of `static/`, where `.md` means nothing."""
    root = small_site(tmp_path)
    write_files(
        root,
        {
            COOK: SMALL[COOK].replace("baker.fr.md", "../../static/licence.md"),
            "static/licence.md": "Do as you like.\n",
        },
    )
    examined = examine(root, NOW)
    assert examined.problems == ()
    assert examined.plan is not None
    assert 'href="/licence.md"' in produce(examined.plan, "en/jobs/cook/index.html").decode()


def test_a_link_to_an_address_does_not_become_wrong_as_time_goes_by(tmp_path: Path) -> None:
    """Before the page is there and when it has gone, the words stay without a link."""
    root = small_site(tmp_path, closed="{mode: remove}")
    write_files(root, {COOK: SMALL[COOK].replace("baker.fr.md", "/fr/jobs/baker/").replace("2026-03-31", "2027-03-31")})
    for now, is_link in (
        (NOW.replace(day=1), True),
        (datetime(2026, 2, 5, tzinfo=UTC), False),
        (datetime(2026, 9, 1, tzinfo=UTC), False),
    ):
        examined = examine(root, now)
        assert examined.problems == ()
        assert examined.plan is not None
        page = produce(examined.plan, "en/jobs/cook/index.html").decode()
        assert ('<a href="/fr/jobs/baker/">the baker</a>' in page) == is_link


def test_one_bad_posting_does_not_hide_the_others(tmp_path: Path) -> None:
    """What is well can be planned, drawn and written, and says of itself that it is not whole."""
    root = small_site(tmp_path)
    write_files(root, {COOK: SMALL[COOK].replace("2026-03-31", "soon")})
    examined = examine(root, NOW)
    assert not examined.is_well
    assert examined.plan is not None
    assert not examined.plan.is_whole
    assert draw(examined.plan) == ()
    made = everything(examined.plan)
    assert "fr/jobs/baker/index.html" in made
    assert not [path for path in made if "cook" in path]
    # A link to what is left out keeps its words only.
    assert b"cook" not in made["fr/jobs/baker/index.html"]


def test_earlier_addresses_of_listings_lead_on(tmp_path: Path) -> None:
    """To the page of an organization or a category, by its name; not where another page is."""
    root = small_site(tmp_path)
    organization = "content/organizations/acme.en.md"
    renamed = SMALL[organization].replace("name:", "aliases: [acme-ltd]\nname:", 1)
    terms = SMALL["content/categories.yaml"].replace("Informatique}", "Informatique}, aliases: [ict]")
    write_files(root, {organization: renamed, "content/categories.yaml": terms})
    examined = examine(root, NOW)
    assert examined.problems == ()
    assert examined.plan is not None
    made = everything(examined.plan)
    for path, url, name in (
        ("en/organizations/acme-ltd/index.html", "/en/organizations/acme/", b"ACME"),
        ("fr/categories/ict/index.html", "/fr/categories/it/", b"Informatique"),
    ):
        assert f'url={url}"'.encode() in made[path], path
        assert name in made[path]
        assert f"/{path.removesuffix('index.html')} {url} 301\n".encode() in made["_redirects"]
    write_files(root, {"content/categories.yaml": terms.replace("[ict]", "[/en/jobs/cook/]")})
    (problem,) = examine(root, NOW).problems
    assert (problem.origin.path, problem.code) == ("content/categories.yaml", "address-taken")
    assert problem.remedy == "take it out of “aliases”"


def test_drafts_are_planned_on_request(tmp_path: Path) -> None:
    """Only then."""
    root = small_site(tmp_path)
    write_files(root, {COOK: SMALL[COOK].replace("organization: acme", "organization: acme\ndraft: true")})
    path = "en/jobs/cook/index.html"
    without, with_ = (examine(root, NOW, drafts=drafts).plan for drafts in (Drafts.HELD, Drafts.SHOWN))
    assert without is not None
    assert with_ is not None
    assert path not in without.routes
    assert path in with_.routes


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('{% extends "base.html" %}\n{% block main %}\n{{ view.nothing.here }}\n{% endblock %}', 3, "template-error"),
        ('{% extends "base.html" %}\n{% block main %}', 2, "template-syntax"),
        ('\n{% include "lost.html" %}', 2, "template-missing"),
        ('{% include "posting.html" %}', 1, "template-error"),
        ("{% for n in range(999999999) %}x{% endfor %}", 1, "template-error"),
    ],
)
def test_a_site_s_own_bad_template_is_a_problem_and_the_former_site_stays(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    """With the template's file and line, said once whatever the number of pages it spoils."""
    root = small_site(tmp_path)
    built(root)
    before = tree(root / "output")
    write_files(root, {"templates/posting.html": text})
    examined = examine(root, NOW)
    assert examined.plan is not None
    stopped = write(examined.plan, root / "output", root)
    assert isinstance(stopped, Stopped)
    assert not stopped.refused
    (problem,) = stopped.problems
    assert (problem.origin.path, problem.origin.line, problem.code) == ("templates/posting.html", line, code)
    assert draw(examined.plan) == stopped.problems
    assert tree(root / "output") == before


def test_an_output_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    """A wrong call, and nothing in it is touched."""
    root = small_site(tmp_path / "site")
    write_files(tmp_path / "thesis", {"thesis.txt": "years of work"})
    examined = examine(root, NOW)
    assert examined.plan is not None
    for folder in (tmp_path / "thesis", root, root / "content", tmp_path):
        before = tree(folder)
        stopped = write(examined.plan, folder, root)
        assert isinstance(stopped, Stopped)
        assert stopped.refused
        assert tree(folder) == before


def test_a_full_disk_is_one_problem_and_not_one_a_file() -> None:
    """A large board has tens of thousands of files, and the disk has no more to say of the last than of the first."""
    paths = ("output/en/index.html", "output/fr/index.html")
    found = [fault(OSError(number, ""), path, "written") for path in paths for number in (errno.ENOSPC, errno.EACCES)]
    assert [(p.origin.path, p.code) for p in said_once(found)] == [
        (paths[0], "disk-full"),
        (paths[0], "disk-permission"),
        (paths[1], "disk-permission"),
    ]


def test_the_same_problem_on_many_pages_is_said_once() -> None:
    """The first page's; those of other places are said too."""
    here, there = Origin("templates/a.html", 1, 1), Origin("templates/b.html", 1, 1)
    found = said_once(
        [error(there, "x", "on page 1", "r"), error(here, "x", "on page 1", "r"), error(here, "x", "on page 2", "r")]
    )
    assert [(p.origin, p.message) for p in found] == [(here, "on page 1"), (there, "on page 1")]
    assert all(p.severity is Severity.ERROR for p in found)


FAULTS = st.sampled_from(["drop", "twice", "cut", "swap", "spoil", "delete"])


def spoiled(text: str, how: str, at: int, other: int, with_: str) -> str | None:
    """The text with one slip of the hand; None for a deleted file."""
    lines = text.splitlines(keepends=True)
    here, there = at % len(lines), other % len(lines)
    if how == "delete":
        return None
    if how == "cut":
        return "".join(lines[:here])
    if how == "drop":
        del lines[here]
    elif how == "twice":
        lines.insert(here, lines[here])
    elif how == "swap":
        lines[here], lines[there] = lines[there], lines[here]
    else:
        lines[here] = re.sub(r"[\w./-]+(?=\W*$)", lambda _: with_, lines[here], count=1)
    return "".join(lines)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(name for name in SMALL if not name.endswith(".pdf"))),
    FAULTS,
    st.integers(0, 50),
    st.integers(0, 50),
    st.sampled_from(["", "nope", "2026-01-01", "-1", "[", "{}", '"', "acme", "../x", "é", "9" * 40]),
)
def test_no_slip_of_the_hand_in_any_file_is_a_bug_of_ours(name: str, how: str, at: int, other: int, with_: str) -> None:
    """Problems, each at a line that is there, and a plan of the rest that can be drawn."""
    with tempfile.TemporaryDirectory() as folder:
        root = small_site(Path(folder))
        text = spoiled(SMALL[name], how, at, other, with_)
        if text is None:
            (root / name).unlink()
        else:
            (root / name).write_text(text, encoding="utf-8")
        found = examine(root, NOW)
        for problem in found.problems:
            path = root / problem.origin.path
            if path.is_file():
                assert problem.origin.line <= path.read_bytes().count(b"\n") + 1
        assert found.plan is None or draw(found.plan) == ()
