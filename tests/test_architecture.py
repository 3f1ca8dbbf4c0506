"""The shape of the code: `docs/architecture.md` is its map, and this test keeps the two the same."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "jobglot"
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

LONGEST = 400
LONG: Mapping[str, str] = {
    "model": "one idea: every value of a board, most of it docstrings",
    "shapes": "the vocabulary of shapes, each some 20 lines; they know each other",
    "source": "one reader, event by event",
    "markup": "one pipeline from Markdown to safe HTML",
    "render": "the one door to Jinja2, and what each of its faults means to an author",
}
"""Modules of more than `LONGEST` lines, and why."""

UNTESTED: Mapping[str, str] = {
    "__init__": "the version, shown by tests/test_cli.py",
    "__main__": "two lines, run by tests/test_cli.py",
    "each": "a type; tests/test_workers.py has those who keep it",
    "codes": "two tables, used by tests of kinds",
    "site": "values without behaviour, made by tests/test_relate.py",
    "cms_fields": "tests/test_cms.py reads the forms as a whole",
}
"""Top-level modules without a test file of their name, and why."""

# What would let the world into the pure core. `os.path`-like work on strings is posixpath's.
WORLD = frozenset(
    [
        *("os", "pathlib", "shutil", "tempfile", "subprocess", "random", "secrets", "time", "socket", "threading"),
        *("multiprocessing", "asyncio", "glob", "platform", "locale", "getpass", "signal", "sqlite3", "http", "ftplib"),
    ]
)
WORLD_CALLS = re.compile(
    r"\b(?:datetime|date|dt\.datetime|dt\.date)\.(?:now|today|utcnow)\(|(?<![\w.])(?:open|input|print)\("
)
PURE_LAYERS = range(5)

DELETES = re.compile(r"\brmtree\b|\bremovedirs\b|\bunlink_tree\b|\brm\b.*-r|\bcopytree\b|\bTemporaryDirectory\b")
DELETES_ALLOWED: Mapping[str, str] = {
    "publish/git": "a temporary folder of its own, outside the site, for git's index",
    "publish/rsync": "a temporary folder of its own, outside the site, for what is sent besides",
    "publishing": "a temporary folder of its own, outside the site, for a clean build",
}
"""Modules that make temporary folders, which go when they are done with."""


def modules() -> dict[str, Path]:
    """Every module by its name inside the package, with `/` for folders."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if not name.startswith("starter/"):
            found[name] = path
    return found


MODULES = modules()


@cache
def layers() -> Mapping[str, int]:
    """The layer of every module named on the map; `view_*` and `importing/*` stand for all of that form."""
    found: dict[str, int] = {}
    for layer, body in re.findall(r"^### (\d) .*?\n(.*?)(?=^##)", MAP, re.MULTILINE | re.DOTALL):
        for row in re.findall(r"^\| (`.*?) \|", body, re.MULTILINE):
            for name in re.findall(r"`([\w/*]+)`", row):
                matching = [m for m in MODULES if re.fullmatch(name.replace("*", r".+"), m)]
                assert matching, f"the map names {name}, which is not there"
                for module in matching:
                    assert module not in found, f"the map names {module} twice"
                    found[module] = int(layer)
    return found


@cache
def imports(module: str) -> tuple[tuple[int, str], ...]:
    """(line, module) of everything a module imports, its own package's by their names inside it."""
    found = []
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports are absolute"
            base = node.module or ""
            inside = [f"{base}.{alias.name}" for alias in node.names]
            found += [(node.lineno, name if own(name) else base) for name in inside]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            found += [(node.lineno, arg.value) for arg in node.args if isinstance(arg, ast.Constant)]
    return tuple(dict.fromkeys(found))


def own(name: str) -> str:
    """The name inside the package of an imported module of ours; "" for others."""
    inside = name.removeprefix("jobglot.").replace(".", "/") if name.startswith("jobglot.") else ""
    return inside if inside in MODULES else f"{inside}/__init__" if f"{inside}/__init__" in MODULES else ""


def third_party() -> Iterator[tuple[str, int, str]]:
    """(module, line, package) of every import that is neither ours nor Python's."""
    for module in MODULES:
        for line, name in imports(module):
            package = name.partition(".")[0]
            if package != "jobglot" and package not in sys.stdlib_module_names:
                yield module, line, package


