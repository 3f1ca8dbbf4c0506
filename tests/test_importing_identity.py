"""Which posting a notice is another reading of."""

from __future__ import annotations

from typing import Any

import notices
import pytest

from jobglot.importing.draft import Draft, DraftEdition
from jobglot.importing.emit import files_of
from jobglot.importing.identity import own_id, recognise
from jobglot.importing.register import Register
from jobglot.importing.shelved import Shelved, shelved
from jobglot.source import read_document

FACTS: dict[str, Any] = {"organization": {"name": "Tide Office"}, "deadline": "2027-03-03"}


def _draft(title: str = "Keeper of gauges", found: str = "b.txt", tag: str = "en", **changes: Any) -> Draft:
    aliases, alternates = changes.pop("aliases", ()), changes.pop("alternates", ())
    return Draft(found, (DraftEdition(tag, title, aliases=aliases),), {**FACTS, **changes}, alternates=alternates)


def _there(draft: Draft) -> Shelved:
    """The posting that a draft has become."""
    texts = files_of(draft, "there", draft.editions[0].language, {})
    documents = {tag: read_document(text.encode(), "")[0] for tag, text in texts.items()}
    held = {tag: document for tag, document in documents.items() if document is not None}
    return shelved("there", {tag: f"there.{tag}.md" for tag in held}, held, frozenset([draft.found]))


def _is_it(draft: Draft, posting: Draft) -> bool:
    known = notices.known(base_url="https://jobs.example.org/")
    register = Register(known)
    register.add(_there(posting))
    return recognise(draft, known, register) is not None


PAGE = {"name": "x", "url": "https://a.example/job/7"}
HOME = {"name": "x", "url": "https://a.example/"}


@pytest.mark.parametrize(
    ("draft", "posting", "is_it"),
    [
        # By reference, within one employer: numbers begin at 1 in every office.
        (_draft("Guard", reference="HR-7"), _draft(reference="hr 7", deadline="2029-01-01"), True),
        (_draft("Guard", reference="HR-7", organization={"name": "Zoo"}), _draft(reference="HR-7"), False),
        (_draft("Guard", reference="HR-7", organization=""), _draft(reference="HR-7"), True),
        # By its page, unless a reference tells that this has another job now, or it is the page of all jobs.
        (_draft("Guard", source=PAGE), _draft(source={**PAGE, "url": f"{PAGE['url']}/"}), True),
        (_draft("Guard", source=PAGE, reference="1"), _draft(source=PAGE, reference="2"), False),
        (_draft("Guard", source=HOME), _draft(source=HOME), False),
        (_draft("Guard", aliases=("/old/7/",)), _draft(aliases=("/old/7",)), True),
        # By the page that it names as its translation, which is in a language that it is not in.
        (_draft("Garde", tag="fr", alternates=(PAGE["url"],)), _draft(source=PAGE), True),
        (_draft("Guard", alternates=(PAGE["url"],)), _draft(source=PAGE), False),
        # By the name of its file, in another language than those that are there, and of the same run.
        (_draft("Garde", "b_FR.docx", "fr"), _draft(found="b_EN.docx"), True),
        (_draft("Guard", "b_EN.docx"), _draft(found="b_EN.docx"), False),
        (_draft("Guard", "b_FR.docx"), _draft("Garde", "b_EN.docx", "fr"), False),
        (_draft("Garde", "b_FR.docx", "fr", deadline="2028-03-03"), _draft(found="b_EN.docx"), False),
        (_draft("Garde", "b_FR.docx", "fr", reference="1"), _draft(found="b_EN.docx", reference="2"), False),
        # By its title, of the same employer and run.
        (_draft("Keeper of gauges"), _draft("Keeper of the gauges"), True),
        (_draft("Keeper of gauges (m/f)"), _draft("Keeper of lighthouses"), False),
        (_draft(organization={"name": "Zoo"}), _draft(), False),
        (_draft(reference="1"), _draft(reference="2"), False),
        (_draft(reference="1"), _draft(), True),
        (_draft(deadline="2027-07-01"), _draft(), True),
        (_draft(deadline="2027-07-02"), _draft(), False),
        (_draft(deadline="open"), _draft(), True),
        # By the name of its notice, where it has no title.
        (_draft(""), _draft("", deadline="2029-01-01"), False),
    ],
)
def test_a_posting_is_known_by_what_tells_it_from_others(draft: Draft, posting: Draft, is_it: bool) -> None:
    """And by nothing less: what is taken for another one is written over."""
    assert _is_it(draft, posting) is is_it


def test_a_notice_without_title_is_known_by_its_file() -> None:
    """By its name, and the id that this gives."""
    known = notices.known()
    draft = _draft("", "keeper.txt")
    there = shelved("keeper", {}, {}, frozenset(["keeper.txt"]))
    for posting, is_it in ((there, True), (shelved("keeper", {}, {}, frozenset(["other.txt"])), False)):
        register = Register(known)
        register.add(posting)
        assert (recognise(draft, known, register) is posting) is is_it


def test_of_several_the_one_is_taken_that_has_most_in_common() -> None:
    """Title, places and deadline, in this order; of those that the same file gave, one that nothing tells apart."""
    known = notices.known()
    register = Register(known)
    first, second = (_draft(title, reference="7", locations=["ghent"]) for title in ("Keeper", "Guard"))
    for id_, draft in (("first", first), ("second", second)):
        held = _there(draft)
        register.add(shelved(id_, held.paths, held.documents, held.notices))
    assert [getattr(recognise(draft, known, register), "id", "") for draft in (first, second)] == ["first", "second"]
    assert getattr(recognise(first, known, register, taken={"second"}), "id", "") == "first"
    assert recognise(_draft("Guard", reference="7"), known, register, taken={"first", "second"}) is None
    assert getattr(recognise(second, known, register, taken={"first", "second"}), "id", "") == "second"


def test_an_id_is_of_the_title_or_of_the_file() -> None:
    """Never one of the languages."""
    assert own_id(_draft("Gärtner (m/w/d)"), ("en", "fr")) == "gartner"
    assert own_id(_draft("", "jobs/keeper.docx"), ("en", "fr")) == "keeper"
    assert own_id(_draft("", "keeper/fr.docx"), ("en", "fr")) == "keeper"
    assert own_id(_draft("", "fr/en.docx"), ("en", "fr")) == "imported"
