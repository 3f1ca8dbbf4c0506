"""Bilingual postings with clean facts, made from a number: the same figures in both, written as each language does."""

from __future__ import annotations

import random
from datetime import date, timedelta

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
TITLES = [
    ("Gauge keeper", "Gardien·ne de marégraphes"),
    ("Night nurse, geriatrics", "Infirmier·ère de nuit, gériatrie"),
    ("Project manager, coastal defence", "Chef·fe de projet, défense du littoral"),
    ("Legal translator", "Traducteur ou traductrice juridique"),
    ("Data analyst, tides", "Analyste de données, marées"),
    ("Accountant", "Comptable"),
    ("Bus driver", "Conducteur/trice de bus"),
    ("Front-end developer (3D maps)", "Développeur(euse) front-end, cartes 3D"),
    ("Lawyer, sea law 2027", "Avocat·e, droit de la mer 2027"),
    ("Cook", "Cuisinier / Cuisinière"),
]
PLAIN = [
    (
        "You look after the gauges of the coast with {n} colleagues.",
        "Vous prenez soin des marégraphes de la côte avec {n} collègues.",
    ),
    (
        "In {year}, the office answered {big} letters from {n} countries.",
        "En {year}, le bureau a répondu à {big} lettres venues de {n} pays.",
    ),
    (
        "The budget is {money} a year, of which {percent} goes to travel.",
        "Le budget est de {money} par an, dont {percent} pour les voyages.",
    ),
    (
        "The day begins at {hour} and ends when the tide says so.",
        "La journée commence à {hour} et finit quand la marée le veut.",
    ),
    ("The work begins on {start} and lasts {months} months.", "Le travail commence le {start} et dure {months} mois."),
    (
        "The station of {place} was opened in {month_year} by a minister (who has left).",
        "La station de {place} a été ouverte en {month_year} par un ministre (parti depuis).",
    ),
    ("We reimburse {cents} for every kilometre.", "Nous remboursons {cents} par kilomètre."),
    ("Interviews take place on {interview}, at {hour}.", "Les entretiens ont lieu le {interview}, à {hour}."),
    (
        "The notice {ref} of {posted} explains the rules that apply to this post.",
        "L’avis {ref} du {posted} explique les règles qui valent pour ce poste.",
    ),
    (
        "Questions go to [the team](mailto:{mail_en}) or to {person}.",
        "Les questions vont à [l’équipe](mailto:{mail_fr}) ou à {person}.",
    ),
    (
        "The terms are on [the pages of the office](https://example.org/en/p{n}/terms).",
        "Les conditions sont sur [les pages du bureau](https://example.org/fr/p{months}/conditions).",
    ),
    (
        "That is a lot of water, and that that is so is no secret.",
        "C’est beaucoup d’eau, et nous nous en doutions, ce n’est un secret pour personne.",
    ),
    (
        "Contracts run until {later} and may be renewed once.",
        "Les contrats courent jusqu’au {later} et peuvent être renouvelés une fois.",
    ),
    (
        "The report is due on {later}, before the next session.",
        "Le rapport est attendu le {later}, avant la prochaine session.",
    ),
    (
        "You work 37 hours and 40 minutes a week, and have {days} days of leave.",
        "Vous travaillez 37 h 40 par semaine et avez {days} jours de congé.",
    ),
    (
        "The 21st conference (with {big} guests) was **a success**.",
        "La 21e conférence (avec {big} personnes) a été **un succès**.",
    ),
    ("Two of us speak Dutch; three can swim.", "Deux d’entre nous parlent néerlandais ; trois savent nager."),
    (
        "The European Union pays {money}, and the region {percent} of the rest.",
        "L’Union européenne verse {money}, et la région {percent} du reste.",
    ),
]
ITEMS = [
    ("Read {n} gauges before noon", "Lire {n} marégraphes avant midi"),
    ("At least {years} years of experience", "Au moins {years} ans d’expérience"),
    ("A driving licence (B)", "Un permis de conduire (B)"),
    ("English at level C1, French at level B2", "Anglais au niveau C1, français au niveau B2"),
    ("Reports of {days} pages at most", "Rapports de {days} pages au plus"),
    ("Up to {money} in your own hands", "Jusqu’à {money} sous votre responsabilité"),
    ("No fear of heights", "Ne pas avoir le vertige"),
]
CLOSINGS = [
    (
        "Send your application no later than {deadline}, with a CV.",
        "Envoyez votre candidature au plus tard le {deadline}, avec un CV.",
    ),
    ("**Closing date:** {deadline}", "**Date limite :** {deadline}"),
    ("Please apply by {deadline} at {hour}.", "Veuillez postuler d’ici au {deadline}, à {hour}."),
    (
        "Only those whose application looks right are called.",
        "Seules les personnes dont le dossier convient sont appelées.",
    ),
]
HEADINGS = [
    ("The work", "Le travail"),
    ("Your profile", "Votre profil"),
    ("What we offer", "Ce que nous offrons"),
    ("How to apply", "Comment postuler"),
]
PLACES = ["Ghent", "Lille", "Oran", "Aberdeen"]


