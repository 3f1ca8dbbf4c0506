"""The recipes of docs/publishing.md, tried with the servers themselves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from shlex import quote

import pytest
import yaml
from programs import free_port, running
from publishers import shipped, site
from sites import ROOT, copy_of_demo, write_files
from support import need, program

from jobglot.cli import main
from jobglot.config import read_config
from jobglot.problem import Problem
from jobglot.publish.courier import roll_back
from jobglot.publish.folder import Releases

NGINX = (ROOT / "docs/hosts/nginx.conf").read_text(encoding="utf-8")
CADDY = (ROOT / "docs/hosts/Caddyfile").read_text(encoding="utf-8")
APACHE = (ROOT / "docs/hosts/apache.conf").read_text(encoding="utf-8")
DOCS = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
NOW = "2026-11-21T12:00"


def block(language: str, holding: str = "") -> str:
    """A block of code of the page."""
    return next(text for text in re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL) if holding in text)


@pytest.fixture(scope="module")
def www(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo board, published to a folder."""
    place = tmp_path_factory.mktemp("recipes")
    board = copy_of_demo(place / "site")
    config = re.sub(r"(?m)^publish:.*\n(?:[ #].*\n)*", "", (board / "config.yaml").read_text(encoding="utf-8"))
    config += "publish: {www: {kind: folder, path: ../www, variants: [gzip, brotli]}}\n"
    (board / "config.yaml").write_text(config, encoding="utf-8")
    write_files(board, {"static/admin/config.yml": "mine: true\n"})
    assert main(["publish", "www", "--site", str(board), "--now", NOW]) == 0
    return place / "www"


def changed(recipe: str, changes: dict[str, str]) -> str:
    """The recipe with our places in it."""
    for theirs, ours in changes.items():
        assert theirs in recipe
        recipe = recipe.replace(theirs, ours)
    return recipe


def moved(recipe: str, root: Path, file: Path) -> None:
    """Write the redirects by the recipe's own line, if there are any."""
    line = re.search(r"#   (awk '.*?') ", recipe)
    assert line is not None
    if (root / "_redirects").exists():
        with file.open("wb") as written:
            subprocess.run(["sh", "-c", f"{line[1]} {quote(str(root))}/_redirects"], stdout=written, check=True)


@pytest.mark.parametrize(("recipe", "line"), [(NGINX, "/a/ /b/;"), (CADDY, "redir /a/ /b/ 301")])
def test_servers_are_told_of_single_former_addresses_only(recipe: str, line: str, tmp_path: Path) -> None:
    """Rules of a site's own hold what they cannot read: comments, blank lines, wildcards, one address twice."""
    (tmp_path / "site").mkdir()
    rules = "# Ours\n\n/a/ /b/ 301\n/a/ /c/ 301\n/was/* /:splat\n/job/:id https://x.example/:id\n"
    (tmp_path / "site/_redirects").write_text(rules, encoding="utf-8")
    moved(recipe, tmp_path / "site", tmp_path / "made")
    assert (tmp_path / "made").read_text(encoding="utf-8") == f"{line}\n"


@contextmanager
def nginx(root: Path, place: Path) -> Iterator[int]:
    """nginx with the recipe."""
    executable = program("publisher", "nginx") if shutil.which("nginx") else program("publisher", "/usr/sbin/nginx")
    port = free_port()
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "root /srv/www/jobs/current;": f'root "{root}";'}
    recipe = changed(NGINX, {**changes, "/etc/nginx/jobs-moved[.]map;": f'"{place}/jobs-moved[.]map";'})
    moved(NGINX, root, place / "jobs-moved.map")
    places = "".join(
        f'{name}_temp_path "{place}/{name}";\n' for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (place / "nginx.conf").write_text(
        ("user root;\n" if os.getuid() == 0 else "")
        + f'daemon off;\npid "{place}/nginx.pid";\nerror_log "{place}/error.log";\nworker_processes 1;\nevents {{ }}\n'
        + f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{places}{recipe}}}\n"
    )
    with running([executable, "-p", str(place), "-e", str(place / "error.log"), "-c", str(place / "nginx.conf")], port):
        yield port


