"""What every page has around its own matter."""

from __future__ import annotations

import re
from dataclasses import replace

from builders import config, content, edition, posting, site
from presses import press_of

from jobglot.model import ContentPage, Phrase
from jobglot.press import Press
from jobglot.problem import Origin
from jobglot.routes import PageType, Route
from jobglot.view_chrome import About, chrome, shortened, whole_title
from jobglot.views import Said

HOME = Route(PageType.HOME, "en")
PAGES = (
    ContentPage("privacy", (edition("en", title="Privacy"),), Origin("p"), menu=False),
    ContentPage("about", (edition("en", title="About us"),), Origin("p"), order=1),
)


def press_for() -> Press:
    job = posting(languages_of_editions=("en", "fr"))
    only = posting("only", languages_of_editions=("en",))
    settings = config(source_url="https://code.example/")
    return press_of(site(job, only, content=content(job, only, pages=PAGES), config=settings))


def test_the_title_names_page_and_board() -> None:
    """Each once, with the number of the page between."""
    press = press_for()
    assert chrome(press, HOME, About(Said("Example Jobs"))).title == "Example Jobs"
    assert chrome(press, HOME, About(Said("IT"), part="Page 2 of 3")).title == "IT – Page 2 of 3 – Example Jobs"


def test_templates_can_tell_which_page_it_is() -> None:
    """For what a site shows on some pages only; style sheets see the type as well."""
    press = press_for()
    here = chrome(press, Route(PageType.LISTING, "en", "categories", "it", 2), About(Said("IT")))
    assert (here.page, here.listing, here.id) == ("listing", "categories", "it")
    drawn = press.renderer.render("base.html", "p", chrome=here, view=None, _=str)
    assert '<body data-page="listing" ' in drawn


def test_a_title_is_no_longer_than_search_results_show() -> None:
    """What does not fit is left out, the page's own title never."""
    assert whole_title("Engineer", "", "ACME", "Board") == "Engineer – ACME – Board"
    assert whole_title("Engineer", "A" * 60, "Board") == "Engineer – Board"
    assert whole_title("E" * 90, "Board") == "E" * 90


def test_the_switch_lands_on_the_same_page() -> None:
    """Or on the home page of a language that does not have it."""
    press = press_for()

    def switched(id_: str) -> list[tuple[str, bool]]:
        route = Route(PageType.POSTING, "en", id=id_)
        return [(each.url, each.same_page) for each in chrome(press, route, About(Said("x"))).switch]

    assert switched("data-engineer") == [("/en/posting/data-engineer/1/", True), ("/fr/posting/data-engineer/1/", True)]
    assert switched("only") == [("/en/posting/only/1/", True), ("/fr/home/1/", False)]
    assert [each.language for each in chrome(press, HOME, About(Said("x"))).switch if each.current] == ["en"]


def test_the_switch_goes_to_the_first_page_of_a_shorter_list() -> None:
    """The second page of one language may not exist in another."""
    press = press_for()
    route = Route(PageType.HOME, "en", number=7)
    assert [each.url for each in chrome(press, route, About(Said("x"))).switch] == ["/en/home/1/", "/fr/home/1/"]


def test_a_page_for_readers_only_is_kept_from_search_engines() -> None:
    """And claims no counterparts."""
    shown = chrome(press_for(), Route(PageType.SEARCH, "en"), About(Said("Find"), noindex=True))
    assert shown.noindex
    assert shown.alternates == ()


def test_other_languages_are_told_by_whole_addresses() -> None:
    """With the one for everybody else."""
    shown = chrome(press_for(), HOME, About(Said("x")))
    assert shown.canonical == "https://jobs.example.org/en/home/1/"
    assert [tag for tag, _ in shown.alternates] == ["en", "fr", "x-default"]
    assert (shown.locale, shown.other_locales) == ("en", ("fr",))


def test_the_menu_marks_where_one_is() -> None:
    """Menu pages stand in it, others in the footer."""
    shown = chrome(press_for(), HOME, About(Said("x")))
    assert 'href="/en/home/1/" aria-current="page"' in shown.menu
    entries = ["Jobs", "Categories", "Organizations", "Places", "News", "About us", "Saved jobs", "Find a job"]
    assert re.findall(">([^<]+)</a>", shown.menu) == entries
    assert "About us" in shown.menu
    assert "Privacy" not in shown.menu
    assert "Privacy" in shown.footer
    assert "https://code.example/" in shown.footer
    inside = chrome(press_for(), Route(PageType.NEW, "en"), About(Said("x"), section=HOME))
    assert 'href="/en/home/1/" aria-current="true"' in inside.menu


def test_the_footer_has_every_page_in_whichever_language_it_is_written() -> None:
    """Readers of all find an imprint that is written in one only; the menu keeps to the language of the page."""
    shown = chrome(press_for(), Route(PageType.HOME, "fr"), About(Said("x")))
    link = '<a href="/en/page/privacy/1/" hreflang="en"><bdi lang="en" dir="ltr">Privacy</bdi></a>'
    assert link in shown.footer
    assert "About us" not in shown.menu
    assert "hreflang" not in chrome(press_for(), HOME, About(Said("x"))).footer


def test_a_statement_in_another_language_gives_way_to_the_boards_own() -> None:
    """Which every board has in each of its languages."""
    page = ContentPage("accessibility", (edition("en", title="Accessible to all"),), Origin("p"))
    shown = chrome(press_of(site(content=content(pages=(page,)))), Route(PageType.HOME, "fr"), About(Said("x")))
    assert "Accessible to all" not in shown.footer


def test_breadcrumbs_lead_home() -> None:
    """By name, for readers and for machines; the home page has none."""
    index = Route(PageType.LISTING_INDEX, "en", "categories")
    about = About(Said("IT"), trail=((Phrase("Categories"), index),))
    shown = chrome(press_for(), Route(PageType.NEW, "en"), about)
    assert [link.said.text for link in shown.crumbs] == ["Example Jobs", "Categories"]
    assert [data["@type"] for data in shown.data] == ["BreadcrumbList"]
    assert chrome(press_for(), HOME, About(Said("x"))).crumbs == ()


def test_a_description_ends_between_words() -> None:
    """And says so."""
    assert shortened("short") == "short"
    long = shortened("word " * 60)
    assert long.endswith("word…")
    assert len(long) <= 200
    assert shortened("締切。 " + "設計と運用、" * 50) == "締切。 " + "設計と運用、" * 32 + "設計と運…"


def test_a_picture_for_links_is_a_static_file_of_the_site() -> None:
    """Its whole address, since other sites fetch it; none where there is no such file."""
    press = press_for()
    assert chrome(press, HOME, About(Said("x"))).picture == ""
    pictured = replace(press, assets={**press.assets, "social.png": "static/social.1a2b3c4d.png"}, memory={})
    shown = chrome(pictured, HOME, About(Said("x")))
    assert shown.picture == "https://jobs.example.org/static/social.1a2b3c4d.png"


def test_what_narrow_screens_leave_out_of_the_menu_is_in_the_footer() -> None:
    """News and the board's own pages: marked in the one, whole in the other."""
    shown = chrome(press_for(), HOME, About(Said("x")))
    lesser = re.findall(r'<li class="lesser"><a href="([^"]*)"', shown.menu)
    assert lesser
    assert all(f'href="{url}"' in shown.footer for url in lesser)
    assert not [url for url in lesser if "/posting/" in url or "/listing" in url]
