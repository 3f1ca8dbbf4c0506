"""What a reader does on the demo board in a real browser: find, combine, share, save, export, and come back later."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import icalendar
import pytest
from playwright.sync_api import Browser, Page, Response, expect
from playwright.sync_api import Route as BrowserRoute
from support import NOW, ROOT, Board, build, build_demo, node_module
from support_browser import NARROW, WIDE, axe_violations, too_wide, watched
from support_server import serve

from jobglot import cli
from jobglot import words as index
from jobglot.scaffold import new_site

pytestmark = pytest.mark.browser

FIND = "en/search/"
TITLES = "#found h3"
BY_DEADLINE = "by deadline"
MODERATE = datetime.fromisoformat("2027-01-15T09:00:00+01:00")


def search(page: Page, url: str) -> None:
    """Opens a find page, up to where it shows jobs."""
    page.goto(url)
    page.locator(TITLES).first.wait_for()


def titles(page: Page) -> list[str]:
    return page.locator(TITLES).all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks for, as the page itself sees it: Playwright hears of it later."""
    return parse_qs(str(page.evaluate("location.search")).removeprefix("?"))


def count(page: Page) -> int:
    """What is announced: how many jobs were found."""
    found = re.search(r"\d+", page.locator("[role=status] h2").inner_text())
    return int(found[0]) if found else 0


@pytest.mark.parametrize(
    ("path", "typed", "wanted"),
    [
        ("fr/recherche/", ("médiation", "MEDIATION", "mediations"), "médiation"),
        ("fr/recherche/", ("développeur", "developpeurs"), "Développeur"),
        ("en/search/", ("developer", "dévelopér", "DEVELOPERS"), "Developer"),
    ],
)
def test_words_are_found_whatever_their_accents_capitals_and_endings(
    browser: Browser, demo_url: str, path: str, typed: tuple[str, ...], wanted: str
) -> None:
    """The same jobs each time, those with the word in their title first."""
    with watched(browser) as watch:
        search(watch.page, demo_url + path)
        whole = count(watch.page)
        for word in typed:
            watch.page.locator("[name=q]").fill(word)
            expect(watch.page.locator(TITLES).first).to_contain_text(wanted, ignore_case=True)
            assert 0 < count(watch.page) < whole
        assert watch.faults == []


def test_words_of_the_text_are_found_and_those_of_other_languages_stand_apart(browser: Browser, demo_url: str) -> None:
    """After what has the word in its title or facts; the text of all jobs is fetched only when somebody types."""
    with watched(browser) as watch:
        page = watch.page
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
        search(page, demo_url + FIND)
        assert "/en/words.json" not in fetched
        page.locator("[name=q]").fill("harbours")
        expect(page.locator("#found")).to_contain_text("Port Integrity")
        assert "/en/words.json" in fetched
        page.locator("[name=q]").fill("Lille")
        expect(page.locator(".elsewhere")).to_be_visible()
        assert set(page.locator(".elsewhere h3 bdi").evaluate_all("all => all.map((each) => each.lang)")) == {"fr"}
        assert page.locator("#found h3 bdi[lang]").count() == 0
        assert watch.faults == []


def test_the_words_of_a_large_board_come_in_parts(browser: Browser, tmp_path: Path) -> None:
    """Those of the letters that are typed, once each; and what they find is what one file would find."""
    board = build_demo(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "DETAILED_UP_TO", 3)
        again = ("build", "--clean", "--site", str(tmp_path / "site"), "--now", NOW, "--output", str(board.folder))
        assert cli.main(again) == cli.WELL
    with serve(board) as url, watched(browser) as watch:
        page = watch.page
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
        search(page, url + FIND)
        page.locator("[name=q]").fill("harbours")
        expect(page.locator("#found")).to_contain_text("Port Integrity")
        part = f"/en/words/{index.part_of('harbours', 256)}.json"
        assert [path for path in fetched if "/words" in path] == [part]
        page.locator("[name=q]").fill("harbour s")
        page.locator("[name=q]").fill("Harbours")
        expect(page.locator("#found")).to_contain_text("Port Integrity")
        assert fetched.count(part) == 1
        assert watch.faults == []


def test_of_hundreds_of_employers_few_choices_are_drawn(browser: Browser, demo_url: str) -> None:
    """Those with the most jobs, more on request, and whatever the address asks for."""

    def crowded(route: BrowserRoute) -> None:
        answer = route.fetch()
        board = answer.json()
        first, columns = len(board["organizations"]), board["postings"]
        board["organizations"] += [{"id": f"employer-{at}", "name": f"Employer {at}"} for at in range(300)]
        for name, values in columns.items():
            own = {"id": [f"job-{at}" for at in range(300)], "organization": list(range(first, first + 300))}
            values.extend(own.get(name, [values[0]] * 300))
        route.fulfill(response=answer, json=board)

    with watched(browser) as watch:
        page = watch.page
        page.route("**/postings.json", crowded)
        search(page, demo_url + FIND + "?organization=employer-299")
        choices = page.locator("[data-facet=organization] label")
        assert count(page) == 1
        assert choices.count() <= 9
        assert page.locator("[name=organization][value=employer-299]").is_checked()
        before = choices.count()
        page.get_by_role("button", name="Show more").first.click()
        assert choices.count() == before + 50
        assert page.evaluate("document.activeElement.name") == "organization"
        page.locator("[name=q]").fill("employer 123")
        page.locator("[name=organization][value=employer-299]").uncheck()
        expect(page.locator("[role=status] h2")).to_contain_text("1")
        assert page.locator("[name=organization][value=employer-123]").is_visible()
        assert watch.faults == []


