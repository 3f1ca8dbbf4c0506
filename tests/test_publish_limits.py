"""What hosts do not read of `_headers` and `_redirects`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import config

from jobglot.problem import Severity
from jobglot.publish.limits import addresses_of_examples, beyond_limits
from jobglot.settings import Report


def said(headers: str = "", redirects: str = "") -> list[str]:
    found = beyond_limits(headers.encode(), redirects.encode())
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [f"{problem.origin}: {problem.message}" for problem in found]


def test_ordinary_files_break_no_limit() -> None:
    """Nor do none."""
    assert said() == []
    headers, redirects = "# ours\n\n/*\n  X-A: b\n  X-B: c\n", "# moved\n\n/a /b 301\n"
    assert said(headers * 100, redirects * 1000) == []


def test_each_limit_is_told_with_its_host() -> None:
    """And with the number."""
    assert said("/*\n  X-A: b\n" * 101) == ["_headers: it has 101 rules, and Cloudflare Pages reads 100"]
    assert said("", "/a /b 301\n" * 1001) == ["_redirects: it has 1,001 rules, and GitLab Pages reads 1,000"]
    assert said("", "/a /b 301\n" * 2001) == [
        "_redirects: it has 2,001 rules, and GitLab Pages reads 1,000",
        "_redirects: it has 2,001 rules, and Cloudflare Pages reads 2,000",
    ]
    assert any("GitLab Pages reads 65,536" in line for line in said("", f"/{'a' * 800} /b 301\n" * 90))
    assert any("longer than the 1,000 characters" in line for line in said("", f"/{'a' * 1000} /b 301\n"))
    assert any("longer than the 2,000 characters" in line for line in said(f"/*\n  X-A: {'a' * 2000}\n"))


@pytest.mark.parametrize(
    ("base_url", "email", "codes"),
    [
        ("https://jobs.example.org/", "jobs@EXAMPLE.org", ["base-url-example", "report-example"]),
        ("https://example.com/board/", "", ["base-url-example"]),
        ("https://jobs.acme.example/", "", ["base-url-example"]),
        ("https://example.org.uk/", "me@myexample.org", []),
        ("https://you.github.io/example.org/", "", []),
        ("http://localhost:8000/", "", []),
    ],
)
def test_addresses_of_examples_reach_nobody(base_url: str, email: str, codes: list[str]) -> None:
    """A new site begins with them."""
    settings = replace(config(), base_url=base_url, report=Report(email=email))
    assert [problem.code for problem in addresses_of_examples(settings)] == codes
