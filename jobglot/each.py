"""How the core asks for the same work on many things, without knowing who does it. `workers` has those who can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

S = TypeVar("S")
I_ = TypeVar("I_")
O_ = TypeVar("O_")


class Each(Protocol):
    """`work(shared, thing)` of every thing, in order. `work` is a pure function of a module."""

    def __call__(self, work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], /) -> list[O_]:
        """The results."""


def in_turn(work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], /) -> list[O_]:
    """One after the other, here."""
    return [work(shared, thing) for thing in things]
