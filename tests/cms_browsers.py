"""Browser CMSs at work: Sveltia on a file system inside the browser, Decap through its own local server."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page
from programs import free_port, running
from support import ROOT, Board, need

from jobglot.cli import main

# Sveltia reads and writes a folder of the editor's machine; here it gets the browser's own, which needs no dialogue.
FOLDER_SCRIPT = """
window.showDirectoryPicker = async () => navigator.storage.getDirectory();
window.putFiles = async (files) => {
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/"), name = parts.pop();
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
    const writer = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await writer.write(text);
    await writer.close();
  }
};
window.getFiles = async () => {
  const found = {};
  const walk = async (folder, before) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, before + name + "/");
      else found[before + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
};
"""
TALL = {"width": 1400, "height": 9000}
"""Fields are drawn once they are in sight."""


def module(path: str) -> Path:
    """A file of an npm package that only these tests use; without it they are skipped."""
    package = "/".join(path.split("/")[: 2 if path.startswith("@") else 1])
    return Path(need("cms", ROOT / "node_modules" / path, f"npm install --no-save {package} brings it"))


def with_cms(site: Path, output: Path, script: Path, *options: str) -> Board:
    """The site's board, with the CMS in `admin/`."""
    with (site / "config.yaml").open("a") as config:
        config.write("cms: {backend: github, repo: you/jobs}\n")
    assert main(["cms", "--site", str(site), "--script", str(script), *options]) == 0
    return build(site, output)


def build(site: Path, output: Path) -> Board:
    """The site's board as of a day in February 2026."""
    assert main(["build", "--site", str(site), "--output", str(output), "--now", "2026-02-20T12:00"]) == 0
    return Board(output, "/", "https://jobs.example.org")


def contents(site: Path) -> dict[str, str]:
    """The text files of a site's content."""
    paths = (path for path in (site / "content").rglob("*") if path.suffix in (".md", ".yaml"))
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}


class Sveltia:
    """Sveltia CMS in a page, at work on files it was given."""

    def __init__(self, page: Page, url: str, files: Mapping[str, str]) -> None:
        self.page = page
        self.admin = f"{url}admin/index.html"
        page.add_init_script(FOLDER_SCRIPT)
        page.goto(self.admin)
        page.evaluate("files => window.putFiles(files)", {**files, ".git/HEAD": "ref: refs/heads/main\n"})
        page.set_default_timeout(45_000)
        page.get_by_role("button", name=re.compile("Local Repository")).click()
        page.get_by_role("button", name="New").first.wait_for()

    def open(self, entry: str) -> None:
        """An entry, such as `postings/new` or `postings/entries/cook`."""
        self.page.goto(f"{self.admin}#/collections/{entry}")
        self.field("title").wait_for()

    def field(self, name: str, at: int = 0) -> Locator:
        """A field, in the first language or another one."""
        return self.page.locator(f'[data-key-path="{name}"]').nth(at)

    def write(self, name: str, text: str, at: int = 0) -> None:
        """Text into a field."""
        box = self.field(name, at).locator("input, textarea, [contenteditable=true]").first
        box.click()
        box.fill(text)

    def choose(self, name: str, label: str) -> None:
        """One of the options of a field; few are shown as buttons, many as a list to open."""
        field = self.field(name)
        box = field.get_by_role("radio", name=label).or_(field.get_by_role("checkbox", name=label))
        box.or_(field.get_by_role("combobox")).first.click()
        if not box.count():
            self.page.get_by_role("option", name=label).first.click()

    def save(self) -> dict[str, str]:
        """The files once it is done."""
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.get_by_role("button", name="New").first.wait_for()
        return dict(self.page.evaluate("() => window.getFiles()"))


@contextmanager
def decap_proxy(site: Path) -> Iterator[int]:
    """Decap's local server on a site's folder; its port."""
    server = module("decap-server/dist/index.js")
    node = need("cms", shutil.which("node"), "there is no node here")
    port = free_port()
    settings = {"BIND_HOST": "127.0.0.1", "PORT": str(port), "MODE": "fs", "GIT_REPO_DIRECTORY": str(site)}
    with running([node, str(server)], port, site, {**os.environ, **settings}):
        yield port


class Decap:
    """Decap CMS in a page, at work on a site's folder through its proxy."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.admin = f"{url}admin/index.html"
        page.set_default_timeout(45_000)
        page.goto(self.admin)
        page.get_by_role("button", name=re.compile("Log ?in", re.IGNORECASE)).click()
        page.get_by_text("Collections").first.wait_for()

    def open(self, entry: str) -> None:
        """An entry, such as `postings/new` or `postings/entries/cook`, with nothing left of the one before."""
        self.page.goto(f"{self.admin}?{entry}#/collections/{entry}")
        self.box("title").wait_for()

    def box(self, name: str, at: int = 0) -> Locator:
        """Where the value of a field is written, in the first language or another one."""
        return self.page.locator(f'[id^="{name}-field-"]').nth(at)

    def write(self, name: str, text: str, at: int = 0) -> None:
        """Text into a field."""
        self.box(name, at).fill(text)

    def choose(self, name: str, label: str) -> None:
        """One of the options of a field."""
        self.box(name).fill(label)
        self.page.get_by_role("option", name=label).first.click()

    def write_body(self, text: str, at: int = 0) -> None:
        """Text into the body."""
        self.page.locator("[data-slate-editor=true]").nth(at).click()
        self.page.keyboard.type(text)

    def save(self) -> None:
        """Publish, as Decap calls it; done when nothing is left to be saved."""
        self.page.get_by_text("Unsaved changes", exact=False).first.wait_for()
        self.page.get_by_role("button", name=re.compile("^Publish")).first.click()
        self.page.get_by_role("menuitem", name=re.compile("Publish now")).click()
        self.page.get_by_text("Changes saved", exact=False).first.wait_for()


def through(board: Board, port: int) -> None:
    """Let the CMS find its proxy at a port of its own."""
    address = f"http://127.0.0.1:{port}"
    for name, before, after in (
        ("admin/config.yml", "local_backend: true", f'local_backend: {{"url": "{address}/api/v1"}}'),
        ("_headers", "connect-src 'self' data:", f"connect-src 'self' {address} data:"),
    ):
        path = board.folder / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
