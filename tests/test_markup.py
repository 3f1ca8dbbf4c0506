"""Markdown to safe HTML: what GitHub shows is what the site shows, less whatever could harm."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import event, given
from hypothesis import strategies as st

from jobglot import markup
from jobglot.markup import ATTRIBUTES, SCHEMES, TAGS, anchor, relink, text_of, to_body
from jobglot.problem import Severity
from jobglot.settings import Dialect, MarkdownSettings

GFM = MarkdownSettings()
MARKDOWN = MarkdownSettings(Dialect.MARKDOWN, ("extra", "sane_lists"))
BOTH = pytest.mark.parametrize("dialect", [GFM, MARKDOWN], ids=["gfm", "markdown"])
VOID = frozenset(["br", "hr", "img"])


def html(source: str, dialect: MarkdownSettings = GFM) -> str:
    """The HTML of a body."""
    return to_body(source, "x.md", 1, dialect)[0].html


def told(source: str, dialect: MarkdownSettings = GFM) -> list[tuple[int, int, str]]:
    """Line, column and code of every problem."""
    return [(p.origin.line, p.origin.column, p.code) for p in to_body(source, "x.md", 1, dialect)[1]]


class Elements(HTMLParser):
    """Every element with its attributes, in order, and whether each end tag has its start."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.is_balanced = True
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes it."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes what is open."""
        self.is_balanced = self.is_balanced and bool(self.open) and self.open.pop() == tag


# ── as GitHub shows it ────────────────────────────────────────────────────────────────────────────────────────────────

SNIPPETS = [
    "Plain words.",
    "Two\nlines of one paragraph.",
    "Two paragraphs.\n\nWith a line between.",
    "A hard break  \nby two spaces.",
    "A hard break\\\nby a backslash.",
    "*slanted* and _slanted_",
    "**strong** and __strong__",
    "***both*** and **_both_**",
    "snake_case_name stays, intra*word*star does not",
    "~~gone~~ and ~gone~",
    "`code` and ``code with ` inside``",
    "- one\n- two\n- three",
    "* one\n* two",
    "+ one\n+ two",
    "1. one\n2. two",
    "3. starts at three\n4. four",
    "1) one\n2) two",
    "Words right above\n- a list without a line between",
    "Words right above\n1. a list that starts at one",
    "Words right above\n2. not a list",
    "- one\n  - nested by two\n    - nested by four",
    "- one\n    - nested by four",
    "1. one\n   - nested by three",
    "- one\n\n- loose\n\n- list",
    "- one\n\n  with a second paragraph",
    "- a list\n* another list",
    "> quoted\n> lines",
    "> quoted\nlazy line",
    "> - a list in a quote",
    "    code by indentation",
    "```python\nprint('code')\n```",
    "~~~\ntildes\n~~~",
    "before\n\n***\n\nafter",
    "before\n\n---\n\nafter",
    "before\n\n_ _ _\n\nafter",
    "| a | b |\n|---|:-:|\n| c | *d* |",
    "a | b\n--|--\nc | d",
    "[a link](https://acme.example/x) and <https://acme.example>",
    "A bare https://acme.example/x, and www.acme.example.",
    "[by reference][r]\n\n[r]: https://acme.example 'Title'",
    "- [ ] to do\n- [x] done",
    "&amp; &lt; &copy; &eacute; 1 < 2 & 3 > 2",
    "\\*not slanted\\* and \\# no heading",
    "<kbd>Ctrl</kbd> and <sub>sub</sub><br>and <ins>more</ins>",
]


def outline(source: str) -> list[str]:
    """Tags and words, without what we add or GitHub's page would take away."""
    source = re.sub(r'<input type="checkbox"( checked="")?[^>]*>', lambda m: "☑" if m[1] else "☐", source)
    source = re.sub(r"</?(?:div|input)[^>]*>", "", source)
    source = re.sub(r'<(\w+)(?:[^>]*?( (?:href|start)="[^"]*"))?[^>]*>', r"<\1\2>", source)
    source = source.replace("&quot;", '"').replace("&gt;", ">").replace("\u00a0", "&nbsp;")
    return [part for part in re.split(r"(<[^>]*>)|\n", source) if part and part.strip()]


