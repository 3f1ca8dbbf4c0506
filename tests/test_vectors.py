"""Texts as vectors of integers."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from jobglot.tokens import Lexicon, raw_words
from jobglot.vectors import MOST, Cuts, Texts, frequency_limit, heaviest, rarity, rise, scaled, weight_of

CUTS = Cuts(length=1000)


def texts(*written: str, employers: tuple[str, ...] = (), cuts: Cuts = CUTS, language: str = "en") -> Texts:
    counted = [Counter(raw_words(text)) for text in written]
    return Texts(counted, employers or ("",) * len(written), Lexicon(language), cuts)


def named(vectors: Texts, text: int) -> dict[str, int]:
    return {vectors.names[number]: weight for number, weight in vectors.row(text).items()}


def test_what_is_in_one_text_only_makes_it_less_like_any_other() -> None:
    """It cannot be shared, and tells how much of a text is not."""
    vectors = texts("python zebra", "python", "cobol yak", "cobol")
    assert vectors.names == ["cobol", "python"]
    assert named(vectors, 0)["python"] < named(vectors, 1)["python"] == 1000


def test_rare_terms_weigh_more_than_frequent_ones() -> None:
    """Two postings that share "cobol" are closer than two that share "remote"."""
    vectors = texts(*(["remote cobol"] * 2 + ["remot"] * 30))
    row = named(vectors, 0)
    assert row["cobol"] > 3 * row["remot"]


def test_repeating_a_term_helps_little() -> None:
    """A notice that says "dynamic" ten times is not ten times as dynamic."""
    assert rise(1) < rise(10) < 3 * rise(1)
    assert rise(MOST) == rise(10**6)


def test_the_pitch_of_an_employer_weighs_less_than_the_same_words_of_others() -> None:
    """What one employer says in each notice says nothing of the job."""
    written = ["heritage nurse", "heritage cook", "heritage driver", "nurse", "cook", "driver"]
    alone = named(texts(*written, employers=("a", "a", "a", "b", "c", "d")), 0)
    spread = named(texts(*written, employers=("a", "b", "c", "d", "e", "f")), 0)
    assert alone["heritag"] * 2 < spread["heritag"]


def test_an_unknown_employer_has_no_pitch() -> None:
    """Postings without an employer are not those of one."""
    written = ["heritage nurse", "heritage cook", "heritage driver", "nurse", "cook", "driver"]
    assert named(texts(*written), 0)["heritag"] == named(texts(*written, employers=tuple("abcdef")), 0)["heritag"]


def test_a_text_keeps_its_heaviest_terms_and_of_equals_the_first_by_the_alphabet() -> None:
    """So a long text costs no more than a short one."""
    vectors = texts("delta beta gamma alpha", "alpha beta gamma delta", cuts=Cuts(length=100, keep=2))
    assert set(named(vectors, 0)) == {"alpha", "beta"}


def test_frequent_terms_are_left_out_once_a_comparison_costs_too_much() -> None:
    """On a large board; a small one cannot do without them."""
    written = ["common rare1", "common rare1", *["common"] * 8]
    assert "common" in named(texts(*written), 0)
    assert "common" not in named(texts(*written, cuts=Cuts(length=100, budget=2)), 0)


def test_the_limit_of_frequency_keeps_within_the_budget() -> None:
    """Terms of equal frequency stay or go together; twice is always allowed."""
    assert frequency_limit([2, 3, 3, 10], 4 + 9 + 9) == 3
    assert frequency_limit([2, 3, 3, 10], 4 + 9) == 2
    assert frequency_limit([10, 20], 1) == 2
    assert frequency_limit([], 0) == 2


def test_no_texts_and_empty_texts_have_empty_vectors() -> None:
    """A posting may have no body."""
    assert texts().names == []
    assert [dict(texts("", "cook cook", "").row(n)) for n in range(3)] == [{}, {}, {}]


@given(st.dictionaries(st.integers(0, 50), st.integers(192, 1 << 22), min_size=1), st.integers(1, 2048))
def test_a_scaled_vector_has_the_length_asked_for(weights: dict[int, int], length: int) -> None:
    """But for rounding, which is at most half for each term, and a little for the length itself."""
    squares = sum(weight * weight for weight in scaled(weights, length).values())
    slack = len(weights) ** 0.5 + 1 + length / 100
    assert (length - slack) <= squares**0.5 <= (length + slack)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6))
def test_weights_stay_below_what_sums_can_hold(count: int, occurrences: int, total: int) -> None:
    """Sixty-four squares of them fit a floating point number exactly."""
    assert 0 < weight_of(count, occurrences, max(occurrences, total)) < 1 << 22
    assert rarity(occurrences, occurrences) <= rarity(min(occurrences, 4), total * occurrences)


def test_a_further_text_is_weighed_by_the_same_statistics() -> None:
    """What the board does not know is left out."""
    vectors = texts("cook menu", "cook menu", "driver", "driver")
    row = vectors.statistics.row({"cook": 1, "menu": 1, "moon": 5}, CUTS)
    assert row == vectors.row(0)
    assert "cook" in vectors.statistics
    assert "moon" not in vectors.statistics


def test_vectors_have_the_same_mark_where_they_are_the_same() -> None:
    """Whatever the numbers of their terms, which another term moves."""
    ours = texts("cook menu", "cook menu", "driver", "driver")
    others = texts("driver", "driver", "baker menu", "baker cook", cuts=CUTS).marks()
    marks = ours.marks()
    assert marks[0] == marks[1] != marks[2] == marks[3]
    assert others[0] == marks[2]
    assert texts("aaron", "aaron", "driver", "driver").marks()[2] == marks[2]
    assert len({*marks, *others}) == 3
    assert texts("", "cook cook").marks() == [b"", b""]


def test_heaviest_leaves_a_short_vector_alone() -> None:
    """Nothing is lost where nothing has to be."""
    assert heaviest({1: 5, 2: 5}, 2) == {1: 5, 2: 5}
