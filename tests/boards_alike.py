"""Boards for the tests of similar jobs: postings in a few words, and any board a random generator can think of."""

from __future__ import annotations

from builders import content, edition, posting, term
from hypothesis import strategies as st

from jobglot.likeness import Engine, Index, index_of
from jobglot.model import Body, Content, Contract, ContractKind, Location, Posting, Remote, plain

LANGUAGES = ("en", "fr", "de")
CATEGORIES = {"it": term("it"), "data": term("data", parent="it"), "food": term("food"), "care": term("care")}
PLACES = {
    "belgium": term("belgium", country="BE"),
    "brussels": term("brussels", parent="belgium"),
    "ghent": term("ghent"),
}


def job(id_: str, title: str = "", text: str = "", *, language: str = "en", **facts: object) -> Posting:
    """A posting in one language of an employer of its own, without categories unless given."""
    written = (edition(language, title=title or id_, body=Body(text=text)),)
    return posting(id_, **{"editions": written, "organization": f"of-{id_}", "categories": (), **facts})


def bilingual(id_: str, english: tuple[str, str], french: tuple[str, str], **facts: object) -> Posting:
    """A posting in English and French: title and text of each."""
    written = (
        edition("en", title=english[0], body=Body(text=english[1])),
        edition("fr", title=french[0], body=Body(text=french[1])),
    )
    return posting(id_, **{"editions": written, "organization": f"of-{id_}", "categories": (), **facts})


def board_of(*postings: Posting) -> Content:
    """The content folder with these."""
    return content(*postings, categories=CATEGORIES, places=PLACES)


def indexed(*postings: Posting, candidates: tuple[str, ...] | None = None, engine: Engine | None = None) -> Index:
    """An index over all of them."""
    held = {p.id: p for p in postings}
    return index_of(held, held, held if candidates is None else candidates, board_of(*postings), LANGUAGES, engine)


_WORDS = [
    "cook",
    "chef",
    "menu",
    "data",
    "engineer",
    "pipelines",
    "nurse",
    "patients",
    "SQL",
    "HACCP",
    "café",
    "l’équipe",
]
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)


@st.composite
def boards(draw: st.DrawFn) -> tuple[Posting, ...]:
    """Up to nine postings that share some words, languages, facts and employers."""
    found = []
    for number in range(draw(st.integers(0, 9))):
        written = draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))
        editions = tuple(
            edition(language, title=draw(_TEXTS), body=Body(text=draw(_TEXTS)))
            for language in LANGUAGES
            if language in written
        )
        place = draw(
            st.sampled_from([Location(place="brussels"), Location(place="ghent"), Location(city=plain("Ghent"))])
        )
        kind = draw(st.sampled_from([None, *ContractKind]))
        found.append(
            posting(
                f"p{number}",
                editions=editions,
                organization=draw(st.sampled_from(["", "acme", "zeta"])),
                categories=tuple(draw(st.lists(st.sampled_from(list(CATEGORIES)), max_size=2, unique=True))),
                locations=draw(st.sampled_from([(), (place,)])),
                remote=draw(st.sampled_from(list(Remote))),
                contract=None if kind is None else Contract(kind),
                reference=draw(st.sampled_from(["", "", "R1"])),
            )
        )
    return tuple(found)
