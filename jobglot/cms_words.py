"""The words of the browser CMS's forms: labels and help, in the language of a board's editors.

Labels and choices that readers see as well are those of the interface; the rest, which is for editors only, stands in
catalogs of its own, `templates/locales/forms/`. What neither has is English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jobglot.desk import CONTRACTS, EMPLOYMENT_TYPES, REMOTE
from jobglot.i18n import Catalog

LABELS: Mapping[str, str] = {
    "slug": "Address",
    "aliases": "Earlier addresses",
    "locations": "Place of work",
    "remote": "Remote work",
    "applicant_countries": "Applicants may live in",
    "industry": "Sector",
    "employment_type": "Type of employment",
    "probation_months": "Months of probation",
    "leave_days": "Leave",
    "salary": "Pay",
    "min": "At least",
    "max": "At most",
    "posted": "Published",
    "opens": "Opens",
    "updated": "Last changed",
    "timezone": "Time zone",
    "max_applications": "Most applications",
    "apply": "How to apply",
    "documents": "Documents to send",
    "contact": "Questions",
    "url": "Website",
    "email": "E-mail",
    "post": "By post",
    "audience": "For whom",
    "clearance": "Security clearance",
    "eligibility": "Who may apply",
    "criteria": "Selection criteria",
    "more": "More facts",
    "featured": "Featured",
    "attachments": "Files",
    "notice": "To be seen first",
    "parent": "Belongs to",
    "order": "Order of pages",
    "source": "Source of the notice",
    "menu": "In the menu",
    "label": "Criterion",
}
"""Labels of keys; every other key is its own label, with a capital and without underscores.

Where readers see the same English word for something else (“Order” for sorting, “Source” for the code), it is another.
"""

CHOICES: Mapping[str, str] = {
    **{key.value: words for key, words in EMPLOYMENT_TYPES.items()},
    **{key.value: words for key, words in CONTRACTS.items()},
    **{key.value: words for key, words in REMOTE.items()},
    "other": "Other",
    "true": "Yes",
    "false": "No",
    "hour": "An hour",
    "day": "A day",
    "week": "A week",
    "month": "A month",
    "year": "A year",
}
"""What the words to choose from mean."""


@dataclass(frozen=True, slots=True)
class Say:
    """English words in a language, as its catalog has them."""

    language: str
    catalog: Catalog

    def __call__(self, words: str) -> str:
        """The words in the language."""
        return self.catalog.gettext(words)

    def label(self, key: str) -> str:
        """What the form calls a key."""
        return self(LABELS.get(key, key.replace("_", " ").capitalize()))

    def choice(self, value: str) -> str:
        """What the form calls a word to choose."""
        return self(CHOICES.get(value, value))
