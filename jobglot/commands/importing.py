"""`import`: postings from documents, notices, pages, tables and feeds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from jobglot.commands.common import PROBLEMS, WELL, WrongCall, read_now, site_folder, with_site

NAME = "import"
HELP = "Make postings from Word files, notices, pages, tables and feeds."
MARKDOWN = (".md", ".markdown", ".mdx")
_OTHERS = ".docx .docm .dotx .odt .txt .eml .html .htm .xhtml .mht .mhtml .csv .xlsx .tsv .json .xml .rss .atom"
READ = (*MARKDOWN, *_OTHERS.split())
_HIDDEN = (".", "_", "~$")
"""How names of files begin that are not for readers; the last are what Word leaves beside a file that is open."""
FORMATS = ("auto", "notice", "html", "csv", "json", "xml", "mail")


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a notice as Word, text or HTML, Markdown, CSV, JSON or XML, or a folder of them; - is what is piped in",
    )
    with_site(parser)
    parser.add_argument("--format", choices=FORMATS, default="auto", help="what the files are (default: as they look)")
    parser.add_argument(
        "--map", metavar="FILE", help="YAML that says what the columns of a table are, as “Column: key”"
    )
    parser.add_argument("--organization", metavar="ID", default="", help="the organization of all these postings")
    parser.add_argument("--id", metavar="ID", default="", help="the id of the posting, for a single notice")
    parser.add_argument("--dry-run", action="store_true", help="show the files and write nothing")


def run(options: argparse.Namespace) -> int:
    """Import, and tell what became of each posting."""
    from jobglot.importing.draft import Refusal
    from jobglot.importing.story import Result, Wish, import_files
    from jobglot.importing.telling import summed_up, told
    from jobglot.load import load_config

    if options.id and len(options.files) > 1:
        raise WrongCall("--id is for a single notice; import the files one by one, or leave it out")
    root = site_folder(options)
    config, problems = load_config(root)
    if config is None:
        raise WrongCall(str(problems[0]))
    if options.id in config.languages:
        raise WrongCall(f"“{options.id}” is a language of this board, and the names of files would tell two")
    wish = Wish(
        options.format,
        _columns(options.map),
        _id(options.organization),
        _id(options.id),
        options.dry_run,
    )
    files = [file for name in options.files for file in _read(name)]
    results: list[Result] = []
    for result in import_files(root, config, files, read_now(options, root), wish):
        results.append(result)
        for line in told(result, dry_run=options.dry_run):
            print(line)
    for line in summed_up(results, dry_run=options.dry_run):
        print(line)
    return PROBLEMS if any(isinstance(result, Refusal) for result in results) else WELL


def _read(name: str) -> Iterator[tuple[str, bytes]]:
    """A file, or all those of a folder that an import may read."""
    from jobglot.importing.unreadable import ENDINGS

    if name == "-":
        yield "standard input", sys.stdin.buffer.read()
        return
    if name.startswith(("http://", "https://")):
        raise WrongCall(f"{name} is an address, and nothing is fetched; save the page or feed as a file first")
    path = Path(name)
    if not path.is_dir():
        yield _shown(path), _bytes(path)
        return
    there = sorted(each for each in path.rglob("*") if each.suffix.lower() in (*READ, *ENDINGS) and each.is_file())
    below = [each for each in there if not any(part.startswith(_HIDDEN) for part in each.relative_to(path).parts)]
    # Beside Markdown, a PDF is attached to a page and no notice of its own.
    has_pages = any(each.suffix.lower() in MARKDOWN for each in below)
    found = [each for each in below if each.suffix.lower() in READ or not has_pages]
    if not any(each.suffix.lower() in READ for each in found):
        raise WrongCall(f"{name} holds no file that can be imported ({', '.join(READ)})")
    for each in found:
        yield each.relative_to(path).as_posix(), _bytes(each)


def _shown(path: Path) -> str:
    """The name of a file; of Markdown with its nearest folders, which may tell the posting and the language."""
    parts = [part for part in path.parts if part not in ("..", path.anchor)]
    return "/".join(parts[-4:]) if path.suffix.lower() in MARKDOWN else path.name


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as refusal:
        raise WrongCall(f"{path} cannot be read: {refusal.strerror}") from None


def _id(written: str) -> str:
    from jobglot import kinds
    from jobglot.shapes import Wrong

    found = kinds.parse_id(written) if written else ""
    if isinstance(found, Wrong):
        raise WrongCall(f"{found.message}; {found.remedy}")
    return found


def _columns(name: str | None) -> tuple[tuple[str, str], ...]:
    """The map of columns in a file."""
    from jobglot.source import Scalar, decode, read_table

    if name is None:
        return ()
    text, problems = decode(_bytes(Path(name)), name)
    table, more = read_table(text, name) if text is not None else (None, [])
    if table is None or problems or more:
        raise WrongCall(str([*problems, *more][0]))
    return tuple((entry.key, entry.value.text.strip()) for entry in table.entries if isinstance(entry.value, Scalar))
