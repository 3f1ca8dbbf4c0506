"""The postings of a board in one language, as vectors of their titles and of their texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jobglot.model import Edition, Posting
from jobglot.tokens import Lexicon, raw_words
from jobglot.vectors import Cuts, Row, Texts, Vectors

TITLE = Cuts(length=1122, keep=12, budget=10**9)
"""A title makes up at most 0.3 of the whole likeness: the square of this length over that of `UNIT`."""
TEXT = Cuts(length=1448)
"""The text makes up at most 0.5."""

_RANKS = """
chief confirmado confirme confirmee debutant debutante experienced experimente experimentee junior lead leitend mid
principal senior trainee
"""
RANKS = frozenset(_RANKS.split())
"""Words of a title that tell the rank and not the work, folded."""

LONGEST = 20_000
"""So many characters of a body are compared: what a notice says of the job, it says before that."""

MakeTexts = Callable[[str, Sequence[Edition | None], Sequence[str]], Vectors]
"""What makes the vectors of texts: of a language, by number of posting, given editions and employers."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """`titles` and `texts` go by number of posting; one without an edition in the language is empty.

    The numbers of their terms, plus `title_base` and `text_base`, are different in every tongue of a board.
    """

    language: str
    titles: Sequence[Row]
    title_vectors: Vectors
    texts: Vectors
    title_base: int
    text_base: int

    @property
    def end(self) -> int:
        """The first number that is not used."""
        return self.text_base + len(self.texts.names)


def tongue_of(
    language: str, postings: Sequence[Posting], employers: Sequence[str], base: int, make_texts: MakeTexts
) -> Tongue:
    """The postings in a language; `employers` are keys by number of posting, `base` the first number for a term."""
    editions = [posting.edition(language) for posting in postings]
    titles = Texts(
        (dict.fromkeys(raw_words(edition.title), 1) if edition else {} for edition in editions),
        [""] * len(postings),
        Lexicon(language, RANKS),
        TITLE,
    )
    texts = make_texts(language, editions, employers)
    rows = [titles.row(number) for number in range(len(postings))]
    return Tongue(language, rows, titles, texts, base, base + len(titles.names))


def plain_texts(language: str, editions: Sequence[Edition | None], employers: Sequence[str]) -> Vectors:
    """The vectors of texts, the plain way. `wordings` has one for large boards."""
    return Texts((words_of(edition) for edition in editions), employers, Lexicon(language), TEXT)


def words_of(edition: Edition | None) -> Mapping[bytes, int]:
    """The raw words of an edition's text, with how often they are there; of no edition, none."""
    return Counter(raw_words(text_of(edition))) if edition else {}


def text_of(edition: Edition) -> str:
    """What is compared as the text of an edition: its summary and its body.

    Not its title, which is compared by itself: two titles alike are no sign of texts alike.
    """
    return f"{edition.summary}\n{edition.body.text[:LONGEST]}"
