"""Lines of `_headers` and `_redirects` that no host understands."""

from __future__ import annotations

import pytest

from jobglot.host_lines import hiding, problems_of
from jobglot.routes import Links, PageType, Route


def told(name: str, text: str) -> list[str]:
    return [f"{p.origin.line} {p.code}: {p.message}; {p.remedy}" for p in problems_of({name: text.encode()})]


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("_headers", "X-Frame-Options: DENY", "begin the line with two spaces"),
        ("_headers", "en/*", "write the path from its first slash"),
        ("_headers", "  /en/*", "at the beginning of its line"),
        ("_headers", "  X-Frame-Options DENY", "write “Name: value”"),
        ("_redirects", "old/ /en/ 301", "“old/” is no address"),
        ("_redirects", "/old", "nothing says where this leads"),
        ("_redirects", "/old en/ 301", "“en/” is no address"),
        ("_redirects", "/old /en/ 31", "“31” is no status"),
        ("_redirects", "/old /en/ permanent", "“permanent” is no status"),
        ("_redirects", "/old /old 301", "/old leads to itself"),
    ],
)
def test_a_line_that_hosts_pass_over_is_told(name: str, line: str, said: str) -> None:
    """With what to write instead."""
    (found,) = told(name, f"# ours\n\n{line}\n")
    assert found.startswith(f"3 {name[1:]}-line: ")
    assert said in found


def test_what_hosts_understand_is_not_told() -> None:
    """All of their syntax, and files of other names."""
    headers = "# x\n/*\n  X-A: 1\n\t! X-B\nhttps://:project.pages.dev/*\n  X-Robots-Tag: noindex\n  # x\n"
    redirects = (
        "/a /b\n/a/* https://x.example/:splat 302!  # x\n/s q=:q /t?q=:q 301 Language=en\nhttp://a.example/* /a/\n"
    )
    assert told("_redirects", "\ufeff/old /en/ 301\n") == []
    assert told("_headers", headers) == told("_redirects", redirects) == told("robots.txt", "x\n") == []


def test_a_rule_over_a_page_is_told_since_hosts_do_not_agree() -> None:
    """Cloudflare follows it; aliases, conditions and “!” say what is meant."""
    pages = {"index.html": PageType.CHOOSER, "en/index.html": PageType.HOME, "en/old/index.html": PageType.REDIRECT}
    links = Links("https://a.example/b/", {Route(type_, path): path for path, type_ in pages.items()})
    rules = (
        "/b/en /b/fr/ 301\n/b/* /b/en/:splat 302\n/en/ /x 301\n/b/en/old/ /b/ 301\n"
        "/b/ /b/fr/ 302 Language=fr\n/b/ /b/en/ 301!\n/b/gone/* /b/en/\n\n# /b/\n/b/\n"
    )
    found = list(hiding({"_redirects": rules.encode()}, links))
    assert [(p.origin.line, p.message.partition(":")[0]) for p in found] == [
        (1, "/b/en is a page of this board"),
        (2, "/b/* takes in 2 pages of this board, such as /b/"),
    ]
