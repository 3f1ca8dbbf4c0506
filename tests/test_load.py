"""From a site's folder to values: what was found, what hurts, and each file read once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from readings import document, front
from trees import fill

from jobglot import readings, site_files
from jobglot.gate import read_file
from jobglot.load import Loaded, load, load_config
from jobglot.model import Posting
from jobglot.problem import Problem, Severity

HOSTILE = Path(__file__).resolve().parent / "fixtures" / "hostile"
CONFIG = b"name: Jobs\nbase_url: https://jobs.example.org/\nlanguages: [en, fr]\n"
ACME = document("name: ACME\n")


def site(folder: Path, files: dict[str, bytes]) -> Path:
    """A site's folder with one organization, a category and a place."""
    return fill(
        folder,
        {
            "config.yaml": CONFIG,
            "content/organizations/acme.en.md": ACME,
            "content/categories.yaml": b"food: Food\n",
            "content/places.yaml": b"ghent: {name: Ghent, country: BE}\n",
            **files,
        },
    )


def loaded(root: Path) -> Loaded:
    """What a site with a good config holds."""
    found, problems = load(root)
    assert found is not None, problems
    return found


def errors(problems: tuple[Problem, ...]) -> list[str]:
    """`path: code` of the errors."""
    return [f"{p.origin.path}: {p.code}" for p in problems if p.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def odd() -> dict[str, Posting]:
    """The postings of the hostile board that look odd and are right."""
    found = loaded(HOSTILE)
    return {posting.id: posting for posting in found.content.postings if posting.id.startswith("ok-")}


def test_what_looks_odd_and_is_right_comes_out_right(odd: dict[str, Posting]) -> None:
    """Texts stay texts, single values become lists, shells of editions are not written yet."""
    assert odd["ok-norway"].editions[0].title == "no"
    assert odd["ok-norway"].locations[0].country == "NO"
    figures = odd["ok-figures"]
    assert figures.editions[0].title == "Yes"
    assert figures.department is not None
    assert figures.contact is not None
    assert (figures.reference, figures.grade, figures.contact.phone) == ("05", "1.10", "0234567")
    assert figures.department.every() == ("16:05",)
    assert odd["ok-single-value"].categories == ("it",)
    assert odd["ok-single-value"].employment_type[0].value == "full_time"
    assert [edition.language for edition in odd["ok-shell"].editions] == ["en"]
    assert [edition.language for edition in odd["ok-french-only"].editions] == ["fr"]
    assert odd["ok-template"].editions[0].title == "{{ 7*7 }}{% include 'x' %}"
    assert "{{ 7*7 }}{% include 'x' %}" in odd["ok-template"].editions[0].body.html
    assert odd["ok-markup-in-title"].editions[0].title == "</title><script>alert(1)</script>"
    assert odd["ok-emoji"].editions[0].title == "🥖"
    assert "<hr>" in odd["ok-rule-in-body"].editions[0].body.html
    assert odd["ok-attachment-name"].attachments[0].name == "ok-été 1.pdf"
    assert "alert(1)" in odd["ok-body-fence"].editions[0].body.text
    assert "onerror" not in odd["ok-body-fence"].editions[0].body.html


@pytest.mark.parametrize("name", ["ok-bom", "ok-crlf", "ok-cr", "ok-no-final-newline", "ok-nel", "ok-line-separator"])
def test_line_breaks_and_marks_make_no_difference(odd: dict[str, Posting], name: str) -> None:
    """The same values come from the same words."""
    plain, other = odd["ok-extra-key"], odd[name]
    assert other.editions[0].title == plain.editions[0].title
    assert other.editions[0].body == plain.editions[0].body
    assert (other.deadline, other.posted, other.apply) == (plain.deadline, plain.posted, plain.apply)


def test_a_site_needs_its_config(tmp_path: Path) -> None:
    """The remedy says how to get one."""
    found, problems = load_config(tmp_path)
    assert found is None
    assert [problem.code for problem in problems] == ["no-config"]
    assert "init" in problems[0].remedy


def test_the_way_to_the_site_is_told_in_a_folder_of_it(tmp_path: Path) -> None:
    root = site(tmp_path / "site", {})
    [problem] = load_config(root / "content" / "postings")[1]
    assert problem.remedy == "run the command in ../.., where the site's folder begins, or say “--site ../..”"


def test_a_config_with_another_ending_is_told(tmp_path: Path) -> None:
    """Many programs take both."""
    (tmp_path / "config.yml").write_bytes(CONFIG)
    assert [problem.remedy for problem in load_config(tmp_path)[1]] == ["rename config.yml to config.yaml"]


@pytest.mark.parametrize("name", ["x.en.markdown", "x.EN.md", "X.en.md", "x.md", "x.en.md.txt"])
def test_a_name_that_is_wrong_does_not_make_the_other_edition_wrong(tmp_path: Path, name: str) -> None:
    """Its facts stand in the file that could not be told to be of it."""
    root = site(
        tmp_path / "site",
        {f"content/postings/{name}": document(front()), "content/postings/x.fr.md": document("title: Boulanger·ère\n")},
    )
    found = loaded(root).problems
    assert [problem.origin.path for problem in found] == [f"content/postings/{name}"]


def test_an_attachment_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    """It has a problem of its own."""
    from jobglot.check import check

    note = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    text = document(front(), "See [the form](form.pdf).")
    found = loaded(site(tmp_path / "site", {"content/postings/x.en.md": text, "content/postings/form.pdf": note}))
    assert errors((*found.problems, *check(found.content))) == ["content/postings/form.pdf: git-lfs"]


def test_a_language_without_known_formats_is_a_warning(tmp_path: Path) -> None:
    """It is built, with English patterns."""
    found = loaded(site(tmp_path / "site", {"config.yaml": CONFIG.replace(b"[en, fr]", b"[en, tlh]")}))
    assert "language-unknown" in [problem.code for problem in found.problems]
    assert errors(found.problems) == []


# A file without a byte is not there.
BROKEN: dict[str, dict[str, bytes]] = {
    "content/categories.yaml: yaml-syntax": {"content/categories.yaml": b"food: @x\n  y: [\n"},
    "content/categories.yaml: id-invalid": {"content/categories.yaml": b"Food: Food\n"},
    "content/categories.yaml: not-utf8": {"content/categories.yaml": b"food: \xff\n"},
    "content/categories.yml: file-ending": {"content/categories.yaml": b"", "content/categories.yml": b"food: Food\n"},
    "content/organizations/acme.en.md: no-front-matter": {"content/organizations/acme.en.md": b"ACME"},
    "content/organizations/acme.en.md: missing-key": {"content/organizations/acme.en.md": document("url: ''\n")},
    "content/organizations/ACME.en.md: id-invalid": {
        "content/organizations/acme.en.md": b"",
        "content/organizations/ACME.en.md": ACME,
    },
    "content/organizations/acme.md: file-language": {
        "content/organizations/acme.en.md": b"",
        "content/organizations/acme.md": ACME,
    },
    "content/places.yaml: country-unknown": {"content/places.yaml": b"ghent: {name: Ghent, country: Belgium}\n"},
}


@pytest.mark.parametrize("problem", BROKEN)
def test_what_is_broken_does_not_break_what_names_it(tmp_path: Path, problem: str) -> None:
    """Forty postings under a broken vocabulary or of an unreadable organization are not told of."""
    from jobglot.check import check

    files = {f"content/postings/p{n}.en.md": document(front(title=f"Baker {n}")) for n in range(3)}
    root = site(tmp_path / "site", {**files, **BROKEN[problem]})
    for path, data in BROKEN[problem].items():
        if not data:
            (root / path).unlink()
    found = loaded(root)
    told = [*found.problems, *check(found.content)]
    broken = {p.origin.path for p in told if p.severity is Severity.ERROR}
    assert problem in errors(tuple(told))
    assert not [path for path in broken if "postings" in path]


@pytest.mark.parametrize(
    ("path", "severity", "words"),
    [
        ("content/posting/x.en.md", Severity.ERROR, "did you mean content/postings/?"),
        ("content/x.en.md", Severity.ERROR, "put it into a folder"),
        ("content/README.md", Severity.WARNING, "delete it"),
        ("content/notes.txt", Severity.WARNING, "delete it"),
    ],
)
def test_a_file_that_nothing_reads_is_told(tmp_path: Path, path: str, severity: Severity, words: str) -> None:
    """As an error where it was surely meant to be read."""
    found = loaded(site(tmp_path / "site", {path: document(front())}))
    told = [(p.severity, p.remedy) for p in found.problems if p.origin.path == path]
    assert len(told) == 1
    assert told[0][0] is severity
    assert words in told[0][1]


def test_a_file_of_the_content_that_lies_above_it_is_told(tmp_path: Path) -> None:
    """Where a git host's web editor begins one; other texts there are nobody's business."""
    files = {"cook.en.md": ACME, "postings/cook.fr.md": ACME, "README.fr.md": b"# Jobs\n", "notes.md": ACME}
    found = loaded(site(tmp_path, files)).problems
    assert [(p.origin.path, p.remedy) for p in found if p.code == "file-astray"] == [
        ("cook.en.md", "move it to content/postings/cook.en.md"),
        ("postings/cook.fr.md", "move it to content/postings/cook.fr.md"),
    ]


def test_every_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a file saved during a build is either its old self or its new one, never both."""
    root = site(
        tmp_path / "site",
        {
            "content/postings/a.en.md": document(front(), "[form](form.pdf)"),
            "content/postings/a.fr.md": document("title: Boulanger·ère\n", "[form](form.pdf)"),
            "content/postings/form.pdf": b"%PDF-",
            "static/x.txt": b"x",
        },
    )
    reads: Counter[tuple[Path, str]] = Counter()

    def counted(folder: Path, relative: str, cap: int) -> Any:
        reads[(folder, relative)] += 1
        data = read_file(folder, relative, cap)
        if folder == root and relative.startswith("content/"):
            (folder / relative).write_bytes(b"changed meanwhile")
        return data

    monkeypatch.setattr(site_files, "read_file", counted)
    monkeypatch.setattr(readings, "read_file", counted)
    found = loaded(root)
    assert set(reads.values()) == {1}
    assert {path for folder, path in reads if folder == root} >= {
        "config.yaml",
        "content/postings/a.en.md",
        "static/x.txt",
    }
    assert found.content.postings[0].editions[1].title == "Boulanger·ère"
    assert found.content.files["content/postings/form.pdf"] == b"%PDF-"


def test_hidden_files_that_hosts_read_are_files_of_the_site(tmp_path: Path) -> None:
    """And no others: most are of an editor's programs, and some are secret."""
    hidden = (".htaccess", ".domains", ".nojekyll", ".well-known/security.txt", ".env", ".htpasswd", ".DS_Store")
    found = loaded(site(tmp_path / "site", {f"static/{name}": b"x" for name in hidden}))
    assert {name for name in found.look.static if name.startswith(".")} == set(hidden[:4])


def test_a_logo_is_a_file_of_the_site(tmp_path: Path) -> None:
    """The nearest one is offered."""
    acme = document("name: ACME\nlogo: logos/acm.svg\n")
    files = {"content/organizations/acme.en.md": acme, "static/logos/acme.svg": b"<svg/>"}
    found = loaded(site(tmp_path / "site", files))
    told = [problem for problem in found.problems if problem.code == "logo-missing"]
    assert [(problem.origin.line, problem.remedy) for problem in told] == [(3, "did you mean “logos/acme.svg”?")]


def test_an_empty_site_is_loaded(tmp_path: Path) -> None:
    """A config is all it takes."""
    found = loaded(fill(tmp_path / "site", {"config.yaml": CONFIG}))
    assert errors(found.problems) == []
    assert found.content.postings == ()
    assert "base.html" in found.look.templates
