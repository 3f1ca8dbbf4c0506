"""Pages of HTML."""

from __future__ import annotations

from datetime import date

import notices

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.html_page import read_page
from jobglot.importing.html_text import read_html, to_markdown

TODAY = date(2026, 11, 21)

NOTICE = """<!doctype html>
<html lang="en"><head>
<meta property="og:site_name" content="The Oven"><link rel="canonical" href="https://oven.example/jobs/12">
</head><body>
<nav><a href="/">Home</a></nav>
<main><h1>Night baker (B-2027)</h1>
<dl><dt>Location</dt><dd>Ghent</dd><dt>Closing date:</dt><dd>4 May 2028</dd></dl>
<table><tr><th>Contract type</th><td>Permanent</td></tr></table>
<h2>What you do</h2>
<p>You bake the bread of this town while it sleeps, with <b>two</b> others and a radio, and deliver it by bicycle.</p>
<ul><li>mix<ul><li>by hand</li></ul></li><li>bake</li></ul>
<p>Please send your application to <a href="mailto:bread@oven.example">bread@oven.example</a>.</p>
<script>alert(1)</script><form><button>Apply</button></form></main>
<footer>Cookies</footer></body></html>"""

DATA = """<html lang="fr"><head><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["JobPosting"],
 "title": "Boulangère de nuit", "description": "<p>Vous faites le pain de la ville pendant qu’elle dort.</p>
<h3>Profil</h3><ul><li>Vous aimez la nuit et les gens qui la vivent.</li></ul>",
 "identifier": {"@type": "PropertyValue", "value": "P-9"}, "datePosted": "2026-10-01",
 "validThrough": "2027-01-31T23:59:59+01:00", "employmentType": "PART_TIME, TEMPORARY",
 "hiringOrganization": {"@type": "Organization", "name": "Le Four", "sameAs": "https://four.example"},
 "jobLocation": {"@type": "Place", "address": {"addressLocality": "Gand", "addressCountry": "BE"}},
 "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {"minValue": 2100, "maxValue": "2300.50",
 "unitText": "MONTH"}}}]}
</script></head><body><h1>x</h1></body></html>"""


def _one(html):
    (draft,) = read_page("page.html", html, notices.known(), TODAY)
    assert isinstance(draft, Draft), draft
    return draft


def test_a_page_without_data_is_read_as_a_notice():
    """Its heading is the title, its address the source; tables of two columns are labels."""
    draft = _one(NOTICE)
    (edition,) = draft.editions
    assert (edition.language, edition.title) == ("en", "Night baker")
    assert draft.facts["reference"] == "B-2027"
    assert draft.facts["locations"] == ["ghent"]
    assert draft.facts["deadline"] == "2028-05-04"
    assert draft.facts["contract"] == {"kind": "permanent"}
    assert draft.facts["apply"] == [{"email": "bread@oven.example"}]
    assert draft.facts["source"] == {"name": "The Oven", "url": "https://oven.example/jobs/12"}
    assert edition.body.startswith("## What you do\n\nYou bake the bread")
    assert "- mix\n  - by hand\n- bake" in edition.body
    assert "alert" not in edition.body
    assert "Home" not in edition.body


def test_data_of_a_page_go_before_its_text():
    """Wherever they are hidden, with line breaks where JSON has none."""
    draft = _one(DATA)
    (edition,) = draft.editions
    assert (edition.language, edition.title) == ("fr", "Boulangère de nuit")
    assert draft.facts == {
        "organization": {"name": "Le Four", "url": "https://four.example"},
        "locations": ["ghent"],
        "employment_type": ["part_time", "temporary"],
        "contract": {"kind": "fixed_term"},
        "salary": {"min": "2100", "max": "2300.50", "currency": "EUR", "per": "month"},
        "posted": "2026-10-01",
        "deadline": "2027-01-31",
        "reference": "P-9",
    }
    assert edition.body == (
        "Vous faites le pain de la ville pendant qu’elle dort.\n\n"
        "## Profil\n\n- Vous aimez la nuit et les gens qui la vivent."
    )
    assert any("how to apply" in ask for ask in draft.asks)


def test_broken_data_are_passed_over():
    """Then the text is read."""
    html = NOTICE.replace("</head>", '<script type="application/ld+json">{"@type": </script></head>')
    assert _one(html).facts["locations"] == ["ghent"]


