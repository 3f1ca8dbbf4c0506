"""Similar jobs as they were found last time, and which of the lists still hold.

A list follows from what its posting says, from what each posting looked at for it says, the nearest first, and from how
many there is room for. The looking stops by what has been seen. How near two postings are follows from what the two say
and from nothing else. So a list holds where

1. its posting says what it said, and there is room for as many;
2. all that was looked at takes applications as it did, and says what it said; where it was too much to remember what,
   all that there is;
3. nothing else that takes applications, and did not or said something else, is nearer than the last that was looked at;
   or near at all, where everything was looked at.

For then the looking passes the same postings in the same order, and stops where it did.

What a posting says is all that can be seen of it in an index: `digests_of` tells them apart. Statistics of the board
are part of it: when a word becomes more frequent, all postings that hold it may say something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from jobglot import likeness
from jobglot.each import Each
from jobglot.likeness import Index, engine_for, index_of, narrowed, nearest
from jobglot.packed import digest_of
from jobglot.similar import Choice, Chosen, Compared, chosen_among, lists_of, similar_postings
from jobglot.site import Similar
from jobglot.vectors import NOTHING, Row

FEW = 4
"""Where more than one candidate in so many is not as it was, most lists are not either, and all are made anew."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found on a board: lists by posting, and what they follow from. Good for the code that found it.

    `ground` is the digest of what all lists follow from. `candidates` and `lists` hold the digests of what the postings
    say. `wordings` are as `Wordings.packed` gives them.
    """

    ground: bytes = b""
    candidates: Mapping[str, bytes] = field(default_factory=dict)
    lists: Mapping[str, tuple[bytes, Chosen]] = field(default_factory=dict)
    wordings: Mapping[str, bytes] = field(default_factory=dict)


def similar_again(board: Compared, each: Each, last: Findings) -> tuple[Mapping[str, tuple[Similar, ...]], Findings]:
    """What `similar_postings` gives, made with the help of what was found `last`; and what was found now."""
    postings, subjects, candidates, settings, content, languages = board
    wanted, offered = sorted(set(subjects)), sorted(set(candidates))
    size = len({*wanted, *offered})
    if not settings.count or size <= likeness.SMALL:
        return similar_postings(board, each), Findings()
    # For large boards only, as it loads numpy.
    from jobglot.wordings import Wordings  # noqa: PLC0415

    wordings = Wordings(last.wordings, each)
    _, make_matcher = engine_for(size)
    index = index_of(postings, wanted, offered, content, languages, (wordings.texts, make_matcher))
    choice = Choice(index, settings, content)
    vocabularies = (content.categories, content.places, content.industries)
    ground = digest_of((settings, languages, list(index.tongues), vocabularies))
    digests = digests_of(index)
    held = _holding(last, choice, wanted, digests) if last.ground == ground else {}
    made = lists_of(chosen_among, choice, [id_ for id_ in wanted if id_ not in held], each)
    lists = {id_: held.get(id_) or made[id_] for id_ in wanted}
    found = Findings(
        ground,
        {id_: digests[choice.numbers[id_]] for id_ in offered},
        {id_: (digests[choice.numbers[id_]], chosen) for id_, chosen in lists.items()},
        wordings.packed(),
    )
    return {id_: chosen.similar for id_, chosen in lists.items()}, found


def digests_of(index: Index) -> list[bytes]:
    """For each posting of an index the digest of all that `nearest`, `Reasons` and `Reposts` can see of it.

    Terms go by name: their numbers change when another one comes or goes.
    """
    names = list(index.codes)
    for tongue in index.tongues.values():
        names += [f"{tongue.language} title {name}" for name in tongue.title_vectors.names]
        names += [f"{tongue.language} text {name}" for name in tongue.texts.names]
    marks = [tongue.texts.marks() for tongue in index.tongues.values()]
    titles_of = [(tongue.title_vectors.names, tongue.titles) for tongue in index.tongues.values()]
    found = []
    for number, posting in enumerate(index.postings):
        traits = index.traits[number]
        facts = (index.employers[number], posting.reference, traits.shared, traits.lives, traits.takes)
        words = [(edition.language, edition.title) for edition in posting.editions]
        titles = [_named(terms, rows[number]) for terms, rows in titles_of]
        foreign = _named(names, index.foreign.get(number, NOTHING))
        texts = [of_tongue[number] for of_tongue in marks]
        found.append(digest_of((index.languages[number], facts, words, titles, texts, foreign)))
    return found


def _named(names: Sequence[str], row: Row) -> dict[str, int]:
    return {names[number]: weight for number, weight in row.items()}


def _holding(last: Findings, choice: Choice, subjects: Iterable[str], digests: Sequence[bytes]) -> dict[str, Chosen]:
    """The lists that hold, of those of the subjects; see the module."""
    index = choice.index
    coming = [n for n in index.candidates if last.candidates.get(index.ids[n]) != digests[n]]
    stale = last.candidates.keys() - {index.ids[n] for n in index.candidates} | {index.ids[n] for n in coming}
    if len(stale) * FEW > len(index.candidates):
        return {}
    before = {choice.numbers[id_]: last.lists[id_] for id_ in subjects if id_ in last.lists}
    lists = {
        number: chosen
        for number, (digest, chosen) in before.items()
        if digest == digests[number] and chosen.most == choice.most(number) and _stands(chosen, stale)
    }
    nearing = nearest(narrowed(index, coming), list(lists), 1)
    return {
        index.ids[number]: chosen
        for (number, chosen), found in zip(lists.items(), nearing, strict=True)
        if not any(_comes(chosen, index.ids[other], alike) for other, alike in found)
    }


def _stands(chosen: Chosen, stale: AbstractSet[str]) -> bool:
    """Whether all that was looked at is as it was."""
    return not stale if chosen.looked is None else stale.isdisjoint(chosen.looked)


def _comes(chosen: Chosen, id_: str, alike: int) -> bool:
    """Whether a posting so alike would be looked at as well."""
    looked = chosen.looked or ()
    return not chosen.least or any((-alike, id_) < (-chosen.least, last) for last in looked[-1:])
