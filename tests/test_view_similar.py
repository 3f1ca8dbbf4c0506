"""Similar jobs, and why they are there."""

from __future__ import annotations

from dataclasses import replace

from builders import config, posting, site
from presses import press_of

from jobglot.settings import SimilarSettings
from jobglot.site import Similar
from jobglot.view_similar import reasons, similar_views


def test_reasons_are_words() -> None:
    """Each once, in the order of their weight; an unknown code says nothing."""
    press = press_of(site(posting()))
    codes = ("title", "category:it", "place:brussels", "city:Ghent", "contract:permanent", "city:Ghent", "other:x")
    assert reasons(Similar("x", codes), press, press.desks["en"]) == [
        "similar title",
        "same field: It",
        "same place: Brussels, Ghent",
        "same kind of contract",
    ]


def test_every_similar_job_is_shown_as_a_card() -> None:
    """Never a line without its title, as lists of links elsewhere have it."""
    held = site(posting("a"), posting("b"), similar={"a": (Similar("b", ("organization", "text")),)})
    (view,) = similar_views(press_of(held), "a", "en")
    assert "Data engineer" in view.card
    assert view.reasons == "same organization · similar tasks"
    assert similar_views(press_of(held), "b", "en") == ()


def test_those_beyond_the_number_to_show_are_spare() -> None:
    """They step in for one that closes before the next build."""
    held = site(posting("a"), posting("b"), similar={"a": (Similar("b", ()), Similar("b", ()))})
    one = config(similar=SimilarSettings(count=1))
    shown = similar_views(press_of(replace(held, config=one)), "a", "en")
    assert [view.is_spare for view in shown] == [False, True]