def test_there_are_as_many_snippets_as_promised() -> None:
    """Each of another kind."""
    assert len(set(SNIPPETS)) == 44


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_the_site_shows_what_github_shows(snippet: str) -> None:
    """The oracle is GitHub's own engine."""
    oracle = cmarkgfm.github_flavored_markdown_to_html(snippet, Options.CMARK_OPT_UNSAFE)
    assert outline(html(snippet)) == outline(oracle)


def test_footnotes_lead_there_and_back() -> None:
    """In both dialects, with ids of their own."""
    for dialect in (GFM, MARKDOWN):
        body, problems = to_body("Bread[^1] and cake[^ü].\n\n[^1]: Rye.\n\n[^ü]: Plum.\n", "x.md", 1, dialect)
        assert problems == []
        elements = Elements(body.html).found
        ids = {found["id"] for _, found in elements if "id" in found}
        links = {found["href"].removeprefix("#") for tag, found in elements if tag == "a"}
        assert len(ids) == 4
        assert links == ids
        assert all(name.startswith("c-fn") for name in ids)


# ── nothing harmful ───────────────────────────────────────────────────────────────────────────────────────────────────

HARMFUL = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=//evil.example><input name=q><button>Go</button></form>",
    "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css><style>* {display: none}</style>",
    "<p style='background:url(//evil.example)' class=x id=location onclick=alert(1)>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' \x01javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHN2Zz4=)",
    "[x](vbscript:msgbox)",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "![x](//evil.example/pixel.png)",
    "<img srcset='//evil.example 2x' src=//evil.example>",
    "<video poster=//evil.example><source src=//evil.example></video>",
    "<table background=//evil.example><tr><td>x",
    "[x](//evil.example) [y](\\\\evil.example) [z](/\\evil.example)",
    '```"><script>alert(1)</script>\nx\n```',
    '~~~a" onmouseover=alert(1)\nx\n~~~',
    "[x](https://a.example \"onclick='alert(1)'\")",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>",
    "</main></body></html><h1>Taken over</h1>",
    "<div><div><span>never closed",
    "<template><script>alert(1)</script></template>",
    "<a id=fn-1 name=forms href=#x>x</a>",
    "# <img src=x onerror=alert(1)> __proto__",
]


def assert_safe(source: str, dialect: MarkdownSettings) -> None:
    """Only known elements, attributes and schemes; every element closed; nothing loaded from elsewhere."""
    found = Elements(html(source, dialect))
    assert found.is_balanced
    assert found.open == []
    for tag, attributes in found.found:
        assert tag in TAGS | {"div"}
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | {"id", "rel", "class"}
        assert set(attributes) <= allowed
        assert attributes.get("class", "wide") in ("wide", "left", "center", "right")
        assert attributes.get("id", "c-x").startswith("c-")
        address = attributes.get("href") or attributes.get("src") or ""
        scheme = urlsplit(address.strip()).scheme.lower() if ":" in address.split("/")[0] else ""
        assert scheme in (SCHEMES if tag == "a" else ()) or not scheme
        assert not re.match(r"\s*[/\\]{2}|\s*[/\\]\s*[\\]", address)


@BOTH
@pytest.mark.parametrize("source", HARMFUL)
def test_nothing_harmful_gets_through(source: str, dialect: MarkdownSettings) -> None:
    """Alone, and amid others."""
    assert_safe(source, dialect)
    assert_safe(f"Words *before {source} and* after\n\n- {source}\n\n> {source}", dialect)


