"""A site's own templates: what they may stand in for and extend, and what of them would never be seen."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from presses import TEMPLATES
from sites import ROOT, everything, small_site, write_files

from jobglot.own_templates import (
    DRAWN,
    copied,
    messages_of,
    of_plain,
    plain_of_all,
    problems_of,
    problems_of_all,
    with_packaged,
)
from jobglot.pipeline import examine
from jobglot.problem import Origin
from jobglot.render import Renderer, anatomy

PACKAGED = {
    "base.html": "<{% block head %}{% endblock %}>{% block main %}{% block inner %}{% endblock %}{% endblock %}",
    "page.html": "{% extends 'base.html' %}{% block main %}{% include '_part.html' %}{% endblock %}",
    "_part.html": "part",
}


def said(own: dict[str, str]) -> list[str]:
    return [str(problem) for problem in problems_of(own, PACKAGED)]


def drawn(own: dict[str, str], name: str) -> str:
    return Renderer(with_packaged(own, PACKAGED), {}).render(name, "p")


def test_a_template_may_extend_the_one_it_stands_in_for() -> None:
    """So that a site says only what differs, and gets the fixes of the rest."""
    own = {
        "base.html": "{% extends 'packaged/base.html' %}{% block head %}stats{% endblock %}",
        "_part.html": "[{% include 'packaged/_part.html' %}]",
    }
    assert drawn(own, "page.html") == "<stats>[part]"
    assert said(own) == []


def test_the_examples_of_the_documentation_work(tmp_path: Path) -> None:
    """Word for word, in a board that has the files they name."""
    text = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    base, footer, page = re.findall(r"```jinja\n(.*?)```", text, flags=re.DOTALL)
    root = small_site(tmp_path)
    files = {
        "templates/base.html": base,
        "templates/text.html": page,
        "templates/chooser.html": "{% extends 'packaged/chooser.html' %}{% block brand %}{{ _('Jobs') }}{% endblock %}",
        "templates/_card.html": "{% include 'packaged/_card.html' %}<p>{{ _('Featured') }}</p>",
        "templates/partners.html": "{% import 'mine/m.html' as m with context %}<h1>{{ m.head(view.title) }}</h1>",
        "templates/mine/m.html": "{% macro head(x) %}{{ _('About') }}: {{ x }}{% endmacro %}",
        "templates/_menu.html": "{% extends 'packaged/_menu.html' %}{% block more %}<li>Shop</li>{% endblock %}",
        "templates/_footer.html": footer,
        "templates/home.html": "{% extends 'packaged/home.html' %}{% block top %}{{ super() }}<p>Hi</p>{% endblock %}",
        "templates/posting.html": "{% extends 'packaged/posting.html' %}"
        "{% block matter %}{{ super() }}<p>Apply well</p>{% endblock %}",
        "static/mine.css": "",
        "content/pages/partners.en.md": "---\ntitle: Friends\n---\n\nx\n",
    }
    write_files(root, files)
    for name in ("logo.png", "favicon.png"):
        (root / "static" / name).write_bytes(b"\x89PNG")
    examined = examine(root, datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert [(problem.code, problem.origin.path) for problem in examined.problems] == [
        ("message-missing", "templates/locales/fr.po")
    ]
    assert examined.plan is not None
    made = everything(examined.plan)
    partners, find = made["en/partners/index.html"].decode(), made["en/search/index.html"].decode()
    assert "<h1>About: Friends</h1>" in partners
    for part in ("Made in Ghent", "static/mine.", "static/favicon.", "static/logo."):
        assert part in partners
        assert part in find
    assert "search." in find
    assert re.search(r"<li>Shop</li>\s*</ul>\s*</nav>", partners)
    assert re.search(r"<p>Made in Ghent<br>.*</p>\s*</div>\s*</footer>", partners)
    assert re.search(r'</div>\s*<p>Hi</p>\s*<div class="columns">', made["en/index.html"].decode())
    jobs = [page.decode() for path, page in made.items() if re.fullmatch(r"en/jobs/[^/]+/index\.html", path)]
    assert jobs
    assert all(re.search(r"<p>Apply well</p>\s*</div>", job) for job in jobs)
    assert "<h1>Jobs</h1>" in made["index.html"].decode()
    assert "</article><p>Featured</p>" in re.sub(r"\s+<p>", "<p>", made["en/index.html"].decode())
    assert "</article><p>Featured</p>" in re.sub(r"\s+<p>", "<p>", find)


def test_every_packaged_template_can_be_extended() -> None:
    """And is otherwise the same under both of its names."""
    both = with_packaged({}, TEMPLATES)
    assert both == TEMPLATES | {f"packaged/{name}": source for name, source in TEMPLATES.items()}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("{% extends 'base.html' %}\n{% block mian %}x{% endblock %}", "did you mean “main”?"),
        ("{% extends 'packaged/page.html' %}\n{% block xyz %}{% endblock %}", "its blocks are main, head, inner"),
    ],
)
def test_a_block_that_no_ancestor_has_is_told(source: str, told: str) -> None:
    """Jinja would pass over it, and the page would lack what stands in it."""
    (problem,) = said({"page.html": source})
    assert problem.startswith("templates/page.html:2:1: warning: ")
    assert told in problem


@pytest.mark.parametrize(
    "source",
    [
        "{% extends 'base.html' %}{% block main %}{% block new %}{% endblock %}{% endblock %}",
        "{% extends 'base.html' %}{% block inner %}{% endblock %}",
        "{% block any %}{% endblock %}",
        "{% extends 'nowhere.html' %}{% block any %}{% endblock %}",
        "{% extends 'page.html' %}{% block any %}{% endblock %}",
        "{% extends view.layout %}{% block any %}{% endblock %}",
        "{% if %}",
    ],
)
def test_a_block_that_has_its_place_is_not(source: str) -> None:
    """New ones within others, those of a template that extends none; what cannot be drawn is told elsewhere."""
    assert said({"page.html": source}) == []


def test_a_template_that_draws_nothing_is_told() -> None:
    """With the packaged one it may have been meant for."""
    own = {"Page.html": "x", "layouts/_part.html": "", "mine.html": ""}
    found = [(problem.origin.path, problem.code, problem.remedy) for problem in problems_of(own, PACKAGED)]
    assert found == [
        ("templates/Page.html", "template-unused", "did you mean templates/page.html?"),
        ("templates/layouts/_part.html", "template-unused", "did you mean templates/_part.html?"),
        ("templates/mine.html", "template-unused", "name it in “include”, “extends” or “import”, or delete it"),
    ]


def test_what_others_name_draws_something() -> None:
    """However far away; and where a name is worked out, it may be any."""
    own = {
        "_part.html": "{% import 'macros.html' as m %}{% include ['none.html', 'deep/a.html'] %}",
        "macros.html": "",
        "deep/a.html": "{% from 'b.html' import x %}",
        "b.html": "{% macro x() %}{% endmacro %}",
    }
    assert said(own) == []
    assert said({"page.html": "{% include view.id ~ '.html' %}", "about.html": ""}) == []


def test_packaged_templates_name_none_but_each_other() -> None:
    """So that only those of a site's own have to be looked at."""
    for name, source in TEMPLATES.items():
        parts = anatomy(source)
        assert parts is not None, name
        assert not parts.is_open
        assert parts.uses <= TEMPLATES.keys()


