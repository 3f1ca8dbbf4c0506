"""What hosts do not read: `_headers` and `_redirects` beyond their limits. Pure.

* Cloudflare Pages: 100 header rules, 2,000 redirects, 2,000 and 1,000 characters a line
  (https://developers.cloudflare.com/pages/configuration/headers/, …/redirects/).
* GitLab Pages: 1,000 redirects and 64 KB (https://docs.gitlab.com/user/project/pages/redirects/).
"""

from __future__ import annotations

from collections.abc import Iterator

from jobglot.problem import Origin, Problem, warning

CLOUDFLARE_HEADERS, CLOUDFLARE_REDIRECTS = 100, 2000
CLOUDFLARE_HEADER_LINE, CLOUDFLARE_REDIRECT_LINE = 2000, 1000
GITLAB_REDIRECTS, GITLAB_BYTES = 1000, 64 * 1024


def beyond_limits(headers: bytes, redirects: bytes) -> list[Problem]:
    """A warning for each limit of a host that the two files break; former addresses have pages of their own as well."""
    return [
        warning(
            Origin(path), "host-limit", message, "if the board lies there, keep fewer of them, or mind what is lost"
        )
        for path, message in (*_of_headers(headers), *_of_redirects(redirects))
    ]


def _of_headers(data: bytes) -> Iterator[tuple[str, str]]:
    lines = data.decode("utf-8", "replace").splitlines()
    rules = sum(1 for line in lines if line and not line[0].isspace() and not line.startswith("#"))
    if rules > CLOUDFLARE_HEADERS:
        yield "_headers", f"it has {rules:,} rules, and Cloudflare Pages reads {CLOUDFLARE_HEADERS}"
    if any(len(line) > CLOUDFLARE_HEADER_LINE for line in lines):
        yield "_headers", f"a line is longer than the {CLOUDFLARE_HEADER_LINE:,} characters Cloudflare Pages reads"


def _of_redirects(data: bytes) -> Iterator[tuple[str, str]]:
    lines = [line for line in data.decode("utf-8", "replace").splitlines() if line and not line.startswith("#")]
    for host, most in (("GitLab Pages", GITLAB_REDIRECTS), ("Cloudflare Pages", CLOUDFLARE_REDIRECTS)):
        if len(lines) > most:
            yield "_redirects", f"it has {len(lines):,} rules, and {host} reads {most:,}"
    if len(data) > GITLAB_BYTES:
        yield "_redirects", f"it has {len(data):,} bytes, and GitLab Pages reads {GITLAB_BYTES:,}"
    if any(len(line) > CLOUDFLARE_REDIRECT_LINE for line in lines):
        yield "_redirects", f"a line is longer than the {CLOUDFLARE_REDIRECT_LINE:,} characters Cloudflare Pages reads"
