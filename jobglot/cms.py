"""The browser CMS: the files of `static/admin/`, made from the schema and the config; and whether they still fit.

Sveltia CMS and Decap CMS read the same `config.yml`. Facts stand in the default language's file, texts and bodies in
each (https://decapcms.org/docs/i18n/, structure `multiple_files`); to keep it so, Decap gets no relations, which it
writes into the files of all languages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from jobglot import schema
from jobglot.cms_fields import Forms
from jobglot.cms_habits import losses
from jobglot.cms_words import Say
from jobglot.i18n import Catalog
from jobglot.jsontext import Json, known
from jobglot.model import Content
from jobglot.problem import Origin, Problem, warning
from jobglot.settings import Cms, Config

FOLDER = "static/admin"
CONFIG = "config.yml"
MARK = "Made by “jobglot cms” from the schema, config.yaml and the vocabularies: do not edit."
_FOR = "# For "
SCRIPTS = {"sveltia": "sveltia-cms.js", "decap": "decap-cms.js"}
"""The script of each CMS, as it is called in `static/admin/`."""

ICONS = "icons.woff2"
"""The font that Sveltia CMS would fetch from elsewhere for its signs."""

LABELS = {"postings": "Postings", "organizations": "Organizations", "news": "News", "pages": "Pages of the site"}
VOCABULARIES = {"categories": "Categories", "places": "Places", "industries": "Industries"}
_DATED = ("{{year}}", "{{month}}", "{{day}}")


def config_yml(config: Config, cms: Cms, content: Content, catalog: Catalog, kind: str = "sveltia") -> bytes:
    """`config.yml`, with the words of forms in the default language, which editors read. `kind` as in `SCRIPTS`."""
    forms = Forms(config.languages, Say(config.default, catalog), content, relations=kind != "decap")
    collections: list[Json] = [_collection(name, config, forms) for name in schema.COLLECTIONS]
    settings: dict[str, Json] = {
        "backend": _backend(cms),
        # Decap asks for its proxy only where the page itself is read from this machine.
        "local_backend": True,
        "site_url": config.base_url,
        "display_url": config.base_url,
        "show_preview_links": False,
        "media_folder": "static/media",
        "public_folder": "/media",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-", "maxlength": 80},
        # Sveltia: `NO` stays a country, and what is empty is not written at all.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(config.languages),
            "default_locale": config.default,
            # Sveltia: a language is begun when somebody asks for it.
            "initial_locales": "default",
        },
        "collections": [*collections, *_vocabularies(forms)],
    }
    return f"# {MARK}\n{_FOR}{kind}\n{_yaml(settings)}".encode()


def index_html(kind: str, config: Config) -> bytes:
    """The page that loads a CMS (a key of `SCRIPTS`) from beside itself."""
    name = config.name.phrase(config.default, config.default).text
    return f"""\
<!doctype html>
<!-- {MARK} -->
<html lang="{config.default}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>{escape(name)}</title>
  <style>@font-face {{ font-family: "Material Symbols Outlined"; src: url("{ICONS}"); font-weight: 100 700; }}</style>
  <link rel="cms-config-url" href="{CONFIG}" type="text/yaml">
</head>
<body>
  <script src="{SCRIPTS[kind]}"></script>
</body>
</html>
""".encode()


def is_ours(data: bytes) -> bool:
    """Whether `jobglot cms` made the file, and may make it again."""
    return MARK.encode() in data[:400]


def parted(config: Config, content: Content, catalog: Catalog, static: Mapping[str, bytes]) -> Iterator[Problem]:
    """Warnings when `static/admin/config.yml` is not what would be made now, or its forms would lose something."""
    written = static.get(f"admin/{CONFIG}")
    if written is None or not is_ours(written):
        return
    origin = Origin(f"{FOLDER}/{CONFIG}")
    if config.cms is None:
        yield warning(origin, "cms-unset", "config.yaml has no “cms” any more", "add it, or delete static/admin/")
        return
    kind = "decap" if f"{_FOR}decap".encode() in written[:400] else "sveltia"
    made = config_yml(config, config.cms, content, catalog, kind)
    if written.replace(b"\r\n", b"\n") != made:
        message = "the browser CMS has forms with other fields, choices or words than the board now asks for"
        yield warning(origin, "cms-outdated", message, f"run “jobglot cms{' --decap' * (kind == 'decap')}”")
    for posting, keys in losses(content):
        said = ", ".join(f"“{key}”" for key in keys)
        message = f"the forms in the browser would drop {said} of this posting, which the others write another way"
        yield warning(posting.origin, "cms-loses", message, "write it as they do, or change this posting by hand only")


def _backend(cms: Cms) -> Json:
    # Signing in without a server of one's own: https://sveltiacms.app/en/docs/backends/gitlab (PKCE).
    pkce = "pkce" if cms.app_id else ""
    return known(
        {
            "name": cms.backend,
            "repo": cms.repo,
            "branch": cms.branch,
            "base_url": cms.auth,
            "api_root": cms.api,
            "app_id": cms.app_id,
            "auth_type": pkce,
        }
    )


def _collection(name: str, config: Config, forms: Forms) -> Json:
    texts, facts = schema.COLLECTIONS[name]
    title = texts[0].key
    depth = max((path.count("/") - 2 for path in forms.content.paths if path.startswith(f"content/{name}/")), default=0)
    path = "/".join([*_DATED[:depth], "{{slug}}"])
    label = forms.say(LABELS[name])
    fields = forms.texts(texts)
    # The title, the facts, then what each language says at length.
    ordered = [*fields[:2], *forms.facts(facts), *fields[2:]]
    return {
        "name": name,
        "label": label,
        "folder": f"content/{name}",
        **({"path": path} if depth else {}),
        "create": True,
        "slug": f"{{{{{title}}}}}",
        "slug_length": 80,
        "identifier_field": title,
        "summary": f"{{{{{title}}}}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "media_folder": "",
        "public_folder": "",
        "editor": {"preview": False},
        "i18n": len(config.languages) > 1,
        "fields": ordered,
    }


def _vocabularies(forms: Forms) -> list[Json]:
    files: list[Json] = []
    fields = {"categories": schema.TERM_FIELDS, "places": schema.PLACE_FIELDS, "industries": schema.TERM_FIELDS}
    for name, label in VOCABULARIES.items():
        terms = getattr(forms.content, name)
        if terms:
            head: dict[str, Json] = {"name": name, "label": forms.say(label), "file": f"content/{name}.yaml"}
            files.append({**head, "format": "yaml", "fields": forms.vocabulary(terms, fields[name])})
    if not files:
        return []
    head = {"name": "vocabularies", "label": forms.say("Vocabularies"), "files": files}
    return [{**head, "editor": {"preview": False}}]


def _yaml(value: Mapping[str, Json]) -> str:
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Json) -> Iterator[str]:
    """Block style; texts are quoted as JSON quotes them, which is YAML."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            name = key if key.replace("_", "").isalpha() and key.islower() and len(key) > 3 else json.dumps(key)
            if _is_short(inner):
                yield f"{name}: {_flow(inner)}"
            else:
                yield f"{name}:"
                yield from (f"  {line}" for line in _lines(inner))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            if _is_short(item):
                yield f"- {_flow(item)}"
            else:
                first, *rest = _lines(item)
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)


def _is_short(value: Json) -> bool:
    if isinstance(value, Mapping):
        return all(not isinstance(inner, Mapping | list) for inner in value.values()) and len(_flow(value)) < 100
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(not isinstance(inner, Mapping | list) for inner in value)
    return True


def _flow(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
