"""A page of HTML: its JobPosting data where it has them, else its text as a notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.html_text import read_html
from jobglot.importing.job_posting import job_postings, offer_of, parse
from jobglot.importing.known import Known
from jobglot.importing.notice import Hints, read_notice
from jobglot.importing.offer import draft_of


def read_page(found: str, html: str, known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of a page."""
    page = read_html(html)
    postings = [posting for script in page.data for posting in job_postings(parse(script))]
    if postings:
        offers = [offer_of(posting, found, page.language, page.url, page.site) for posting in postings]
        drafts = [draft_of(offer, known, today) for offer in offers]
    else:
        drafts = [read_notice(found, page.text, known, today, Hints(page.title, page.site, page.url))]
    if len(drafts) > 1:  # a list of jobs: its translation is one of none of them
        return drafts
    return [replace(each, alternates=page.alternates) if isinstance(each, Draft) else each for each in drafts]
