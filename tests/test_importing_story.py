"""Imports into a site, whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import notices
import office
import pytest

from jobglot.check import check
from jobglot.importing.draft import Refusal
from jobglot.importing.shelf import Done, Placed
from jobglot.importing.story import Gone, Wish, import_files
from jobglot.importing.telling import told
from jobglot.load import load_config, load_content

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)

SITE = {
    "config.yaml": (
        "name: Example Jobs\nbase_url: https://jobs.example.org/\nlanguages: [en, fr]\ntimezone: Europe/Brussels\n"
    ),
    "content/categories.yaml": "finance: {name: {en: Finance, fr: Finances}}\nit: {name: {en: IT, fr: Informatique}}\n",
    "content/places.yaml": "ghent: {name: {en: Ghent, fr: Gand}, country: BE}\nbrussels: {name: Brussels}\n",
    "content/organizations/tide-office.en.md": "---\nname: European Tide Office\nacronym: ETO\n---\n",
    "content/organizations/tide-office.fr.md": "---\nname: Office européen des marées\nacronym: OEM\n---\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small board with one organization."""
    for name, text in SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def _run(site: Path, *files: tuple[str, str], now: datetime = NOW, **wish):
    config, _ = load_config(site)
    assert config is not None
    return list(import_files(site, config, [(name, text.encode()) for name, text in files], now, Wish(**wish)))


def _written(site: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((site / "content/postings").rglob("*"))}


def test_no_posting_is_called_like_a_language(site):
    """`en.html` without a title in Latin letters, or with one that is two letters: `en.fr.md` would tell two."""
    page = """<script type="application/ld+json">{"@type": "JobPosting", "title": "%s", "description":
      "You bake the bread of this town while it sleeps, and you deliver it by bicycle."}</script>"""
    results = _run(
        site, ("en.html", page % "看護師"), ("baker/fr.html", page % "夜勤の看護師"), ("a.html", page % "FR")
    )
    assert [result.id for result in results if isinstance(result, Placed)] == ["imported", "baker", "a"]


def test_a_board_in_regional_languages_takes_what_is_written_in_them(site):
    """A notice, a page, a table are in English or French, whether the board calls them so or `en-US` and `fr-CA`."""
    for path in site.rglob("*.*"):
        text = path.read_text(encoding="utf-8").replace("[en, fr]", "[en-US, fr-CA]")
        path.write_text(text.replace("en:", "en-US:").replace("fr:", "fr-CA:"), encoding="utf-8")
        path.rename(path.with_name(path.name.replace(".en.", ".en-US.").replace(".fr.", ".fr-CA.")))
    page = """<script type="application/ld+json">{"@type": "JobPosting", "title": "Baker", "description":
      "You bake the bread of this town while it sleeps, and you deliver it by bicycle."}</script>"""
    table = (
        "title,title.en-US,deadline,description\n"
        "Boulanger,Oven keeper,2027-05-01,Vous faites le pain de la ville pendant qu’elle dort et vous le livrez.\n"
    )
    done = _run(site, ("metre.txt", notices.BILINGUAL), ("page.html", page), ("table.csv", table))
    assert all(isinstance(each, Placed) for each in done)
    written = _written(site)
    assert {name.partition(".")[2] for name in written} == {"en-US.md", "fr-CA.md"}
    assert "baker.en-US.md" in written
    assert "boulanger" not in written["oven-keeper.en-US.md"]
    assert "Vous faites le pain" in written["oven-keeper.fr-CA.md"]
    content, problems = load_content(site, load_config(site)[0])
    told = {problem.code for problem in problems if "keeper-of" in problem.origin.path}
    assert told == {"link-fragment"}  # the notice's own fault
    (metre,) = (posting for posting in content.postings if posting.reference == "31-077")
    assert [edition.language for edition in metre.editions] == ["en-US", "fr-CA"]


def test_a_bilingual_notice_becomes_a_posting_that_the_board_reads(site):
    """Without a problem: nothing was left to settle."""
    (placed,) = _run(site, ("metre.txt", notices.BILINGUAL))
    assert isinstance(placed, Placed)
    assert [(file.path, file.done) for file in placed.files] == [
        ("content/postings/keeper-of-the-standard-metre.en.md", Done.NEW),
        ("content/postings/keeper-of-the-standard-metre.fr.md", Done.NEW),
    ]
    content, problems = load_content(site, load_config(site)[0])
    assert [problem.code for problem in problems if problem.origin.path.startswith("content/postings")] == [
        "link-fragment",  # the “#” behind the portal, in each language: the notice's own fault
        "link-fragment",
    ]
    (posting,) = content.postings
    assert posting.reference == "31-077"
    assert posting.deadline.day.isoformat() == "2027-06-07"
    assert [edition.title for edition in posting.editions] == [
        "Keeper of the Standard Metre",
        "Gardien ou gardienne du mètre étalon",
    ]
    assert posting.editions[1].slug == "gardien-ou-gardienne-du-metre-etalon"


