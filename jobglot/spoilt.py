"""What a board lacks only because its files have errors: nobody removed it, and no page of it is gone for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobglot.model import Content
from jobglot.problem import Problem, Severity
from jobglot.routes import COLLECTION_OF, Route
from jobglot.site import Site


class Spoilt:
    """What a board lacks only because of errors. Things are named by their folder and id: `postings/cook`."""

    def __init__(self, site: Site, problems: Iterable[Problem]) -> None:
        self.first: dict[str, Problem] = {}
        for problem in problems:
            if problem.severity is Severity.ERROR:
                self.first.setdefault(_thing(problem.origin.path), problem)
        texts = (path for path in site.content.paths if path.endswith((".md", ".yaml")))
        there = {*map(_thing, texts), *self.first} if self.first else set()
        self.missing = there.difference(_things(site.content))

    def left_out(self, thing: str) -> bool:
        """Whether files of a thing are there, though the board lacks it."""
        return thing in self.missing

    def words(self, thing: str, organization: str = "") -> str:
        """What is wrong, and where: in its own files, or in those of its organization."""
        problem = self.first.get(thing) or self.first.get(f"organizations/{organization}")
        if problem is None:
            return "is left out for now: what it names has an error"
        return f"is left out for now: {problem.origin}: {problem.message}"


def _things(content: Content) -> Iterator[str]:
    for folder, ids in (
        ("postings", [posting.id for posting in content.postings]),
        ("organizations", content.organizations),
        ("news", [item.id for item in content.news]),
        ("pages", [page.id for page in content.pages]),
    ):
        yield from (f"{folder}/{id_}" for id_ in ids)


def thing_of(route: Route) -> str:
    """What a page is about; "" for lists of the board."""
    folder = COLLECTION_OF.get(route.type, "organizations" if route.kind == "organizations" else "")
    return f"{folder}/{route.id}" if folder else ""


def told_of_texts(before: Site, errors: Spoilt) -> Iterator[str]:
    """Pages, news and organizations that were there and now have an error."""
    content = before.content
    editions = (
        *(("page", f"pages/{page.id}", "", page.editions[0].title) for page in content.pages),
        *(("news item", f"news/{item.id}", item.organization, item.editions[0].title) for item in content.news),
        *(
            ("organization", f"organizations/{id_}", organization.parent, organization.editions[0].name)
            for id_, organization in content.organizations.items()
        ),
    )
    for what, thing, organization, name in editions:
        if errors.left_out(thing):
            yield f"“{name}” ({what} {thing.partition('/')[2]}) {errors.words(thing, organization)}"


def _thing(path: str) -> str:
    """What a file of the content belongs to, whatever folder of its collection it lies in."""
    parts = path.removeprefix("content/").split("/")
    return f"{parts[0]}/{parts[-1].partition('.')[0]}"
