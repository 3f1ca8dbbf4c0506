"""Where the site's own `_redirects` lead, as the preview leads there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from previews import small_site
from sites import write_files

from jobglot.preview.answers import answer
from jobglot.preview.board import Board, Settings
from jobglot.preview.redirects import led_on, redirects_of

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)
RULES = """# ours
/careers /en/ 302
/old/:id/:identity /en/jobs/:identity/?from=:id
/caf%C3%A9 /en/jobs/café/ 301!
/wp/* https://old.example/:splat 307  # the rest
/app/* /index.html 200
/search q=:words /en/search/?q=:words
/x /be/ 301 Country=be
/y /be/ Country=be
/z be/
broken
""".encode()


@pytest.mark.parametrize(
    ("address", "led"),
    [
        ("/careers", (302, "/en/")),
        ("/old/7/nurse", (301, "/en/jobs/nurse/?from=7")),
        ("/café", (301, "/en/jobs/caf%C3%A9/")),
        ("/wp/a b/c", (307, "https://old.example/a%20b/c")),
        ("/careers/", None),
        ("/app/x", None),
        ("/search", None),
        ("/x", None),
        ("/y", None),
        ("/z", None),
    ],
)
def test_rules_lead_as_hosts_lead(address: str, led: tuple[int, str] | None) -> None:
    """The first that fits; none where it depends on who asks."""
    assert led_on(redirects_of(RULES), address) == led


def test_an_address_without_a_page_leads_where_the_site_says(tmp_path: Path) -> None:
    """A page that is there is shown."""
    root = small_site(tmp_path)
    write_files(root, {"static/_redirects": "/careers /en/ 302\n/en/* /fr/\n"})
    snapshot = Board(root, lambda: NOW, Settings()).snapshot
    response = answer(snapshot, "/careers?from=mail")
    assert (response.status, dict(response.headers)["Location"]) == (302, "/en/")
    assert answer(snapshot, "/en/").status == 200
    assert answer(snapshot, "/en/no/").status == 301
    assert answer(snapshot, "/no").status == 404
