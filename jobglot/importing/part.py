"""What one language's part of a notice tells, as it comes to be known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jobglot.importing import text_facts
from jobglot.importing.body import to_markdown
from jobglot.importing.criteria import Grid
from jobglot.importing.dates import is_day_first
from jobglot.importing.faceplate import Hit
from jobglot.importing.first_lines import REFERENCE
from jobglot.importing.headings import sentence_case
from jobglot.importing.labels import section_of
from jobglot.importing.lines import Line

_LETTERS = re.compile(r"(?<![\w/])[a-z](?:/[a-z]){1,3}(?![\w/])")


@dataclass(slots=True)
class PartReading:
    """What one part tells.

    `opening` is how far from the end of the lines above the first heading the title stood; `letterhead` names somebody
    who is none of the site's organizations.
    """

    language: str
    title: str = ""
    reference: str = ""
    organization: str = ""
    letterhead: str = ""
    department: str = ""
    notice: str = ""
    hits: tuple[Hit, ...] = ()
    loose: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    grids: list[Grid] = field(default_factory=list)
    opening: int = 0
    asks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its lines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def deadlines(self) -> list[str]:
        """The last days to apply that its text names."""
        return text_facts.deadlines(self.lines, is_day_first(self.language, self.text))

    @property
    def sections(self) -> set[str]:
        """The sections of a notice that it has."""
        return {section for line in self.lines if (section := section_of(line.text))}

    def take_title(self, text: str) -> None:
        """Let this be its title; a reference at its end goes apart."""
        text = re.sub(r"^#+\s+|^\*\*(.*)\*\*$", r"\1", text).strip()
        if match := REFERENCE.search(text):
            self.reference = match[1].strip()
            text = text[: match.start()]
        self.title = text.strip(" :–-")
        if text.isupper():  # but for “H/F/X”
            self.title = _LETTERS.sub(lambda match: match[0].upper(), sentence_case(self.title))

    def body(self) -> str:
        """Its text as Markdown."""
        repaired = to_markdown(self.lines, self.language)
        self.notes += repaired.notes
        return repaired.markdown
