"""Values for tests: whole ones, with what a test cares about changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from jobglot.manuscript import Manuscript
from jobglot.markup import to_body
from jobglot.model import (
    Body,
    Content,
    Deadline,
    DeadlineKind,
    Edition,
    Localized,
    Organization,
    OrganizationEdition,
    Posting,
    State,
    Term,
    plain,
)
from jobglot.problem import Origin
from jobglot.settings import Config, MarkdownSettings
from jobglot.site import Site, Standing

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def config(**changes: Any) -> Config:
    """A two-language board in Brussels."""
    base = Config(
        name=Localized((("en", "Example Jobs"), ("fr", "Exemple Emplois"))),
        base_url="https://jobs.example.org/",
        languages=("en", "fr"),
        timezone="Europe/Brussels",
    )
    return replace(base, **changes)


def edition(language: str = "en", **changes: Any) -> Edition:
    """An edition with a title and a short body."""
    base = Edition(
        language=language,
        title="Data engineer" if language == "en" else "Ingénieur·e de données",
        slug="data-engineer",
        origin=Origin(f"content/postings/data-engineer.{language}.md", 1, 1),
        summary="",
        body=Body(html="<p>Build pipelines.</p>", text="Build pipelines."),
    )
    return replace(base, **changes)


def posting(id: str = "data-engineer", **changes: Any) -> Posting:  # noqa: A002
    """An open posting of the organization `acme`, in English, closing on 31 March 2026."""
    languages = changes.pop("languages_of_editions", ("en",))
    title = changes.pop("title", None)
    editions = tuple(
        edition(
            tag,
            slug=id,
            origin=Origin(f"content/postings/{id}.{tag}.md", 1, 1),
            **({"title": title} if title else {}),
        )
        for tag in languages
    )
    base = Posting(
        id=id,
        editions=editions,
        origin=Origin(f"content/postings/{id}.{languages[0]}.md", 1, 1),
        posted=date(2026, 2, 1),
        deadline=Deadline(DeadlineKind.DATE, date(2026, 3, 31)),
        organization="acme",
        categories=("it",),
    )
    return replace(base, **changes)


def term(id: str, **changes: Any) -> Term:  # noqa: A002
    """An entry of a vocabulary, named after its id."""
    return replace(Term(id=id, name=plain(id.title()), origin=Origin("content/categories.yaml", 1, 1)), **changes)


def organization(id: str = "acme", **changes: Any) -> Organization:  # noqa: A002
    """An organization in both languages."""
    editions = tuple(
        OrganizationEdition(tag, "ACME", id, Origin(f"content/organizations/{id}.{tag}.md", 1, 1))
        for tag in ("en", "fr")
    )
    return replace(Organization(id, editions, Origin(f"content/organizations/{id}.en.md", 1, 1)), **changes)


def content(*postings: Posting, **changes: Any) -> Content:
    """A content folder with these postings, one organization, one category and one place."""
    base = Content(
        postings=tuple(sorted(postings, key=lambda p: p.id)),
        organizations={"acme": organization()},
        categories={"it": term("it")},
        places={"brussels": term("brussels", name=Localized((("en", "Brussels"), ("fr", "Bruxelles"))), country="BE")},
    )
    return replace(base, **changes)


def standing(subject: Posting, state: State = State.OPEN, **changes: Any) -> Standing:
    """A standing by the posting's own date, as of `NOW`."""
    zone = ZoneInfo("Europe/Brussels")
    day = subject.deadline.day or date(2026, 12, 31)
    base = Standing(
        state=state,
        closes=datetime.combine(day + timedelta(days=1), datetime.min.time(), zone),
        last_day=day,
        zone="Europe/Brussels",
        updated=subject.updated or datetime.combine(subject.posted, datetime.min.time(), zone),
    )
    return replace(base, **changes)


def site(*postings: Posting, standings: Mapping[str, Standing] | None = None, **changes: Any) -> Site:
    """A site as of `NOW`; every posting open unless `standings` says otherwise; no listings and no similar jobs."""
    held = {p.id: (standings or {}).get(p.id) or standing(p) for p in postings}
    open_ids = tuple(p.id for p in postings if held[p.id].state.takes_applications)
    base = Site(
        config=config(),
        content=content(*postings),
        now=NOW,
        postings={p.id: p for p in postings},
        standings=held,
        open=open_ids,
        newest=open_ids,
        closing_soon=tuple(i for i in open_ids if held[i].state is State.CLOSING_SOON),
        archive=tuple(p.id for p in postings if held[p.id].state.is_over),
        scheduled=(),
        drafts=(),
        shown=frozenset(held),
        news=(),
        listings=(),
        similar={},
        next_change=None,
        valid_from=None,
    )
    return replace(base, **changes)


def manuscript(markdown: str, language: str = "en", **changes: Any) -> Manuscript:
    """An edition as written, its body beginning at line 5 of its file."""
    path = f"content/postings/data-engineer.{language}.md"
    body, _ = to_body(markdown, path, 5, MarkdownSettings())
    base = Manuscript(
        language=language,
        path=path,
        title={"en": "Data engineer, sea level", "fr": "Ingénieur·e de données, niveau de la mer"}.get(language, "–"),
        title_origin=Origin(path, 2, 8),
        summary="",
        summary_origin=Origin(path, 3, 10),
        markdown=markdown,
        line=5,
        html=body.html,
        text=body.text,
    )
    return replace(base, **changes)