def test_what_is_left_to_settle_is_an_error_with_its_line(site):
    """No board is published with it by accident."""
    _run(site, ("harbour.txt", notices.AGGREGATOR))
    _, problems = load_content(site, load_config(site)[0])
    left = [problem for problem in problems if problem.code == "todo-left"]
    text = (site / "content/postings/harbour-data-officer.en.md").read_text(encoding="utf-8").split("\n")
    assert len(left) == 2
    assert all(text[problem.origin.line - 1].startswith("TODO(import): ") for problem in left)
    assert any("2026-03-03" in problem.message and "2030-10-31" in problem.message for problem in left)
    assert any(problem.code == "missing-key" and "posted" in problem.message for problem in problems)


def test_a_second_import_changes_nothing(site):
    """On another day, too: “posted” stays the day of the first."""
    files = [("metre.txt", notices.BILINGUAL), ("lamps.txt", notices.SCORED), ("harbour.txt", notices.AGGREGATOR)]
    _run(site, *files)
    before = _written(site)
    again = _run(site, *files, now=datetime(2026, 12, 24, tzinfo=UTC))
    assert [file.done for placed in again for file in placed.files] == [Done.UNCHANGED] * 5
    assert _written(site) == before


def test_a_table_with_a_row_more_changes_nothing_else(site):
    """Rows below the new one have other numbers, and the file another name: neither says anything of a job."""
    rows = "ref,title,deadline,organization,apply\n1,Keeper,2027-01-31,ETO,a@b.example\n"
    _run(site, ("jobs.csv", rows))
    before = _written(site)
    _, same = _run(site, ("jobs-2.csv", rows.replace("1,Keeper", "2,Pilot,2027-01-31,ETO,a@b.example\n1,Keeper")))
    assert isinstance(same, Placed)
    assert [file.done for file in same.files] == [Done.UNCHANGED]
    assert before.items() <= _written(site).items()


def test_a_changed_notice_replaces_what_nobody_has_touched(site):
    """And tells what changed."""
    _run(site, ("metre.txt", notices.BILINGUAL))
    later = notices.BILINGUAL.replace("07-Jun-2027", "09-Jul-2027").replace("07-juin-2027", "09-juillet-2027")
    (placed,) = _run(site, ("metre-2.txt", later))
    english, french = placed.files
    assert (english.done, english.differences) == (
        Done.UPDATED,
        ("deadline: “2027-06-07” here, “2027-07-09” in the notice",),
    )
    assert french.done in (Done.UPDATED, Done.UNCHANGED)
    assert "deadline: 2027-07-09" in _written(site)["keeper-of-the-standard-metre.en.md"]
    assert len(_written(site)) == 2


def test_what_a_person_has_changed_is_left_alone(site):
    """The differences are told; the other language is still updated."""
    _run(site, ("metre.txt", notices.BILINGUAL))
    path = site / "content/postings/keeper-of-the-standard-metre.en.md"
    mine = path.read_text(encoding="utf-8").replace("title: Keeper", "title: Proud keeper")
    path.write_text(mine, encoding="utf-8")
    later = notices.BILINGUAL.replace("07-Jun-2027", "09-Jul-2027").replace("07-juin-2027", "09-juillet-2027")
    (placed,) = _run(site, ("metre.txt", later))
    assert placed.files[0].done is Done.EDITED
    assert placed.files[0].differences == (
        "title: “Proud keeper of the Standard Metre” here, “Keeper of the Standard Metre” in the notice",
        "deadline: “2027-06-07” here, “2027-07-09” in the notice",
    )
    assert path.read_text(encoding="utf-8") == mine


def test_what_an_editor_added_is_no_difference(site):
    """The notice does not know of it."""
    _run(site, ("metre.txt", notices.BILINGUAL))
    path = site / "content/postings/keeper-of-the-standard-metre.en.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("per: month", "per: month\n  note: before tax"), encoding="utf-8"
    )
    (placed,) = _run(site, ("metre.txt", notices.BILINGUAL))
    assert [file.done for file in placed.files] == [Done.UNCHANGED, Done.UNCHANGED]


