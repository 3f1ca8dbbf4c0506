"""Templates: what they may do, and how their mistakes are told."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from presses import ROOT, TEMPLATES

from jobglot.render import Renderer, TemplateFault, anatomy, safe_html, shown
from jobglot.views import Said


def draw(source: str, others: dict[str, str] | None = None, **values: object) -> str:
    return Renderer({"page.html": source, **(others or {})}, {}).render("page.html", "en/index.html", **values)


def fault(source: str, others: dict[str, str] | None = None, **values: object) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        draw(source, others, **values)
    return caught.value


def test_values_are_escaped() -> None:
    """Whatever they hold."""
    assert draw("{{ title }}", title="</title><script>") == "&lt;/title&gt;&lt;script&gt;"


@dataclass(frozen=True, slots=True)
class Kind:
    """A value as views hold them."""

    name: str


class Shy:
    """Neither a text nor HTML, but it can be shown."""

    def __str__(self) -> str:
        return "<shy>"


@given(st.text() | st.text().map(safe_html) | st.integers() | st.floats() | st.none() | st.builds(Shy))
def test_values_are_shown_as_the_library_of_templates_escapes_them(value: object) -> None:
    """To the letter, whatever kind of value it is."""
    assert shown(value) == escape(value)
    assert draw("{{ value }}", value=value) == escape(value)


def test_functions_may_want_the_template() -> None:
    """Macros and Jinja's own are called as ever, in blocks and loops too."""
    source = (
        "{% macro twice(x) %}{{ x }}{{ x }}{{ caller() }}{% endmacro %}"
        "{% block b %}{% for n in range(2) %}{% call twice('<') %}{{ n }}{% endcall %}{{ cycler('a', 'b').next() }}"
        "{{ shout('b', mark='!') }}{{ 'x'.upper() }}{% endfor %}{% endblock %}"
    )

    def shout(word: str, mark: str) -> str:
        return word.upper() + mark

    assert draw(source, shout=shout) == "&lt;&lt;0aB!X&lt;&lt;1aB!X"


def test_values_are_never_templates() -> None:
    """A title with braces shows its braces."""
    assert draw("{{ title }}", title="{{ 7*7 }}{% include 'x' %}") == "{{ 7*7 }}{% include &#39;x&#39; %}"


def test_data_cannot_leave_its_script() -> None:
    """JSON within `<script>`."""
    assert draw("{{ data|tojson }}", data={"a": "</script>é"}) == '{"a":"\\u003c/script\\u003eé"}'


def test_names_keep_their_direction_and_language() -> None:
    """`bdi` for names, `span` for texts, nothing around a text in the page's own language."""
    assert draw("{{ x|bdi }}", x=Said("A<B")) == "<bdi>A&lt;B</bdi>"
    assert draw("{{ x|bdi }}", x=Said("مهندس", "ar", "rtl")) == '<bdi lang="ar" dir="rtl">مهندس</bdi>'
    assert draw("{{ x|span }}", x=Said("A<B")) == "A&lt;B"
    assert draw("{{ x|span }}", x=Said("Hallo", "nl", "ltr")) == '<span lang="nl" dir="ltr">Hallo</span>'


def test_plain_texts_are_names_and_texts_too() -> None:
    """A template need not know which of its values may be in another language."""
    assert draw("{{ x|bdi }} {{ x|span }}", x="A<B") == "<bdi>A&lt;B</bdi> A&lt;B"


def test_a_line_may_end_after_a_slash_between_words() -> None:
    """Long titles are broken there before they are broken within a word; short halves stay together."""
    assert draw("{{ x|bdi }}", x=Said("Programmeur/Programmeuse")) == "<bdi>Programmeur/<wbr>Programmeuse</bdi>"
    assert draw("{{ x|span }}", x="Aide/soignante & M/F") == "Aide/<wbr>soignante &amp; M/F"
    assert draw("{{ x|span }}", x="24/7, H/F, and/or, a</script>") == "24/7, H/F, and/or, a&lt;/script&gt;"


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("one\n{{ missing }}", "template-error", 2),
        ("{{ view.missing }}", "template-error", 1),
        ("\n\n{% if %}", "template-syntax", 3),
        ("{% block a %}", "template-syntax", 1),
        ("\n{% include 'nowhere.html' %}", "template-missing", 2),
        ("{% extends 'nowhere.html' %}", "template-missing", 1),
        ("{% include 'page.html' %}", "template-error", 1),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "template-error", 1),
        ("{% for x in range(10**9) %}{% endfor %}", "template-error", 1),
        ("{{ 1 // 0 }}", "template-error", 1),
        ("\n{{ '%99999999999d' % 1 }}", "template-error", 2),
        ("{{ 'a' * 9999999999999999 }}", "template-error", 1),
        ("{{ 'a' + 1 }}", "template-error", 1),
        ("{{ view() }}", "template-error", 1),
        ("\n{{ 'abcdef'|truncate(1) }}", "template-error", 2),
        ("{{ cycler() }}", "template-error", 1),
        ("\n{{ '\\ud800' }}", "template-syntax", 2),
        ("{% for x in [1] %}" * 25 + "{% endfor %}" * 25, "template-syntax", 0),
        ("{% if 1 %}" * 200 + "{% endif %}" * 200, "template-syntax", 0),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "template-syntax", 0),
        ("{{ 1" + "+1" * 5000 + " }}", "template-syntax", 0),
        ("{{ " + "9" * 5000 + " }}", "template-syntax", 0),
        ("{% macro m(a, a) %}{% endmacro %}", "template-syntax", 0),
    ],
)
def test_a_mistake_is_told_with_its_line(source: str, code: str, line: int) -> None:
    """Undefined names, syntax, missing files, endless recursion and loops alike, and what only Python cannot read."""
    problem = fault(source, view=Said("x")).problem
    anatomy(source)
    assert (problem.code, problem.origin.path, problem.origin.line) == (code, "templates/page.html", line)


