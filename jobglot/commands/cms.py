"""`cms`: the browser CMS of the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from jobglot.commands.common import PROBLEMS, WELL, WrongCall, site_folder, with_folder

NAME = "cms"
HELP = "Make static/admin/, where editors write in the browser (Sveltia CMS or Decap CMS)."

PACKAGES = {
    "sveltia": ("@sveltia/cms", "@sveltia/cms/dist/sveltia-cms.js"),
    "decap": ("decap-cms", "decap-cms/dist/decap-cms.js"),
}
"""The npm package of each CMS, and its script in `node_modules/`."""

FONT = "@fontsource-variable/material-symbols-outlined"
FONT_FILE = f"{FONT}/files/material-symbols-outlined-latin-wght-normal.woff2"


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_folder(parser)
    parser.add_argument("--script", metavar="FILE", help="the CMS's script, if it is not in node_modules/")
    parser.add_argument("--decap", action="store_true", help="Decap CMS instead of Sveltia CMS")


def run(options: argparse.Namespace) -> int:
    """Make the files, the script last."""
    from jobglot import cms
    from jobglot.load import load
    from jobglot.look import forms_catalog

    root = site_folder(options)
    loaded, problems = load(root)
    if loaded is None:
        for problem in problems:
            print(problem)
        return PROBLEMS
    config = loaded.config
    if config.cms is None:
        example = "cms: {backend: github, repo: you/jobs}"
        raise WrongCall(f"config.yaml does not say where the content is kept; add for example “{example}”")
    kind = "decap" if options.decap else "sveltia"
    folder = root / cms.FOLDER
    words, _ = forms_catalog(root, config.default, loaded.look.catalogs[config.default])
    script = find_script(root, folder, kind, options.script)
    files = {
        cms.CONFIG: cms.config_yml(config, config.cms, loaded.content, words, kind),
        "index.html": cms.index_html(kind, config),
    }
    for name in files:
        if (folder / name).exists() and not cms.is_ours((folder / name).read_bytes()):
            raise WrongCall(f"{cms.FOLDER}/{name} was made by somebody else; rename or delete it first")
    if script is not None:
        files[cms.SCRIPTS[kind]] = script
    icons = find_icons(root, options.script) if kind == "sveltia" else None
    if icons is not None:
        files[cms.ICONS] = icons
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    print(f"{', '.join(files)} in {cms.FOLDER}/; editors find it at {config.base_url}admin/ after the next build.")
    if kind == "sveltia" and not (folder / cms.ICONS).is_file():
        place = f"{cms.FOLDER}/{cms.ICONS}"
        print(f"Its buttons want {place} for their signs, and show English words without it.")
        print(f"Run “npm install --no-save {FONT}” in the site's folder, and then this again.")
    return WELL


def find_script(root: Path, folder: Path, kind: str, given: str | None) -> bytes | None:
    """The CMS's script; None when the one that is there already will do. WrongCall when there is none."""
    from jobglot.cms import SCRIPTS

    package, inside = PACKAGES[kind]
    place = Path(given) if given else root / "node_modules" / inside
    if place.is_file():
        return place.read_bytes()
    if given:
        raise WrongCall(f"there is no file {given}")
    if (folder / SCRIPTS[kind]).is_file():
        return None
    packages = f"{package} {FONT}" if kind == "sveltia" else package
    raise WrongCall(f"the CMS itself is not here; run “npm install --no-save {packages}” in the site's folder first")


def find_icons(root: Path, given: str | None) -> bytes | None:
    """The font of Sveltia's signs: beside the given script, among its packages or the site's; None if nowhere."""
    from jobglot.cms import ICONS

    beside = [Path(given).resolve().parent / ICONS] if given else []
    folders = [root / "node_modules", *(Path(given).resolve().parents if given else ())]
    packages = [folder / FONT_FILE for folder in folders if folder.name == "node_modules"]
    return next((place.read_bytes() for place in (*beside, *packages) if place.is_file()), None)