def test_a_posting_written_by_hand_is_recognised_and_kept(site):
    """By its title and organization."""
    path = site / "content/postings/2027/metre.en.md"
    path.parent.mkdir(parents=True)
    hand = (
        "---\ntitle: Keeper of the Standard Metre\norganization: tide-office\nposted: 2026-11-01\n"
        "deadline: 2027-06-07\napply: [{email: a@b.example}]\n---\n\nOur own words.\n"
    )
    path.write_text(hand, encoding="utf-8")
    (placed,) = _run(site, ("metre.txt", notices.BILINGUAL))
    assert (placed.id, placed.former) == ("metre", "metre")
    assert [(file.path, file.done) for file in placed.files] == [
        ("content/postings/2027/metre.en.md", Done.EDITED),
        ("content/postings/2027/metre.fr.md", Done.NEW),
    ]
    assert path.read_text(encoding="utf-8") == hand
    french = (site / "content/postings/2027/metre.fr.md").read_text(encoding="utf-8")
    assert "deadline" not in french


def test_a_repost_under_another_reference_is_another_posting(site):
    """Nor does the same title a year later mean the same job."""
    _run(site, ("a.txt", notices.BILINGUAL))
    (other,) = _run(site, ("b.txt", notices.BILINGUAL.replace("31-077", "31-099")))
    assert other.id == "keeper-of-the-standard-metre-31-099"
    (later,) = _run(site, ("c.txt", notices.BILINGUAL.replace("(31-077)", "").replace("2027", "2029")))
    assert (later.former, later.id) == ("", "keeper-of-the-standard-metre-2")


def test_the_same_notice_twice_in_one_run_is_one_posting(site):
    """The second finds the first."""
    first, second = _run(site, ("a.txt", notices.BILINGUAL), ("b.txt", notices.BILINGUAL))
    assert second.former == first.id
    assert len(_written(site)) == 2


def test_a_dry_run_writes_nothing(site):
    """But shows the files."""
    (placed,) = _run(site, ("metre.txt", notices.BILINGUAL), dry_run=True)
    assert not (site / "content/postings").exists()
    lines = list(told(placed, dry_run=True))
    assert "title: Keeper of the Standard Metre" in lines
    assert lines[-1].endswith("Nothing was written.")


def test_the_caller_may_name_organization_and_id(site):
    """Then nothing of it is left to settle."""
    text = notices.DUTCH.replace("Werkgever: Lighthouse Agency\n", "")
    english = (
        "Baker\nLocation: Ghent\nDeadline: 4 May 2028\n\nYou bake the bread of this town. Please apply to a@b.example."
    )
    (placed,) = _run(site, ("bread.txt", english), organization="tide-office", id="night-baker")
    assert placed.files[0].path == "content/postings/night-baker.en.md"
    assert "organization: tide-office" in placed.files[0].text
    (refused,) = _run(site, ("nl.txt", text))
    assert isinstance(refused, Refusal)


def test_an_id_is_for_one_job(site):
    """Of several, each would be written over the one before."""
    table = "title,deadline,apply\nBaker,2028-05-04,a@b.example\nCook,2028-05-04,a@b.example\n"
    (refused,) = _run(site, ("jobs.csv", table), id="baker")
    assert isinstance(refused, Refusal)
    assert "2 jobs" in refused.reason
    assert not (site / "content/postings").exists()


def test_one_refusal_does_not_hide_the_others(site):
    """Each is told with its reason."""
    news, metre = _run(site, ("news.txt", notices.NEWS), ("metre.txt", notices.BILINGUAL))
    assert isinstance(news, Refusal)
    assert next(iter(told(news))).startswith("news.txt: refused: it is no job")
    assert isinstance(metre, Placed)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.txt", "apply by 3 March 2026 to a@b.example " * 9000, "256 KiB"),
        ("a.html", "<p>x" * 45_000, "too large"),
        ("a.html", "<div>" * 8_000, "nested too deep"),
        ("a.csv", 'title\n"' + "x" * 200_000, "cannot be read as a table"),
        ("a.json", "[" * 100_000, "no JSON"),
        ("a.pdf", "%PDF-1.7", "copy its text into a .txt file"),
        ("a.xlsx", "PK\x03\x04", "save its sheet as CSV"),
        ("a.csv", 'title,deadline\n"Open,2027-01-31\nX,2027-01-31\n', "a cell of row 2 is never closed"),
        ("a.xml", "<a>" * 100_000, "no XML"),
    ],
)
def test_hostile_files_are_refused_in_bounded_time(site, name, text, why):
    """Whatever is given, it ends with a reason."""
    (refused,) = _run(site, (name, text))
    assert isinstance(refused, Refusal)
    assert why in refused.reason


