from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from jobglot.linking import attachment, body_html, broken_links, heading_id, route_of, target_of
from jobglot.model import Body
from jobglot.problem import Origin
from jobglot.routes import Links, PageType, Route

OWNER = "content/postings/2026/cook.en.md"
COOK, BAKER = Route(PageType.POSTING, "en", id="cook"), Route(PageType.POSTING, "fr", id="baker")
ABOUT, ACME = Route(PageType.PAGE, "en", id="about"), Route(PageType.LISTING, "en", "organizations", "acme")
GONE = Route(PageType.POSTING, "en", id="gone")
MENU = Route(PageType.ATTACHMENT, "en", "postings", "cook/menu.pdf")
LOGO, TEXT = Route(PageType.STATIC, id="logos/a b.svg"), Route(PageType.STATIC, id="robots.txt")

LINKS = Links(
    "https://jobs.example.org/board/",
    {
        Route(PageType.CHOOSER): "index.html",
        COOK: "en/jobs/cook/index.html",
        BAKER: "fr/offres/boulangère/index.html",
        ABOUT: "en/about/index.html",
        ACME: "en/organizations/acme/index.html",
        MENU: "en/jobs/cook/menu.pdf",
        LOGO: "static/logos/a b.1234.svg",
        TEXT: "robots.txt",
    },
    {
        OWNER: COOK,
        "content/postings/2026/baker.fr.md": BAKER,
        "content/postings/gone.en.md": GONE,
        "content/pages/about.en.md": ABOUT,
        "content/organizations/acme.en.md": ACME,
    },
    frozenset(["content/postings/2026/broken.en.md", "content/postings/other.pdf"]),
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("baker.fr.md", "/board/fr/offres/boulang%C3%A8re/"),
        ("./baker.fr.md", "/board/fr/offres/boulang%C3%A8re/"),
        ("../../pages/about.en.md", "/board/en/about/"),
        ("../../pages/about.en.md#Our%20Team", "/board/en/about/#c-our-team"),
        ("../../organizations/acme.en.md#history", "/board/en/organizations/acme/#o-history"),
        ("menu.pdf", "/board/en/jobs/cook/menu.pdf"),
        ("menu.pdf#page=2", "/board/en/jobs/cook/menu.pdf#page=2"),
        ("/", "/board/"),
        ("/en/about/", "/board/en/about/"),
        ("/en/about/#team", "/board/en/about/#c-team"),
        ("/fr/offres/boulang%C3%A8re/", "/board/fr/offres/boulang%C3%A8re/"),
        ("/fr/offres/boulangère/", "/board/fr/offres/boulang%C3%A8re/"),
        ("/logos/a%20b.svg", "/board/static/logos/a%20b.1234.svg"),
        ("../../../static/logos/a%20b.svg", "/board/static/logos/a%20b.1234.svg"),
        ("/robots.txt", "/board/robots.txt"),
        ("/en/about/?q=a#team", "/board/en/about/?q=a#c-team"),
        ("https://jobs.example.org/board/en/about/#team", "/board/en/about/#c-team"),
        ("http://Jobs.Example.org:80/board/en/about?q=a", "/board/en/about/?q=a"),
        ("https://jobs.example.org/board", "/board/"),
        ("https://jobs.example.org/board/static/logos/a%20b.svg", None),
        ("https://jobs.example.org/board/en/abuot/", None),
    ],
)
def test_a_link_leads_to_the_page_of_what_it_names(written: str, expected: str) -> None:
    """A file of the content or beside it as GitHub would follow it, a static file, or an address of the site."""
    assert target_of(written, OWNER, LINKS) == expected


@pytest.mark.parametrize("written", ["../gone.en.md", "broken.en.md"])
def test_a_text_without_a_page_just_now_has_no_address(written: str) -> None:
    """It closed long ago, is yet to open, or cannot be read, which is told as a problem of its own."""
    assert target_of(written, OWNER, LINKS) == ""


@pytest.mark.parametrize(
    "written", ["nothing.en.md", "/en/nothing/", "other.pdf", "../menu.pdf", "../../../../etc/passwd", "/en/about", "x"]
)
def test_what_leads_nowhere_is_told_with_its_place(written: str) -> None:
    """A file of that name in another folder is another file."""
    assert target_of(written, OWNER, LINKS) is None
    origin = Origin(OWNER, 7, 3)
    (problem,) = broken_links(Body(links=((written, origin),)), OWNER, LINKS, {})
    assert (problem.origin, problem.code) == (origin, "link-broken")
    assert written in problem.message


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("../../pages/abuot.en.md#team", "did you mean “../../pages/about.en.md#team”?"),
        ("../pages/about.en.md", "did you mean “../../pages/about.en.md”?"),
        ("/content/pages/about.en.md", "did you mean “../../pages/about.en.md”?"),
        ("../../pages/zzzzz.en.md", "link to a file of the content"),
        ("/en/about", "did you mean “/en/about/”?"),
        ("/en/abuot/#team", "did you mean “/en/about/#team”?"),
        ("/static/logos/a.svg", "did you mean “/logos/a b.svg”?"),
        ("/photos/team.jpg", "put the file at static/photos/team.jpg, or correct its name"),
        ("..\\pages\\about.en.md", "write it with slashes: ../pages/about.en.md"),
        ("forms/form.pdf", "put the file beside this text, and link to its name alone"),
        ("www.acme.example/jobs", "write https://www.acme.example/jobs"),
        ("/en/something/else.html", "link to a file of the content"),
        ("/en/abuot/?q=a#team", "did you mean “/en/about/?q=a#team”?"),
        ("https://jobs.example.org/board/en/abuot/#team", "did you mean “/en/about/#team”?"),
        ("https://jobs.example.org/board/wiki/", "correct it, and write it without the host"),
    ],
)
def test_what_leads_nowhere_has_a_remedy(written: str, remedy: str) -> None:
    """The nearest of what there is: a text that was moved, a slash that was forgotten, a file that is not there yet."""
    texts = LINKS.texts | frozenset([*LINKS.files, "content/postings/2026/forms/form.pdf"])
    links = replace(LINKS, texts=texts)
    (problem,) = broken_links(Body(links=((written, Origin(OWNER, 7, 3)),)), OWNER, links, {})
    assert problem.remedy.startswith(remedy)