def test_who_has_saved_nothing_fetches_no_jobs(browser: Browser, demo_url: str) -> None:
    """Until one is saved in another window."""
    with watched(browser) as watch:
        page = watch.page
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
        watch.open(demo_url + "en/saved/")
        expect(page.locator(".shortlist .empty")).to_be_visible()
        assert not [path for path in fetched if path.endswith("postings.json")]
        other = page.context.new_page()
        other.goto(demo_url + "en/")
        other.locator(".card .save").first.click()
        expect(page.locator("#found .card")).to_have_count(1)
        assert len([path for path in fetched if path.endswith("postings.json")]) == 1
        assert watch.faults == []


SCRIPTS = {
    "ja": ("データエンジニア", "東京本社でデータ基盤を設計します。AWSの経験者を歓迎します。"),
    "ko": ("데이터 분석가", "보고서를 작성합니다."),
    "th": ("วิศวกรข้อมูล", "ออกแบบฐานข้อมูลในกรุงเทพ"),
    "el": ("ΑΝΑΛΥΤΗΣ", "Συντάσσετε εκθέσεις για τους πελάτες."),
    "tr": ("İş analisti", "Işık verileriyle çalışacaksınız; C# ve C++ bilirsiniz."),
    "ar": ("مهندس بيانات", "إعداد التقارير للمؤسسة"),
    "ca": ("Intel·ligència de dades", "Col·laborareu amb l’hospital."),
    "it": ("Educatore/trice di nido", "Accogliere i bambini."),
    "pt": ("Operação de gruas", "As suas funções: viagens e níveis de carga."),
    "pl": ("Nauczycielka/nauczyciel", "Praca z bazami w Łodzi."),
    "uk": ("Учителька / учитель", "Навчання кодів і комп’ютерів у Києві."),
    "zh": ("小学教师", "在重庆市第五小学任教。"),
}
"""A posting a language: its title and text."""


@pytest.mark.parametrize("whole_up_to", [1000, 3])
def test_words_are_found_in_any_script(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole_up_to: int
) -> None:
    """Within a line without spaces, whatever the shape of letters, with an article or without; in one file or parts."""
    monkeypatch.setattr(index, "DETAILED_UP_TO", whole_up_to)
    site = tmp_path / "site"
    (site / "content/postings").mkdir(parents=True)
    config = f"name: Scripts\nbase_url: https://jobs.example.org/\nlanguages: [{', '.join(SCRIPTS)}]\n"
    (site / "config.yaml").write_text(config, encoding="utf-8")
    facts = f"posted: {NOW[:10]}\ndeadline: open\norganization: {{name: A}}\napply: [{{url: https://a.example/}}]"
    for language, (title, text) in SCRIPTS.items():
        posting = f"---\ntitle: {title}\n{facts}\n---\n\n{text}\n"
        (site / f"content/postings/in-{language}.{language}.md").write_text(posting, encoding="utf-8")
    typed = {
        "ja": ("エンジニア", "東京", "ﾃﾞｰﾀ", "設計", "aws", "Python"),
        "ko": ("데이터", "보고서", "작성"),
        "th": ("ข้อมูล", "กรุงเทพ"),
        "el": ("αναλυτής", "ΕΚΘΕΣΕΙΣ", "πελατες"),
        "tr": ("İŞ", "ISIK", "ışık", "calisacaksiniz", "C++", "c#"),
        "ar": ("المهندس", "تقارير", "مؤسسة"),
        "ca": ("intel·ligència", "INTELLIGENCIA", "intel.ligència", "collaborar", "hospital"),
        "it": ("educatrice", "educatori", "EDUCATRICI", "bambina"),
        "pt": ("operações", "operacao", "função", "viagem", "nível"),
        "pl": ("bazy", "BAZA", "lodzi", "Łódź", "nauczyciele"),
        "uk": ("коди", "комп'ютери", "комп’ютер", "учителі"),
        "zh": ("教师", "重庆", "第五小学"),
    }
    assert cli.main(("build", "--site", str(site), "--now", NOW, "--output", str(tmp_path / "output"))) == cli.WELL
    with serve(Board(tmp_path / "output", "/", "https://jobs.example.org")) as url, watched(browser) as watch:
        for language, words in typed.items():
            search(watch.page, f"{url}{language}/search/")
            for word in words:
                watch.page.locator("[name=q]").fill(word)
                expect(watch.page.locator(TITLES)).to_have_text([] if word == "Python" else SCRIPTS[language][:1])
            assert watch.faults == []


