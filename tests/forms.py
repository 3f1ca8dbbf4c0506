"""What the forms of the browser CMS say, in whatever language."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders import config, content, term
from support import ROOT

from jobglot.cms import SCRIPTS, config_yml
from jobglot.i18n import Catalog
from jobglot.po_files import read_catalog
from jobglot.settings import Cms

FORMS = ROOT / "templates" / "locales" / "forms"


@dataclass(frozen=True, slots=True)
class Heard(Catalog):
    """A catalog without messages, which notes what it is asked for."""

    asked: set[str] = field(default_factory=set)

    def gettext(self, message: str) -> str:
        """The message itself."""
        self.asked.add(message)
        return message


def said_by_forms() -> frozenset[str]:
    """All that only forms say: what readers see too stands with the words of the interface."""
    heard = Heard()
    board = content(industries={id_: term(id_) for id_ in ("water", "wind")})
    for kind in SCRIPTS:
        config_yml(config(), Cms("github", "you/jobs"), board, heard, kind)
    english, _ = read_catalog((FORMS.parent / "en.po").read_text(encoding="utf-8"), "en.po", "en")
    return frozenset(heard.asked - {message for _, message in english.entries})


def template() -> str:
    """The messages to be translated, in order: `messages.pot`."""
    blocks = []
    for message in sorted(said_by_forms()):
        flag = "#, python-format\n" if "%(" in message else ""
        words = message.replace("\\", "\\\\").replace('"', '\\"')
        blocks.append(f'{flag}msgid "{words}"\nmsgstr ""\n')
    return "\n".join(blocks)