@pytest.mark.parametrize(
    ("source", "what", "remedy"),
    [
        ("{{ veiw.text }}", "there is no “veiw” here", "did you mean “view”?"),
        ("{{ nobody }}", "there is no “nobody” here", "there are kind, view"),
        ("{% block b %}{{ nobody }}{% endblock %}", "there is no “nobody” here", "there are kind, view"),
        ("{{ view.txet }}", "Said has no “txet”", "did you mean “text”?"),
        ("{{ view.size }}", "Said has no “size”", "there are dir, lang, text"),
        ("{{ view.size.width }}", "Said has no “size”", "there are dir, lang, text"),
        ("{% for x in view.sizes %}{% endfor %}", "Said has no “sizes”", "there are dir, lang, text"),
        ("{{ kind.nam }}", "Kind has no “nam”", "did you mean “name”?"),
        ("{{ _('Jobs') }}", "there is no “_” here", "“with context”"),
        ("{{ view.text.size }}", "str has no “size”", "docs/templates.md"),
        ("{{ '%(x)s' % {} }}", "no value is given for “x”", "give one"),
        ("{% trans %}x{% endtrans %}", "this is not a template", '{{ _("…") }}'),
        ("{{ 'a'|upcase }}", "No filter named 'upcase'", "mend the line"),
    ],
)
def test_what_was_asked_for_in_vain_is_told_with_what_there_is(source: str, what: str, remedy: str) -> None:
    """By the names that a template may say, not by ours."""
    problem = fault(source, view=Said("x"), kind=Kind("y")).problem
    assert what in problem.message
    assert not problem.message.endswith(".")
    assert remedy in problem.remedy


def test_a_mistake_in_an_included_template_is_told_there() -> None:
    """With the page that was being drawn."""
    problem = fault("{% include 'part.html' %}", {"part.html": "\n{{ nobody }}"}).problem
    assert (problem.origin.path, problem.origin.line) == ("templates/part.html", 2)
    assert "en/index.html" in problem.message


def test_a_mistake_that_shows_in_a_packaged_template_is_told_where_its_author_can_mend_it() -> None:
    """At the line of the site's own from which it was reached, with where it shows."""
    packaged = "\n{{ card.title }}"
    others = {"_card.html": packaged, "packaged/_card.html": packaged, "packaged/page.html": "x"}
    problem = fault("one\ntwo\n{% include '_card.html' %}", others).problem
    assert (str(problem.origin), problem.message) == (
        "templates/page.html:3:1",
        "there is no “card” here (line 2 of the packaged _card.html), while drawing en/index.html",
    )
    problem = fault("{% extends 'packaged/_card.html' %}", others).problem
    assert (problem.origin.path, problem.origin.line) == ("templates/page.html", 1)
    with pytest.raises(TemplateFault) as caught:
        Renderer(others, {}).render("_card.html", "p")
    assert caught.value.problem.origin.path == "templates/_card.html"


def test_a_missing_block_of_the_parent_is_no_mistake() -> None:
    """A site's template may leave out what it does not change."""
    assert draw("{% extends 'base.html' %}", {"base.html": "a{% block b %}c{% endblock %}"}) == "ac"


def test_functions_are_called_by_name() -> None:
    """And what they refuse is told like any mistake."""

    def asset(name: str) -> str:
        raise LookupError(f"there is no static file “{name}”")

    with pytest.raises(TemplateFault, match="there is no static file"):
        Renderer({"page.html": "{{ asset('x.css') }}"}, {"asset": asset}).render("page.html", "p")


def test_a_template_may_lie_elsewhere() -> None:
    """The problem names the file the text came from."""
    with pytest.raises(TemplateFault) as caught:
        Renderer({"a.html": "{{ x }}"}, {}, {"a.html": "themes/a.html"}).render("a.html", "p")
    assert caught.value.problem.origin.path == "themes/a.html"


def test_every_template_is_described() -> None:
    """Whoever replaces one learns from docs/templates.md what it is given."""
    described = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    assert [name for name in TEMPLATES if f"`{name}`" not in described] == []