def test_three_facets_narrow_the_list_and_the_address_keeps_them(browser: Browser, demo_url: str) -> None:
    """Somebody else who opens the address sees the same; Back takes the last choice away."""
    with watched(browser, viewport=WIDE) as watch:
        page = watch.page
        search(page, demo_url + FIND)
        counts = [count(page)]
        for name, value in (("place", "belgium"), ("remote", "hybrid"), ("pay", "1")):
            box = page.locator(f"[name={name}][value='{value}']")
            told = box.locator("xpath=..").locator(".count").inner_text()
            box.check()
            counts.append(count(page))
            assert counts[-1] == int(told)
        assert counts[0] > counts[1] > counts[2] >= counts[3] > 0
        assert asked(page) == {"place": ["belgium"], "remote": ["hybrid"], "pay": ["1"]}
        assert page.locator(".chosen button").count() == 3
        seen = titles(page)
        with watched(browser) as other:
            search(other.page, str(page.evaluate("location.href")))
            assert titles(other.page) == seen
        page.go_back()
        expect(page.locator("[name=pay]")).not_to_be_checked()
        assert count(page) == counts[2]
        page.locator(".chosen button").first.click()
        assert "place" not in asked(page)
        assert watch.faults == []


def test_the_order_of_answers_is_the_one_that_is_named(browser: Browser, demo_url: str) -> None:
    """By deadline at first, by what fits best once words are typed, and by deadline again where that is chosen."""
    with watched(browser) as watch:
        page = watch.page
        page.clock.set_fixed_time(MODERATE)
        search(page, demo_url + FIND)
        order, chosen = page.locator("[name=sort]"), page.locator("[name=sort] option:checked")
        featured = page.get_by_text("Featured jobs come first.")
        expect(featured).to_be_visible()
        assert page.locator(".is-featured").count() > 0
        everything = titles(page)
        assert chosen.inner_text() == BY_DEADLINE
        # The words of the texts come later than those of the titles; in this job, only its text has the word.
        late = page.locator(TITLES, has_text="Project Officer, Port Integrity")
        page.locator("[name=q]").fill("data")
        expect(chosen).to_have_text("best match first")
        expect(featured).to_be_hidden()
        late.wait_for()
        best = titles(page)
        assert "Data" in best[0]
        assert order.locator("option").all_inner_texts() == ["best match first", BY_DEADLINE, "newest first"]
        order.select_option("deadline")
        # Only where one of them was found.
        expect(featured).to_be_visible(visible=page.locator(".is-featured").count() > 0)
        own = titles(page)
        assert asked(page) == {"q": ["data"], "sort": ["deadline"]}
        assert [title for title in own if title in everything] == [title for title in everything if title in own] != []
        assert own != best
        page.reload()
        late.wait_for()
        assert (chosen.inner_text(), titles(page)) == (BY_DEADLINE, own)
        page.locator("[name=q]").fill("")
        expect(chosen).to_have_text(BY_DEADLINE)
        assert asked(page) == {}
        assert order.locator("option").all_inner_texts() == [BY_DEADLINE, "newest first"]


def test_a_job_that_opened_today_is_the_newest(browser: Browser, demo_url: str) -> None:
    """However long ago it was posted."""
    with watched(browser) as watch:
        page = watch.page
        page.clock.set_fixed_time(MODERATE)
        opened = []

        def opening(route: BrowserRoute) -> None:
            answer = route.fetch()
            board = answer.json()
            board["postings"]["opens"][-1] = "2033-01-15"
            opened.append(board["postings"]["title"][-1])
            route.fulfill(response=answer, json=board)

        page.route("**/postings.json", opening)
        search(page, demo_url + FIND)
        page.locator("[name=sort]").select_option("new")
        assert titles(page)[:1] == opened


def test_a_reader_returns_to_the_same_answers(browser: Browser, demo_url: str) -> None:
    """From a posting back to the list, and by a reload."""
    with watched(browser) as watch:
        page = watch.page
        search(page, demo_url + FIND + "?category=data-technology&sort=new")
        seen = titles(page)
        page.locator(TITLES + " a").first.click()
        page.locator("article.posting").wait_for()
        page.go_back()
        page.locator(TITLES).first.wait_for()
        assert titles(page) == seen
        page.reload()
        page.locator(TITLES).first.wait_for()
        assert titles(page) == seen


