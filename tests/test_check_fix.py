"""`check --fix` on a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobglot.cli import main

FACTS = (
    "organization: {name: Office}\nlocations: [{city: Oran, country: DZ}]\nposted: 2026-03-01\n"
    "apply: [{email: jobs@example.org}]\n"
)
EN, FR = "content/postings/keeper.en.md", "content/postings/keeper.fr.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A board whose one posting has three slips: quotes, a date in figures, a blank."""
    (tmp_path / "content/postings").mkdir(parents=True)
    (tmp_path / "config.yaml").write_text("name: Jobs\nbase_url: https://x.example/\nlanguages: [en, fr]\n")
    (tmp_path / EN).write_text("---\ntitle: Keeper: gauges\n---\n\nWe read applications until 1 May 2026.\n")
    (tmp_path / FR).write_text(
        f"---\ntitle: Gardien·ne, marégraphes\n{FACTS}deadline: 01/05/2026\n---\n\nNous lisons vos lettres. \n",
        encoding="utf-8",
    )
    return tmp_path


def test_nothing_is_mended_without_the_flag(site, capsys):
    """A check reads and tells."""
    before = {path: (site / path).read_bytes() for path in (EN, FR)}
    assert main(["check", "--site", str(site), "--now", "2026-03-02"]) == 1
    assert {path: (site / path).read_bytes() for path in (EN, FR)} == before


def test_what_is_mended_is_shown_and_checked(site, capsys):
    """The diff names the files and both forms of each line; a second run has nothing to mend."""
    main(["check", "--site", str(site), "--now", "2026-03-02", "--fix"])
    shown = capsys.readouterr().out
    for line in ('+title: "Keeper: gauges"', "-deadline: 01/05/2026", "+deadline: 2026-05-01", f"+++ b/{FR}"):
        assert line in shown
    assert "date-" not in shown.replace("date-drift", "")
    assert (site / FR).read_text("utf-8").endswith("lettres.\n")
    main(["check", "--site", str(site), "--now", "2026-03-02", "--fix"])
    assert "+++" not in capsys.readouterr().out


def test_only_the_files_named_are_mended(site):
    """Though the others are read, to confirm dates."""
    english = (site / EN).read_bytes()
    main(["check", "--site", str(site), "--now", "2026-03-02", "--fix", str(site / FR)])
    assert (site / EN).read_bytes() == english
    assert "deadline: 2026-05-01" in (site / FR).read_text("utf-8")
