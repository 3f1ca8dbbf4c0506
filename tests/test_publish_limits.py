"""What hosts do not read of `_headers` and `_redirects`."""

from __future__ import annotations

from jobglot.problem import Severity
from jobglot.publish.limits import beyond_limits


def said(headers: str = "", redirects: str = "") -> list[str]:
    found = beyond_limits(headers.encode(), redirects.encode())
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [f"{problem.origin}: {problem.message}" for problem in found]


def test_ordinary_files_break_no_limit() -> None:
    """Nor do none."""
    assert said() == []
    assert said("/*\n  X-A: b\n" * 100, "/a /b 301\n" * 1000) == []


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
