"""Rules across files: references lead somewhere, and nobody is told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from time import process_time
from typing import Any

import pytest
from builders import content, edition, organization, posting, term

from jobglot.check import SINGLE, check, slugs_are_unique
from jobglot.checks import graded
from jobglot.model import (
    AttachmentRef,
    Body,
    Channel,
    Content,
    ContentPage,
    Deadline,
    DeadlineKind,
    Employer,
    Location,
    NewsItem,
    Posting,
    Remote,
    plain,
)
from jobglot.problem import Origin, Severity

HERE = Origin("content/postings/data-engineer.en.md", 7, 1)


def whole(**changes: Any) -> Posting:
    """A posting to which no rule objects."""
    ready: dict[str, Any] = {"apply": (Channel(email="a@b.org"),), "locations": (Location("brussels"),)}
    # One employer's jobs of one title would be told as one job posted twice.
    if "editions" not in changes:
        ready["title"] = f"Maker of {changes.get('id', 'data')}"
    return posting(**{**ready, **changes})


def told(found: Content) -> list[str]:
    """Code and remedy of every problem."""
    return [f"{problem.code}: {problem.remedy}" for problem in check(found)]


def codes(found: Content) -> list[str]:
    """The codes alone."""
    return [problem.code for problem in check(found)]


@pytest.mark.parametrize("severity", [Severity.ERROR, None])
@pytest.mark.parametrize("code", sorted(SINGLE.values()))
def test_a_rule_that_is_off_is_not_asked(code: str, severity: Severity | None) -> None:
    """With the same problems as if it had been."""
    text = edition(title="Music at acme", body=Body(text="Music, music, music and music."))
    jobs = [whole(id=id_, editions=(text,), categories=("care",), organization="acme") for id_ in "ab"]
    terms = {id_: term(id_, name=plain(id_.title())) for id_ in ("care", "music")}
    board = content(*jobs, categories=terms, organizations={"acme": organization("acme")})
    chosen = {code: severity}
    found = check(board, chosen)
    assert graded(found, chosen) == graded(check(board), chosen)
    assert (code in [problem.code for problem in found]) is (severity is not None)


def test_what_is_whole_has_no_problem() -> None:
    """The control."""
    assert told(content(whole())) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"organization": "acne"}, "unknown-organization: did you mean “acme”?"),
        ({"organization": "zzz"}, "unknown-organization: add content/organizations/zzz.en.md"),
        (
            {"organization": "zzz", "origins": {"organization": Origin("content/postings/a.en-US.md", 3, 1)}},
            "unknown-organization: add content/organizations/zzz.en-US.md",
        ),
        (
            {"organization": "zzz", "origins": {"organization": Origin("content/postings/a.yaml", 3, 1)}},
            "unknown-organization: add content/organizations/zzz.LANGUAGE.md",
        ),
        ({"categories": ("itt",)}, "unknown-category: did you mean “it”?"),
        ({"organization": "acm"}, "unknown-organization: did you mean “acme”?"),
        ({"locations": (Location("bru"),)}, "unknown-place: did you mean “brussels”?"),
        ({"organization": "Acme"}, "unknown-organization: did you mean “acme”?"),
        (
            {"organization": "A & B"},
            "unknown-organization: write {name: A & B}, or write a-b and add content/organizations/a-b.en.md",
        ),
        ({"categories": ("Informatique",)}, "unknown-category: did you mean “it”?"),
        (
            {"categories": ("烹饪",)},
            "unknown-category: write an id, for example an-id, and add it to content/categories.yaml",
        ),
        (
            {"locations": (Location("Spa"),)},
            "unknown-place: write {city: Spa, country: …}, or write spa and add it to content/places.yaml",
        ),
        ({"categories": ("informatique",)}, "unknown-category: did you mean “it”?"),
        ({"industry": "steel"}, "unknown-industry: add it to content/industries.yaml"),
        ({"locations": (Location("bruxelles"),)}, "unknown-place: did you mean “brussels”?"),
    ],
    ids=str,
)
def test_an_id_that_leads_nowhere_has_a_nearest(changed: dict[str, Any], expected: str) -> None:
    """By its spelling, or by a name in any language."""
    named = {"it": replace(term("it"), name=replace(plain("IT"), texts=(("en", "IT"), ("fr", "Informatique"))))}
    assert told(content(whole(**changed), categories=named)) == [expected]


@pytest.mark.parametrize(
    "unreadable", ["categories", "categories/itt", "organizations/acne", "places/oslo", "industries"]
)
def test_what_is_there_and_unreadable_is_not_unknown(unreadable: str) -> None:
    """A broken vocabulary does not make forty postings wrong."""
    wrong = {
        "categories": {"categories": ("itt",)},
        "organizations": {"organization": "acne"},
        "places": {"locations": (Location("oslo"),)},
        "industries": {"industry": "steel"},
    }[unreadable.partition("/")[0]]
    postings = [whole(id=f"p{number}", **wrong) for number in range(3)]
    assert len(check(content(*postings))) == 3
    assert check(content(*postings, unreadable=frozenset([unreadable]))) == []


def test_organizations_are_known_wherever_they_are_named() -> None:
    """Above another one, and in the news, where the key stands."""
    here = Origin("content/organizations/acme.en.md", 5, 9)
    acme = replace(organization(), parent="acne", origins={"parent": here})
    item = NewsItem("fair", (edition(slug="fair"),), Origin("content/news/fair.en.md"), date(2026, 2, 1), "acmee")
    found = check(content(whole(), organizations={"acme": acme}, news=(item,)))
    assert [(problem.code, problem.origin, problem.remedy) for problem in found] == [
        ("unknown-organization", here, "did you mean “acme”?"),
        ("unknown-organization", item.origin, "did you mean “acme”?"),
    ]


def test_thousands_of_unknown_ids_are_told_in_time() -> None:
    """The nearest is looked for within bounds."""
    known = {f"place-{number}": term(f"place-{number}") for number in range(3_000)}
    postings = [whole(id=f"p{number}", locations=(Location(f"town-{number}"),)) for number in range(1_000)]
    began = process_time()
    assert len(check(content(*postings, places=known))) == 1_000
    assert process_time() - began < 4


def test_circles_among_terms_and_organizations_are_told() -> None:
    """Nothing is above itself."""
    terms = {"a": term("a", parent="b"), "b": term("b", parent="a"), "it": term("it", parent="gone")}
    assert codes(content(whole(), categories=terms)) == ["parent-circle", "parent-circle", "unknown-category"]
    rings = {"acme": organization(parent="bolt"), "bolt": organization("bolt", parent="acme")}
    assert codes(content(whole(), organizations=rings)) == ["parent-circle", "parent-circle"]


def test_what_is_above_another_has_an_id() -> None:
    """Neither an organization nor a place can be written out where only one posting would know of it."""
    places = {"brussels": term("brussels"), "spa": term("spa", parent="Liège")}
    board = content(whole(), places=places, organizations={"acme": organization(parent="A & B")})
    assert told(board) == [
        "unknown-organization: write a-b and add content/organizations/a-b.en.md",
        "unknown-place: write liege and add it to content/places.yaml",
    ]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"apply": ()}, ["no-apply"]),
        ({"apply": (), "draft": True}, []),
        ({"apply": (), "origins": {"apply": HERE}}, []),
        ({"locations": ()}, ["no-location"]),
        ({"locations": (), "origins": {"locations": HERE}}, []),
        ({"locations": (), "remote": Remote.FULL}, ["no-applicant-countries"]),
        ({"remote": Remote.FULL}, ["no-applicant-countries"]),
        ({"remote": Remote.FULL, "applicant_countries": ("BE",)}, []),
        ({"applicant_countries": ("BE",)}, ["applicant-countries-unused"]),
        ({"remote": Remote.HYBRID, "applicant_countries": ("BE",)}, []),
        ({"categories": ()}, ["no-category"]),
        ({"categories": (), "origins": {"categories": HERE}}, []),
        ({"deadline": Deadline(DeadlineKind.DATE, date(2076, 1, 1))}, ["deadline-far"]),
        ({"deadline": Deadline(DeadlineKind.OPEN)}, []),
    ],
    ids=str,
)
def test_what_every_posting_should_say_is_asked_for(changed: dict[str, Any], code: list[str]) -> None:
    """Unless it is written and cannot be read, which is told already."""
    assert codes(content(whole(**changed))) == code


def test_a_board_without_categories_asks_for_none() -> None:
    """It may be small, or of one trade."""
    assert codes(content(whole(categories=()), categories={})) == []


def test_attachments_lie_beside_their_text() -> None:
    """What is missing, what nobody names, and what is not what it says."""
    folder = "content/postings"
    refs = tuple(AttachmentRef(f"{folder}/{name}") for name in ("form.pdf", "gone.pdf", "hurt.pdf", "page.html"))
    found = content(
        whole(attachments=refs),
        files={f"{folder}/form.pdf": b"%PDF-", f"{folder}/spare.pdf": b"%PDF-", f"{folder}/page.html": b""},
        unreadable=frozenset([f"{folder}/hurt.pdf"]),
    )
    assert codes(found) == ["attachment-missing", "attachment-unused", "attachment-active"]


def test_a_missing_attachment_is_told_where_it_is_linked() -> None:
    """In whichever line of whichever body; where it is only named, at the list."""
    path, folder = "content/postings/cook.en.md", "content/postings"
    links = tuple((name, Origin(path, line, 3)) for name, line in (("form.pdf", 9), ("gone.pdf", 12)))
    refs = (AttachmentRef(f"{folder}/form.pdf"), AttachmentRef(f"{folder}/gone.pdf"), AttachmentRef(f"{folder}/x.pdf"))
    named = {"attachments": Origin(path, 5, 1)}
    job = whole(editions=(edition(body=Body(html="x", text="x", links=links)),), attachments=refs, origins=named)
    found = content(job, files={f"{folder}/form.pdf": b"%PDF-"})
    missing = [problem.origin for problem in check(found) if problem.code == "attachment-missing"]
    assert missing == [Origin(path, 12, 3), Origin(path, 5, 1)]


def test_a_file_that_may_be_a_text_is_told_as_one() -> None:
    """Beside a text that cannot be read too, whose first edition it may be."""
    found = content(
        whole(), files={"content/postings/cook.en.docx": b"PK"}, unreadable=frozenset(["content/postings/cook.fr.md"])
    )
    (said,) = told(found)
    assert "if it is the text of a posting, save it as plain text under the name cook.en.md; “jobglot import" in said


def test_a_missing_attachment_has_a_nearest_beside_it_only() -> None:
    """A likeness of folders is none of names."""
    found = content(
        whole(attachments=(AttachmentRef("content/postings/form.pdf"),)),
        files={"content/postings/from.pdf": b"%PDF-", "content/postings/2026/form.pdf": b"%PDF-"},
    )
    assert told(found)[0] == "attachment-missing: did you mean “from.pdf”?"
    capitals = replace(found, files={"content/postings/Form.PDF": b"%PDF-", "content/postings/form2.pdf": b"%PDF-"})
    assert told(capitals)[0] == "attachment-missing: did you mean “Form.PDF”?"


def test_no_two_things_have_one_slug() -> None:
    """In one language, in one collection."""
    page = ContentPage("a", (edition(slug="same"),), HERE)
    news = NewsItem("n", (edition(slug="same"),), HERE, date(2026, 1, 1))
    twins = [
        whole(id=name, editions=(edition(slug="same", title=name), edition("fr", slug=name, title=name)))
        for name in ("a", "b")
    ]
    assert codes(content(*twins, pages=(page,), news=(news,))) == ["slug-twice"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [((0, 0), ("b", 1, "a")), ((0, 4), ("b", 4, "a")), ((3, 0), ("a", 3, "b")), ((3, 4), ("b", 4, "a"))],
)
def test_a_slug_that_is_taken_is_told_where_it_is_written(
    lines: tuple[int, int], expected: tuple[str, int, str]
) -> None:
    """In the file that gives one; a file's name alone has no line of its own."""
    twins = []
    for name, line in zip("ab", lines, strict=True):
        path = f"content/postings/{name}.en.md"
        written = Origin(path, line, 7) if line else None
        twins.append(whole(id=name, editions=(edition(origin=Origin(path, 1, 1), title=name, slug_origin=written),)))
    (problem,) = slugs_are_unique(content(*twins))
    assert (problem.origin.path, problem.origin.line) == (f"content/postings/{expected[0]}.en.md", expected[1])
    assert f"the posting “{expected[2]}” has the slug" in problem.message


