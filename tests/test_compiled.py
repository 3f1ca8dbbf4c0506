"""Templates that are compiled once: the same pages, and nothing but code of just these templates."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from sites import small_site, write_files

from jobglot import compiled as compiling
from jobglot import render
from jobglot.compiled import compiled, kept_at
from jobglot.load import load_config, load_look
from jobglot.render import Renderer, TemplateFault
from jobglot.views import Said

PAGE = {"page.html": "{% include 'part.html' %}", "part.html": "one\n{{ 'a' ~ x|bdi }}{{ asset('y') }}"}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where code is kept while a test runs."""
    place = tmp_path / "templates"
    monkeypatch.setattr(compiling, "kept_at", lambda: place)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return place


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many templates were compiled at each time."""
    counts: list[int] = []
    compile_all = render.compiled

    def counted(sources: dict[str, str]) -> object:
        counts.append(len(sources))
        return compile_all(sources)

    monkeypatch.setattr(render, "compiled", counted)
    return counts


def test_templates_are_compiled_once(kept: Path, times: list[int]) -> None:
    """And found again by the next build."""
    first = compiled(PAGE)
    assert first.keys() == PAGE.keys()
    assert compiled(PAGE) == first
    assert times == [2]


def test_code_is_that_of_its_templates_and_of_what_compiled_it(
    kept: Path, times: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed text, another name or another version: compiled anew."""
    compiled(PAGE)
    compiled({**PAGE, "page.html": "other"})
    compiled({"page.htm": "other", "part.html": PAGE["part.html"]})
    monkeypatch.setattr(compiling, "code_hash", lambda: b"another version")
    compiled({"page.htm": "other", "part.html": PAGE["part.html"]})
    assert times == [2, 2, 2, 2]


def test_what_is_damaged_counts_for_nothing(kept: Path, times: list[int]) -> None:
    """Not one byte of it runs."""
    compiled(PAGE)
    whole = kept.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[:-1] + b"x", whole + b"x"):
        kept.write_bytes(damaged)
        assert compiled(PAGE).keys() == PAGE.keys()
        assert kept.read_bytes() == whole
    assert times == [2] * 6


def test_whoever_lets_python_keep_no_code_is_heeded(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build then compiles for itself."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(PAGE) == {}
    assert not kept.exists()


def test_where_nothing_can_be_kept_nothing_is_compiled_ahead(
    kept: Path, times: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be done for more templates than are drawn."""
    monkeypatch.setattr(compiling, "kept_at", lambda: kept / "nowhere" / "templates")
    assert compiled(PAGE) == {}
    assert times == []


def test_code_lies_beside_that_of_our_modules() -> None:
    """Whoever can write there can change what we do as it is."""
    assert kept_at().parent == Path(importlib.util.cache_from_source(compiling.__file__)).parent


def test_pages_are_the_same(kept: Path) -> None:
    """And so are their mistakes, to the line."""

    def asset(name: str) -> str:
        if name == "y":
            return name
        raise LookupError

    sources = {**PAGE, "broken.html": "{% if %}", "wrong.html": "\n\n{{ missing }}"}
    code = compiled(sources)
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


def test_a_template_of_the_site_is_not_that_of_the_package(kept: Path, tmp_path: Path) -> None:
    """Though it has the same name."""
    root = small_site(tmp_path / "site")
    write_files(root, {"templates/posting.html": "mine"})
    config, _ = load_config(root)
    assert config is not None
    look, _ = load_look(root, config)
    assert "base.html" in look.code
    assert "posting.html" not in look.code