def _page(tag: str, path: str, other: str, title: str, text: str) -> str:
    said = f'"title": "{title}", "description": "<p>{text}</p>", "validThrough": "2027-01-31"'
    return (
        f'<html lang="{tag}"><link rel="canonical" href="https://old.example{path}">'
        f'<link rel="alternate" hreflang="xx" href="https://old.example{other}">'
        f'<script type="application/ld+json">{{"@type": "JobPosting", {said}}}</script>'
    )


ENGLISH = _page("en", "/en/7", "/fr/7", "Keeper", "We are looking for a person who counts the lamps of the towers.")
FRENCH = _page("fr", "/fr/7", "/en/7", "Gardienne", "Nous cherchons une personne qui compte les lampes des tours.")


@pytest.mark.parametrize("base_url", ["https://jobs.example.org/", "https://old.example/"])
def test_pages_that_name_each_other_are_one_posting(site, base_url):
    """The second language becomes a file beside the first, though nothing else is the same."""
    config = site / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("https://jobs.example.org/", base_url), "utf-8")
    first, second = _run(site, ("en.html", ENGLISH), ("fr.html", FRENCH))
    assert isinstance(first, Placed)
    assert isinstance(second, Placed)
    assert second.former == first.id == "keeper"
    assert set(_written(site)) == {"keeper.en.md", "keeper.fr.md"}
    # The page of a translation is another than that of the first language, which is no difference.
    assert [file.done for file in second.files] == [Done.NEW]
    changed = FRENCH.replace("2027-01-31", "2027-02-28")
    (third,) = _run(site, ("fr.html", changed))
    assert isinstance(third, Placed)
    assert third.files[0].done is Done.HOLDS
    assert third.files[0].differences == ("deadline: “2027-01-31” here, “2027-02-28” in the notice",)


def test_old_addresses_stand_in_the_files_of_their_language(site):
    """And find the posting again; one at which the new page is needs none."""
    config = site / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("https://jobs.example.org/", "https://old.example/"), "utf-8")
    same = _page(
        "en", "/en/jobs/keeper/", "/fr/7", "Keeper", "We are looking for a person who counts the lamps of all."
    )
    _run(site, ("en.html", same), ("fr.html", FRENCH))
    files = _written(site)
    assert "aliases" not in files["keeper.en.md"]
    assert 'aliases:\n  - "/fr/7"\n' in "".join(text for name, text in files.items() if name.endswith(".fr.md"))
    (again,) = _run(site, ("fr.html", FRENCH.replace("Gardienne", "Veilleuse")))
    assert isinstance(again, Placed)
    assert again.former


def test_pages_under_the_address_of_their_site_are_not_one_posting(site):
    """Some sites call all pages by it."""
    one = _page("en", "/", "/fr/", "Keeper", "We are looking for a person who counts the lamps of the towers.")
    _run(site, ("one.html", one), ("two.html", one.replace("Keeper", "Pilot of the harbour")))
    assert set(_written(site)) == {"keeper.en.md", "pilot-of-the-harbour.en.md"}


def test_what_is_listed_as_open_is_renewed_now_and_then(site):
    """However old it is; a feed that is imported every day does not change the file every day."""
    feed = (
        "<rss><channel><item><title>Keeper</title><company>ETO</company><link>https://a.example/7</link>"
        "<pubDate>Mon, 02 Mar 2026 10:00:00 +0000</pubDate></item></channel></rss>"
    )
    for day, said in (("2026-11-21", "2026-11-21"), ("2026-12-21", "2026-11-21"), ("2027-01-21", "2027-01-21")):
        _run(site, ("feed.xml", feed), now=datetime.fromisoformat(f"{day}T09:00:00+00:00"))
        assert f"deadline: open\nrenewed: {said}\n" in _written(site)["keeper.en.md"]


