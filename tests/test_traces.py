"""As long as a trace holds, the file is the same; and after small changes most traces hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import ROOT

from jobglot.load import Loaded, load
from jobglot.model import Body, Content, Deadline, DeadlineKind, Posting, plain
from jobglot.packed import Unpack, pack
from jobglot.plan import Plan, plan, produce
from jobglot.relate import relate
from jobglot.routes import PageType, Route
from jobglot.traces import MARK, UNTRACED, Notes, Part, Stale, Trace, Tracer, Values, changed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OPEN = ("night-nurse-geriatrics", "backend-developer-python", "logistics-planner", "hr-officer-hospital")

Change = Callable[[Content], Content]


@pytest.fixture(scope="module")
def demo() -> Loaded:
    loaded, problems = load(ROOT)
    assert loaded is not None
    assert not problems
    return loaded


class First(NamedTuple):
    """Every file of the demo, with its trace, and the values that they are made from."""

    files: dict[str, tuple[bytes, Trace | None]]
    values: Values
    ground: bytes


@pytest.fixture(scope="module")
def first(demo: Loaded) -> First:
    planned = planned_of(demo)
    tracer = Tracer(planned)
    files = {path: tracer.make(path) for path in planned.routes}
    values = pack(tracer.values())
    assert values
    return First(files, Unpack[Values](Values)(values), tracer.ground)


def holding(planned: Plan, first: First) -> set[str]:
    """The paths of the plan whose traces still hold."""
    tracer = Tracer(planned)
    if tracer.ground != first.ground:
        return set()
    stale = Stale(changed(first.values, tracer.values()))
    traced = {path: trace for path, (_, trace) in first.files.items() if trace and path in planned.routes}
    return {path for path, trace in traced.items() if tracer.holds(trace, stale)}


def planned_of(loaded: Loaded, change: Change = lambda content: content, now: datetime = NOW) -> Plan:
    return plan(relate(change(loaded.content), loaded.config, now), loaded.look)[0]


def one(content: Content, change: Callable[[Posting], Posting | None], at: int = 0) -> Content:
    """The content with one posting that takes applications changed, or left out."""
    assert OPEN[at] in {posting.id for posting in content.postings}
    postings = [change(posting) if posting.id == OPEN[at] else posting for posting in content.postings]
    return replace(content, postings=tuple(posting for posting in postings if posting))


def with_edition(posting: Posting, **changes: object) -> Posting:
    changed = replace(posting.editions[0], **changes)  # type: ignore[arg-type]
    return replace(posting, editions=(changed, *posting.editions[1:]))


CHANGES: dict[str, Change] = {
    "nothing": lambda content: content,
    "body": lambda c: one(c, lambda p: with_edition(p, body=Body("<p>Other words.</p>", "Other words."))),
    "title": lambda c: one(c, lambda p: with_edition(p, title="Something else")),
    "summary": lambda c: one(c, lambda p: with_edition(p, summary="In short.")),
    "slug": lambda c: one(c, lambda p: with_edition(p, slug="elsewhere")),
    "edition": lambda c: one(c, lambda p: replace(p, editions=p.editions[:1])),
    "deadline": lambda c: one(
        c, lambda p: replace(p, deadline=Deadline(DeadlineKind.DATE, NOW.date() + timedelta(days=200)))
    ),
    "filled": lambda c: one(c, lambda p: replace(p, filled=NOW.date())),
    "categories": lambda c: one(c, lambda p: replace(p, categories=c.postings[-1].categories)),
    "featured": lambda c: one(c, lambda p: replace(p, featured=not p.featured)),
    "reference": lambda c: one(c, lambda p: replace(p, reference="R-1")),
    "attachments": lambda c: one(c, lambda p: replace(p, attachments=())),
    "removed": lambda c: one(c, lambda _: None),
    "another": lambda c: one(c, lambda p: replace(p, department=plain("Another")), at=3),
    "organization": lambda c: replace(
        c, organizations={id_: replace(o, url="https://other.example/") for id_, o in c.organizations.items()}
    ),
    "category": lambda c: replace(
        c, categories={id_: replace(term, name=plain(f"{id_}!")) for id_, term in c.categories.items()}
    ),
    "news": lambda c: replace(c, news=c.news[1:]),
    "pages": lambda c: replace(c, pages=c.pages[1:]),
    "file": lambda c: replace(c, files={path: data * 999 for path, data in c.files.items()}),
}

FEW = {"body": 0.2, "summary": 0.2, "reference": 0.2, "another": 0.2, "title": 0.5, "featured": 0.7, "deadline": 0.7}
"""The share of the traced files that may have to be made anew."""


@pytest.mark.parametrize("name", CHANGES)
def test_a_trace_that_holds_tells_the_truth(demo: Loaded, first: First, name: str):
    planned = planned_of(demo, CHANGES[name])
    held = holding(planned, first)
    for path in held:
        assert produce(planned, path) == first.files[path][0], path
    traced = {path for path in planned.routes if path in first.files and first.files[path][1]}
    assert len(traced) > len(first.files) / 2
    assert len(traced - held) <= FEW.get(name, 1) * len(traced)
    assert (traced == held) == (name == "nothing")


@pytest.mark.parametrize("days", [1, 20, 60, 400])
def test_time_passes(demo: Loaded, first: First, days: int):
    planned = planned_of(demo, now=NOW + timedelta(days=days))
    held = holding(planned, first)
    assert held
    for path in held:
        assert produce(planned, path) == first.files[path][0], path


def test_other_templates_catalogs_settings_and_assets_end_all_traces(demo: Loaded, first: First):
    look, config = demo.look, demo.config
    templates = {**look.templates, "_card.html": look.templates["_card.html"] + " "}
    static = {**look.static, "site.css": look.static["site.css"] + b" "}
    others = (
        replace(demo, look=replace(look, templates=templates)),
        replace(demo, look=replace(look, static=static)),
        replace(demo, look=replace(look, catalogs={**look.catalogs, "fr": look.catalogs["en"]})),
        replace(demo, config=replace(config, per_page=config.per_page + 1)),
    )
    for other in others:
        assert holding(planned_of(other), first) == set()


def test_files_are_the_same_with_and_without_traces(demo: Loaded, first: First):
    planned = planned_of(demo)
    assert {path: produce(planned, path) for path in planned.routes} == {
        p: data for p, (data, _) in first.files.items()
    }


def test_a_posting_is_known_by_its_files_where_all_of_them_are_known(demo: Loaded, first: First):
    """Another byte of a file, another name or a draft that is shown make it another; nothing else is looked at."""

    def of(change: Change = lambda content: content, seen: Mapping[str, bytes | None] = demo.seen) -> bytes:
        return Tracer(planned_of(demo, change)).values(seen).by_id["postings"][OPEN[0]]

    posting = next(posting for posting in demo.content.postings if posting.id == OPEN[0])
    *before, path = posting.files
    renamed = {**demo.seen, "x.fr.md": demo.seen[path]}
    assert of() != first.values.by_id["postings"][OPEN[0]]
    assert of(CHANGES["title"]) == of()
    others = {
        of(),
        of(seen={**demo.seen, path: b"other bytes"}),
        of(lambda c: one(c, lambda p: replace(p, files=(*before, "x.fr.md"))), renamed),
        of(lambda c: one(c, lambda p: replace(p, draft=True))),
    }
    assert len(others) == 4
    unknown = {**demo.seen, path: None}
    assert of(seen=unknown) == first.values.by_id["postings"][OPEN[0]]
    assert of(CHANGES["title"], unknown) != of(seen=unknown)


KEYS = st.sampled_from("abcd")
VALUES = st.dictionaries(KEYS, st.sampled_from([b"1", b"2"]))


@given(VALUES, VALUES)
def test_what_has_changed_is_what_differs(then: dict[str, bytes], now: dict[str, bytes]):
    """By whichever map."""
    expected = {key for key in "abcd" if then.get(key) != now.get(key)}
    routes = {key: Route(PageType.POSTING, "en", "", key) for key in "abcd"}
    found = changed(*(_values(values, routes) for values in (then, now)))
    parts: list[Part] = [("postings", key) for key in expected]
    parts += [("listings", ("categories", key)) for key in expected]
    parts += [("paths", routes[key]) for key in expected]
    assert found == set(parts)


def _values(values: dict[str, bytes], routes: dict[str, Route]) -> Values:
    listings = [(("categories", key), value) for key, value in values.items()]
    return Values({"postings": values}, listings, [(routes[key], value.decode()) for key, value in values.items()])


def test_a_trace_is_touched_by_what_it_names_and_by_nothing_else(demo: Loaded, first: First):
    """Whole marks are compared, and not whatever bytes of two of them happen to follow each other."""
    trace = first.files["en/jobs/night-nurse-geriatrics/index.html"][1]
    assert trace is not None
    assert len(trace.marks) > 2 * MARK
    assert len(trace.marks) % MARK == 0
    assert Stale([("postings", OPEN[0])]).touches(trace)
    assert Stale([("postings", "none"), ("standings", OPEN[0])]).touches(trace)
    assert not Stale([("postings", "none"), ("listings", OPEN[0])]).touches(trace)
    assert not Stale([]).touches(trace)
    shifted = trace._replace(marks=trace.marks[1:] + trace.marks[:1])
    assert not Stale([("postings", OPEN[0])]).touches(shifted)


def test_what_is_made_from_everything_has_no_trace(demo: Loaded, first: First):
    routes = planned_of(demo).routes
    for path, (_, trace) in first.files.items():
        if routes[path].type in UNTRACED:
            assert trace is None
        if routes[path].type in (PageType.POSTING, PageType.LISTING, PageType.HOME):
            assert trace is not None, path


def test_notes_of_what_is_made_within_are_kept_apart():
    notes = Notes()

    def make() -> tuple[object, object]:
        notes.parts.append(("a", "1"))
        return notes.gather(lambda: notes.parts.extend([("b", "2"), ("b", "2")]))

    (inner, inside), outside = notes.gather(make)
    assert inner is None
    assert (inside, outside) == ((("b", "2"),), (("a", "1"),))
    assert notes.parts == []
