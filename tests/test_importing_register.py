"""Postings found by what they are recognised by."""

from __future__ import annotations

import random
from collections.abc import Iterator

import notices

from jobglot.importing.comparing import comparable
from jobglot.importing.draft import Draft, DraftEdition
from jobglot.importing.identity import recognise
from jobglot.importing.register import Register
from jobglot.importing.shelved import Shelved
from jobglot.source import read_document

WORDS = "senior chief data harbour lamp lamps keeper keepers officer economist analyste de la gardienne nurse".split()
NAMES = ("", "tide-office", "European Tide Office", "Oven", "oven", "!", "Lighthouse Agency")
EMPTY, _ = read_document(b"---\n---\n", "x.md")
FILES = ("a_en.txt", "a_fr.txt", "b_en.docx and b_fr.docx", "b_fr.txt", "jobs.csv, row 2", "jobs_en.csv, row 3")


class _Plain(Register):
    """All postings, whatever is asked for."""

    def at(self, keys):  # noqa: ARG002
        return list(self)

    def titled(self, titles, organizations):  # noqa: ARG002
        return list(self)


def _drafts(dice: random.Random, count: int) -> Iterator[Draft]:
    """Drafts with much in common; titles that differ by a letter or a word."""
    for _ in range(count):
        facts: dict[str, object] = {"organization": dice.choice([*NAMES, {"name": "OVEN"}])}
        facts["deadline"] = dice.choice(["open", "2027-05-01", "2028-05-01"])
        facts["reference"] = dice.choice(["", "", "", "R-1", "R-2"])
        facts["source"] = {"url": dice.choice(["https://a.example/", "https://a.example/7/", "https://a.example/8"])}
        facts["locations"] = dice.choice([["ghent"], ["brussels"]])
        editions = []
        for tag in dice.choice([("en",), ("fr",), ("en", "fr")]):
            title = " ".join(dice.choices(WORDS, k=dice.randint(0, 6)))
            at = dice.randrange(len(title) + 1)
            title = title[:at] + dice.choice(["", "", "x", " (m/f)"]) + title[at + dice.randint(0, 1) :]
            editions.append(DraftEdition(tag, title, aliases=dice.choice([(), (), ("/old/1",), ("/old/2/",)])))
        others = dice.choice([(), ("https://a.example/7",), ("https://jobs.example.org/old/1",)])
        yield Draft(dice.choice(FILES), tuple(editions), facts, alternates=others)  # type: ignore[arg-type]


def _shelved(id_: str, draft: Draft) -> Shelved:
    organization = draft.facts["organization"]
    return Shelved(
        id_,
        {},
        {edition.language: EMPTY for edition in draft.editions},
        frozenset([draft.found]),
        reference=comparable(str(draft.facts["reference"])),
        organization=organization if isinstance(organization, str) else "OVEN",
        url=str(draft.facts["source"]["url"]).rstrip("/"),  # type: ignore[index,call-overload]
        aliases=frozenset(alias.rstrip("/") for edition in draft.editions for alias in edition.aliases),
        deadline=str(draft.facts["deadline"]),
        locations=tuple(draft.facts["locations"]),  # type: ignore[arg-type]
        titles={edition.language: comparable(edition.title) for edition in draft.editions},
    )


def test_a_draft_is_recognised_as_if_it_were_compared_with_every_posting():
    """Also after postings have changed."""
    known = notices.known(base_url="https://jobs.example.org/")
    found = 0
    for seed in range(30):
        dice = random.Random(seed)
        quick, plain = Register(known), _Plain(known)
        for number, draft in enumerate(_drafts(dice, 60)):
            one, other = recognise(draft, known, quick), recognise(draft, known, plain)
            assert one is other
            found += one is not None
            id_ = one.id if one is not None and dice.random() < 0.3 else f"job-{number}"
            posting = _shelved(id_, draft)
            quick.add(posting)
            plain.add(posting)
            assert [posting.id for posting in quick] == [posting.id for posting in plain]
    assert found > 900


def test_few_are_looked_at():
    """Not those of other organizations, nor those with other titles."""
    known = notices.known()
    register = Register(known)
    for number in range(50):
        title = f"keeper of the {WORDS[number % 14]} {WORDS[number * 5 % 14]}"
        register.add(Shelved(f"job-{number}", {}, {}, organization=f"office {number % 2}", titles={"en": title}))
    found = register.titled([("en", "keeper of the lamp data")], ["Office 0"])
    assert {posting.organization for posting in found} <= {"office 0"}
    assert register.titled([("en", "accountant of the mint")], None) == []
    assert register.titled([("en", "keeper of the lamp data")], None) != []
    assert register.at([("id", "job-7"), ("id", "nobody")]) == [register.get("job-7")]
    assert "job-7" in register