class Pen:
    """Writes figures as one language does."""

    def __init__(self, language: str, facts: dict[str, object], rng: random.Random) -> None:
        self.language, self.facts, self.rng = language, facts, rng

    def day(self, day: date) -> str:
        name = MONTHS[self.language][day.month - 1]
        if self.language == "en":
            return self.rng.choice([f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}"])
        first = "1er" if day.day == 1 else str(day.day)
        return self.rng.choice([f"{first} {name} {day.year}", f"{day:%d/%m/%Y}"])

    def number(self, value: int) -> str:
        gap = "," if self.language == "en" else self.rng.choice([" ", "\u202f", "\u00a0"])
        return f"{value:,}".replace(",", gap)

    def money(self, value: int) -> str:
        if self.language == "en":
            return self.rng.choice([f"€{value:,}", f"{value:,} EUR", f"EUR {value:,}"])
        return f"{self.number(value)}{self.rng.choice([' ', chr(0xA0)])}{self.rng.choice(['€', 'EUR', 'euros'])}"

    def hour(self, minute: int) -> str:
        hour, rest = divmod(minute, 60)
        if self.language == "fr":
            return f"{hour} h {rest:02}" if rest else f"{hour} h"
        half = "am" if hour < 12 else "pm"
        twelve = (hour - 1) % 12 + 1
        return self.rng.choice([f"{twelve}.{rest:02} {half}", f"{hour}:{rest:02}"]) if rest else f"{twelve} {half}"

    def filled(self, text: str) -> str:
        """A template with the facts in it."""
        words = {key: self._written(key, value) for key, value in self.facts.items()}
        return text.format(**words)

    def _written(self, key: str, value: object) -> str:
        if isinstance(value, date):
            if key == "month_year":
                return f"{MONTHS[self.language][value.month - 1]} {value.year}"
            return self.day(value)
        if key == "money":
            return self.money(int(str(value)))
        if key == "cents":
            return f"0.{value} EUR" if self.language == "en" else f"0,{value} €"
        if key == "big":
            return self.number(int(str(value)))
        if key == "percent":
            return f"{value}%" if self.language == "en" else f"{value}\u00a0%"
        return self.hour(int(str(value))) if key == "hour" else str(value)


def files_of(number: int) -> dict[str, str]:
    """The two files of a posting, by path."""
    rng = random.Random(number)
    posted = date(2026, 1, 1) + timedelta(days=rng.randrange(200))
    deadline = posted + timedelta(days=rng.randrange(10, 90))
    facts: dict[str, object] = {
        "n": rng.randrange(2, 13),
        "years": rng.randrange(2, 9),
        "months": rng.randrange(6, 37),
        "days": rng.randrange(20, 35),
        "year": rng.randrange(1990, 2026),
        "big": rng.randrange(1000, 90_000),
        "money": rng.randrange(1000, 2_000_000),
        "percent": rng.randrange(5, 95),
        "hour": rng.choice([480, 495, 570, 780, 840, 965, 1020]),
        "cents": rng.randrange(20, 60),
        "start": deadline + timedelta(days=60),
        "later": deadline + timedelta(days=700),
        "interview": deadline + timedelta(days=20),
        "month_year": date(rng.randrange(1950, 2026), rng.randrange(1, 13), 1),
        "posted": posted,
        "deadline": deadline,
        "after": deadline + timedelta(days=1),
        "place": rng.choice(PLACES),
        "ref": f"HQ-{posted.year}/{rng.randrange(100, 999)}",
        "mail_en": "jobs@example.org",
        "mail_fr": "emplois@example.org",
        "person": "ana.lopez@example.org",
    }
    title = rng.choice(TITLES)
    blocks: list[tuple[str, str]] = []
    for heading in HEADINGS:
        blocks.append((f"## {heading[0]}", f"## {heading[1]}"))
        chosen = rng.sample(PLAIN, 3)
        blocks.append((" ".join(en for en, _ in chosen), " ".join(fr for _, fr in chosen)))
        items = rng.sample(ITEMS, rng.randrange(0, 5))
        blocks.append(("\n".join(f"- {en}." for en, _ in items), "\n".join(f"- {fr}." for _, fr in items)))
    blocks.append(rng.choice(CLOSINGS))
    found = {}
    for at, language in enumerate(("en", "fr")):
        pen = Pen(language, facts, random.Random(f"{number} {language}"))
        body = "\n\n".join(pen.filled(block[at]) for block in blocks if block[at])
        front = f"title: “{title[at]}”\n".replace("“", '"').replace("”", '"')
        if language == "en":
            front += (
                f"organization: {{name: Office {number % 400}}}\nlocations: [{{city: Ghent, country: BE}}]\n"
                f"salary: {{min: 3000, max: 4000, currency: EUR, per: month}}\nposted: {posted}\ndeadline: {deadline}\n"
                "apply: [{email: jobs@example.org}]\n"
            )
        found[f"content/postings/p{number:04}.{language}.md"] = f"---\n{front}---\n\n{body}\n"
    return found
