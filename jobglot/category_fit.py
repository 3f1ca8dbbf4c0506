"""Categories that the text does not bear out: a suggestion for whoever files a notice in a hurry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from jobglot.listings import lineage
from jobglot.model import Content, Edition, Posting, Term
from jobglot.problem import Problem, warning
from jobglot.tokens import Lexicon

ENOUGH = 4
"""So often must the words of another category stand in the text,"""
LONGEST = 6_000
"""in its first so many characters."""
LEAST_WORD = 4
"""Shorter words of a category's name say little."""


def categories_fit(content: Content) -> Iterator[Problem]:
    """A posting whose title and text have no word of its categories' names has not many words of another's."""
    if not content.categories:
        return
    names: dict[str, Mapping[str, frozenset[str]]] = {}
    lexicons: dict[str, Lexicon] = {}
    for posting in content.postings:
        if not posting.editions:
            continue
        edition = posting.editions[0]
        if edition.language not in lexicons:
            lexicon = lexicons[edition.language] = Lexicon(edition.language)
            names[edition.language] = _named(content.categories, edition.language, lexicon)
        lexicon, named = lexicons[edition.language], names[edition.language]
        own = [id_ for id_ in posting.categories if id_ in content.categories]
        if not own:
            continue
        better = _better(edition, own, content.categories, named, lexicon)
        if better:
            yield _problem(posting, better)


def _problem(posting: Posting, better: str) -> Problem:
    message = f"neither title nor text speak of {', '.join(f'“{id_}”' for id_ in posting.categories)}"
    remedy = f"did you mean “{better}”?"
    return warning(posting.origin_of("categories"), "category-unlikely", message, remedy)


def _named(terms: Mapping[str, Term], language: str, lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The terms of every category's name and summary in a language, less those that three categories share."""
    found = {id_: set(lexicon.of(term.name.phrase(language, language).text)) for id_, term in terms.items()}
    shared = Counter(word for words in found.values() for word in words)
    return {
        id_: frozenset(word for word in words if shared[word] < 3 and len(word) >= LEAST_WORD)
        for id_, words in found.items()
    }


def _better(
    edition: Edition,
    own: list[str],
    terms: Mapping[str, Term],
    named: Mapping[str, frozenset[str]],
    lexicon: Lexicon,
) -> str:
    """The category whose words stand in a text that has none of its own categories'; "" if there is none."""
    title = frozenset(lexicon.of(edition.title))
    above = {id_ for category in own for id_ in lineage(category, terms)}
    mine = frozenset(word for id_ in above for word in named[id_])
    if not mine or mine & title:
        return ""
    others = {id_: words for id_, words in named.items() if id_ not in above and words & title}
    if not others:
        return ""
    counted = Counter(lexicon.of(f"{edition.summary}\n{edition.body.text[:LONGEST]}"))
    if any(word in counted for word in mine):
        return ""
    scored = {id_: sum(counted[word] for word in words) for id_, words in others.items()}
    best = max(scored, key=lambda id_: (scored[id_], id_))
    return best if scored[best] >= ENOUGH else ""
