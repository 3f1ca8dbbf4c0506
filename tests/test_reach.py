"""What style sheets and templates of a site's own ask for in vain."""

from __future__ import annotations

import pytest
from presses import ROOT, TEMPLATES

from jobglot.reach import problems_of

STATIC = {"site.css": b"", "fonts/mine.woff2": b"", "img/band.png": b"", "theme.css": b""}


def of_sheet(text: str, name: str = "theme.css", **more: bytes) -> list[str]:
    return [str(problem) for problem in problems_of({}, {name: text.encode(), **more}, STATIC)]


def of_template(source: str, headers: bytes = b"") -> list[tuple[str, str]]:
    found = problems_of({"base.html": source}, {"_headers": headers}, STATIC)
    return [(str(problem.origin), problem.message) for problem in found]


def test_a_file_that_is_not_there_is_told_with_its_line() -> None:
    """And with the one that may be meant, written as it must be from there."""
    (told,) = of_sheet("a {}\nb { background: url(../static/img/bend.png) }")
    assert told.startswith("static/theme.css:2:21: warning: “../static/img/bend.png” leads to no file of static/;")
    assert "did you mean “img/band.png”?" in told
    assert "did you mean “../fonts/mine.woff2”?" in of_sheet("@import 'mine.woff2'", "css/a.css")[0]
    assert "did you mean “fonts/mine.woff2”?" in of_sheet("@font-face { src: url('/static/fonts/mine.woff2') }")[0]
    assert "put the file there" in of_sheet("@import url(x.css);")[0]


@pytest.mark.parametrize(
    "text",
    [
        "a { background: url(img/band.png?v=1) } b { background: url('img/band.png#x') }",
        "a { background: url(data:image/png;base64,AAAA) } b { fill: url(#shade) } c { d: url() }",
        "/* url(gone.png)\n */ @namespace svg url(http://www.w3.org/2000/svg); @namespace url(http://x.example);",
    ],
)
def test_what_is_there_or_need_not_be_is_not_told(text: str) -> None:
    """Nor what stands in a comment."""
    assert of_sheet(text) == []


def test_a_module_that_is_not_there_is_told() -> None:
    """As a file of a style sheet is."""
    (told,) = of_sheet("import a from './gone.js';\nimport b from 'lit';", "mine.js")
    assert told.startswith("static/mine.js:1:16: warning: “./gone.js” leads to no file of static/;")


def test_a_picture_of_many_megabytes_is_told() -> None:
    """Readers on the way pay for it."""
    own = {"big.PNG": bytes(20_000_000), "small.png": b"", "film.mp4": bytes(3_000_000)}
    (problem,) = problems_of({}, own, STATIC)
    assert (problem.origin.path, problem.code) == ("static/big.PNG", "picture-heavy")
    assert "20.0 MB" in problem.message


def test_what_lies_elsewhere_is_refused_by_the_policy() -> None:
    """Unless a policy of the site's own is there to allow it."""
    text = "\n@import url('https://fonts.example/css2?family=Inter');"
    (told,) = of_sheet(text)
    assert told.startswith("static/theme.css:2:14: warning: browsers refuse “https://fonts.example/css2”")
    assert "keep the file in static/" in told
    assert of_sheet(text, _headers=b"/*\n  Content-Security-Policy: font-src https://fonts.example\n") == []
    assert of_sheet(text, _headers=b"/*\n  X-Own: 1\n") == [told]


def test_a_policy_for_some_pages_only_loosens_nothing() -> None:
    """Hosts send both, and browsers hold pages to both; unless the host is told to take ours back."""
    embed = "<iframe src='https://video.example/1'></iframe>"
    own = b"# Ours\n/board/en/video/*\n  Content-Security-Policy: frame-src https://video.example\n"
    found = list(problems_of({"base.html": embed}, {"_headers": own}, STATIC, "/board/"))
    assert [(problem.code, str(problem.origin)) for problem in found] == [
        ("policy-twice", "static/_headers:2:1"),
        ("policy-refuses", "templates/base.html:1:1"),
    ]
    assert found[0].remedy == "say it of /board/*"
    taken_back = own.replace(b"  Content", b"  ! Content-Security-Policy\n  Content")
    assert [p.code for p in problems_of({}, {"_headers": taken_back}, STATIC, "/board/")] == []
    with_cms = {**STATIC, "admin/index.html": b""}
    assert list(problems_of({"base.html": embed}, {"_headers": own}, with_cms, "/board/")) == []
    for whole in (b"/*", b"/board/*"):
        everywhere = own.replace(b"/board/en/video/*", whole)
        assert list(problems_of({"base.html": embed}, {"_headers": everywhere}, STATIC, "/board/")) == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("\n<script src='https://stats.example/a.js' defer></script>", "“https://stats.example/a.js”"),
        ("\n<SCRIPT>\nalert(1)\n</SCRIPT>", "scripts that stand in a page"),
        ("\n<style>a {}</style>", "styles that stand in a page"),
        ("\n<p class='x'\n style=\"color: red\">", "the attribute “style”"),
        ("{#\n#}<button type='button' onclick='go()'>", "the attribute “onclick”"),
        ("\n<iframe src=//video.example/1></iframe>", "“//video.example/1”"),
        ("\n<link rel='stylesheet' href='https://fonts.example/a.css'>", "“https://fonts.example/a.css”"),
        ("\n<img alt='' src='http://pixel.example/1.gif'>", "“http://pixel.example/1.gif”"),
    ],
)
def test_what_a_page_may_not_hold_is_told(source: str, told: str) -> None:
    """With its line; and not where a policy of the site's own decides."""
    ((origin, message),) = of_template(source)
    assert origin.startswith(("templates/base.html:2:", "templates/base.html:3:"))
    assert told in message
    assert of_template(source, b"/*\n  content-security-policy: default-src *\n") == []


def test_every_attribute_that_is_refused_is_told() -> None:
    """Also the second of one element: all is told in one run."""
    told = of_template("<p style='color: red' onclick='go()'>on click = 'x'</p>")
    assert [message.partition("”")[0].rpartition("“")[2] for _, message in told] == ["style", "onclick"]


@pytest.mark.parametrize(
    "source",
    [
        "<script src=\"{{ asset('mine.js') }}\" defer></script>",
        '<script type="application/ld+json">{{ data|tojson }}</script>',
        '<a href="https://elsewhere.example/">x</a> <link rel="me" href="https://social.example/@x">',
        "{# <style> #}<!-- <script>x</script> --><p>style = “x”, once on=1</p>",
        "{% if a < b %}{% set style = 'x' %}{% endif %}",
    ],
)
def test_what_a_page_may_hold_is_not(source: str) -> None:
    """Files of the board, data, links, and words."""
    assert of_template(source) == []


def test_the_packaged_look_keeps_to_the_policy() -> None:
    """So that whoever copies a template is told nothing."""
    static = {path.name: path.read_bytes() for path in (ROOT / "static").glob("*.*")}
    assert list(problems_of(TEMPLATES, static, static)) == []