@BOTH
@given(
    st.lists(
        st.sampled_from(HARMFUL) | st.text(max_size=12) | st.sampled_from(["\n", "*", "`", "<", ">", "[", "](", '"']),
        max_size=8,
    )
)
def test_no_mixture_of_them_gets_through(dialect: MarkdownSettings, parts: list[str]) -> None:
    """Whatever opens in one and closes in another."""
    assert_safe("".join(parts), dialect)


@BOTH
@given(st.text(max_size=200))
def test_any_text_makes_safe_html(dialect: MarkdownSettings, text: str) -> None:
    """No text raises."""
    assert_safe(text, dialect)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a\n\n<script>x</script>", (3, 1, "html-left-out")),
        ("a <SVG></SVG>", (1, 3, "html-left-out")),
        ("[x](javascript:a)", (1, 5, "address-left-out")),
        ("a\n[x](  //evil.example)", (2, 7, "address-left-out")),
        ("<a title='t' href='data:x'>y</a>", (1, 20, "address-left-out")),
        ("[x][r]\n\n[r]: file:///etc/passwd", (3, 6, "address-left-out")),
        ("![x](C:\\Me\\team.jpg)", (1, 6, "address-left-out")),
        ("![x](https://evil.example/x.png)", (1, 6, "picture-left-out")),
        ("## A\n\n[x](#b)", (3, 5, "link-fragment")),
        ("[x](#)", (1, 5, "link-fragment")),
        ("a [x]( ) b", (1, 5, "link-empty")),
        ("a &#x202E; b", (1, 3, "bidi-control")),
        ("a &#7; b", (1, 3, "control-character")),
    ],
)
def test_what_is_left_out_is_told_where_it_stands(source: str, problem: tuple[int, int, str]) -> None:
    """Once."""
    assert told(source) == [problem]


@pytest.mark.parametrize(
    "source",
    [
        "`<script>`",
        "    <script>",
        "```html\n<iframe src=x>\n```",
        "`[x](javascript:a)`",
        "1 < 2 and href=javascript:x",
        "[x](mailto:a@b.org) [y](tel:+322) [z](https://acme.example)",
        "- [ ] a box",
    ],
)
def test_words_about_harm_are_no_harm(source: str) -> None:
    """Code is shown as it is."""
    assert told(source) == []


def test_problems_of_one_kind_end_after_some() -> None:
    """Nobody reads ten thousand; the last says how many more."""
    _, problems = to_body("".join(f"[x](a{n}:b)\n" for n in range(500)), "x.md", 1, GFM)
    assert len(problems) == 21
    assert problems[-1].message.startswith("480 more places")
    assert all(problem.severity is Severity.WARNING for problem in problems)


# ── headings, links, text ─────────────────────────────────────────────────────────────────────────────────────────────


def test_headings_begin_below_the_title_and_leave_no_level_out() -> None:
    """The page's own heading is the first."""
    assert re.findall(r"<(h\d)", html("# A\n\n### B\n\n# C\n\n###### D")) == ["h2", "h3", "h2", "h3"]
    assert re.findall(r"<(h\d)", html("### A\n\n### B")) == ["h2", "h2"]


def test_headings_have_prefixed_ids_of_their_own() -> None:
    """None can name an element of the page, and GitHub's fragments lead to them."""
    body, problems = to_body(
        "## Pay & *leave*\n\n## Pay & leave\n\n## __proto__\n\n[x](#pay--leave-1)", "x.md", 1, GFM, "o-"
    )
    assert problems == []
    assert body.anchors == ("o-pay--leave", "o-pay--leave-1", "o-proto")
    assert 'href="#o-pay--leave-1"' in body.html
    assert anchor("Été à Paris!") == "été-à-paris"


