"""Safe HTML made valid: what checkers would say is asked of them in test_checkers; here is what becomes of what."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot.markup import ATTRIBUTES, TAGS
from jobglot.tidy import tidy

pieces = st.one_of(
    st.sampled_from(sorted(TAGS | {"h1"})).map(lambda tag: f"<{tag}>"),
    st.sampled_from(sorted(TAGS | {"h1"})).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        ["one", " two ", "&amp;", "<img src=x>", "<td colspan=2>", "<time datetime=2026-02-30>", "<p dir=x>"]
    ),
)
raw = st.lists(pieces, max_size=25).map("".join)


def safe(html: str) -> str:
    return nh3.clean(
        html, tags=set(TAGS | {"h1"}), attributes={t: set(n) for t, n in ATTRIBUTES.items()}, link_rel=None
    )


def letters(html: str) -> list[str]:
    return sorted(re.sub(r"<[^>]*>|\s", "", html))


@given(raw)
def test_no_letter_is_lost(html: str) -> None:
    """Elements go; what they say stays. Only captions may move, to the top of their table."""
    before = safe(html)
    assert letters(tidy(before)) == letters(before)


@given(raw)
def test_tidying_twice_is_tidying_once(html: str) -> None:
    """What is valid stays as it is; and the sanitiser finds nothing more to take away."""
    once = tidy(safe(html))
    assert tidy(once) == once
    assert letters(safe(once)) == letters(once)


@pytest.mark.parametrize(
    "html",
    [
        '<p>One <em>two <code>three</code></em> &amp; <a href="x">four</a><br>five</p>',
        '<ul><li>one<ol start="3"><li>two</li></ol></li></ul>',
        "<dl><dt>a</dt><dt>b</dt><dd><p>c</p></dd></dl>",
        "<details><summary>s</summary><p>t</p></details>",
        '<table><caption>c</caption><thead><tr><th scope="col">a</th></tr></thead></table>',
        '<table><tbody><tr><td>a</td><td>b</td></tr><tr><td colspan="2">c</td></tr></tbody></table>',
        '<p><time datetime="2026-01-10T16:05+01:00">t</time> <span lang="pt-BR" dir="ltr">u</span></p>',
        '<blockquote><h2>a</h2><p>b</p></blockquote><a href="x"><p>a block in a link</p></a>',
    ],
)
def test_valid_html_stays(html: str) -> None:
    """Byte for byte."""
    assert tidy(html) == html


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<li>a</li><li>b</li>c", "<ul><li>a</li><li>b</li></ul>c"),
        ("<dd>a</dd>", "<ul><li>a</li></ul>"),
        ("<ul>a<p>b</p><li>c</li></ul><ol></ol>", "<ul><li>a<p>b</p></li><li>c</li></ul>"),
        ("<dl><dt>a</dt>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<summary>a</summary>", "<p>a</p>"),
        ("<details>a</details>", "a"),
        (
            "<details>a<summary>b</summary><summary>c</summary></details>",
            "<details><summary>b</summary>a<p>c</p></details>",
        ),
        ("<b>a<h2>b</h2></b>", "a<h2>b</h2>"),
        ("<pre><p>a</p></pre>", "<pre> a </pre>"),
        (
            "<table><tbody><tr><th><h2>a</h2></th></tr></tbody></table>",
            "<table><tbody><tr><th><p>a</p></th></tr></tbody></table>",
        ),
        ('<a href="x"><details><summary>a</summary></details></a>', "<details><summary>a</summary></details>"),
        ('<a href="x"> </a><a href="x"><img src="y" alt=""></a>', ' <img src="y" alt="">'),
        ('<details><summary><a href="x">a</a></summary></details>', "<details><summary>a</summary></details>"),
        ("<dfn>a <dfn>b</dfn></dfn>", "<dfn>a b</dfn>"),
        ('<img alt="a &amp; b"><img src="x" width="100%">', 'a &amp; b<img src="x" alt="">'),
        ('<time datetime="soon">a</time><time datetime="2026-02-30">b</time>', "ab"),
        ('<p lang="no such language" dir="up">a</p>', "<p>a</p>"),
    ],
)
def test_what_stands_where_it_may_not_gets_a_parent_or_gives_way(html: str, wanted: str) -> None:
    """As a reader would have meant it."""
    assert tidy(html) == wanted
