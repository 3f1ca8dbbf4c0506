"""What pages put around notices."""

from __future__ import annotations

import notices

from jobglot.importing.furniture import clear, without_buttons
from jobglot.importing.lines import to_lines


def _left(text):
    return [line.text for line in clear(to_lines(text)).lines]


def test_a_button_to_a_site_that_will_be_no_more_goes():
    """It would lead to nothing; one to another site is a way to apply, and words beside it make it a sentence."""
    kept = "[Apply now](https://else.example/7)\n\n[Apply now](https://old.example/7) by mail\n\n[Tasks](https://old.example/t)"
    gone = "\n\n[Apply now](https://old.example/7)\n\n[Postuler](#form)"
    assert without_buttons(kept + gone, lambda url: "old.example" in url).strip() == kept


def test_counters_buttons_and_placeholders_go():
    """In whichever language the page speaks."""
    page = (
        "Baker\nViews: 1 204\nVer: 3\nLoading ...\nCargando…\nApply now\nJetzt bewerben\nMeld deze vacature\n"
        "Candidati ora\nGuardar vaga\nComparteix\nWe bake."
    )
    assert _left(page) == ["Baker", "We bake."]


def test_a_heading_that_reads_as_a_button_stays_above_its_text():
    """“Solliciteren” is both; alone it goes."""
    text = "## Solliciteren\n\nStuur je brief uiterlijk op 3 mei naar a@b.example.\n\nSolliciteren"
    assert [line.text for line in clear(to_lines(text)).lines] == text.split("\n\n")[:2]


def test_similar_jobs_go_to_the_end_of_the_page():
    """They are other notices."""
    cleared = clear(to_lines(notices.AGGREGATOR))
    assert not any("29-10-2030" in line.text for line in cleared.lines)
    assert "a list of similar jobs" in cleared.dropped


def test_a_text_about_similar_jobs_stays():
    """What goes on at length is no list."""
    text = "Similar jobs\nWe have had similar jobs before, and " + "they were filled by people of the coast. " * 6
    assert len(_left(text)) == 2


def test_cookie_notices_go_and_bakers_cookies_stay():
    """Only where the site speaks of itself."""
    assert _left("You bake cookies.\nThis website uses cookies. By browsing on, you accept them.") == [
        "You bake cookies."
    ]


def test_where_a_notice_was_found_is_kept_apart():
    """It is the source, and no part of the text."""
    cleared = clear(to_lines("We bake.\nPlease mention that you found this job on the Daily Loaf!"))
    assert (cleared.source, [line.text for line in cleared.lines]) == ("Daily Loaf", ["We bake."])


def test_separators_stay():
    """They may stand between two languages."""
    assert _left("One\n***\nTwo\n⏰ 🌏\n") == ["One", "***", "Two"]