def test_a_table_of_contents_leads_to_its_headings() -> None:
    """Whatever ids Python-Markdown makes of accents and of headings twice, or an author gave."""
    dialect = MarkdownSettings(Dialect.MARKDOWN, ("toc", "attr_list"))
    source = (
        "[TOC]\n\n## Rémunération, congés\n\n## A\n\n## A\n\n## Two words {#mine onclick=x}\n\n[x](#mine) [y](#a-1)"
    )
    body, problems = to_body(source, "x.md", 1, dialect)
    assert problems == []
    ids = ("c-rémunération-congés", "c-a", "c-a-1", "c-two-words")
    assert body.anchors == ids
    assert re.findall(r'href="#([^"]*)"', body.html) == [*ids, "c-two-words", "c-a-1"]
    assert re.findall(r'id="([^"]*)"', body.html) == [*ids]
    assert "onclick" not in body.html


def test_an_id_that_an_author_gave_a_heading_can_be_linked_to() -> None:
    """The first of two; and a heading that is called so comes before it."""
    body, problems = to_body(
        '<h2 id="Pay">What you get</h2>\n<h2 id="pay">x</h2>\n<h2 id="x">y</h2>\n\n[a](#pay) [b](#x)', "x.md", 1, GFM
    )
    assert problems == []
    assert body.anchors == ("c-what-you-get", "c-x", "c-y")
    assert re.findall(r'href="#([^"]*)"', body.html) == ["c-what-you-get", "c-x"]
    assert 'id="pay"' not in body.html.lower()


def test_links_inside_the_site_are_listed_with_their_place() -> None:
    """Those that lead elsewhere are marked and are not; fragments are not either."""
    source = "## A\n\n[a](b.en.md) ![c](c.png)\n[d](/en/) <https://acme.example> [e](#a) [f](été.pdf) [g](b.en.md)"
    body, _ = to_body(source, "x.md", 10, GFM)
    assert [(url, origin.line, origin.column) for url, origin in body.links] == [
        ("b.en.md", 12, 5),
        ("c.png", 12, 19),
        ("/en/", 13, 5),
        ("%C3%A9t%C3%A9.pdf", 13, 46),
    ]
    assert 'href="https://acme.example" rel="nofollow noopener noreferrer"' in body.html


def test_whole_addresses_of_the_board_are_inside_links() -> None:
    """So are pictures at such addresses; what lies beside the board, or on other hosts, is not."""
    source = (
        "https://jobs.example.org/board/en/ [a](HTTPS://Jobs.example.org/board) ![b](http://jobs.example.org/board/b.png)"
        " [c](https://jobs.example.org/wiki/) [d](https://jobs.example.org.evil.example/board/)"
    )
    body, problems = to_body(source, "x.md", 1, GFM, own="https://jobs.example.org/board/")
    assert problems == []
    assert [url for url, _ in body.links] == [
        "https://jobs.example.org/board/en/",
        "HTTPS://Jobs.example.org/board",
        "http://jobs.example.org/board/b.png",
    ]
    assert body.html.count("nofollow") == 2


def test_links_get_the_addresses_of_their_pages() -> None:
    """And those without a page lose theirs."""
    body, _ = to_body("[a](b.en.md) [c](gone.en.md) [d](/en/)", "x.md", 1, GFM)
    assert relink(body.html, {"b.en.md": "/en/jobs/b/?a&b", "gone.en.md": ""}) == (
        '<p><a href="/en/jobs/b/?a&amp;b">a</a> <a>c</a> <a href="/en/">d</a></p>'
    )
    assert relink(body.html, {}) == body.html


def test_the_text_is_the_words_alone() -> None:
    """One block a line."""
    assert text_of("<h2>A &amp; b</h2><p>c <em>d</em><br>e</p><ul><li>f</li></ul>") == "A & b\nc d\ne\nf"


@BOTH
def test_an_empty_body_is_empty(dialect: MarkdownSettings) -> None:
    """And no problem here."""
    assert (html("", dialect), told("", dialect)) == ("", [])


