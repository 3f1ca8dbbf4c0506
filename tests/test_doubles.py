"""Jobs that are posted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import content, edition, posting

from jobglot.doubles import postings_stand_once
from jobglot.model import Body, Deadline, DeadlineKind, Location

TEXT = "Look after the gauges of the coast.\nAnswer the letters of those who write to us.\nBe there in any weather."


def job(id_: str, text: str = TEXT, **changes):
    """A posting with one title and a text."""
    made = posting(id_, **changes)
    return replace(made, editions=(replace(edition(), title="Gauge keeper", slug=id_, body=Body(text=text)),))


def told(*jobs):
    """The messages of the rule."""
    return [problem.message for problem in postings_stand_once(content(*jobs))]


def test_one_job_twice_is_told_once():
    """At the later of the two by id."""
    (message,) = told(job("keeper"), job("keeper-2", TEXT + "\nCome."))
    assert "“keeper”" in message


def test_jobs_that_differ_are_two():
    """By text, place, reference, employer, or time."""
    one = job("keeper", locations=(Location(place="brussels"),), reference="A1")
    assert told(one, job("other", "Play the violin on a ship.\nKnow the sea.")) == []
    assert told(one, job("other", locations=(Location(place="ghent"),))) == []
    assert told(one, job("other", reference="A2")) == []
    assert told(one, job("other", organization="umbrella")) == []
    later = Deadline(DeadlineKind.DATE, date(2027, 3, 31))
    assert told(one, job("other", posted=date(2027, 1, 1), deadline=later)) == []


def test_drafts_and_what_was_withdrawn_do_not_count():
    """They are on no page."""
    assert told(job("keeper"), job("other", draft=True)) == []
    assert told(job("keeper"), job("other", withdrawn=date(2026, 2, 2))) == []
    assert told(job("keeper", deadline=Deadline(DeadlineKind.OPEN), filled=date(2026, 1, 1)), job("other")) == []