def test_nothing_found_says_so_and_leads_on(browser: Browser, demo_url: str) -> None:
    """With one button that takes all filters away, and the lists, below what is being typed."""
    with watched(browser) as watch:
        page = watch.page
        search(page, demo_url + FIND)
        field = page.locator("[name=q]").bounding_box()
        page.locator("[name=q]").fill("zzzz")
        expect(page.locator(".results .empty")).to_be_visible()
        assert page.locator("[name=q]").bounding_box() == field
        assert "No job matches" in page.locator("[role=status]").inner_text()
        assert page.locator(".without-script .chips a").first.is_visible()
        page.get_by_role("button", name="Clear all filters").click()
        assert titles(page)
        assert asked(page) == {}


WORDS_OF_CARDS = """(root) => Object.fromEntries([...document.querySelectorAll(root + " article.card")].map((card) => [
  card.querySelector("h3 a").pathname,
  ["h3", ".leaf", ".who", ".when", ".tags"].map((part) =>
    card.querySelector(part).textContent.replace(/\\s+/g, " ").trim()),
]))"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is served in all the languages of the interface and some more, with all its jobs on one page."""
    folder = tmp_path_factory.mktemp("many")
    site = folder / "site"
    for name in ("content", "templates", "static"):
        shutil.copytree(ROOT / name, site / name)
    for path in sorted((site / "content/postings").glob("*/*.md")):
        # The hryvnia is one sign in one version of CLDR and another in the next.
        path.write_text(path.read_text(encoding="utf-8").replace("currency: GBP", "currency: UAH"), encoding="utf-8")
    settings = (ROOT / "config.yaml").read_text(encoding="utf-8")
    languages = (
        "languages: [en, fr, ar, de, nl, es, it, pt, pt-BR, ca, pl, uk, zh, th, fa, ar-EG, bg, eu]\nper_page: 100"
    )
    settings = settings.replace("languages: [en, fr]", languages)
    (site / "config.yaml").write_text(settings, encoding="utf-8")
    with serve(build(site, folder / "built", "https://jobs.example.org/")) as url:
        yield url


@pytest.mark.parametrize(
    "language",
    ["en", "fr", "ar", "de", "nl", "es", "it", "pt", "pt-BR", "ca", "pl", "uk", "zh", "th", "fa", "ar-EG", "bg"],
)
def test_cards_found_read_as_those_on_other_pages(browser: Browser, many: str, language: str) -> None:
    """Title, organization, place, deadline, pay and terms are in the same words, whether drawn there or here.

    Also where browsers would count years from Buddha or write figures of their own.
    """
    with watched(browser) as watch:
        watch.page.clock.set_fixed_time(MODERATE)
        watch.open(f"{many}{language}/")
        there = watch.page.evaluate(WORDS_OF_CARDS, "main")
        watch.open(many + {"fr": "fr/recherche/"}.get(language, f"{language}/search/"))
        here = watch.page.evaluate(WORDS_OF_CARDS, "#found")
        assert len(here) == 20
        assert here == {address: there[address] for address in here}


def test_two_places_of_one_name_are_told_once_on_a_card_found(browser: Browser, demo_url: str) -> None:
    """As on the cards of other pages (`Desk.places`)."""
    with watched(browser) as watch:

        def twice(route: BrowserRoute) -> None:
            answer = route.fetch()
            board = answer.json()
            board["places"] += [
                {"name": "Springfield", "full": f"Springfield, {state}"} for state in ("Ohio", "Oregon")
            ]
            board["postings"]["places"][0] = [len(board["places"]) - 2, len(board["places"]) - 1]
            route.fulfill(response=answer, json=board)

        watch.page.clock.set_fixed_time(MODERATE)
        watch.page.route("**/postings.json", twice)
        search(watch.page, demo_url + FIND)
        assert watch.page.locator("#found .place").first.inner_text() == "Springfield"


def test_a_job_found_is_closing_soon_from_the_same_dawn_as_on_other_pages(
    browser: Browser, demo: Board, demo_url: str
) -> None:
    """Seven days before the last one in the job's zone, not 168 hours before it closes."""
    job = next(job for job in demo.postings("en") if job["id"] == "project-officer-port-integrity")
    last = datetime.fromisoformat(job["closes"]).astimezone(ZoneInfo("Europe/Amsterdam"))
    dawn = last.replace(hour=0, minute=0) - timedelta(days=7)
    for instant, soon in ((dawn - timedelta(seconds=1), False), (dawn, True)):
        with watched(browser) as watch:
            watch.page.clock.set_fixed_time(instant)
            search(watch.page, f"{demo_url}{FIND}?q=port+integrity")
            card = watch.page.locator("#found article[data-id=project-officer-port-integrity]")
            assert ("Closing soon" in card.inner_text()) is soon


