"""A made-up bilingual board of any size: the same postings for every generator that is measured."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

BEGIN = date(2026, 9, 1)
NOW = "2026-11-21T12:00:00+00:00"
CATEGORIES = {f"field-{number}": (f"Field {number}", f"Domaine {number}") for number in range(1, 25)}
CITIES = [("Brussels", "Bruxelles", "BE"), ("Geneva", "Genève", "CH"), ("Lyon", "Lyon", "FR"), ("Ghent", "Gand", "BE")]
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo bra cle dri flo gru pla".split()
SECTIONS = {
    "en": ("What you will do", "What you bring", "What you find here"),
    "fr": ("Vos tâches", "Votre profil", "Ce que vous trouvez ici"),
}


@dataclass(frozen=True)
class Text:
    """One edition."""

    title: str
    summary: str
    body: str


@dataclass(frozen=True)
class Job:
    """One posting; `texts` by language."""

    slug: str
    category: str
    organization: str
    city: tuple[str, str, str]
    salary: int
    posted: date
    deadline: date
    texts: dict[str, Text]


def jobs(count: int) -> Iterator[Job]:
    """So many postings; a larger board begins with those of a smaller one."""
    for number in range(count):
        chance = random.Random(number)
        occupation = number % 200
        words = random.Random(1000 + occupation)
        trade = [_word(words) for _ in range(40)]
        posted = BEGIN + timedelta(days=chance.randrange(75))
        yield Job(
            slug=f"job-{number:06}",
            category=f"field-{occupation % 24 + 1}",
            organization=f"{_word(chance).title()} {_word(chance).title()}",
            city=CITIES[chance.randrange(len(CITIES))],
            salary=24_000 + 500 * chance.randrange(80),
            posted=posted,
            deadline=posted + timedelta(days=20 + chance.randrange(200)),
            texts={tag: _text(tag, trade, chance) for tag in ("en", "fr")},
        )


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randrange(2, 5)))


def _text(tag: str, trade: list[str], chance: random.Random) -> Text:
    common = [_word(random.Random(7 + n)) for n in range(300)]

    def sentence() -> str:
        words = chance.choices(trade, k=5) + chance.choices(common, k=9)
        chance.shuffle(words)
        return " ".join(words).capitalize() + "."

    parts = []
    for section in SECTIONS[tag]:
        parts += [f"## {section}", " ".join(sentence() for _ in range(5))]
        parts.append("\n".join(f"- **{chance.choice(trade)}** {sentence()}" for _ in range(5)))
    return Text(f"{trade[0].title()} {trade[1]}", sentence(), "\n\n".join(parts))
