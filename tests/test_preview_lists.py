"""Similar jobs of a preview: those of an earlier board stand in until the new ones are found."""

from __future__ import annotations

import threading
from dataclasses import replace

from boards_alike import LANGUAGES, board_of, job

from jobglot.model import Posting
from jobglot.preview.lists import Errand, StandIn
from jobglot.settings import SimilarSettings
from jobglot.similar import Compared, OnDemand, similar_postings

COOK, BAKER, WELDER = (
    job("cook", "Cook", "sauces menus pastry", categories=("food",)),
    job("baker", "Baker", "ovens bread pastry", categories=("food",)),
    job("welder", "Welder", "steel torches masks", categories=("food",)),
)


def on_demand(*postings: Posting) -> OnDemand:
    held = {posting.id: posting for posting in postings}
    found = similar_postings(Compared(held, held, held, SimilarSettings(5, 2), board_of(*postings), LANGUAGES), None)
    assert isinstance(found, OnDemand)
    return found


def test_earlier_lists_stand_in_less_what_is_closed() -> None:
    """And a posting that the earlier board did not have has no list yet."""
    earlier = on_demand(COOK, BAKER, WELDER)
    lists = StandIn(on_demand(COOK, BAKER, replace(WELDER, id="guard")), earlier, {"cook", "baker"})
    assert [similar.id for similar in lists["cook"]] == ["baker"]
    assert lists["guard"] == ()
    assert list(lists) == ["baker", "cook", "guard"]
    assert "welder" not in lists
    assert lists.get("welder") is None


def test_once_made_they_are_the_boards_own() -> None:
    """Whether a page has to be drawn again is told by what was given out."""
    own = on_demand(COOK, replace(BAKER, id="chef"))
    lists = StandIn(own, on_demand(COOK, BAKER), {"cook", "chef"})
    assert lists["cook"] == ()
    assert lists.make()
    assert dict(lists) == dict(own)
    assert not StandIn(own, {}, {"cook"}).make(), "nobody has seen a list"
    same = StandIn(own, own, {"cook", "chef"})
    assert same["cook"] == own["cook"]
    assert not same.make()


def test_an_errand_is_the_last_one_asked_for() -> None:
    """What was begun is finished; what was not is forgotten."""
    begun, go, done = threading.Event(), threading.Event(), []
    errand = Errand(0.0)

    def first() -> None:
        begun.set()
        go.wait(10)
        done.append("first")

    errand.ask(first)
    assert begun.wait(10)
    patient = Errand(60.0)
    patient.ask(lambda: done.append("forgotten"))
    patient._patience = 0.0
    patient.ask(lambda: done.append("patient"))
    patient.settle()
    errand.ask(lambda: done.append("second"))
    go.set()
    errand.settle()
    assert done == ["patient", "first", "second"]


def test_nothing_asked_is_nothing_to_wait_for() -> None:
    """A small board never asks."""
    Errand(60.0).settle()
