"""The plan of a publication."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from publishers import BOARD, release, site

from jobglot.publish.publication import LINGER, Former, Publication, Sum, publication_of
from jobglot.publish.release import Part, Release
from jobglot.publish.steps import Steps, changed_urls, compare, in_words, size_in_words


def there(of: Release, **changes: object) -> Publication:
    """A target that holds a release."""
    return replace(publication_of(of, {}), **changes)  # type: ignore[arg-type]


def test_a_first_publication_sends_everything_in_order() -> None:
    """Assets before the pages that use them, lists after what they list, what tells of it all last."""
    parts = [release(site()).files[path].part for path in compare(release(site()), None).sends]
    assert parts == sorted(parts)
    assert parts[0] is Part.ASSET
    assert parts[-1] is Part.LAST


def test_the_same_release_is_nothing_to_do() -> None:
    """Neither sent nor removed, whatever the time of the build."""
    steps = compare(release(site(), hours=5), there(release(site())))
    assert steps.is_empty
    assert in_words(steps) == "nothing to send"


def test_only_what_changed_is_sent_and_only_what_left_is_removed() -> None:
    """Of ten thousand postings one changes, one comes and one goes: three pages and the list."""
    pages = {f"en/jobs/job-{at}/index.html": f"job {at}" for at in range(10_000)}
    before = {"en/index.html": "list", **pages}
    after = {
        **before,
        "en/index.html": "new list",
        "en/jobs/job-7/index.html": "job 7, better",
        "en/jobs/x/index.html": "x",
    }
    del after["en/jobs/job-9/index.html"]
    steps = compare(release(after), there(release(before)))
    assert steps.sends == ("en/jobs/job-7/index.html", "en/jobs/x/index.html", "en/index.html")
    assert steps.removals == ("en/jobs/job-9/index.html",)
    assert in_words(steps) == "2 pages changed, 1 new, 1 removed; 22 bytes to send"


def test_the_plan_is_said_in_pages_and_jobs() -> None:
    """A posting that no longer takes applications counts as closed, whether its page stays or goes."""
    before, after = site(c__index="x"), site()
    before = {**site(), "en/jobs/c/index.html": "c", "en/jobs/d/index.html": "d", "en/jobs/e/index.html": "e"}
    after = {**site(), "en/jobs/c/index.html": "c is closed", "en/jobs/f/index.html": "f"}
    after |= {"en/index.html": "1", "en/jobs/a/index.html": "2", "en/jobs/b/index.html": "3", "en/feed.xml": "4"}
    was = there(release(before, open_pages=frozenset(["en/jobs/c/index.html", "en/jobs/d/index.html"])))
    steps = compare(release(after), was)
    assert in_words(steps) == "3 pages changed, 1 new, 2 closed, 1 removed; 1 other file; 16 bytes to send"


def test_what_only_goes_is_something_to_do() -> None:
    """A page and its feed are taken down though nothing is sent."""
    before, after = site(en__jobs__x__index="x"), site()
    del after["en/feed.xml"], after["en/jobs/b/index.html"]
    steps = compare(release(after), there(release(before)))
    assert (steps.sends, len(steps.removals)) == ((), 3)
    assert not steps.is_empty
    assert in_words(steps) == "1 page removed; 2 other files to remove"


def test_assets_stay_for_readers_of_former_pages() -> None:
    """For five publications after the last page that used them; then they go, after everything else."""
    held = there(release(site(1)))
    for version in range(2, LINGER + 2):
        steps = compare(release(site(version)), held)
        assert steps.removals == ()
        held = publication_of(release(site(version)), steps.lingering or {})
    assert len(held.lingering) == LINGER
    last = site(LINGER + 2)
    del last["en/jobs/b/index.html"]
    assert compare(release(last), held).removals == ("en/jobs/b/index.html", "static/site.00000001.css")


def test_an_asset_that_comes_back_is_not_sent_again() -> None:
    """It is still there."""
    held = there(
        release(site(2)),
        lingering={"static/site.00000001.css": Former(*there(release(site(1))).files["static/site.00000001.css"], 1)},
    )
    assert "static/site.00000001.css" not in compare(release(site(1)), held).sends


def test_what_a_dead_run_may_have_touched_is_sent_again_or_removed() -> None:
    """Nobody knows whether it is there."""
    whole = release(site())
    lost = {"en/old/index.html": Sum(1, "0" * 64), "en/index.html": Sum(2, "1" * 64)}
    steps = compare(whole, there(whole, coming=lost))
    assert steps.sends == ("en/index.html",)
    assert steps.removals == ("en/old/index.html",)
    steps = compare(whole, there(whole, leaving=lost))
    assert steps.sends == ("en/index.html",)


def test_another_treatment_sends_all_again() -> None:
    """New rules for headers reach every file."""
    whole = release(site())
    assert len(compare(whole, there(whole), treatment="other").sends) == len(whole.files)
    assert len(compare(whole, there(whole), everything=True).sends) == len(whole.files)
    assert "sent again" in in_words(compare(whole, there(whole), everything=True))


def test_search_engines_are_told_of_pages_only() -> None:
    """Of those that are new, changed or gone, by their whole address."""
    after = site(1, en__jobs__new__x="no page")
    after["en/jobs/a/index.html"] = "other"
    del after["en/jobs/b/index.html"]
    steps = compare(release(after), there(release(site(1))))
    assert changed_urls(steps, BOARD) == (f"{BOARD}en/jobs/a/", f"{BOARD}en/jobs/b/")


NAMES = st.sampled_from(["a.html", "b/index.html", "static/x.00000001.css", "static/x.00000002.css", "feed.xml", "z"])
SITES = st.dictionaries(NAMES, st.sampled_from(["1", "2", "3"]))


@given(before=SITES, after=SITES)
def test_taking_the_steps_gives_the_release_and_lingering_assets_only(
    before: dict[str, str], after: dict[str, str]
) -> None:
    """Nothing is removed that was not published, nothing is sent that is there."""
    old, new = release(before), release(after)
    steps = compare(new, there(old))
    held = {path: text for path, text in before.items() if path not in steps.removals}
    held |= {path: after[path] for path in steps.sends}
    assert {path: held[path] for path in after} == after
    assert set(held) - set(after) == set(steps.lingering or {})
    assert set(steps.removals) <= set(before)
    assert all(before.get(path) != after[path] for path in steps.sends)


def test_no_steps_say_so() -> None:
    """Also where there never were any."""
    assert in_words(Steps()) == "nothing to send"


def test_sizes_are_told_in_words() -> None:
    """By thousands, as hosts count their limits."""
    sizes = (1, 999, 1000, 45_040, 999_900, 3_200_000)
    assert [size_in_words(size) for size in sizes] == ["1 byte", "999 bytes", "1.0 kB", "45.0 kB", "999.9 kB", "3.2 MB"]