PIECES = [
    *(
        "# ",
        "## ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "3) ",
        "> ",
        "    ",
        "\t",
        "  \n",
        "\\\n",
        "---\n",
        "Title\n===\n",
        "text ",
    ),
    *(
        "*a*",
        "**b**",
        "~~s~~",
        "`c`",
        "```\nx\n```\n",
        "- [ ] x\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "|:-:|--:|\n",
        "| x |",
        ":-",
        "![i](x.png)",
    ),
    *("[l](https://example.org/?a=1&b=2)", "[q](https://example.org/'\"q)", "[h](http://a--b.org)", "[p](//x.org)"),
    *(
        "[x](http://xn--a.org/)",
        "[n](http://1.2.3.4.5/)",
        "[o](https://example.org:99999/)",
        "[u](http://u@example.org)",
    ),
    *("www.example.org", "www.x.org!", "me@example.org", "[m](mailto:a@b.c)", "[f](#frag)", "[j](javascript:x)"),
    *(
        '"quoted"',
        "é\xa0!",
        "&nbsp;",
        "&lt;b&gt;",
        "&#x27;",
        "&amp;amp;",
        "&quot;",
        "&copy;",
        "&#60;p&#62;",
        "'",
        "[^1]",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_need_not_be_cleaned_is_as_if_it_had_been(source: str) -> None:
    """The short way around the sanitiser gives the sanitiser's own bytes, or is not taken."""
    rendered = markup._render(source, GFM)
    if is_clean := markup._CLEAN.fullmatch(rendered):
        assert markup._spelt_as_cleaned(rendered) == markup._cleaned(rendered)
        assert not list(markup._addresses_left_out(rendered, markup.Places(source, "x.md", 1)))
    event("short" if is_clean else "long")


@pytest.mark.parametrize(
    "source",
    [
        "a *b* **c** `d`",
        "| a | b |\n|---|:-:|\n| c | **d** |\n| e |",
        '# T\n\n- [l](https://example.org/?a=1&b=2)\n- "é"\xa0!\n\n> 1. x',
    ],
)
def test_common_text_takes_the_short_way(source: str) -> None:
    """Or the test above would prove nothing."""
    assert markup._CLEAN.fullmatch(markup._render(source, GFM))


SIGNS = st.text(alphabet="a w.:/@|-~[]x \n\t\v\f>*`!()<&;\\", max_size=40)
PLAIN_SIGNS = st.text(alphabet="a #*`>[]()\n-_=!&;.1", max_size=40)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | SIGNS | PLAIN_SIGNS)
def test_plain_commonmark_is_as_github_has_it(source: str) -> None:
    """What needs none of GitHub's extensions is the same without them, or is rendered with them."""
    oracle = cmarkgfm.github_flavored_markdown_to_html(
        source, Options.CMARK_OPT_UNSAFE | (Options.CMARK_OPT_FOOTNOTES if "[^" in source else 0)
    )
    assert markup._github_flavored(source) == oracle
    event("long" if markup._is_extended(source) else "short")


@given(st.lists(st.sampled_from(["> ", "- ", "1. ", "**a ", "_b", "a** ", "b_ ", "~~c~~", "\n", "    "]), max_size=200))
def test_what_is_passed_over_is_not_nested_too_deep(parts: list[str]) -> None:
    """The quick look at a text takes nothing for flat that is not."""
    rendered = markup._render("".join(parts) * 3, GFM)
    for is_engines_own in (True, False):
        may = markup._may_pile_up(rendered, is_engines_own=is_engines_own)
        assert may or markup._nesting(rendered) <= markup.MAX_NESTING


@pytest.mark.parametrize("written", ["C:\\Users\\me\\team%201.jpg", "file:///home/me/team%201.jpg", "d:/team%201.jpg"])
def test_a_file_of_ones_own_computer_is_told_as_such(written: str) -> None:
    """As a picture that was dragged into an editor, with what to do about it."""
    _, problems = to_body(f"![The team]({written})", "content/postings/cook.en.md", 1, MarkdownSettings())
    assert [problem.remedy for problem in problems] == ["put the file beside this one, and write (team%201.jpg)"]
