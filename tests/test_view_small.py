"""The chooser, 404 and redirects."""

from __future__ import annotations

from builders import config, posting, site
from presses import press_of

from jobglot.model import Localized
from jobglot.routes import PageType, Route
from jobglot.view_small import chooser_view, not_found_view, redirect_view
from jobglot.views import Said

BOARD = site(posting(), config=config(tagline=Localized((("en", "Work"), ("fr", "Travail")))))


def test_the_chooser_speaks_to_each_in_their_own_words() -> None:
    """And sends nobody anywhere by itself."""
    view = chooser_view(press_of(BOARD))
    assert [(c.name, c.board, c.tagline, c.url) for c in view.choices] == [
        ("English", Said("Example Jobs"), Said("Work"), "/en/home/1/"),
        ("Français", Said("Exemple Emplois"), Said("Travail"), "/fr/home/1/"),
    ]
    assert [tag for tag, _ in view.alternates] == ["en", "fr", "x-default"]


def test_the_chooser_tells_machines_of_the_board_in_all_its_languages() -> None:
    """Feed readers, previews of links and search engines mostly get its address, which is the shortest."""
    view = chooser_view(press_of(BOARD))
    assert [(feed.title, feed.url) for feed in view.feeds if "atom" in feed.mime] == [
        ("Example Jobs", "/en/atom/1/"),
        ("Exemple Emplois", "/fr/atom/1/"),
    ]
    assert (view.locale, view.other_locales) == ("en", ("fr",))
    assert view.data == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Example Jobs",
        "alternateName": ["Exemple Emplois"],
        "description": "Work",
        "url": "https://jobs.example.org/chooser/1/",
        "inLanguage": ["en", "fr"],
    }


def test_the_404_of_the_root_speaks_every_language() -> None:
    """A reader may come from anywhere; that of a language speaks that one."""
    press = press_of(BOARD)
    assert [part.language for part in not_found_view(press, Route(PageType.NOT_FOUND)).parts] == ["en", "fr"]
    (part,) = not_found_view(press, Route(PageType.NOT_FOUND, "fr")).parts
    assert [link.url for link in part.ways] == ["/fr/home/1/", "/fr/search/1/", "/fr/archive/1/"]


def test_a_redirect_knows_where_it_leads() -> None:
    """By a short and by a whole address."""
    target = Route(PageType.POSTING, "en", id="data-engineer")
    alias = Route(PageType.REDIRECT, "en", "postings", "data-engineer")
    view = redirect_view(press_of(BOARD), alias, target, "Data engineer")
    assert view.url == "/en/posting/data-engineer/1/"
    assert view.canonical == "https://jobs.example.org/en/posting/data-engineer/1/"