def test_a_file_beside_a_text_that_cannot_be_read_may_be_that_text_s() -> None:
    """To call it superfluous would be rash; elsewhere it is."""
    files = {"content/postings/2026/form.pdf": b"%PDF-", "content/postings/spare.pdf": b"%PDF-"}
    hurt = frozenset(["content/postings/2026/hurt.en.md", "postings/hurt", "content/postings/data-engineer.en.md"])
    found = [p.origin.path for p in check(content(whole(), files=files, unreadable=hurt))]
    assert found == ["content/postings/spare.pdf"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("www.acme.example", "write https://www.acme.example"),
        ("jobs@acme.example", "write mailto:jobs@acme.example"),
        ("form.pdf", "put it beside this file"),
    ],
)
def test_an_address_without_its_beginning_is_no_file(name: str, remedy: str) -> None:
    """It looks like one, beside the text; nobody would find it there. Any other name is that of one."""
    found = content(whole(attachments=(AttachmentRef(f"content/postings/{name}"),)))
    assert told(found) == [f"attachment-missing: {remedy}"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"filled": date(2025, 1, 1)}, ["over-before-posted"]),
        ({"withdrawn": date(2025, 1, 1)}, ["over-before-posted"]),
        ({"filled": date(2026, 2, 1)}, []),
    ],
    ids=str,
)
def test_a_job_that_is_posted_again_has_left_its_old_days_behind(changed: dict[str, Any], code: list[str]) -> None:
    """Else it vanishes, and nobody sees why."""
    assert codes(content(whole(posted=date(2026, 2, 1), **changed))) == code