@pytest.mark.parametrize(("tags", "is_folded"), [("en,fr,de,nl,ar", False), ("en,fr,de,nl,es,ar", True)])
def test_many_languages_take_one_line(browser: Browser, tmp_path: Path, tags: str, is_folded: bool) -> None:
    """More than five fold away, behind the name of the page's own; they open by keyboard, without script too."""
    site = tmp_path / "site"
    assert new_site(site, bare=True, languages=tags.split(",")) == ""
    board = build(site, tmp_path / "built", "https://jobs.example.org/")
    with (
        serve(board) as url,
        watched(browser, viewport={"width": 320, "height": 700}, java_script_enabled=False) as watch,
    ):
        watch.open(url + "ar/")
        page = watch.page
        switch = page.locator("nav.switch")
        assert switch.locator("summary").count() == is_folded
        if is_folded:
            assert not switch.get_by_role("link", name="Nederlands").is_visible()
            box = switch.bounding_box()
            assert box is not None
            assert box["height"] < 60
            switch.locator("summary").focus()
            page.keyboard.press("Enter")
        for link in switch.get_by_role("link").all():
            box = link.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
        switch.get_by_role("link", name="Nederlands").click()
        assert page.url == url + "nl/"


def test_a_card_of_ones_own_is_drawn_by_scripts_too(browser: Browser, tmp_path: Path) -> None:
    """With its own classes, and without the parts that it does without; it can be saved."""
    site = tmp_path / "site"
    for name in ("content", "static"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "config.yaml", site)
    (site / "templates").mkdir()
    (site / "templates/_card.html").write_text(
        '<article class="card mine is-{{ card.state }}" data-id="{{ card.id }}" data-closes="{{ card.when.closes }}">'
        '<h3><a href="{{ card.url }}">{{ card.title|bdi }}</a></h3><p class="when"></p></article>'
    )
    board = build(site, tmp_path / "built", "https://jobs.example.org/")
    with serve(board) as url, watched(browser) as watch:
        watch.page.clock.set_fixed_time(MODERATE)
        watch.open(url + FIND)
        first = watch.page.locator("#found article.card.mine").first
        first.wait_for()
        assert first.locator("h3 a").inner_text().startswith("Programme Coordinator")
        first.locator(".save").click()
        watch.open(url + "en/saved/")
        expect(watch.page.locator("#found article.card.mine h3 a")).to_have_count(1)
        assert watch.faults == []


def test_dates_are_in_the_boards_language_though_the_browser_does_not_know_it(browser: Browser, many: str) -> None:
    """Browsers leave out some; their own language beside a board in Basque would be nobody's."""
    with watched(browser, locale="en-US") as watch:
        watch.page.clock.set_fixed_time(MODERATE)
        watch.open(f"{many}eu/search/")
        dates = watch.page.locator("#found time").all_inner_texts()
        assert len(dates) > 10
        assert all(re.match(r"\d{4}\(e\)ko \w+ \d+\(a\)", date) for date in dates)
        relative = watch.page.locator("#found .relative").all_inner_texts()
        assert not [text for text in relative if re.search("day|hour|tomorrow", text)]


def test_axe_finds_nothing_in_what_scripts_draw(browser: Browser, demo_url: str) -> None:
    """Answers, no answer, open filters, saved jobs, a warning: on a phone and a desk, in light and in dark."""
    axe = Path(node_module("axe-core/axe.min.js")).read_text(encoding="utf-8")
    found = []
    for size, scheme in product((NARROW, WIDE), ("light", "dark")):
        with watched(browser, viewport=size, color_scheme=scheme) as watch:
            page = watch.page
            page.clock.set_fixed_time(MODERATE)
            watch.open(demo_url + "en/")
            for button in page.locator(".card .save").all()[:4]:
                button.click()
            for path in ("en/search/?place=belgium&q=officer", "en/search/?q=zzzz", "en/saved/", "en/"):
                watch.open(demo_url + path)
                page.locator("details.filters").evaluate_all("all => all.forEach((each) => { each.open = true; })")
                page.evaluate(axe)
                found += [
                    f"{path} {size['width']} {scheme}: {line}" for line in (*axe_violations(page), *too_wide(page))
                ]
    assert found == []


def test_what_has_closed_since_the_build_is_never_found(browser: Browser, demo: Board, demo_url: str) -> None:
    """And in lists it is marked, and moved behind what is open."""
    first = min(demo.postings("en"), key=lambda job: str(job["closes"]))
    closes = datetime.fromisoformat(first["closes"])
    for instant, found in ((closes - timedelta(seconds=1), True), (closes, False)):
        with watched(browser) as watch:
            watch.page.clock.set_fixed_time(instant)
            search(watch.page, demo_url + FIND + "?q=" + first["title"].split()[0])
            assert (first["title"] in titles(watch.page)) is found
            watch.open(demo_url + "en/")
            cards = watch.page.locator("main .cards > li")
            place = next(at for at in range(cards.count()) if first["title"] in cards.nth(at).inner_text())
            assert (place == cards.count() - 1) is not found
            assert ("Closed" in cards.nth(place).inner_text()) is not found


