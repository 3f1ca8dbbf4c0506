"""As long as the key of a trace is the same, so is the file; and after small changes most keys are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sites import ROOT

from jobglot.load import Loaded, load
from jobglot.model import Body, Content, Deadline, DeadlineKind, Posting, plain
from jobglot.plan import Plan, plan, produce
from jobglot.relate import relate
from jobglot.routes import PageType
from jobglot.traces import UNTRACED, Notes, Trace, Tracer

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OPEN = ("night-nurse-geriatrics", "backend-developer-python", "logistics-planner", "hr-officer-hospital")

Change = Callable[[Content], Content]


@pytest.fixture(scope="module")
def demo() -> Loaded:
    loaded, problems = load(ROOT)
    assert loaded is not None
    assert not problems
    return loaded


@pytest.fixture(scope="module")
def first(demo: Loaded) -> dict[str, tuple[bytes, Trace | None, bytes]]:
    """Every file of the demo, with its trace and key."""
    planned = planned_of(demo)
    tracer = Tracer(planned)
    found = {}
    for path in planned.routes:
        data, trace = tracer.make(path)
        found[path] = (data, trace, tracer.key(trace) if trace else b"")
    return found


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
def test_a_trace_that_holds_tells_the_truth(
    demo: Loaded, first: dict[str, tuple[bytes, Trace | None, bytes]], name: str
):
    planned = planned_of(demo, CHANGES[name])
    tracer = Tracer(planned)
    traced = anew = 0
    for path in planned.routes:
        data, trace, key = first.get(path, (b"", None, b""))
        if trace is None:
            continue
        traced += 1
        if tracer.key(trace) == key:
            assert produce(planned, path) == data, path
        else:
            anew += 1
    assert traced > len(first) / 2
    assert anew <= FEW.get(name, 1) * traced
    assert (anew == 0) == (name == "nothing")


@pytest.mark.parametrize("days", [1, 20, 60, 400])
def test_time_passes(demo: Loaded, first: dict[str, tuple[bytes, Trace | None, bytes]], days: int):
    planned = planned_of(demo, now=NOW + timedelta(days=days))
    tracer = Tracer(planned)
    held = 0
    for path in planned.routes.keys() & first.keys():
        data, trace, key = first[path]
        if trace and tracer.key(trace) == key:
            held += 1
            assert produce(planned, path) == data, path
    assert held


def test_other_templates_catalogs_settings_and_assets_end_all_traces(
    demo: Loaded, first: dict[str, tuple[bytes, Trace | None, bytes]]
):
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
        tracer = Tracer(planned_of(other))
        assert not any(trace and tracer.key(trace) == key for _, trace, key in first.values())


def test_files_are_the_same_with_and_without_traces(demo: Loaded, first: dict[str, tuple[bytes, Trace | None, bytes]]):
    planned = planned_of(demo)
    assert {path: produce(planned, path) for path in planned.routes} == {p: data for p, (data, _, _) in first.items()}


def test_keys_do_not_depend_on_the_process_or_the_order(
    demo: Loaded, first: dict[str, tuple[bytes, Trace | None, bytes]]
):
    tracer = Tracer(planned_of(demo))
    for _, trace, key in reversed(first.values()):
        if trace:
            assert tracer.key(trace) == key


def test_what_is_made_from_everything_has_no_trace(demo: Loaded, first: dict[str, tuple[bytes, Trace | None, bytes]]):
    routes = planned_of(demo).routes
    for path, (_, trace, _) in first.items():
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