def test_what_a_table_does_not_list_any_more_is_told(site):
    """Nobody else would notice that it is still open here; what is closed already, or of another file, is not named."""
    rows = [
        f"{number},{title},{day},ETO,a@b.example"
        for number, title, day in (
            (1, "Keeper", "2027-01-31"),
            (2, "Pilot", "2027-01-31"),
            (3, "Cook", "2026-11-30"),
            (4, "Baker", "2027-01-31"),
        )
    ]
    heading = "ref,title,deadline,organization,apply"
    _run(
        site, ("jobs.csv", "\n".join([heading, *rows])), ("other.csv", f"{heading}\n9,Diver,2027-01-31,ETO,a@b.example")
    )
    later = datetime(2026, 12, 5, 9, tzinfo=UTC)
    *_, gone = _run(site, ("jobs.csv", "\n".join([heading, rows[0], rows[3]])), now=later)
    assert gone == Gone("jobs.csv", ("pilot",))
    assert list(told(gone)) == [
        "jobs.csv: not in it any more, and open here: pilot; write “filled: …” or “withdrawn: …” if so"
    ]


SAME = "title,organization,location,deadline,apply,url,reference"


@pytest.mark.parametrize(
    "rows",
    [
        ("Nurse,ETO,Ghent,2027-01-31,a@b.example,,", "Nurse,ETO,Brussels,2027-01-31,a@b.example,,"),
        ("Nurse,ETO,Ghent,2027-01-31,a@b.example,,", "Nurse,ETO,Ghent,2027-02-28,a@b.example,,"),
        (
            "Nurse,ETO,,2027-01-31,a@b.example,https://a.example/jobs,",
            "Cook,ETO,,2027-01-31,a@b.example,https://a.example/jobs,",
        ),
        ("Nurse,ETO,,2027-01-31,a@b.example,,SPRING", "Cook,ETO,,2027-01-31,a@b.example,,SPRING"),
    ],
)
def test_two_rows_of_a_table_are_two_jobs(site, rows):
    """Whatever they have in common; and each finds its own again, in any order."""
    table = "\n".join([SAME, *rows])
    first, second = _run(site, ("jobs.csv", table))
    assert isinstance(first, Placed)
    assert isinstance(second, Placed)
    assert first.id != second.id
    before = _written(site)
    assert len(before) == 2
    again = _run(site, ("jobs.csv", "\n".join([SAME, *reversed(rows)])))
    assert all(isinstance(each, Placed) and each.files[0].done is Done.UNCHANGED for each in again)
    assert _written(site) == before


def test_jobs_of_one_title_have_an_address_each(site):
    """In every language, with the reference or a number behind it; and each keeps it, also under a new title."""
    rows = [
        "Nurse,Infirmière,ETO,2027-01-31,a@b.example,",
        "Night nurse,Infirmière,Oven,2027-01-31,a@b.example,N 7",
        "Care worker,Infirmière,Mint,2027-01-31,a@b.example,",
        "Infirmiere,Chef,Oven,2027-01-31,a@b.example,",
    ]
    table = "\n".join(["title_en,title_fr,organization,deadline,apply,ref", *rows])
    _run(site, ("jobs.csv", table))
    slugs = {name: _slug(text) for name, text in _written(site).items() if name.endswith(".fr.md")}
    assert slugs == {
        "nurse.fr.md": "infirmiere",
        "night-nurse.fr.md": "infirmiere-n-7",
        "care-worker.fr.md": "infirmiere-2",
        "infirmiere.fr.md": "chef",
    }
    config, _ = load_config(site)
    assert config is not None
    found = check(load_content(site, config)[0])
    assert not [problem for problem in found if problem.code == "slug-twice"]
    again = _run(site, ("jobs.csv", table.replace("Care worker,Infirmière", "Care worker,Soignante")))
    assert [file.done for each in again for file in each.files].count(Done.UPDATED) == 1
    assert _slug(_written(site)["care-worker.fr.md"]) == "infirmiere-2"


def _slug(text: str) -> str:
    return next(line for line in text.split("\n") if line.startswith("slug: ")).removeprefix("slug: ")


def test_a_translation_finds_a_posting_of_one_s_own_by_the_reference_of_its_row(site):
    """Though the file written by hand does not say it; a second import finds the same."""
    ours = site / "content/postings/cook.en.md"
    ours.parent.mkdir()
    ours.write_text("---\ntitle: Cook\norganization: tide-office\ndeadline: 2027-03-01\n---\n", encoding="utf-8")
    table = "ref,language,title,organization,deadline\nR1,en,Cook,ETO,2027-03-01\nR1,fr,Cuisinier,ETO,2027-03-01\n"
    for _ in range(2):
        assert [each.id for each in _run(site, ("jobs.csv", table)) if isinstance(each, Placed)] == ["cook", "cook"]
    assert list(_written(site)) == ["cook.en.md", "cook.fr.md"]