def test_a_similar_job_that_closes_gives_way_to_another(browser: Browser, demo: Board, demo_url: str) -> None:
    """As many as before are shown, none of them closed."""
    path = "en/jobs/backend-developer-python/"
    with watched(browser) as watch:
        watch.page.clock.set_fixed_time(MODERATE)
        watch.open(demo_url + path)
        shown = watch.page.locator(".similar .cards > li:visible article")
        before = shown.evaluate_all("all => all.map((each) => each.dataset.closes)")
        assert len(before) == 5
    with watched(browser) as watch:
        watch.page.clock.set_fixed_time(min(before))
        watch.open(demo_url + path)
        after = watch.page.locator(".similar .cards > li:visible article").evaluate_all(
            "all => all.map((each) => each.dataset.closes)"
        )
        assert len(after) == 5
        assert min(before) not in after


def test_a_deadline_is_told_in_the_readers_own_zone_on_request(browser: Browser, demo_url: str) -> None:
    """16:00 in Amsterdam is midnight in Tokyo; who lives in that zone is not asked."""
    path = "en/jobs/project-officer-port-integrity/"
    with watched(browser, timezone_id="Asia/Tokyo") as watch:
        watch.open(demo_url + path)
        watch.page.get_by_role("button", name="In my time zone").click()
        assert "Thursday 21 January 2027" in watch.page.locator(".local").inner_text().replace(",", "")
        assert "00:00" in watch.page.locator(".local").inner_text()
    with watched(browser, timezone_id="Europe/Amsterdam") as watch:
        watch.open(demo_url + path)
        assert not watch.page.get_by_role("button", name="In my time zone").is_visible()


def test_days_are_counted_as_on_the_readers_calendar(browser: Browser, demo: Board, demo_url: str) -> None:
    """A day before the last one it is tomorrow; on the last day it is hours; then minutes."""
    path = "en/jobs/project-officer-port-integrity/"
    closes = datetime.fromisoformat("2027-01-20T15:00:00+00:00")
    for before, words in (
        (timedelta(hours=30), "tomorrow"),
        (timedelta(hours=41), "in 2 days"),
        (timedelta(hours=3), "in 3 hours"),
        (timedelta(minutes=12), "in 12 minutes"),
    ):
        with watched(browser, timezone_id="Europe/Amsterdam") as watch:
            watch.page.clock.set_fixed_time(closes - before)
            watch.open(demo_url + path)
            assert watch.page.locator(".deadline .relative").inner_text() == words
    with watched(browser, timezone_id="Europe/Amsterdam") as watch:
        watch.page.clock.set_fixed_time(closes - timedelta(days=3, hours=6))
        search(watch.page, demo_url + FIND + "?q=port+integrity&days=3")
        assert "in 3 days" in watch.page.locator("#found .when").first.inner_text()


def test_jobs_are_saved_exported_and_removed(browser: Browser, demo_url: str, tmp_path: Path) -> None:
    """From a list and from a page; they are there in both languages, as a calendar file, and gone when removed."""
    with watched(browser, accept_downloads=True) as watch:
        page = watch.page
        page.clock.set_fixed_time(MODERATE)
        watch.open(demo_url + "en/")
        page.get_by_role("button", name="Save: Communications Officer").click()
        watch.open(demo_url + "en/jobs/project-officer-port-integrity/")
        button = page.get_by_role("button", name="Save this job")
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        page.get_by_role("link", name=re.compile("Saved jobs")).click()
        page.locator(TITLES).first.wait_for()
        saved = titles(page)
        assert saved == ["Project Officer, Port Integrity", "Communications Officer"]
        # Nobody saved the job whose id is a word that every object of a script knows.
        assert page.evaluate("'constructor' in jobglot.read()") is False
        with page.expect_download() as download:
            page.get_by_role("button", name="Deadlines as a calendar file").click()
        download.value.save_as(tmp_path / "deadlines.ics")
        raw = (tmp_path / "deadlines.ics").read_bytes()
        assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
        calendar = icalendar.Calendar.from_ical(raw)
        events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
        assert len(events) == 2
        port = events["project-officer-port-integrity@jobs.example.org"]
        assert port["DTSTART"].dt == datetime.fromisoformat("2027-01-20T15:00:00+00:00")
        page.get_by_role("navigation", name="Languages").get_by_role("link", name="Français").click()
        page.locator(TITLES).first.wait_for()
        assert page.locator(TITLES).count() == 2
        page.get_by_role("button", name=re.compile("^Retirer")).first.click()
        expect(page.locator(TITLES)).to_have_count(1)
        page.get_by_role("button", name="Tout retirer").click()
        expect(page.locator(".shortlist .empty")).to_be_visible()
        assert page.evaluate("localStorage.length") == 0
        assert page.context.cookies() == []
        assert watch.faults == []