@contextmanager
def caddy(root: Path, place: Path) -> Iterator[int]:
    """Caddy with the recipe."""
    executable = program("publisher", "caddy")
    port = free_port()
    changes = {"jobs.example.org {": f"http://127.0.0.1:{port} {{", "root * /srv/www/jobs/current": f'root * "{root}"'}
    recipe = changed(CADDY, {**changes, "import /etc/caddy/jobs-moved*.caddy": f'import "{place}/jobs-moved*.caddy"'})
    moved(CADDY, root, place / "jobs-moved.caddy")
    (place / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + recipe)
    with running([executable, "run", "--adapter", "caddyfile", "--config", str(place / "Caddyfile")], port):
        yield port


@contextmanager
def apache(root: Path, place: Path) -> Iterator[int]:
    """Apache with the recipe, and with what Debian sets up for it."""
    executable = (
        program("publisher", "apache2") if shutil.which("apache2") else program("publisher", "/usr/sbin/apache2")
    )
    port = free_port()
    modules = ("mpm_event", "authz_core", "mime", "dir", "alias", "autoindex", "filter", "deflate", "negotiation")
    mods = Path(need("publisher", "/etc/apache2/mods-available", "Apache is not as Debian sets it up"))
    found = [mods / f"{name}.{kind}" for name in (*modules, "headers", "rewrite") for kind in ("load", "conf")]
    # Its workers are another user, whom the folders of tests let nowhere.
    with tempfile.TemporaryDirectory() as hall:
        Path(hall).chmod(0o755)
        shutil.copytree(root.parent, f"{hall}/www", symlinks=True)
        changes = {
            "*:80>": f"127.0.0.1:{port}>",
            "DocumentRoot /srv/www/jobs/current": f'DocumentRoot "{hall}/www/current"',
            "<Directory /srv/www/jobs>": f'<Directory "{hall}/www">',
            '"txt:/srv/www/jobs/current/': f'"txt:{hall}/www/current/',
        }
        (place / "apache.conf").write_text(
            f'ServerRoot "{place}"\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile "{place}/apache.pid"\n'
            f'ErrorLog "{place}/error.log"\nMutex "file:{place}" default\n'
            + "".join(f"Include {file}\n" for file in found if file.exists())
            + ("User www-data\nGroup www-data\n" if os.getuid() == 0 else "")
            + changed(APACHE, changes)
        )
        command = [executable, "-D", "FOREGROUND", "-f", str(place / "apache.conf")]
        environment = {**os.environ, "APACHE_RUN_DIR": str(place), "APACHE_LOG_DIR": str(place)}
        with running(command, port, environment=environment):
            yield port


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.mark.parametrize("server", [nginx, caddy, apache])
def test_the_server_sends_what_hosting_promises(server: object, www: Path, tmp_path: Path) -> None:
    """Types, cache times and policy; 404 and 410 in the reader's language; nothing that is our own."""
    promised = (www / "current/_headers").read_text()
    sheet = next((www / "current/static").glob("site.*.css")).name
    with server(www / "current", tmp_path) as port:  # type: ignore[operator]
        status, headers, body = ask(port, "/en/")
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        # Of everything, and of the first page, which has the policy of all that is not the CMS's.
        everywhere = dict(re.findall(r"(?m)^  ([\w-]+): (.*)$", "\n".join(promised.split("\n\n")[:2])))
        assert "Content-Security-Policy" in everywhere
        assert {name: headers[name.lower()] for name in everywhere} == everywhere
        assert "access-control-allow-origin" not in headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "public, max-age=0, must-revalidate"
        again = ask(port, "/en/", **{"If-None-Match": headers["etag"]})
        assert (again[0], again[2]) == (304, b"")
        packed = ask(port, "/en/", **{"Accept-Encoding": "gzip"})
        assert packed[1]["content-encoding"] == "gzip"
        assert len(packed[2]) < len(body)
        for word, encoding in (("gzip", "gzip"), ("br", "br")):
            status, headers, _ = ask(port, "/en/feed.xml", **{"Accept-Encoding": word})
            if server is nginx and word == "br":
                continue  # It needs a module of its own for that.
            assert (status, headers["content-encoding"]) == (200, encoding)
            assert headers["content-type"].lower() == "application/atom+xml; charset=utf-8"
            assert "content-language" not in headers
        assert "immutable" in ask(port, f"/static/{sheet}")[1]["cache-control"]
        for path, content_type in (
            ("/en/feed.xml", "application/atom+xml; charset=utf-8"),
            ("/en/feed.json", "application/feed+json; charset=utf-8"),
            ("/en/deadlines.ics", "text/calendar; charset=utf-8"),
            ("/en/manifest.webmanifest", "application/manifest+json; charset=utf-8"),
        ):
            status, headers, _ = ask(port, path)
            assert (status, headers["content-type"].lower()) == (200, content_type), path
            is_open = "manifest" not in path
            assert headers.get("access-control-allow-origin") == ("*" if is_open else None), path
            assert headers["x-content-type-options"] == "nosniff"
        for path in ("/en/postings.json", "/en/words.json"):
            assert ask(port, path)[1]["access-control-allow-origin"] == "*", path
        assert ask(port, "/admin/config.yml")[1]["cross-origin-opener-policy"] == "same-origin-allow-popups"
        status, headers, body = ask(port, "/nothing/")
        assert status == 404
        assert body == (www / "current/404.html").read_bytes()
        status, headers, body = ask(port, "/en/jobs/gone-for-ever/")
        assert status == 410
        assert "text/html" in headers["content-type"]
        for path, expected in (("/fr/offres/gone-for-ever/", 410), ("/fr/nothing/", 404)):
            status, _, body = ask(port, path)
            assert (status, body) == (expected, (www / "current/fr/404.html").read_bytes()), path
        assert ask(port, "/.jobglot/published.json")[0] == 404
        assert ask(port, "/en/jobs/")[0] == 404
        former, present, _ = (www / "current/_redirects").read_text().splitlines()[0].split()
        status, headers, _ = ask(port, former)
        assert status == 301
        assert headers["location"].endswith(present)