def test_thousands_of_dead_links_are_told_in_no_time() -> None:
    """The nearest is not looked for among thousands."""
    texts = frozenset(f"content/postings/job-{number}.en.md" for number in range(5_000))
    links = replace(LINKS, texts=texts, absent={f"en/jobs/job-{number}/": GONE for number in range(5_000)})
    body = Body(
        links=tuple((f"../x{n}.en.md" if n % 2 else f"/en/jobs/jab-{n}/", Origin(OWNER, n)) for n in range(5_000))
    )
    began = process_time()
    assert len(list(broken_links(body, OWNER, links, {}))) == 5_000
    assert process_time() - began < 2


def test_the_address_of_a_text_without_a_page_is_no_mistake() -> None:
    """It had one, or will have one: what is right today must not be wrong tomorrow without an edit."""
    links = replace(LINKS, absent={"en/jobs/gone/": GONE})
    assert target_of("/en/jobs/gone/", OWNER, links) == ""
    assert list(broken_links(Body(links=(("/en/jobs/gone/", Origin(OWNER)),)), OWNER, links, {})) == []


def test_a_heading_that_is_not_there_is_a_broken_link() -> None:
    """Also when the page is named by its address; a static file's fragments are its own."""
    about = Body(anchors=("c-our-team",))
    bodies = {"content/pages/about.en.md": about}
    good = ("../../pages/about.en.md#our-team", "/en/about/#Our Team", "../../pages/about.en.md", "menu.pdf#page=2")
    bad = ("../../pages/about.en.md#the-team", "/en/about/#nobody")
    body = Body(links=tuple((url, Origin(OWNER, at + 1)) for at, url in enumerate((*good, *bad))))
    found = list(broken_links(body, OWNER, LINKS, bodies))
    assert [(p.code, p.origin.line) for p in found] == [("link-fragment", 5), ("link-fragment", 6)]


def test_a_file_beside_a_text_without_a_page_has_no_address_either() -> None:
    """A scheduled posting is no less right than it will be when it opens; a file that is not there is missing today."""
    links = replace(LINKS, texts=frozenset(["content/postings/plan.pdf"]))
    assert target_of("plan.pdf", "content/postings/gone.en.md", links) == ""
    assert target_of("lost.pdf", "content/postings/gone.en.md", links) is None
    assert target_of("plan.pdf", "content/postings/cook.en.md", links) is None


def test_a_body_s_links_are_replaced() -> None:
    """With whole addresses where they have to stand alone; one without a page keeps its words."""
    html = '<p><a href="baker.fr.md">b</a> <a href="../gone.en.md">g</a> <a href="https://x.example/">x</a></p>'
    body = Body(html=html, links=(("baker.fr.md", Origin(OWNER)), ("../gone.en.md", Origin(OWNER))))
    found = body_html(body, OWNER, LINKS)
    assert found == (
        '<p><a href="/board/fr/offres/boulang%C3%A8re/">b</a> <a>g</a> <a href="https://x.example/">x</a></p>'
    )
    whole = body_html(body, OWNER, LINKS, absolute=True)
    assert 'href="https://jobs.example.org/board/fr/offres/boulang%C3%A8re/"' in whole


def test_organizations_have_no_files_of_their_own() -> None:
    """Postings, news and pages do."""
    assert attachment(ACME, "a.pdf") is None
    assert attachment(COOK, "menu.pdf") == MENU
    assert attachment(None, "menu.pdf") is None


def test_ids_of_headings_say_whose_text_they_are_in() -> None:
    """An organization's "about us" stands on the page of each of its postings, beside the posting's own text."""
    assert heading_id("Our Team", ACME) == "o-our-team"
    assert heading_id("our-team", COOK) == "c-our-team"


def test_a_route_is_the_same_however_it_is_written() -> None:
    """By file or by address."""
    assert route_of("/en/jobs/cook/", OWNER, LINKS) == route_of("cook.en.md", OWNER, LINKS) == COOK