def test_a_saved_job_that_closes_soon_is_said_on_the_home_page(browser: Browser, demo_url: str) -> None:
    """Days before, once; and what has closed stays on the list as closed."""
    with browser.new_context() as context:
        page = context.new_page()
        page.clock.set_fixed_time(MODERATE)
        page.goto(demo_url + "en/jobs/project-officer-port-integrity/")
        page.get_by_role("button", name="Save this job").click()
        page.goto(demo_url + "en/")
        assert page.locator(".notice.soon").count() == 0
        page.clock.set_fixed_time(MODERATE + timedelta(days=3))
        page.goto(demo_url + "en/")
        assert "Project Officer" in page.locator(".notice.soon").inner_text()
        assert "in 2 days" in page.locator(".notice.soon").inner_text()
        page.clock.set_fixed_time(MODERATE + timedelta(days=30))
        page.goto(demo_url + "en/saved/")
        page.locator(TITLES).first.wait_for()
        assert "Closed" in page.locator("#found").inner_text()
        page.goto(demo_url + "en/")
        assert page.locator(".notice.soon").count() == 0


@pytest.mark.parametrize(("hides", "states"), [("false", ["Closed"]), ("true", [])])
def test_a_job_saved_in_another_language_is_not_called_closed_where_that_is_not_known(
    browser: Browser, demo_url: str, hides: str, states: list[str]
) -> None:
    """A board that shows jobs in their own languages only does not tell the others of them; the deadline still does."""
    job = {"title": "Boulanger", "who": "", "url": "/fr/", "closes": "2027-02-01T00:00:00Z", "language": "fr"}
    with watched(browser) as watch:
        page = watch.page
        page.add_init_script(f"localStorage.setItem('jobglot:/', JSON.stringify({{boulanger: {job}}}))")

        def answer(route: BrowserRoute) -> None:
            found = route.fetch()
            route.fulfill(response=found, body=re.sub('"hides": ?false', f'"hides": {hides}', found.text()))

        page.route("**/en/saved/", answer)
        for instant, shown in ((MODERATE, states), (MODERATE + timedelta(days=30), ["Closed"])):
            page.clock.set_fixed_time(instant)
            watch.open(demo_url + "en/saved/")
            assert titles(page) == ["Boulanger"]
            assert page.locator("#found .state").all_inner_texts() == shown
        assert watch.faults == []


def test_a_full_or_forbidden_store_breaks_nothing(browser: Browser, demo_url: str) -> None:
    """Whatever stands in it, and where the browser keeps nothing at all."""
    for script in (
        "localStorage.setItem('jobglot:/', '[1, 2')",
        "localStorage.setItem('jobglot:/', '[1, 2]')",
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})",
    ):
        with watched(browser) as watch:
            watch.page.add_init_script(script)
            watch.open(demo_url + "en/")
            for button in watch.page.locator(".card .save").all()[:1]:
                button.click()
            watch.open(demo_url + "en/saved/")
            assert watch.faults == []


def test_a_job_that_could_not_be_saved_is_told_so(browser: Browser, demo_url: str) -> None:
    """On cards and on pages, also to those who hear them; and no longer once there is room."""
    with watched(browser) as watch:
        watch.page.add_init_script(
            "const keep = Storage.prototype.setItem; let full = true;"
            "addEventListener('room', () => { full = false; });"
            "Storage.prototype.setItem = function (...said) { if (full) throw new DOMException('full',"
            " 'QuotaExceededError'); keep.apply(this, said); }"
        )
        for path in ("fr/", "fr/offres/developpeur-se-back-end-python/"):
            watch.open(demo_url + path)
            button, alert = watch.page.locator(".save").first, watch.page.locator("[role=alert]")
            for _ in range(2):
                button.click()
                expect(alert).to_have_text("Cette offre n’a pas pu être gardée : le navigateur n’a plus de place.")
            expect(button).to_have_attribute("aria-pressed", "false")
            assert too_wide(watch.page) == []
            watch.page.evaluate("dispatchEvent(new Event('room'))")
            button.click()
            expect(button).to_have_attribute("aria-pressed", "true")
            expect(alert).to_have_count(0)
            watch.page.evaluate("localStorage.clear()")
        assert watch.faults == []


def test_nobody_is_offered_what_the_browser_will_not_keep(browser: Browser, demo_url: str) -> None:
    """Where site data is blocked there is no button to save with, and the page of saved jobs says what helps."""
    with watched(browser) as watch:
        watch.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
        )
        for path in ("en/", "en/jobs/backend-developer-python/", FIND):
            watch.open(demo_url + path)
            watch.page.locator("article").first.wait_for()
            assert watch.page.locator(".save:visible").count() == 0
        watch.open(demo_url + "en/saved/")
        assert watch.page.locator(".without-script").is_visible()
        assert not watch.page.locator(".shortlist").is_visible()
        assert watch.faults == []


