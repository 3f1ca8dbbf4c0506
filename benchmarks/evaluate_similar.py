"""How good similar jobs are, on the labelled board of `similar_data`, beside plain TF-IDF.

    python benchmarks/evaluate_similar.py [--seed N] [--bilingual SHARE]

P@5: of five neighbours, how many are of the same occupation (of fewer, where the board has fewer to offer).
hit@5: how often at least one is. The baseline is the textbook's: one bag of lower-case words of all editions, weighted
by TF-IDF, compared by cosine; without folding, stemming or facts.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from similar_data import board, label

from jobglot.model import Content, Posting
from jobglot.settings import SimilarSettings
from jobglot.similar import Compared, similar_postings

COUNT = 5
Finder = Callable[[Content, Sequence[str], Sequence[str]], Mapping[str, Sequence[str]]]


def ours(content: Content, subjects: Sequence[str], candidates: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The neighbours that jobglot shows."""
    postings = {posting.id: posting for posting in content.postings}
    settings = SimilarSettings(count=COUNT)
    found = similar_postings(Compared(postings, subjects, candidates, settings, content, ("en", "fr")))
    return {id_: [similar.id for similar in nearest] for id_, nearest in found.items()}


def plain_tfidf(content: Content, subjects: Sequence[str], candidates: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The neighbours by one channel of TF-IDF."""
    bags = {posting.id: Counter(_words(posting)) for posting in content.postings}
    frequency = Counter(word for bag in bags.values() for word in bag)
    vectors = {}
    for id_, bag in bags.items():
        weights = {w: (1 + math.log(n)) * math.log(len(bags) / frequency[w]) for w, n in bag.items()}
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors[id_] = {word: weight / norm for word, weight in weights.items()}

    def nearest(id_: str) -> list[str]:
        own = vectors[id_]
        scores = {
            other: sum(weight * vectors[other].get(word, 0.0) for word, weight in own.items())
            for other in candidates
            if other != id_
        }
        return sorted(scores, key=lambda other: (-scores[other], other))[:COUNT]

    return {id_: nearest(id_) for id_ in subjects}


def _words(posting: Posting) -> list[str]:
    text = " ".join(f"{edition.title} {edition.summary} {edition.body.text}" for edition in posting.editions)
    return re.findall(r"\w+", text.lower())


def scores(
    found: Mapping[str, Sequence[str]], subjects: Iterable[str], candidates: Sequence[str]
) -> tuple[float, float, int]:
    """(P@5, hit@5, subjects): over the subjects for which there is something to find."""
    possible = Counter(label(id_) for id_ in candidates)
    precision, hits, count = 0.0, 0, 0
    for id_ in subjects:
        most = min(COUNT, possible[label(id_)] - (id_ in candidates))
        if most > 0:
            right = sum(label(other) == label(id_) for other in found[id_])
            precision, hits, count = precision + min(1.0, right / most), hits + (right > 0), count + 1
    return precision / max(count, 1), hits / max(count, 1), count


def cases(content: Content) -> Mapping[str, tuple[Sequence[str], Sequence[str]]]:
    """(subjects, candidates) by name."""
    by_languages: dict[tuple[str, ...], list[str]] = {}
    for posting in content.postings:
        by_languages.setdefault(tuple(e.language for e in posting.editions), []).append(posting.id)
    english, french = by_languages[("en",)], by_languages[("fr",)]
    everything = [posting.id for posting in content.postings]
    return {
        "all postings": (everything, everything),
        "in one language": (english + french, everything),
        "French among English": (french, english),
        "English among French": (english, french),
    }


def evaluate(content: Content, finder: Finder) -> Mapping[str, tuple[float, float, int]]:
    """The scores by case. The whole board is known to the finder in each of them, as it is when a site is built."""
    everything = [posting.id for posting in content.postings]
    found: dict[tuple[str, ...], Mapping[str, Sequence[str]]] = {}
    result = {}
    for name, (subjects, candidates) in cases(content).items():
        key = tuple(candidates)
        if key not in found:
            found[key] = finder(content, everything, candidates)
        result[name] = scores(found[key], subjects, candidates)
    return result


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=1, help="another draw of the same occupations")
    told = "the share of the postings in both languages that stay so; the others lose one of them"
    arguments.add_argument("--bilingual", type=float, default=1.0, metavar="SHARE", help=told)
    chosen = arguments.parse_args()
    content = board(chosen.seed, chosen.bilingual)
    baseline, result = evaluate(content, plain_tfidf), evaluate(content, ours)
    print(f"{'':24}{'plain TF-IDF':>20}{'jobglot':>20}")
    print(f"{'':24}{'P@5':>11}{'hit@5':>9}{'P@5':>11}{'hit@5':>9}")
    for name, (precision, hit, count) in result.items():
        plain, plain_hit, _ = baseline[name]
        print(f"{name + f' ({count})':24}{plain:11.3f}{plain_hit:9.3f}{precision:11.3f}{hit:9.3f}")


if __name__ == "__main__":
    main()
