"""What is made once: the same pages, and of nothing but just these files."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from sites import small_site, write_files

from jobglot import kept as keeping
from jobglot.catalogs import catalogs_for, messages_of
from jobglot.kept import kept, place_of
from jobglot.load import load_config
from jobglot.look import load_look
from jobglot.render import Renderer, TemplateFault, compiled
from jobglot.views import Said

PAGE = {"page.html": "{% include 'part.html' %}", "part.html": "one\n{{ 'a' ~ x|bdi }}{{ asset('y') }}"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where things are kept while a test runs."""
    monkeypatch.setattr(keeping, "place_of", lambda what: tmp_path / what)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "lengths"


class Lengths:
    """Makes the length of each text, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, texts: Mapping[str, str]) -> dict[str, int]:
        self.times += 1
        return {name: len(text) for name, text in texts.items()}


def test_what_is_made_once_is_found_again(place: Path) -> None:
    """By the next build."""
    make = Lengths()
    first = kept("lengths", PAGE, make)
    assert first == {name: len(text) for name, text in PAGE.items()}
    assert kept("lengths", PAGE, make) == first
    assert make.times == 1


def test_it_is_that_of_its_files_and_of_the_code_that_made_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed text, another name or another version: made anew."""
    make = Lengths()
    other = {"page.htm": "other", "part.html": PAGE["part.html"]}
    for texts in (PAGE, {**PAGE, "page.html": "other"}, other):
        assert kept("lengths", texts, make) == Lengths()(texts)
    monkeypatch.setattr(keeping, "code_hash", lambda: b"another version")
    assert kept("lengths", other, make) == Lengths()(other)
    assert make.times == 4


def test_what_is_damaged_counts_for_nothing(place: Path) -> None:
    """Not one byte of it runs."""
    make = Lengths()
    kept("lengths", PAGE, make)
    whole = place.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[:-1] + b"x", whole + b"x"):
        place.write_bytes(damaged)
        assert kept("lengths", PAGE, make).keys() == PAGE.keys()
        assert place.read_bytes() == whole
    assert make.times == 6


def test_whoever_lets_python_keep_no_code_is_heeded(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build then makes what it needs for itself."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("lengths", PAGE, Lengths()) == {}
    assert not place.exists()


def test_where_nothing_can_be_kept_nothing_is_made_ahead(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be of more files than are needed."""
    make = Lengths()
    monkeypatch.setattr(keeping, "place_of", lambda what: place / "nowhere" / what)
    assert kept("lengths", PAGE, make) == {}
    assert make.times == 0


def test_it_lies_beside_the_code_of_our_modules() -> None:
    """Whoever can write there can change what we do as it is."""
    assert place_of("templates").parent == Path(importlib.util.cache_from_source(keeping.__file__)).parent


def test_pages_are_the_same(place: Path) -> None:
    """And so are their mistakes, to the line."""

    def asset(name: str) -> str:
        if name == "y":
            return name
        raise LookupError

    sources = {**PAGE, "broken.html": "{% if %}", "wrong.html": "\n\n{{ missing }}"}
    code = dict(kept("templates", sources, compiled))
    assert kept("templates", sources, compiled) == code
    assert "broken.html" not in code
    said = Said("A<B", "ar", "rtl")
    told = []
    for known in (code, None):
        drawn = Renderer(sources, {"asset": asset}, code=known)
        faults = []
        for name in ("broken.html", "wrong.html"):
            with pytest.raises(TemplateFault) as caught:
                drawn.render(name, "p")
            faults.append(caught.value.problem)
        told.append((drawn.render("page.html", "p", x=said), faults))
    assert told[0] == told[1]


def test_a_template_of_the_site_is_not_that_of_the_package(place: Path, tmp_path: Path) -> None:
    """Though it has the same name."""
    root = small_site(tmp_path / "site")
    write_files(root, {"templates/posting.html": "mine"})
    config, _ = load_config(root)
    assert config is not None
    look, _ = load_look(root, config)
    assert look.code["base.html"][0] == look.templates["base.html"]
    assert Renderer(look.templates, {}, code=look.code).render("posting.html", "p") == "mine"


def test_catalogs_say_the_same(place: Path) -> None:
    """In every language that they serve; those with a problem are read, and tell it, each time."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    own_plural = head + '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    texts = {
        "en.po": own_plural + 'msgid "a"\nmsgstr "a"\n\nmsgid "b"\nmsgstr "b"\n',
        "pt.po": own_plural + 'msgctxt "x"\nmsgid "%(n)s a"\nmsgid_plural "%(n)s b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
        "fr.po": own_plural + '#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
        "nl.po": head + '\nmsgid "a"\nmsgstr "b"\n',
    }
    known = kept("catalogs", texts, messages_of)
    assert known.keys() == {"en.po", "pt.po"}
    assert kept("catalogs", texts, messages_of) == known
    own = {"pt_BR.po": own_plural + 'msgid "a"\nmsgstr "e"\n', "en.po": own_plural + 'msgid "a"\nmsgstr "f"\n'}
    languages = ("en", "fr", "nl", "pt", "pt-BR", "ar")
    assert catalogs_for(languages, texts, own, known) == catalogs_for(languages, texts, own)