def press_to(page: Page, wanted: str, most: int = 80) -> None:
    """Tab until the focus is on what the selector names."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"{most} stops and not on {wanted}")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=("phone", "desk"))
def test_finding_and_saving_need_a_keyboard_only(browser: Browser, demo_url: str, size: dict[str, int]) -> None:
    """Type a word, choose a facet, save the first job, remove it again."""
    with watched(browser, viewport=size) as watch:
        page = watch.page
        search(page, demo_url + FIND)
        press_to(page, "[name=q]")
        page.keyboard.type("officer")
        if size is NARROW:
            press_to(page, ".filters summary", most=4)
            page.keyboard.press("Enter")
        before = count(page)
        press_to(page, "[name=category]")
        page.keyboard.press("Space")
        assert "category" in asked(page)
        assert 0 < count(page) <= before
        press_to(page, ".card .save")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.ariaPressed") == "true"
        watch.open(demo_url + "en/saved/")
        page.locator(TITLES).first.wait_for()
        press_to(page, ".remove")
        page.keyboard.press("Enter")
        expect(page.locator(TITLES)).to_have_count(0)
        assert watch.faults == []


def test_without_script_listings_do_the_job(browser: Browser, demo_url: str) -> None:
    """From the find page to a category to a posting; what needs a script is not to be seen."""
    with watched(browser, java_script_enabled=False) as watch:
        page = watch.page
        watch.open(demo_url + FIND)
        page.locator(".without-script").get_by_role("link", name="Categories").click()
        page.get_by_role("link", name="Software development").first.click()
        page.locator("article.card h3 a").first.click()
        assert page.locator("article.posting h1").is_visible()
        assert page.locator("button:visible").count() == 0
        watch.open(demo_url + "en/saved/")
        assert page.locator(".without-script").is_visible()
        assert page.locator("button:visible").count() == 0


def test_the_one_category_asked_for_can_be_followed(browser: Browser, demo: Board, demo_url: str) -> None:
    """Its feed and its calendar exist; with a second filter there is none to offer."""
    with watched(browser) as watch:
        page = watch.page
        search(page, demo_url + FIND + "?category=software-development")
        links = page.locator(".followed a").evaluate_all("all => all.map((each) => each.getAttribute('href'))")
        paths = [urlsplit(link).path for link in links]
        assert [path.rpartition("/")[2] for path in paths] == ["feed.xml", "deadlines.ics"]
        assert all((demo.folder / path.lstrip("/")).is_file() for path in paths)
        search(page, demo_url + FIND + "?category=software-development&type=full_time")
        assert not page.locator(".followed").is_visible()


def test_buttons_that_copy_say_what(browser: Browser, demo_url: str) -> None:
    """Out of their context too, before and after."""
    with watched(browser, permissions=["clipboard-read", "clipboard-write"]) as watch:
        page = watch.page
        watch.open(demo_url + "en/closing-soon/")
        page.get_by_role("button", name="Copy the address Calendar").click()
        page.get_by_role("button", name="Copied Calendar").wait_for()
        assert page.get_by_role("button", name="Copy the address Feed").count() == 1
        assert page.evaluate("navigator.clipboard.readText()") == demo_url + "en/deadlines.ics"


def test_a_link_is_copied(browser: Browser, demo_url: str) -> None:
    """The posting's own address, without what was in the address bar besides."""
    with watched(browser, permissions=["clipboard-read", "clipboard-write"]) as watch:
        page = watch.page
        watch.open(demo_url + "en/jobs/backend-developer-python/?from=mail#apply")
        page.get_by_role("button", name="Copy the link").click()
        page.get_by_role("button", name="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == demo_url + "en/jobs/backend-developer-python/"


def test_jobs_are_shown_on_another_site(browser: Browser, demo_url: str, tmp_path: Path) -> None:
    """By the lines of the documentation, word for word, wherever the page lies that holds them."""
    text = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    lines = re.findall(r"```html\n(.*?)```", text, flags=re.DOTALL)[-1]
    lines = lines.replace("https://jobs.example.org/", demo_url).replace("/acme/", "/scheldt-sambre-rail/")
    (tmp_path / "index.html").write_text(lines, encoding="utf-8")
    with serve(Board(tmp_path, "/", "")) as employer, watched(browser) as watch:
        page = watch.page
        page.goto(employer)
        shown = page.locator("#jobs li")
        expect(shown.filter(has_text="Freight Train Driver")).to_have_text("Freight Train Driver (31 December 2031)")
        address = page.get_by_role("link", name="Freight Train Driver").get_attribute("href")
        assert address is not None
        assert urlsplit(address).path == "/en/jobs/freight-train-driver/"
        page.clock.set_fixed_time(datetime.fromisoformat("2040-01-01T09:00:00+01:00"))
        page.reload()
        page.wait_for_load_state("networkidle")
        assert shown.all_inner_texts() == ["Our open jobs"]


@pytest.mark.parametrize("path", ["en/", "en/jobs/project-officer-port-integrity/", "fr/"])
def test_a_first_visit_weighs_at_most_forty_kilobytes(browser: Browser, demo_url: str, path: str) -> None:
    """The page with all that it loads, compressed."""
    with watched(browser) as watch:
        answers: list[Response] = []
        watch.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 -- Playwright marks what it is given
        watch.open(demo_url + path)
        assert len(answers) >= 4
        assert sum(len(gzip.compress(answer.body(), 9)) for answer in answers) <= 40 * 1024