def test_a_row_that_stands_twice_is_one_job(site):
    """And that is told."""
    row = "Nurse,ETO,Ghent,2027-01-31,a@b.example,,"
    _, second = _run(site, ("jobs.csv", f"{SAME}\n{row}\n{row}"))
    assert isinstance(second, Placed)
    assert second.former == "nurse"
    assert any("the same job stands in jobs.csv before" in note for note in second.draft.notes)


def test_what_a_source_takes_back_is_told(site):
    """The file says it no more."""
    rows = "ref,title,deadline,organization,apply,salary\n1,Keeper,2027-01-31,ETO,a@b.example,{0}\n"
    _run(site, ("jobs.csv", rows.format("3000 EUR per month")))
    (second,) = _run(site, ("jobs.csv", rows.format("")))
    assert isinstance(second, Placed)
    assert second.files[0].done is Done.UPDATED
    assert second.files[0].differences == ("salary: “3000 EUR month” here, not in the notice any more",)
    (third,) = _run(site, ("feed.xml", "<rss><item><title>Keeper</title><company>ETO</company></item></rss>"))
    assert isinstance(third, Placed)
    assert "a@b.example" in _written(site)["keeper.en.md"]
    assert "deadline: 2027-01-31" in _written(site)["keeper.en.md"]
    (fourth,) = _run(site, ("feed.xml", "<rss><item><title>Keeper</title><company>ETO</company></item></rss>"))
    assert isinstance(fourth, Placed)
    assert fourth.files[0].done is Done.UNCHANGED  # the next time as well


ECONOMIST = (
    "Economist\n\nEmployer: European Tide Office\nLocation: Oslo, Norway\nClosing date: 15 May 2027\n\n"
    f"{office.ENGLISH}\n\nApply to jobs@eto.example by 15 May 2027.\n"
)
ECONOMISTE = (
    "Économiste\n\nEmployeur : Office européen des marées\nLieu : Oslo, Norvège\nDate limite : 15 mai 2027\n\n"
    f"{office.FRENCH}\n\nPostulez à jobs@eto.example avant le 15 mai 2027.\n"
)


def test_files_named_for_their_languages_are_one_posting(site):
    """Given together, they tell its facts together; the translation may also come later, or in another kind of file."""
    (placed,) = _run(site, ("job_EN.txt", ECONOMIST), ("job_FR.txt", ECONOMISTE), dry_run=True)
    assert [(e.language, e.title) for e in placed.draft.editions] == [("en", "Economist"), ("fr", "Économiste")]
    assert placed.draft.asks == ()
    (first,) = _run(site, ("job_EN.txt", ECONOMIST))
    (second,) = _run(site, ("job_FR.txt", ECONOMISTE))
    assert (second.id, second.former) == (first.id, first.id)
    assert sorted(_written(site)) == ["economist.en.md", "economist.fr.md"]
    assert [each.id for each in _run(site, ("job_EN.txt", ECONOMIST), ("job_FR.txt", ECONOMISTE))] == ["economist"]


def test_a_trial_tells_what_an_import_does(site):
    """Also where two files are one posting, of which nothing is written yet."""
    files = [("first.txt", ECONOMIST), ("again.txt", ECONOMIST.replace("15 May", "16 May")), ("job_FR.txt", ECONOMISTE)]
    trial = _run(site, *files, dry_run=True)
    assert not (site / "content/postings").exists()
    done = _run(site, *files)
    assert [[(file.path, file.done) for file in each.files] for each in trial] == [
        [(file.path, file.done) for file in each.files] for each in done
    ]
    assert [each.files[0].done for each in done] == [Done.NEW, Done.UPDATED, Done.NEW]


def test_files_named_for_languages_that_they_are_not_in_are_read_by_themselves(site):
    """Two jobs in one language; and a translation that is none."""
    done = _run(site, ("job_EN.txt", ECONOMIST), ("job_FR.txt", ECONOMIST.replace("Economist", "Diver")))
    assert [each.id for each in done] == ["economist", "diver"]
    done = _run(site, ("x_EN.txt", ECONOMIST), ("x_FR.txt", "Bonjour"))
    assert isinstance(done[1], Refusal)