def test_nginx_serves_every_release_whole_while_they_are_swapped(tmp_path: Path) -> None:
    """No reader misses a file, or gets the page of one release and the style sheet of another."""
    target = Releases(tmp_path / "www", tmp_path, 3)
    shipped(target, site(1), tmp_path)
    found: list[tuple[int, int, bool]] = []
    is_over = threading.Event()

    def read(port: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        while not is_over.is_set():
            connection.request("GET", "/en/")
            page = connection.getresponse()
            text = page.read().decode()
            connection.request("GET", "/" + text.partition("href='/")[2].partition("'")[0])
            sheet = connection.getresponse()
            style = sheet.read().decode()
            found.append((page.status, sheet.status, text.endswith(" " + style.removeprefix("version "))))
        connection.close()

    with nginx(target.top / "current", tmp_path) as port:
        thread = threading.Thread(target=read, args=(port,))
        thread.start()
        try:
            for version in range(2, 12):
                shipped(target, site(version), tmp_path, hours=version)
            releases = target._names()[:2]
            # Both have the other's style sheet, as after a rollback.
            assert not isinstance(roll_back(target), Problem)
            for turn in range(1000):
                target._swap(releases[turn % 2 == 0])
        finally:
            is_over.set()
            thread.join()
    assert len(found) > 20
    assert set(found) == {(200, 200, True)}


def test_the_settings_of_the_page_are_read_without_a_problem() -> None:
    """Those of its first block, and of its tables."""
    head = "name: x\nbase_url: https://jobs.example.org/\nlanguages: [en]\n"
    config, problems = read_config((head + block("yaml", "publish:\n")).encode())
    assert problems == []
    assert config is not None
    assert {type(target).__name__ for target in config.publish.values()} == {
        "ArchiveTarget",
        "FolderTarget",
        "GitTarget",
        "RsyncTarget",
        "S3Target",
    }


def test_workflows_are_yaml_and_their_commands_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """With every flag that they and the page name."""
    texts = [DOCS]
    for name in ("github.yml", "gitlab.yml"):
        text = (ROOT / "workflows" / name).read_text(encoding="utf-8")
        assert isinstance(yaml.safe_load(text), dict)
        texts.append(text)
    commands = set(re.findall(r"jobglot (publish|build|rollback|ping|check|changes)( [^&`|#\n]*)?", "\n".join(texts)))
    assert len(commands) > 8
    for name, flags in sorted(commands):
        assert main([name, "--help"]) == 0
        told = capsys.readouterr().out
        for flag in re.findall(r"--[a-z-]+", flags):
            assert flag in told, f"{name} {flag}"


def test_every_flag_and_doubt_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    """On the page, by name."""
    for name in ("publish", "rollback", "ping"):
        main([name, "--help"])
        flags = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {
            "--help",
            "--site",
            "--now",
            "--jobs",
            "--endpoint",
        }
        assert {flag for flag in flags if flag not in DOCS} == set(), name
