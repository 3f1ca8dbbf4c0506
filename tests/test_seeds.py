"""What docs/seeds.md claims of the four real notices, held against the pages that a build makes of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from html import unescape

from sites import ROOT

from jobglot.load import load
from jobglot.pipeline import examined
from jobglot.plan import Plan, produce
from jobglot.routes import PageType, Route

WCO, CAP = "wco-project-support-officer", "nato-programme-management-assistant-cap"
ASSISTANT, DEPUTY = "nato-assistant-relations-publiques", "deputy-regional-coordinator-caribbean"
ROWS = {0: 30, 1: 25, 2: 15, 3: 5, 4: 18}
"""How many traits each document has."""

WHILE_OPEN: Mapping[str, str] = {WCO: "2021-11-01", CAP: "2024-04-20", ASSISTANT: "2025-12-20", DEPUTY: "2021-02-20"}


@cache
def plan(day: str) -> Plan:
    loaded, problems = load(ROOT)
    assert loaded is not None, problems
    found = examined(loaded, datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)).plan
    assert found is not None
    return found


@cache
def html(posting: str, language: str) -> str:
    """The page of a notice while it took applications."""
    made = plan(WHILE_OPEN[posting])
    return produce(made, made.press.links.paths[Route(PageType.POSTING, language, id=posting)]).decode()


def words(posting: str, language: str) -> str:
    """What a reader reads there, every space alike."""
    body = html(posting, language).partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def job(posting: str, language: str) -> dict[str, object]:
    """The structured data of the page."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html(posting, language), re.DOTALL)
    found = [json.loads(block) for block in blocks]
    return next(block for block in found if block.get("@type") == "JobPosting")


def test_every_trait_of_every_document_has_its_row() -> None:
    """None is forgotten, and none invented."""
    text = (ROOT / "docs/seeds.md").read_text("utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| \d\.\d+ \|", line)]
    numbers = [row[0].strip() for row in rows]
    assert numbers == [f"{document}.{n}" for document, count in ROWS.items() for n in range(1, count + 1)]
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in rows)


def test_pay_is_said_as_each_language_says_it() -> None:
    """S0: up to 3,000 a month; S1: one figure with cents, a narrow space in French."""
    assert "up to €3,000 a month" in words(WCO, "en")
    assert "jusqu’à 3 000 € par mois" in words(WCO, "fr").replace("\u202f", " ")
    assert "€3,833.04" in words(CAP, "en")
    assert "3\u202f833,04\u00a0€" in unescape(html(CAP, "fr"))
    salary = job(CAP, "en")["baseSalary"]
    assert salary == {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "value": 3833.04, "unitText": "MONTH"},
    }


def test_working_time_and_contract_keep_their_minutes_and_months() -> None:
    """S0: 37 h 40; S1: three years, renewable; S4: thirty months as a contractor."""
    assert "37" in words(WCO, "en")
    assert "40 minutes" in words(WCO, "en")
    assert "30 days" in words(WCO, "en")
    assert "3 years" in words(CAP, "en")
    assert "30 months" in words(DEPUTY, "en")
    assert job(DEPUTY, "en")["employmentType"] in (
        "CONTRACTOR",
        ["CONTRACTOR", "FULL_TIME"],
        ["FULL_TIME", "CONTRACTOR"],
    )


def test_deadlines_are_moments_with_their_zone() -> None:
    """S4: 1 March 2021, 16:05 in Paris, whatever the order of day and month was; S0 and S1: to the end of the day."""
    assert job(DEPUTY, "en")["validThrough"] == "2021-03-01T16:05:00+01:00"
    assert "1 March 2021" in words(DEPUTY, "en")
    assert "16:05" in words(DEPUTY, "en")
    assert "Paris" in words(DEPUTY, "en")
    assert job(WCO, "en")["validThrough"] == "2021-11-18T23:59:59+01:00"
    assert job(CAP, "fr")["validThrough"] == "2024-05-05T23:59:59+02:00"
    assert job(ASSISTANT, "fr")["validThrough"] == "2026-01-10T23:59:59+01:00"


