"""Catalogs of interface words to be filled in, or to be changed: text, made of the packaged ones."""

from __future__ import annotations

from collections.abc import Mapping

from jobglot.po_files import message_keys, plural_rule
from jobglot.problem import Origin

_TWO_FORMS = 'msgstr[0] ""\nmsgstr[1] ""\n'


def blank_catalog(template: str, language: str) -> str:
    """A catalog to fill in for a language: the messages of the template, with as many forms as the language has."""
    forms = "".join(f'msgstr[{at}] ""\n' for at in range(plural_rule(language)[0]))
    return _catalog_head(language) + template.replace(_TWO_FORMS, forms)


def laid_over(below: str, above: str) -> str:
    """A catalog with the messages of another put in place of its own: `pt.po` and `pt-BR.po` as one."""
    particular = {frozenset(message_keys(block)): block for block in above.strip().split("\n\n")[1:]}
    head, *blocks = below.strip().split("\n\n")
    return "\n\n".join([head, *(particular.get(frozenset(message_keys(block)), block) for block in blocks)]) + "\n"


def changed_words(packaged: str, language: str) -> str:
    """A catalog of changes to a packaged one, whose messages stand in it as comments."""
    messages = packaged.partition("\n\n")[2].splitlines()
    lines = (f"#~ {line}" if line and not line.startswith("#") else line for line in messages)
    hint = "# Only what differs from the packaged catalog: take “#~ ” away before the lines of what you change.\n"
    return hint + _catalog_head(language) + "\n".join(lines) + "\n"


def still_to_say(held: str, template: str, said: Mapping[str, Origin], language: str) -> str:
    """What a catalog does not hold yet, to be filled in: of the template, and of what a site's own templates say."""
    wanted = blank_catalog(template, language).partition("\n\n")[2].strip().split("\n\n") if template else []
    wanted += [_blank(message, origin) for message, origin in said.items()]
    there = message_keys(held)
    return "".join(f"\n{block.strip()}\n" for block in wanted if not message_keys(block) <= there)


def _blank(message: str, origin: Origin) -> str:
    words = message.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    flag = "#, python-format\n" if "%(" in message else ""
    return f'#: {origin.path}:{origin.line}\n{flag}msgid "{words}"\nmsgstr ""\n'


def _catalog_head(language: str) -> str:
    count, expression = plural_rule(language)
    fields = {
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={count}; plural={expression};",
    }
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{name}: {value}\\n"' for name, value in fields.items()), "", ""])