def test_a_copy_of_what_has_changed_since_is_told() -> None:
    """By the mark that was made with it; a copy without one says nothing."""
    copy = copied("_part.html", PACKAGED["_part.html"])
    assert said({"_part.html": copy + "mine"}) == []
    assert said({"_part.html": "part of old"}) == []
    (problem,) = said({"_part.html": copied("_part.html", "part as it was") + "mine"})
    assert problem.startswith("templates/_part.html:1:1: warning: the packaged _part.html has changed since")
    assert "“jobglot new template _part.html”" in problem


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_copy_draws_the_same(name: str) -> None:
    """The mark leaves nothing in a page, not even a line."""
    plain, marked = (Renderer({"a.html": source, "base.html": ""}, {}) for source in ("x\n", copied("a.html", "x\n")))
    assert plain.render("a.html", "p") == marked.render("a.html", "p")
    assert copied(name, TEMPLATES[name]).endswith("\n" + TEMPLATES[name])


def test_what_templates_say_is_known_with_its_place() -> None:
    """So that a translation can be asked for, and is not taken for a slip."""
    own = {"a.html": "x\n{{ _('Our team') }}{{ _(view.title) }}", "b.html": "{{ _('Our team') }}", "c.html": "{% if"}
    assert {message: str(origin) for message, origin in messages_of(own).items()} == {
        "Our team": "templates/a.html:2:1"
    }


def test_a_clone_of_the_package_is_told_what_its_templates_lack() -> None:
    """Where the site is the package, nobody can tell whose a template is, and all are looked at."""
    packaged = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").glob("*.html")}
    assert list(problems_of_all(packaged)) == []
    changed = packaged | {
        "home.html": packaged["home.html"].replace("{% block main %}", "{% block mian %}"),
        "postings.html": "x",
        "_footer.html": "{{ _('Made in Ghent') }}",
    }
    problems, said = of_plain(plain_of_all(changed))
    assert [(problem.code, problem.origin.path) for problem in problems] == [
        ("template-unused", "templates/postings.html"),
        ("template-block", "templates/home.html"),
    ]
    assert said["Made in Ghent"] == Origin("templates/_footer.html", 1, 1)


def test_the_templates_that_pages_are_drawn_with_are_known() -> None:
    """Named in our modules, once for each page and part."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "jobglot").glob("*.py"))
    calls = re.findall(r"(?:render|draw|_draw)\((?:press, route, )?\"(\w+\.html)\"", code)
    assert set(calls) == set(DRAWN)