@pytest.mark.parametrize(
    ("title", "changed", "named"),
    [
        ("Baker at ACME", {}, "ACME"),
        ("Baker (A.C.M.)", {}, "A.C.M."),
        ("Acmetologist", {}, ""),
        ("Baker for Enabel", {"organization": "", "employer": Employer(plain("Enabel"))}, "Enabel"),
        ("Baker in Do", {"organization": "", "employer": Employer(plain("Do"))}, ""),
    ],
)
def test_a_title_does_not_name_the_employer(title: str, changed: dict[str, Any], named: str) -> None:
    """By name or acronym, whether it has a page or not; as a word of its own, and not a mere syllable."""
    acme = organization()
    acme = replace(acme, editions=tuple(replace(each, acronym="A.C.M.") for each in acme.editions))
    found = check(content(whole(editions=(edition(title=title),), **changed), organizations={"acme": acme}))
    expected = [f"the title names the employer, “{named}”"] if named else []
    assert [problem.message for problem in found if problem.code == "title-employer"] == expected


def test_a_posting_is_updated_once_it_is_posted() -> None:
    """On that day at the earliest."""
    days = [datetime(2026, 1, 31, 23, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)]
    found = [codes(content(whole(posted=date(2026, 2, 1), updated=day))) for day in days]
    assert found == [["updated-before-posted"], []]