def test_a_page_that_is_no_job_is_refused():
    """As a text would be."""
    (refused,) = read_page(
        "p", "<html><body><h1>News</h1><p>The sea was measured.</p></body></html>", notices.known(), TODAY
    )
    assert isinstance(refused, Refusal)


def test_html_becomes_markdown():
    """With links, emphasis, nested lists and tables."""
    html = "<h3>Duties</h3><p>See <a href='https://a.example'>us</a>.</p><ol><li>one</li><li>two</li></ol>"
    assert to_markdown(html) == "### Duties\n\nSee [us](https://a.example).\n\n1. one\n2. two"


def test_a_section_of_similar_jobs_goes_wherever_it_stands():
    """With or without an element of its own."""
    jobs = "<h2>Similar jobs</h2><ul><li>Baker, apply by 4 May 2029</li></ul>"
    for html in (f"<section>{jobs}</section><p>We bake.</p>", f"<p>We bake.</p>{jobs}<h2>Pay</h2><p>Bread.</p>"):
        assert "2029" not in to_markdown(html)
        assert "We bake." in to_markdown(html)


def test_a_label_may_have_several_values():
    """They are read together."""
    assert to_markdown("<dl><dt>Place</dt><dd>Ghent</dd><dd>Brussels</dd><dt>Grade</dt><dd>G1</dd></dl>").split() == [
        *("Place:", "Ghent;", "Brussels"),
        *("Grade:", "G1"),
    ]


def test_a_page_says_what_it_is():
    """An address that is none is not taken."""
    page = read_html(
        '<html lang="pt-BR"><head><link rel="canonical" href="/x"></head><body><h1> A  job </h1></body></html>'
    )
    assert (page.language, page.title, page.url, page.data) == ("pt", "A job", "", ())


def test_a_page_of_the_site_that_the_board_replaces_leads_on():
    """With data and without: its address is no source, and the page no way to apply."""
    known = notices.known(base_url="https://oven.example/")
    (draft,) = read_page("page.html", NOTICE, known, TODAY)
    assert isinstance(draft, Draft)
    assert draft.editions[0].aliases == ("/jobs/12",)
    assert "source" not in draft.facts
    data = DATA.replace("<head>", '<head><link rel="canonical" href="https://oven.example/fr/pain/">')
    (draft,) = read_page("page.html", data, known, TODAY)
    assert isinstance(draft, Draft)
    assert draft.editions[0].aliases == ("/fr/pain/",)
    assert {"source", "apply"}.isdisjoint(draft.facts)


def test_data_that_programs_escaped_once_too_often():
    """Entities in titles, tags in texts, pay as a sentence."""
    data = DATA.replace("Boulangère de nuit", "Pain &amp; nuit")
    for tag in ("p", "h3", "ul", "li"):
        data = data.replace(f"<{tag}>", f"&lt;{tag}&gt;").replace(f"</{tag}>", f"&lt;/{tag}&gt;")
    begin, _, end = data.partition('"baseSalary": ')
    data = f'{begin}"baseSalary": "2 100 € par mois"{end[end.index("}}}") + 2 :]}'
    draft = _one(data)
    assert draft.editions[0].title == "Pain & nuit"
    assert draft.editions[0].body.startswith(
        "Vous faites le pain de la ville pendant qu’elle dort.\n\n## Profil\n\n- Vous"
    )
    assert draft.facts["salary"] == {"amount": "2100", "currency": "EUR", "per": "month"}


def test_pages_name_their_translations():
    """Their addresses are whole, whatever they are in the page."""
    page = '<link rel="canonical" href="https://a.example/en/x"><link rel="alternate" hreflang="fr" href="/fr/x"><p>x'
    assert read_html(page).alternates == ("https://a.example/fr/x",)


def test_what_data_tell_apart_from_the_text_is_a_section():
    """Unless the text holds it already."""
    more = '"responsibilities": ["Faire le pain", "Livrer"], "skills": "Vous aimez la nuit et les gens", "title"'
    body = _one(DATA.replace('"title"', more, 1)).editions[0].body
    assert body.endswith("## Tâches\n\nFaire le pain\n\nLivrer")