def test_every_module_is_on_the_map() -> None:
    """Whoever adds one says where it belongs, in docs/architecture.md."""
    assert sorted(MODULES.keys() - layers().keys()) == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_from_its_own_layer_or_a_lower_one(module: str) -> None:
    """The direction that keeps the core pure."""
    if module not in layers():
        pytest.skip("not on the map, which another test tells")
    upwards = [
        f"{module}:{line} (layer {layers()[module]}) imports {own(name)} (layer {layers()[own(name)]})"
        for line, name in imports(module)
        if own(name) in layers() and layers()[own(name)] > layers()[module]
    ]
    assert upwards == []


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    """Within a layer too."""
    graph = {m: {own(name) for _, name in imports(m) if own(name)} - {m} for m in MODULES}
    done: set[str] = set()
    while ready := {m for m, needs in graph.items() if m not in done and needs <= done}:
        done |= ready
    assert sorted(graph.keys() - done) == []


def test_every_third_party_package_has_one_door() -> None:
    """The map says which; a change of library is a change of one file."""
    section = MAP.partition("## Doors")[2].partition("\n## ")[0]
    doors: dict[str, set[str]] = {}
    for packages, rooms in re.findall(r"^\| (`.*?) \| (`.*?) \|", section, re.MULTILINE):
        for package in re.findall(r"`(\w+)`", packages):
            doors[package] = set(re.findall(r"`([\w/]+)`", rooms))
    strays = [f"{m}:{line} imports {package}" for m, line, package in third_party() if m not in doors.get(package, ())]
    assert strays == []
    assert sorted(doors.keys() - {package for _, _, package in third_party()}) == []


@pytest.mark.parametrize("module", sorted(m for m, layer in layers().items() if layer in PURE_LAYERS))
def test_the_core_does_not_touch_the_world(module: str) -> None:
    """No clock, no files, no environment, no chance, no processes between load and write."""
    worldly = [f"{module}:{line} imports {name}" for line, name in imports(module) if name.partition(".")[0] in WORLD]
    for number, line in enumerate(code_of(MODULES[module]).splitlines(), start=1):
        if WORLD_CALLS.search(line):
            worldly.append(f"{module}:{number}: {line.strip()}")
    assert worldly == []


def code_of(path: Path) -> str:
    """The code without strings and comments, line by line as before."""
    import io
    import tokenize

    text = path.read_text(encoding="utf-8")
    lines = [list(line) for line in text.splitlines(keepends=True)]
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.STRING, tokenize.COMMENT):
            (top, left), (bottom, right) = token.start, token.end
            for row in range(top, bottom + 1):
                line = lines[row - 1]
                begin, end = (left if row == top else 0), (right if row == bottom else len(line))
                line[begin:end] = [" " if character != "\n" else "\n" for character in line[begin:end]]
    return "".join("".join(line) for line in lines)


def test_nothing_deletes_whole_folders() -> None:
    """Only files that we wrote and nobody changed are ever deleted, one by one, by name."""
    found = [
        f"{module}:{number}: {line.strip()}"
        for module, path in MODULES.items()
        for number, line in enumerate(code_of(path).splitlines(), start=1)
        if DELETES.search(line) and not ("TemporaryDirectory" in line and module in DELETES_ALLOWED)
    ]
    assert found == []


def test_every_module_has_a_test_file() -> None:
    """Of its own name; those of a package under the package's name too. Exceptions give a reason."""
    tests = {path.stem for path in (ROOT / "tests").glob("test_*.py")}
    missing = [
        module for module in MODULES if "/" not in module and module not in UNTESTED and f"test_{module}" not in tests
    ]
    assert missing == []
    assert [module for module in UNTESTED if module not in MODULES or f"test_{module}" in tests] == []
    for package in sorted({module.partition("/")[0] for module in MODULES if "/" in module}):
        assert package == "commands" or any(name.startswith(f"test_{package}") for name in tests), package


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_module_is_long(module: str) -> None:
    """When a file grows past this, there is a second idea in it. Exceptions give a reason."""
    lines = MODULES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST or module in LONG, f"{module} has {lines} lines"
    assert lines > LONGEST or module not in LONG, f"{module} is not long any more"


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_module_says_what_it_is_for(module: str) -> None:
    """In the first line, as a sentence."""
    doc = ast.get_docstring(ast.parse(MODULES[module].read_text(encoding="utf-8")))
    assert doc
    assert doc.partition("\n")[0].rstrip().endswith((".", "…"))


def test_the_map_is_short() -> None:
    """It is read, not searched."""
    assert MAP.count("\n") < 200
