"""Exports of WordPress."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.syndication import read_xml

TODAY = date(2026, 11, 21)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>"
)
BODY = (
    "We look for somebody who <strong>counts</strong> the lamps.\n\n"
    "[caption]<img src='x'>x[/caption]\n<ul>\n<li>a</li>\n</ul>\nBye"
)


def _post(
    title="Keeper",
    status="publish",
    link="https://old.example/job/keeper/",
    body=BODY,
    terms="",
    type_="job_listing",
    id_="",
    **meta,
):
    said = {"_company_name": "Lighthouse Agency", "_job_location": "Gent", "_application": "a@example.org", **meta}
    fields = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{text}]]></wp:meta_value></wp:postmeta>"
        for key, text in said.items()
    )
    return (
        f"<item><title><![CDATA[{title}]]></title><link>{link}</link><content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[Short.]]></excerpt:encoded><wp:post_date>2026-11-01 10:00:00</wp:post_date>"
        f"<wp:post_modified>2026-11-10 10:00:00</wp:post_modified><wp:status>{status}</wp:status>"
        f"<wp:post_id>{id_}</wp:post_id>"
        f'<wp:post_type>{type_}</wp:post_type><category domain="job_listing_type" nicename="x">Full Time</category>'
        f"{terms}{fields}</item>"
    )


def _read(*posts: str, base_url: str = "https://old.example/"):
    text = f"{HEAD}{''.join(posts)}</channel></rss>"
    return read_xml("wp.xml", text, notices.known(base_url=base_url), TODAY)


def _draft(**said) -> Draft:
    (found,) = _read(_post(**said))
    assert isinstance(found, Draft)
    return found


def test_a_job_of_wp_job_manager():
    """Its fields, its text without paragraphs, and its address, which leads on."""
    found = _draft(
        title="Keeper &amp; cleaner",
        terms='<category domain="job_listing_category" nicename="f">Finance and budget</category>',
        _job_expires="2027-01-31",
        _job_salary="3000",
        _job_salary_currency="EUR",
        _job_salary_unit="MONTH",
        _remote_position="0",
        _featured="1",
        _edit_lock="1:1",
        _company_tagline="x",
    )
    assert found.facts == {
        "employment_type": ["full_time"],
        "categories": ["finance"],
        "organization": "lighthouse-agency",
        "locations": ["ghent"],
        "salary": {"amount": "3000", "currency": "EUR", "per": "month"},
        "featured": True,
        "posted": "2026-11-01",
        "deadline": "2027-01-31",
        "apply": [{"email": "a@example.org"}],
    }
    (edition,) = found.editions
    assert (edition.title, edition.summary, edition.aliases) == ("Keeper & cleaner", "Short.", ("/job/keeper/",))
    assert edition.body == "We look for somebody who **counts** the lamps.\n\nx\n\n- a\n\nBye"
    assert found.notes == ("pictures are left out (1 here)",)


def test_translations_are_one_posting():
    """By the terms of Polylang; the facts of the first, the addresses of both."""
    terms = (
        '<category domain="language" nicename="{0}">x</category>'
        '<category domain="post_translations" nicename="pll_1">x</category>'
    )
    (found,) = _read(
        _post(title="Gardienne", terms=terms.format("fr"), link="https://old.example/fr/job/g/", body="Une lampe."),
        _post(terms=terms.format("en"), _application="b@example.org"),
    )
    assert isinstance(found, Draft)
    assert [(edition.language, edition.title, edition.aliases) for edition in found.editions] == [
        ("en", "Keeper", ("/job/keeper/",)),
        ("fr", "Gardienne", ("/fr/job/g/",)),
    ]
    assert found.facts["apply"] == [{"email": "b@example.org"}]


def test_translations_by_wpml_that_the_export_does_not_tell_are_told_of():
    """With what to do about it."""
    meta = {"_wpml_word_count": "12"}
    found = _read(_post(**meta), _post(title="Gardienne", link="https://old.example/fr/emploi/gardienne/", **meta))
    assert [any("WPML Export and Import" in note for note in each.notes) for each in found] == [True, False]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (
            {"_wpml_import_language_code": "en", "_wpml_import_translation_group": "12"},
            {"_wpml_import_language_code": "fr", "_wpml_import_translation_group": "12"},
        ),
        ({"id_": "7"}, {"_icl_lang_duplicate_of": "7", "link": "https://old.example/fr/emploi/gardienne/"}),
        ({}, {"link": "https://old.example/fr/job/keeper/"}),
        ({}, {"link": "https://old.example/job/keeper/?lang=fr"}),
        ({}, {"link": "https://fr.old.example/job/keeper/"}),
    ],
)
def test_translations_by_wpml_are_one_posting_where_the_export_tells(english, french):
    """By the fields of its add-on for exports, as duplicates, or by addresses; another job of the same name is none."""
    text = "Nous cherchons une personne qui compte les lampes de la tour."
    found = _read(
        _post(title="Gardienne", body=text, **french),
        _post(**english),
        _post(title="Pilot", link="https://old.example/job/pilot/"),
        _post(title="Pilot", link="https://old.example/job/pilot/?x=2"),
    )
    assert [[edition.title for edition in each.editions] for each in found if isinstance(each, Draft)] == [
        ["Keeper", "Gardienne"],
        ["Pilot"],
        ["Pilot"],
    ]


@pytest.mark.parametrize(
    ("status", "meta", "facts"),
    [
        ("publish", {}, {"deadline": "open"}),
        ("publish", {"_job_expires": "2027-01-31", "_application_deadline": "2027-01-15"}, {"deadline": "2027-01-15"}),
        ("expired", {"_job_expires": "2026-10-01"}, {"deadline": "2026-10-01"}),
        ("expired", {"_job_expires": "2027-01-31"}, {"deadline": "2026-11-10"}),  # somebody closed it
        ("expired", {}, {"deadline": "2026-11-10"}),
        ("publish", {"_filled": "1"}, {"deadline": "open", "filled": "2026-11-10"}),
        ("draft", {}, {"draft": True, "deadline": "open"}),
    ],
)
def test_states(status, meta, facts):
    """What is closed there must not open here."""
    found = _draft(status=status, **meta)
    assert facts.items() <= found.facts.items()


def test_what_is_no_job_is_left_out():
    """Pages, the bin; and fields that nobody knows are told, once."""
    page, bin_ = _post(type_="page"), _post(title="Gone", status="trash")
    first, second = _read(page, bin_, _post(_job_shift="night"), _post(title="Pilot", _job_shift="day"))
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert "left out: _job_shift" in first.notes
    assert "1 posts that are in the bin, or were never saved, are left out" in first.notes
    assert second.notes == first.notes[:1] + second.notes[1:]
    assert "left out: _job_shift" not in second.notes
    (refused,) = _read(page)
    assert isinstance(refused, Refusal)
    assert "only page" in refused.reason


def test_shortcodes_are_asked_about():
    """Readers would see them."""
    found = _draft(
        body='We look for somebody who counts the lamps.\n\n[contact-form-7 id="12"]\n\n[a note] [link](https://a.example)'
    )
    assert found.asks == ("the text has shortcodes of WordPress, [contact-form-7]: write out what they showed",)
