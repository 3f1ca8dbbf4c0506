"""An edition as its editor wrote it: Markdown with the lines of its file, for the checks that read texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from jobglot import schema as keys
from jobglot.collection import Sheet
from jobglot.figures import Figure, figures
from jobglot.markers import without_todos
from jobglot.problem import Origin
from jobglot.source import blanked, position

# Code, addresses and the targets of links are not prose; who looks for addresses of e-mail reads the Markdown. Every
# branch begins with one plain character, and so the engine passes over all others quickly.
_NOT_PROSE = re.compile(
    r"`(?:(?P<ticks>``+).*?(?:`(?P=ticks)|\Z)|[^`\n]*`)|~(?P<tildes>~~+).*?(?:~(?P=tildes)|\Z)"
    r"|\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+[\"'][^\n]*?[\"'])?\)|<[a-zA-Z/!][^<>\n]*>",
    re.DOTALL,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)(?:[^\s<>()\]]|\([^\s<>()]*\))+")


def _blank(match: re.Match[str]) -> str:
    blank = blanked(match[0])
    return f"]{blank[1:]}" if match[0][0] == "]" else blank


def without_code(markdown: str) -> str:
    """A body with spaces for code, the targets of links, and tags: offsets and lines stay."""
    if any(sign in markdown for sign in ("`", "](", "<", "~~~")):
        return _NOT_PROSE.sub(_blank, markdown)
    return markdown


@dataclass(frozen=True)
class Manuscript:
    """One edition of a posting: `language` is its tag, `markdown` its body, which begins at `line` of the file."""

    language: str
    path: str
    title: str
    title_origin: Origin
    summary: str
    summary_origin: Origin
    markdown: str
    line: int
    html: str
    text: str

    @property
    def subtag(self) -> str:
        """The language without script and region."""
        return self.language.partition("-")[0].lower()

    @cached_property
    def lowered(self) -> str:
        """The body in small letters."""
        return self.markdown.lower()

    @cached_property
    def prose(self) -> str:
        """The body with spaces for code, addresses and the targets of links: offsets are those of `markdown`."""
        prose = without_code(self.markdown)
        return _ADDRESS.sub(_blank, prose) if "://" in prose or "www." in prose else prose

    @cached_property
    def small(self) -> str:
        """The prose in small letters, of the same length."""
        small = self.prose.lower()
        return small if len(small) == len(self.prose) else self.prose

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the prose; none in a language whose figures are not read."""
        return figures(self.prose, self.subtag)

    @property
    def has_read_figures(self) -> bool:
        """Whether somebody has asked for the figures: to read them takes most of the time that all checks take."""
        return "figures" in self.__dict__

    def at(self, offset: int) -> Origin:
        """The place in the file of an offset into `markdown`."""
        return position(self.markdown, offset, self.path, self.line)


def manuscripts(sheet: Sheet) -> tuple[Manuscript, ...]:
    """The editions of a posting, in the config's order; a title that is missing is empty."""
    return tuple(
        Manuscript(
            language=written.language,
            path=written.origin.path,
            title=written.texts[keys.TITLE] or "",
            title_origin=written.texts.origin(keys.TITLE),
            summary=written.texts[keys.SUMMARY] or "",
            summary_origin=written.texts.origin(keys.SUMMARY),
            markdown=without_todos(written.markdown),
            line=written.line,
            html=written.body.html,
            text=without_todos(written.body.text),
        )
        for written in sheet.editions
    )
