"""A small site in a folder, for tests of the preview: one posting in two languages, one in one."""

from __future__ import annotations

from pathlib import Path

from sites import write_files

NURSE = "content/postings/nurse.en.md"
FILES = {
    "config.yaml": "name: Board\nbase_url: https://jobs.example.org/\nlanguages: [en, fr]\ntimezone: Europe/Brussels\n"
    "checks: {pay-missing: off, title-gendered: off}\n",
    "content/categories.yaml": "health: {name: {en: Health, fr: Santé}}\n",
    NURSE: (
        "---\ntitle: Nurse\norganization: {name: Clinic}\nlocations: [{city: Ghent, country: BE}]\n"
        "categories: [health]\nposted: 2027-01-04\ndeadline: 2027-01-31\nupdated: 2027-01-04\n"
        "apply: [{email: jobs@clinic.example}]\n---\n\nCare for people.\n"
    ),
    "content/postings/nurse.fr.md": "---\ntitle: Infirmier\n---\n\nSoigner.\n",
    "content/postings/cook.en.md": (
        "---\ntitle: Cook\norganization: {name: Clinic}\nlocations: [{city: Ghent, country: BE}]\n"
        "categories: [health]\nposted: 2027-01-04\ndeadline: 2027-02-15\nupdated: 2027-01-04\n"
        "apply: [{email: jobs@clinic.example}]\n---\n\nFeed people.\n"
    ),
}


def small_site(folder: Path) -> Path:
    """The site, in a new folder."""
    write_files(folder, FILES)
    return folder


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text in a file of the site, where it stands once."""
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), "utf-8")