def test_the_reference_is_apart_from_the_title_and_the_same_in_both_languages() -> None:
    """S1: 240655."""
    for language in ("en", "fr"):
        found = job(CAP, language)
        assert "240655" not in str(found["title"])
        assert "240655" in json.dumps(found["identifier"])
        assert "240655" in words(CAP, language)


def test_both_grids_sum_to_a_hundred_and_are_tables() -> None:
    """S4: nine criteria on the shortlist, six in the interview, and an unscored list."""
    tables = re.findall(r"<table.*?</table>", html(DEPUTY, "en"), re.DOTALL)
    sums = []
    for table in tables:
        points = [int(cell) for cell in re.findall(r"<td[^>]*>\s*(\d+)\s*</td>", table.partition("<tfoot")[0])]
        sums.append((len(points), sum(points)))
    assert (9, 100) in sums
    assert (6, 100) in sums


def test_there_are_two_ways_to_apply_by_audience() -> None:
    """S1 and S2: staff, and everybody else."""
    for posting, language in ((CAP, "en"), (CAP, "fr"), (ASSISTANT, "fr")):
        assert "https://www.nato.int/recruitment" in html(posting, language)
        made = plan(WHILE_OPEN[posting]).site.postings[posting]
        assert len(made.apply) == 2
        assert all(channel.audience for channel in made.apply)


def test_the_postal_address_is_in_the_language_of_the_page() -> None:
    """S0: Brussels and Bruxelles."""
    assert "B-1210 Brussels" in words(WCO, "en")
    assert "B-1210 Bruxelles" in words(WCO, "fr")


def test_a_notice_in_one_language_has_pages_in_that_language_only() -> None:
    """S2 is French, S4 is English; lists in the other language say so."""
    for posting, language, other in ((ASSISTANT, "fr", "en"), (DEPUTY, "en", "fr")):
        made = plan(WHILE_OPEN[posting])
        paths = made.press.links.paths
        assert Route(PageType.POSTING, language, id=posting) in paths
        assert Route(PageType.POSTING, other, id=posting) not in paths
        home = produce(made, f"{other}/index.html").decode()
        address = made.press.links.url(Route(PageType.POSTING, language, id=posting))
        assert re.search(rf'<a[^>]*href="{re.escape(address)}"[^>]*hreflang="{language}"', home)


def test_both_editions_have_the_same_shape() -> None:
    """S0: twelve sections and thirty-three items on each side; S1: as many headings and items."""
    for posting, headings, items in ((WCO, 12, 33), (CAP, None, None)):
        bodies = [edition.body.html for edition in plan(WHILE_OPEN[posting]).site.postings[posting].editions]
        shapes = [(body.count("<h2"), body.count("<li>")) for body in bodies]
        assert shapes[0] == shapes[1]
        if headings:
            assert shapes[0] == (headings, items)


def test_closed_notices_say_so_and_offer_no_way_to_apply() -> None:
    """All four are over today: no JobPosting, noindex, no apply block, similar jobs with titles."""
    made = plan("2026-12-01")
    for posting, language in ((WCO, "en"), (CAP, "fr"), (ASSISTANT, "fr"), (DEPUTY, "en")):
        path = made.press.links.paths.get(Route(PageType.POSTING, language, id=posting))
        assert path is not None
        page = produce(made, path).decode()
        assert "noindex" in page
        assert '"JobPosting"' not in page
        assert 'id="apply"' not in page
        assert made.site.similar[posting]


def test_the_news_item_is_no_job() -> None:
    """S3: listed among the news, dated by its event, in both languages."""
    made = plan("2026-12-01")
    item = next(i for i in made.site.content.news if i.id.startswith("professionnels"))
    assert item.date.isoformat() == "2009-11-26"
    assert {edition.language for edition in item.editions} == {"en", "fr"}
    assert item.id not in made.site.postings
