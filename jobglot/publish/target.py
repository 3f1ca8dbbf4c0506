"""What every kind of target can do, and which kinds there are."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, NoReturn, Protocol

from jobglot.problem import Origin, Problem, error
from jobglot.publish.publication import Held, Publication, Sum, read_publication
from jobglot.publish.release import Release
from jobglot.publish.steps import Steps, sums


class TargetFault(Exception):  # noqa: N818
    """A target that cannot be worked with; `problem` tells why.

    `is_refusal`: a wrong call, and nothing went wrong. `is_untouched`: whatever was tried, the target is as it was.
    """

    def __init__(self, problem: Problem, *, is_refusal: bool = False, is_untouched: bool = False) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.is_refusal = is_refusal
        self.is_untouched = is_untouched


def refuse(
    where: str, code: str, message: str, remedy: str, *, is_refusal: bool = False, is_untouched: bool = False
) -> NoReturn:
    """Raise a `TargetFault` of these words."""
    problem = error(Origin(where), code, message, remedy)
    raise TargetFault(problem, is_refusal=is_refusal, is_untouched=is_untouched)


def place_of(written: str, site: Path) -> Path:
    """A path of the config: relative to the site's folder; “~” is the home of whoever publishes, as in a shell."""
    return Path(os.path.normpath(site / os.path.expanduser(written)))  # noqa: PTH111 -- without a home it stays “~”


@dataclass(frozen=True, slots=True)
class Parcel:
    """All that a target needs: the release, the steps to take, the record to leave, and the folder with the files."""

    release: Release
    steps: Steps
    there: Publication | None
    after: Publication
    folder: Path

    def read(self, path: str) -> bytes:
        """The bytes of a file of the release."""
        return (self.folder / path).read_bytes()

    @property
    def coming(self) -> Publication:
        """The record to leave before anything is sent: from then on, what is sent may be there, whole or not."""
        before = self.there or replace(self.after, files={}, lingering={}, open_pages=frozenset())
        return replace(before, coming={**before.coming, **sums(self.release, self.steps.sends)})

    @property
    def leaving(self) -> Publication:
        """The record to leave before anything is deleted: until the last one, it may still be there."""
        return replace(self.after, leaving=dict.fromkeys(self.steps.removals, _UNKNOWN))


_UNKNOWN = Sum(0, "0" * 64)


def trusted(data: bytes, where: str) -> Publication:
    """The record found at `where`. TargetFault when it cannot be trusted."""
    found = read_publication(data, where)
    if isinstance(found, Problem):
        raise TargetFault(found)
    return found


class Target(Protocol):
    """A place to publish to. Every method raises `TargetFault` for what the place or the way to it refuses."""

    @property
    def where(self) -> str:
        """The place, for people; without secrets."""

    @property
    def treatment(self) -> str:
        """How it treats files beyond their bytes, such as headers; "" when it does not."""

    @property
    def is_at_once(self) -> bool:
        """Whether one step puts a release in the place of the former one, so that nobody ever finds parts of both."""

    def lock(self) -> AbstractContextManager[None]:
        """While it is held, no one else publishes here; or publishing ends without harm if somebody did."""

    def look(self) -> Held:
        """What is there."""

    def send(self, parcel: Parcel) -> None:
        """Take all steps in their order, make sure of them, and leave the record."""

    def note(self, publication: Publication) -> None:
        """Leave the record only: what is there is right already."""

    def former(self) -> Iterator[Publication]:
        """The publications it can go back to, the last one first."""

    def roll_back(self, there: Publication, to: Publication) -> None:
        """Put a former publication in force again, with the record given."""


class WithoutFormer(ABC):
    """A target that keeps no former release; each kind says so in `no_former`, and what to do `instead`."""

    __slots__ = ()

    no_former: ClassVar[str]
    instead: ClassVar[str] = "publish an earlier commit with “--allow older”"

    @property
    @abstractmethod
    def where(self) -> str:
        """The place, for people."""

    def former(self) -> Iterator[Publication]:
        """There is none to go back to."""
        refuse(self.where, "rollback-impossible", self.no_former, self.instead)
        yield

    def roll_back(self, there: Publication, to: Publication) -> None:
        """Never reached: `former` has refused."""
        raise NotImplementedError(there, to)
