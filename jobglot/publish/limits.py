"""What works nowhere, or not at some hosts: addresses of examples, `_headers` and `_redirects` beyond limits. Pure.

* Cloudflare Pages: 100 header rules, 2,000 redirects, 2,000 and 1,000 characters a line
  (https://developers.cloudflare.com/pages/configuration/headers/, …/redirects/).
* GitLab Pages: 1,000 redirects and 64 KB (https://docs.gitlab.com/user/project/pages/redirects/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from jobglot.problem import Origin, Problem, warning
from jobglot.settings import Config

CLOUDFLARE_HEADERS, CLOUDFLARE_REDIRECTS = 100, 2000
CLOUDFLARE_HEADER_LINE, CLOUDFLARE_REDIRECT_LINE = 2000, 1000
GITLAB_REDIRECTS, GITLAB_BYTES = 1000, 64 * 1024

STARTER = "https://jobs.example.org/"
"""The board's address in a new site."""

# What belongs to nobody (RFC 2606). Not “localhost”: who tries things out at home knows what they are doing.
_EXAMPLE = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid)$", re.IGNORECASE)


def addresses_of_examples(config: Config) -> Iterator[Problem]:
    """A warning for what a new site begins with and nobody has replaced: links and mail that reach no one."""
    if _EXAMPLE.search(urlsplit(config.base_url).hostname or ""):
        message = f"{config.base_url} is the address of an example, and all links, feeds and the sitemap name it"
        remedy = "let “base_url” be where readers will find the board, such as https://you.github.io/jobs/"
        yield warning(Origin("config.yaml"), "base-url-example", message, remedy)
    if _EXAMPLE.search(config.report.email.rpartition("@")[2]):
        message = f"readers are asked to report problems to {config.report.email}, which is nobody's"
        yield warning(Origin("config.yaml"), "report-example", message, "let “report” be an address of yours")


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
