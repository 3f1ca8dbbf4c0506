"""Form fields of the browser CMS, made from the fields of the schema: one widget for each shape a value may have.

Sveltia CMS and Decap CMS read the same fields (https://decapcms.org/docs/widgets/, https://sveltiacms.app/en/docs/fields).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jobglot import kinds, schema
from jobglot.cms_habits import is_plain
from jobglot.cms_words import Say
from jobglot.jsontext import Json
from jobglot.model import Content, Term
from jobglot.shapes import ByLanguage, Field, ListOf, Record, TextOr, Written

Widget = dict[str, Json]

LOGOS = "logos"
_TERMS = {
    schema.LOCATIONS.key: "places",
    schema.CATEGORIES.key: "categories",
    schema.INDUSTRY.key: "industries",
}
_ORGANIZATIONS = (schema.ORGANIZATION, schema.PARENT_ORGANIZATION, schema.NEWS_ORGANIZATION)
_DATE_FORMAT = "YYYY-MM-DD"
_FLAGS_ON = (schema.MENU,)
_PATTERNS = (kinds.DEADLINE, kinds.START, kinds.HOURS, kinds.COUNTRY, kinds.CURRENCY, kinds.TAG)


@dataclass(frozen=True, slots=True)
class Forms:
    """What the fields of one board are made from: languages, the editors' words, and what to choose from."""

    languages: tuple[str, ...]
    say: Say
    content: Content
    relations: bool = True
    """Whether organizations are looked up as they are then, or chosen from those there are now."""

    def texts(self, fields: Iterable[Field[Any]]) -> list[Json]:
        """The texts of an edition, which each language has of its own; the body goes last."""
        found: list[Json] = [{**self.field(field), "i18n": True} for field in fields]
        body: Widget = {"name": "body", "label": self.say("Text"), "widget": "markdown", "required": False}
        hint = self.say("In Markdown; headings begin at the second level.")
        return [*found, {**body, "i18n": True, "hint": hint, "sanitize_preview": True}]

    def facts(self, fields: Iterable[Field[Any]]) -> list[Json]:
        """What holds in every language: without `i18n`, it goes into the default language's file only.

        A field whose vocabulary is empty has nothing to choose from, which the CMSs refuse.
        """
        found = [self.field(field) for field in fields]
        return [field for field in found if field.get("options") != []]

    def _vocabulary(self, field: Field[Any]) -> Mapping[str, Term] | None:
        """The terms that a fact of a posting is chosen from; None for other fields."""
        named = field in schema.POSTING_FACTS and field.key in _TERMS
        return getattr(self.content, _TERMS[field.key]) if named else None

    def field(self, field: Field[Any], above: tuple[str, ...] = (), *, strict: bool = True) -> Widget:
        """One field, below the keys `above`. In an object that may be left out, nothing is asked for (not `strict`)."""
        head: Widget = {"name": field.key, "label": self.say.label(field.key), "required": field.required and strict}
        return {**head, "hint": self.say(field.doc), **self._widget(field, (*above, field.key))}

    def _widget(self, field: Field[Any], path: tuple[str, ...]) -> Widget:
        if field in _ORGANIZATIONS:
            return _relation("organizations") if self.relations else self._organizations()
        terms = self._vocabulary(field)
        if terms is not None:
            return self._terms(terms, many=isinstance(field.shape, ListOf))
        if field is schema.LOGO:
            return {"widget": "image", "media_folder": f"/static/{LOGOS}", "public_folder": LOGOS}
        if field.shape is kinds.FLAG and len(path) == 1:
            return {"widget": "boolean", "default": field in _FLAGS_ON}
        return self._shape(field.shape, path, strict=field.required)

    def _shape(self, shape: Any, path: tuple[str, ...], *, strict: bool) -> Widget:
        if isinstance(shape, ListOf):
            return self._list(shape, path)
        if isinstance(shape, TextOr):
            return self._shape(shape.record, path, strict=strict)
        if isinstance(shape, Record):
            fields: list[Json] = [self.field(part, path, strict=strict) for part in shape.fields]
            return {"widget": "object", "collapsed": True, "fields": fields}
        if isinstance(shape, ByLanguage):
            return self._by_language(shape, path)
        return self._written(shape)

    def _list(self, shape: ListOf[Any], path: tuple[str, ...]) -> Widget:
        one = shape.of.record if isinstance(shape.of, TextOr) else shape.of
        if isinstance(one, Record):
            fields: list[Json] = [self.field(part, path) for part in one.fields]
            return {"widget": "list", "collapsed": True, "fields": fields}
        if isinstance(one, ByLanguage) and not self._is_plain(path):
            return {"widget": "list", "collapsed": True, "fields": self._languages(one)}
        if isinstance(one, Written) and (values := _values(one)):
            return {**self._select(values), "multiple": True}
        return {"widget": "list"}

    def _is_plain(self, path: tuple[str, ...]) -> bool:
        return len(self.languages) == 1 or is_plain(self.content, path)

    def _by_language(self, shape: ByLanguage, path: tuple[str, ...]) -> Widget:
        if self._is_plain(path):
            return {"widget": "text" if shape.lines else "string"}
        return {"widget": "object", "collapsed": True, "fields": self._languages(shape)}

    def _languages(self, shape: ByLanguage) -> list[Json]:
        widget = "text" if shape.lines else "string"
        return [{"name": tag, "label": tag, "widget": widget, "required": False} for tag in self.languages]

    def _written(self, shape: Written[Any]) -> Widget:
        values = _values(shape)
        written = shape.schema()
        if shape is kinds.DATE:
            return {**_DATE, "default": ""}
        if shape is kinds.FILE_NAME:
            # Beside the posting, and named from there.
            return {"widget": "file", "media_folder": "", "public_folder": ""}
        if shape is kinds.FLAG:
            return self._select(("true", "false"))
        if values:
            return self._select(values)
        if shape in _PATTERNS:
            wrong = self.say("Write for example %(example)s") % {"example": shape.example}
            return {"widget": "string", "pattern": [written["pattern"], wrong]}
        if shape is kinds.AMOUNT:
            return {"widget": "number", "value_type": "float", "min": 0, "step": 0.01}
        if written["type"] == ["integer", "string"]:
            bounds: Widget = {"min": written["minimum"], "max": written["maximum"]}
            return {"widget": "number", "value_type": "int", **bounds}
        # Only a text of several lines keeps them.
        return {"widget": "text" if shape.parse("a\nb") == "a\nb" else "string"}

    def _select(self, values: Iterable[str]) -> Widget:
        options: list[Json] = [{"label": self.say.choice(value), "value": value} for value in values]
        return {"widget": "select", "options": options}

    def _organizations(self) -> Widget:
        every = self.content.organizations.items()
        options: list[Json] = [
            {"label": each.best_edition(self.say.language).name or id_, "value": id_} for id_, each in every
        ]
        return {"widget": "select", "options": options}

    def _terms(self, terms: Mapping[str, Term], *, many: bool) -> Widget:
        names = {id_: term.name.phrase(self.say.language, self.languages[0]).text for id_, term in terms.items()}
        options: list[Json] = [{"label": name, "value": id_} for id_, name in names.items()]
        return {"widget": "select", "options": options, **({"multiple": True} if many else {})}

    def vocabulary(self, terms: Mapping[str, Term], fields: Iterable[Field[Any]]) -> list[Json]:
        """An object for each entry there is: neither CMS can add keys to a map."""
        found: list[Json] = []
        for id_, term in terms.items():
            others = {other: each for other, each in terms.items() if other != id_}
            # A choice among nothing, which the CMSs refuse, is left out.
            asked = [field for field in fields if others or field is not schema.TERM_PARENT]
            parts: list[Json] = [self._part(field, others) for field in asked]
            name = term.name.phrase(self.say.language, self.languages[0]).text
            head: Widget = {"name": id_, "label": name, "widget": "object", "collapsed": True, "required": False}
            found.append({**head, "fields": parts})
        return found

    def _part(self, field: Field[Any], others: Mapping[str, Term]) -> Widget:
        """A field of an entry of a vocabulary, which may stand below one of the `others`."""
        widget = self.field(field, ("",), strict=False)
        return {**widget, **self._terms(others, many=False)} if field is schema.TERM_PARENT else widget


# Decap fills in today's date where no default is named, and puts any other default into the files of all languages.
_DATE: Widget = {"widget": "datetime", "format": _DATE_FORMAT, "date_format": _DATE_FORMAT, "time_format": False}


def _relation(collection: str) -> Widget:
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": ["name"],
        "search_fields": ["name"],
    }


def _values(shape: Written[Any]) -> tuple[str, ...]:
    """The words that a value must be one of; none where any text may stand."""
    return tuple(value for value in shape.schema().get("enum", ()) if isinstance(value, str))
