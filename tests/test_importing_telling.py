"""The command `import`, and what it says."""

from __future__ import annotations

from pathlib import Path

import notices
import office
import pytest

from jobglot.cli import main

CONFIG = "name: Example\nbase_url: https://jobs.example.org/\nlanguages: [en, fr]\ntimezone: Europe/Brussels\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A board with nothing on it, and notices beside it."""
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    for name in ("BILINGUAL", "NEWS", "SCORED"):
        (tmp_path / f"{name.lower()}.txt").write_text(getattr(notices, name), encoding="utf-8")
    return folder


def _import(site: Path, *arguments: str) -> int:
    return main(["import", "--site", str(site), "--now", "2026-11-21", *arguments])


def test_files_and_what_is_left_to_settle_are_told(site, capsys):
    """One posting after the other; all is well when all were read."""
    assert _import(site, str(site.parent / "bilingual.txt")) == 0
    told = capsys.readouterr().out
    assert "content/postings/keeper-of-the-standard-metre.en.md: new" in told
    assert "note: the organization is not in content/organizations" in told
    assert "to settle" not in told
    assert _import(site, str(site.parent / "scored.txt")) == 0
    assert "to settle: the notice has no title" in capsys.readouterr().out


def test_a_refusal_is_exit_code_1(site, capsys):
    """What else could be read is there all the same."""
    assert _import(site, str(site.parent / "news.txt"), str(site.parent / "bilingual.txt")) == 1
    assert "news.txt: refused: it is no job" in capsys.readouterr().out
    assert len(list((site / "content/postings").iterdir())) == 2


def test_wrong_calls_are_exit_code_2(site, capsys):
    """A file that is not there, an id that is none."""
    assert _import(site, "nothing.txt") == 2
    assert _import(site, str(site.parent / "news.txt"), "--id", "Not An Id") == 2
    assert "not-an-id" in capsys.readouterr().err
    assert _import(site, str(site.parent / "scored.txt"), str(site.parent / "bilingual.txt"), "--id", "keeper") == 2
    assert "--id is for a single notice" in capsys.readouterr().err
    assert not (site / "content/postings").exists()


def test_a_folder_is_all_that_can_be_read_in_it(site, capsys):
    """Languages of one posting stand in two files of it."""
    folder = site.parent / "old"
    (folder / "jobs").mkdir(parents=True)
    for tag, title in (("en", "Keeper"), ("fr", "Gardienne")):
        head = f"---\ntitle: {title}\ncompany: X\nexpiryDate: 2027-01-31\n---\nText\n"
        (folder / "jobs" / f"keeper.{tag}.md").write_text(head, encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / ".git" / "notice.txt").write_text("x", encoding="utf-8")
    assert _import(site, str(folder)) == 0
    assert {path.name for path in (site / "content/postings").iterdir()} == {"keeper.en.md", "keeper.fr.md"}
    assert "jobs/keeper.en.md: keeper" in capsys.readouterr().out


def test_an_address_is_not_fetched(site, capsys):
    """What to do instead is told."""
    assert _import(site, "https://old.example/feed.xml") == 2
    assert "save the page or feed as a file first" in capsys.readouterr().err


def test_a_map_of_columns_is_a_file(site, capsys):
    """In YAML, a column a line."""
    table, columns = site.parent / "jobs.csv", site.parent / "columns.yaml"
    table.write_text("Job name,Ends\nBaker,2028-05-04\n", encoding="utf-8")
    columns.write_text("Job name: title\nEnds: deadline\n", encoding="utf-8")
    assert _import(site, str(table), "--map", str(columns)) == 0
    assert "content/postings/baker.en.md: new" in capsys.readouterr().out


def test_an_import_of_many_is_summed_up(site, capsys):
    """With the names that the site does not have, which can be added before it is done again."""
    table = site.parent / "jobs.csv"
    rows = "Baker,Oven,Cakes,Namur\nCook,Oven,Cakes,Ghent\n,Oven,,\n"
    table.write_text(f"title,company,category,place\n{rows}", encoding="utf-8")
    assert _import(site, str(table)) == 1
    told = capsys.readouterr().out
    assert "3 postings: 2 new, 1 refused; 10 lines to settle." in told
    assert "Not in content/categories.yaml: “Cakes” (2)." in told
    assert "Not in content/places.yaml: “Ghent”, “Namur”." in told
    assert "Not in content/organizations: “Oven” (2)." in told
    assert "and import again" in told
    with (site / "content/categories.yaml").open("a", encoding="utf-8") as file:
        file.write("cakes: {name: Cakes}\n")
    _import(site, str(table))
    told = capsys.readouterr().out
    assert "3 postings: 2 updated, 1 refused" in told
    assert "Cakes" not in told.partition("3 postings")[2]


def test_postings_without_organization_may_have_one_in_common(site, capsys):
    """The option for that is told."""
    table = site.parent / "jobs.csv"
    table.write_text("title,deadline\nBaker,2028-05-04\nCook,2028-05-04\n", encoding="utf-8")
    _import(site, str(table))
    assert "2 name no organization; if all are of one, import again with --organization ID" in capsys.readouterr().out


def test_a_folder_of_documents_is_read_and_the_rest_of_it_told(site, capsys):
    """Old files and PDFs get a remedy; what Word leaves there is nothing; beside Markdown, PDFs are attached."""
    folder = site.parent / "from-employers"
    folder.mkdir()
    text = office.p(notices.DUTCH.partition("\n")[0])
    for name, data in (("job.docx", office.word(text)), ("~$job.docx", b"\x05Ada"), ("old.pdf", b"%PDF-1.4")):
        (folder / name).write_bytes(data)
    assert _import(site, str(folder)) == 1
    told = capsys.readouterr().out
    assert "old.pdf: refused: it is a PDF; ask for the Word file" in told
    assert "job.docx: refused: it is no job" in told
    assert "~$job" not in told
    (folder / "page.md").write_text(notices.GERMAN, encoding="utf-8")
    _import(site, str(folder))
    assert "PDF" not in capsys.readouterr().out
