"""Feeds that boards publish."""

from __future__ import annotations

import json
from datetime import date

import notices

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.json_jobs import read_json
from jobglot.importing.syndication import day_of, read_xml

TODAY = date(2026, 11, 21)
BODY = (
    "<p>We look for somebody who counts the lamps &amp; cleans them.</p>"
    "<h3>Tasks</h3><ul><li>see <a href='/r'>r</a></li></ul>"
)

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:job_listing="https://old.example">
<channel><title>Old board</title><language>en-GB</language>
<item><title>Keeper &#038; cleaner</title><link>https://old.example/job/7/</link>
<pubDate>Sun, 01 Nov 2026 10:00:00 +0000</pubDate>
<guid isPermaLink="false">https://old.example/?p=7</guid><description><![CDATA[We look for &#8230;]]></description>
<content:encoded><![CDATA[{BODY}]]></content:encoded>
<category>Logistics</category><category>Finance and budget</category>
<job_listing:location>Gent, Belgium</job_listing:location><job_listing:job_type>Full Time</job_listing:job_type>
<job_listing:company>Lighthouse Agency</job_listing:company><job_listing:shift>night</job_listing:shift></item>
<item><title>Pilot</title><link>https://old.example/job/8/</link><job_listing:shift>day</job_listing:shift></item>
</channel></rss>"""


def _read(text: str, base_url: str = "https://jobs.example.org/"):
    return read_xml("jobs.xml", text, notices.known(base_url=base_url), TODAY)


def test_the_feed_of_wp_job_manager():
    """Its own elements are known by the names that columns have; the whole text goes before the cut one."""
    first, second = _read(RSS)
    assert isinstance(first, Draft)
    assert first.found == "jobs.xml, Keeper & cleaner"
    assert first.facts == {
        "organization": "lighthouse-agency",
        "locations": ["ghent"],
        "categories": ["logistics", "finance"],
        "employment_type": ["full_time"],
        "posted": "2026-11-01",
        "deadline": "open",
        "source": {"name": "old.example", "url": "https://old.example/job/7/"},
        "apply": [{"url": "https://old.example/job/7/"}],
    }
    (edition,) = first.editions
    assert edition.title == "Keeper & cleaner"
    assert edition.body.endswith("## Tasks\n\n- see [r](https://old.example/r)")
    assert isinstance(second, Draft)
    assert "left out: shift" in first.notes
    assert "left out: shift" not in second.notes


def test_old_addresses_of_a_feed_lead_on():
    """Where the board takes the place of the site that the feed is of."""
    first, _ = _read(RSS, "https://old.example/")
    assert isinstance(first, Draft)
    assert first.editions[0].aliases == ("/job/7/",)
    assert "source" not in first.facts


def test_atom():
    """Its link, its days, its categories, and a text that is XHTML."""
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><title>Gardienne</title>'
        '<link rel="self" href="https://a.example/x"/><link href="https://a.example/7"/><id>urn:7</id>'
        "<published>2026-11-01T10:00:00Z</published><updated>2026-11-02T10:00:00Z</updated>"
        '<category term="Finance and budget"/>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Une <b>lampe</b>.</p></div></content>'
        "</entry></feed>"
    )
    (draft,) = _read(text)
    assert isinstance(draft, Draft)
    assert [(edition.language, edition.body) for edition in draft.editions] == [("fr", "Une **lampe**.")]
    assert (draft.facts["posted"], draft.facts["categories"]) == ("2026-11-01", ["finance"])
    assert "updated" not in draft.facts
    assert draft.facts["source"] == {"name": "a.example", "url": "https://a.example/7"}


def test_an_xml_feed_of_jobs():
    """As job search engines take them: names without spaces, the place in parts."""
    text = (
        "<source><publisher>x</publisher><job><title><![CDATA[Keeper]]></title><referencenumber>u1</referencenumber>"
        "<company>Lighthouse Agency</company><city>Namur</city><country>BE</country><jobtype>fulltime</jobtype>"
        "<expirationdate>2027-01-15</expirationdate><salary>€50K per year</salary></job></source>"
    )
    (draft,) = _read(text)
    assert isinstance(draft, Draft)
    assert draft.facts["locations"] == [{"city": "Namur", "country": "BE"}]
    assert (draft.facts["reference"], draft.facts["deadline"]) == ("u1", "2027-01-15")
    assert draft.facts["salary"] == {"amount": "50000", "currency": "EUR", "per": "year"}


def test_json_feed():
    """Told from other JSON by its version."""
    item = {
        "id": "7",
        "url": "https://old.example/7",
        "title": "Keeper",
        "content_html": BODY,
        "date_published": "2026-11-01T10:00:00+01:00",
        "tags": ["Finance and budget"],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "x",
        "items": [item, {"id": "8", "content_text": "x"}],
    }
    first, second = read_json("f.json", json.dumps(feed), notices.known(), TODAY)
    assert isinstance(first, Draft)
    assert (first.facts["posted"], first.facts["categories"]) == ("2026-11-01", ["finance"])
    assert first.editions[0].body.startswith("We look for somebody who counts the lamps & cleans them.")
    assert isinstance(second, Draft)
    assert second.editions[0].asks  # no title


def test_what_is_no_feed_is_refused():
    """With the reason; entities could fill the memory."""
    for text, why in (
        ("<rss><channel>", "no XML"),
        ("<rss><channel/></rss>", "no <item>"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
    ):
        (refused,) = _read(text)
        assert isinstance(refused, Refusal)
        assert why in refused.reason


def test_control_characters_do_not_hide_a_feed():
    """Pasted texts bring them into many."""
    first, _ = _read(RSS.replace("counts", "cou\x0bn\uffffts"))
    assert isinstance(first, Draft)


def test_entities_of_html_and_bare_ampersands_do_not_hide_a_feed():
    """No XML has them, and many feeds do; what is marked as data stays as it is."""
    text = (
        "<rss><channel><item><title>R&D&nbsp;lead &amp; more</title><link>https://a.example/?a=1&b=2</link>"
        "<company><![CDATA[A&B &nbsp;]]></company></item></channel></rss>"
    )
    (draft,) = _read(text)
    assert isinstance(draft, Draft)
    assert draft.editions[0].title == "R&D lead & more"
    assert draft.facts["source"] == {"name": "a.example", "url": "https://a.example/?a=1&b=2"}
    assert draft.facts["organization"] == {"name": "A&B"}


def test_days_of_mail():
    """RFC 822, as RSS has them."""
    assert day_of("Sun, 01 Nov 2026 10:00:00 +0000") == "2026-11-01"
    assert day_of("1 Nov 26 10:00:00 GMT") == "2026-11-01"
    assert day_of("soon") == "soon"
