"""Three lives of one repository: a clone builds itself, a wheel carries all it needs, a new site keeps its own.

A top-level `build.py` shadows PyPA's `build` package: wheels are made by `pip wheel`, and nothing here imports `build`.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from sites import OWN, ROOT, tree, write_files

NOW = "2027-01-15"
TEMPLATE = """\
{% extends "base.html" %}
{% block main %}<p class="mine">Mine: {{ view.title }}</p><p>{{ _("How to apply") }}</p>{% endblock %}
"""
CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "How to apply"\nmsgstr "Vas-y !"\n'


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program that must end well, in an environment with little in it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": str(cwd), "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    # With hatchling at hand nothing is fetched; without, pip fetches it as for any user.
    isolation = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", *isolation, "-w", folder, ROOT]
    try:
        run(*command, cwd=folder)
    except AssertionError as refused:
        if isolation or "jobglot" in os.environ.get("JOBGLOT_REQUIRE", ""):
            raise
        pytest.skip(f"the build backend cannot be fetched: {str(refused)[-200:]}")
    (made,) = folder.glob("jobglot-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel, as `pip install --target` leaves it."""
    folder = tmp_path_factory.mktemp("installed")
    run(
        *(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile", "--target", folder, wheel),
        cwd=folder,
    )
    return folder


def jobglot(source: Path, *arguments: str | Path, cwd: Path) -> str:
    """The command line of the package in `source`, which must not be this repository's unless that is what is given."""
    program = "import jobglot.cli, sys; print(jobglot.__file__, file=sys.stderr); sys.exit(jobglot.cli.main())"
    done = run(sys.executable, "-P", "-c", program, *arguments, cwd=cwd, PYTHONPATH=str(source))
    assert done.stderr.startswith(str(source))
    return done.stdout


def test_the_wheel_carries_what_a_site_starts_from(wheel: Path) -> None:
    """Templates, catalogs, static files, config and content: each file once, and the same bytes as here."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        carried = {
            n.removeprefix("jobglot/starter/"): archive.read(n) for n in names if n.startswith("jobglot/starter/")
        }
    assert len(names) == len(set(names))
    tracked = run("git", "ls-files", "-z", *OWN, cwd=ROOT).stdout.split("\0") if (ROOT / ".git").exists() else []
    expected = {name: (ROOT / name).read_bytes() for name in tracked if name} or {
        f"{top}/{path}": data for top in OWN if (ROOT / top).is_dir() for path, data in tree(ROOT / top).items()
    }
    assert expected.items() <= carried.items()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    """No tests, no docs, no output, and nothing at the top that would shadow another package."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top.partition("-")[0] for top in tops} == {"jobglot"}


@pytest.mark.parametrize("life", ["tool", "clone"])
def test_a_new_site_keeps_its_own_and_takes_the_rest_from_the_package(
    life: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Its own posting.html, with one block of it, one line of a catalog, a theme; all else as packaged."""
    source = request.getfixturevalue("installed") if life == "tool" else ROOT
    jobglot(source, "init", "mine", "--theme", "press", cwd=tmp_path)
    site = tmp_path / "mine"
    write_files(site, {"templates/posting.html": TEMPLATE, "templates/locales/fr.po": CATALOG})
    said = jobglot(source, "build", "--now", NOW, cwd=site)
    assert "error" not in said
    found = tree(site / "output")
    french = [data.decode() for path, data in found.items() if path.startswith("fr/offres/") and path.endswith(".html")]
    assert french
    assert all('<p class="mine">Mine: ' in text and "Vas-y !" in text for text in french if "refresh" not in text)
    assert (ROOT / "themes/press.css").read_bytes() in found.values()
    home = found["fr/index.html"].decode()
    assert 'class="mine"' not in home
    assert "Offres" in home or "offres" in home


def test_a_clone_and_the_tool_build_the_same_demo(installed: Path, tmp_path: Path) -> None:
    """Byte for byte."""
    jobglot(installed, "init", "demo", cwd=tmp_path)
    jobglot(installed, "build", "--now", NOW, cwd=tmp_path / "demo")
    jobglot(ROOT, "build", "--now", NOW, "--site", tmp_path / "demo", "--output", tmp_path / "other", cwd=tmp_path)
    assert tree(tmp_path / "demo" / "output") == tree(tmp_path / "other")
