"""The messages of a language: what they say, and which form goes with a count."""

from __future__ import annotations

import pytest

from jobglot.i18n import N_, Catalog, Entry, overlay, plural_chooser

FRENCH = Catalog(
    {
        ("", "Apply"): Entry(("Postuler",)),
        ("menu", "Apply"): Entry(("Candidature",)),
        ("", "%(count)s job"): Entry(("%(count)s offre", "%(count)s offres"), "(n > 1)"),
    }
)


def test_what_a_catalog_lacks_is_said_in_english() -> None:
    """In a context too, and with a count."""
    assert [FRENCH.gettext("Apply"), FRENCH.gettext("Close")] == ["Postuler", "Close"]
    assert [FRENCH.pgettext("menu", "Apply"), FRENCH.pgettext("button", "Apply")] == ["Candidature", "Apply"]
    assert [FRENCH.ngettext("one", "many", count) for count in (0, 1, 2)] == ["many", "one", "many"]


def test_the_form_of_a_message_goes_with_the_count() -> None:
    """By the rule of its own catalog; the last form there is, where the rule asks for more."""
    assert [FRENCH.ngettext("%(count)s job", "", count) for count in (0, 1, 2)] == [
        "%(count)s offre",
        "%(count)s offre",
        "%(count)s offres",
    ]
    short = Catalog({("", "a"): Entry(("x", "y"), "n")})
    assert short.ngettext("a", "b", 7) == "y"


def test_a_rule_that_is_none_is_refused() -> None:
    """Whatever it would do if it were run."""
    with pytest.raises(ValueError, match="plural"):
        plural_chooser("__import__('os')")


def test_own_messages_lie_over_others() -> None:
    """One by one."""
    both = overlay(FRENCH, Catalog({("", "Apply"): Entry(("Envoyer",))}))
    assert [both.gettext("Apply"), both.pgettext("menu", "Apply")] == ["Envoyer", "Candidature"]


def test_marking_a_message_does_not_change_it() -> None:
    """It only has it collected."""
    assert N_("Jobs") == "Jobs"
