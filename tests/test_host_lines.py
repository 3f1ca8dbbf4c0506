"""Lines of `_headers` and `_redirects` that no host understands."""

from __future__ import annotations

import pytest

from jobglot.host_lines import problems_of


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
    assert told("_headers", headers) == told("_redirects", redirects) == told("robots.txt", "x\n") == []
