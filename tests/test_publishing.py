"""Publishing from the command line, from words to a target."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from sites import tree, write_files
from support import program

from jobglot import publishing
from jobglot.cli import main
from jobglot.publish.plain import Plain

TOKEN = "t0ken-that-nobody-may-see"
NOW = "2027-01-15T09:00"


def posting(title: str, deadline: str, more: str = "") -> str:
    """A posting's file."""
    return (
        f"---\ntitle: {title}\norganization: acme\nposted: 2027-01-02\ndeadline: {deadline}\n"
        f"apply: [{{url: 'https://acme.example/'}}]\n{more}---\n\nWork on {title}.\n"
    )


FILES = {
    "config.yaml": "name: Jobs\nbase_url: https://jobs.example.org/\nlanguages: [en]\npublish:\n"
    "  www: {kind: folder, path: ../www, keep: 3}\n"
    "  flat: {kind: folder, path: ../flat, links: false, variants: [gzip]}\n"
    "  zip: {kind: archive, path: ../site.zip}\n"
    "  store: {kind: s3, bucket: my-jobs}\n"
    "  pages: {kind: git, remote: origin, branch: pages}\n",
    "content/organizations/acme.en.md": "---\nname: ACME\n---\n",
    "content/pages/about.en.md": "---\ntitle: About\n---\n\nA board.\n",
    "content/postings/cook.en.md": posting("Cook", "2027-01-31"),
    "content/postings/nurse.en.md": posting("Nurse", "2027-02-20"),
    "content/postings/tailor.en.md": posting("Tailor", "2027-03-20"),
    "static/.env": f"TOKEN={TOKEN}\n",
}

Say = Callable[..., tuple[int, str]]


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site."""
    monkeypatch.setenv("DEPLOY_TOKEN", TOKEN)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write_files(tmp_path / "site", FILES)
    return tmp_path / "site"


@pytest.fixture
def say(board: Path, capfd: pytest.CaptureFixture[str]) -> Say:
    """Run a command on the board; the exit code and all that was said, which never holds the token."""

    def run(*words: str, now: str = NOW) -> tuple[int, str]:
        timed = () if words[0] == "ping" else ("--now", now)
        code = main([*words, "--site", str(board), *timed])
        told = capfd.readouterr()
        assert TOKEN not in told.out + told.err
        return code, told.out + told.err

    return run


def test_a_publication_is_a_clean_build_and_a_second_one_is_nothing(say: Say, board: Path, tmp_path: Path) -> None:
    """Made in a place of its own: the preview's output is neither read nor written."""
    assert say("build", "--output", str(tmp_path / "clean"))[0] == 0
    code, told = say("publish", "www")
    assert code == 0
    assert "pages new" in told
    assert "Published release 20270115T090000Z-" in told
    assert tree(tmp_path / "www/current") == tree(tmp_path / "clean")
    assert not (board / "output").exists()
    code, told = say("publish", "www", now="2027-01-16T09:00")
    assert (code, told.splitlines()[-1]) == (0, "It is there already.")
    assert sorted(path.name for path in (tmp_path / "www").iterdir()) == ["current", "releases"]
    assert not list(tmp_path.rglob(".env")) or list(tmp_path.rglob(".env")) == [board / "static/.env"]


def test_of_one_posting_changed_only_what_shows_it_is_sent(say: Say, board: Path, tmp_path: Path) -> None:
    """Its own page and what lists it; a dry run tells and does nothing; search engines can be told."""
    say("publish", "www")
    before = tree(tmp_path / "www/current")
    write_files(board, {"content/postings/cook.en.md": posting("Head Cook", "2027-01-31")})
    code, told = say("publish", "www", "--dry-run")
    assert code == 0
    assert "This was a dry run. Nothing was published." in told
    assert "changed en/jobs/cook/index.html" in told
    assert "en/jobs/nurse/deadline.ics" not in told
    assert "about" not in told
    assert tree(tmp_path / "www/current") == before
    urls = tmp_path / "urls.txt"
    assert say("publish", "www", "--urls", str(urls))[0] == 0
    listed = urls.read_text().splitlines()
    assert "https://jobs.example.org/en/jobs/cook/" in listed
    assert "https://jobs.example.org/en/about/" not in listed


def test_a_list_of_what_changed_is_never_that_of_another_time(say: Say, tmp_path: Path) -> None:
    """Or search engines would be told the same again and again; and a folder can be no list."""
    urls = tmp_path / "urls.txt"
    say("publish", "www", "--urls", str(urls))
    assert urls.read_text()
    code, told = say("publish", "www", "--if-due", "--urls", str(urls))
    assert (code, "Nothing is due" in told, urls.read_text()) == (0, True, "")
    code, told = say("publish", "www", "--urls", str(tmp_path))
    assert (code, told) == (2, f"jobglot: {tmp_path} is a folder; name a file for the addresses\n")
    if os.path.exists("/dev/full"):  # noqa: PTH110 - a device of Linux
        code, told = say("publish", "www", "--urls", "/dev/full", now="2027-02-01T09:00")
        assert (code, "/dev/full: error: it cannot be written: the disk is full" in told) == (1, True)


def test_a_target_that_cannot_be_reached_was_not_published_to(say: Say, board: Path) -> None:
    """By halves or otherwise."""
    write_files(board, {"config.yaml": FILES["config.yaml"].replace("origin", "/nowhere/at/all.git")})
    code, told = say("publish", "pages")
    assert (code, told.splitlines()[-1]) == (1, "Nothing was published.")


def test_without_room_for_the_build_the_way_out_is_said(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose every folder is read-only."""

    def nowhere(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", nowhere)
    code, told = say("publish", "www")
    assert code == 1
    assert "set TMPDIR to one that can be written to [no-temporary-folder]" in told


STOPPED = """
import os, signal, sys
# Whoever runs the tests with "nohup" passes on that a hang-up is not heard.
signal.signal(signal.%(sign)s, signal.SIG_DFL)
from jobglot import cli
from jobglot.publish.folder import Releases
def killed(self, parcel):
    os.kill(os.getpid(), signal.%(sign)s)
Releases.send = killed
cli.entry()
"""


@pytest.mark.parametrize("background", [False, True])
@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP"])
def test_whoever_is_stopped_from_outside_leaves_nothing_behind(
    board: Path, tmp_path: Path, sign: str, background: bool
) -> None:
    """Neither the clean build nor the lock: a pipeline is cancelled, a service stopped, a terminal closed."""
    (tmp_path / "tmp").mkdir()
    environment = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    words = [sys.executable, "-c", STOPPED % {"sign": sign}, "publish", "www", "--site", str(board), "--now", NOW]
    done = subprocess.run(
        ["bash", "-c", 'trap "" INT; exec "$@"', "bash", *words] if background else words,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr == "Interrupted. The former release is there, or the new one, whole; publish again.\n"
    assert not list((tmp_path / "tmp").iterdir())
    assert not (tmp_path / "www/.jobglot").exists()


def test_a_posting_that_closes_is_told_as_closed(say: Say) -> None:
    """And one that comes as new."""
    say("publish", "www")
    _, told = say("publish", "www", now="2027-02-01T09:00")
    assert ", 1 closed" in told


def test_a_scheduler_publishes_only_what_is_due(say: Say, board: Path, tmp_path: Path) -> None:
    """When the content or the board itself has changed; and never what somebody withdrew."""
    assert "nothing was published there yet" in say("publish", "www", "--if-due")[1]
    code, told = say("publish", "www", "--if-due", now="2027-01-16T09:00")
    assert (code, told) == (0, "Nothing is due; next change 2027-01-24 00:00 UTC.\n")
    assert "changed by itself, at 2027-01-24" in say("publish", "www", "--if-due", now="2027-01-24T00:00")[1]
    assert "Nothing is due" in say("publish", "www", "--if-due", now="2027-01-24T01:00")[1]
    write_files(board, {"content/postings/cook.en.md": posting("Bad Cook", "2027-01-31")})
    assert "the content has changed" in say("publish", "www", "--if-due", now="2027-01-25")[1]
    code, told = say("rollback", "www", now="2027-01-25")
    assert code == 0
    assert "Went back to release 20270124T000000Z-" in told
    assert "Bad Cook" not in (tmp_path / "www/current/en/jobs/cook/index.html").read_text()
    said = "Nothing is due: the content is still what was rolled back. Mend it, or leave out --if-due.\n"
    assert say("publish", "www", "--if-due", now="2027-03-25") == (0, said)
    write_files(board, {"content/postings/cook.en.md": posting("Good Cook", "2027-01-31")})
    assert "the content has changed" in say("publish", "www", "--if-due", now="2027-03-25")[1]


def test_going_back_over_a_deadline_is_warned_of(say: Say, tmp_path: Path) -> None:
    """What has closed since then looks open."""
    say("publish", "www")
    say("publish", "www", now="2027-02-01")
    code, told = say("rollback", "www", now="2027-02-01")
    assert code == 0
    assert "what has closed since then looks open" in told
    assert say("rollback", "zip")[0] == 1


def test_content_with_errors_is_published_only_if_that_is_allowed(say: Say, board: Path, tmp_path: Path) -> None:
    """Then without what has them."""
    write_files(board, {"content/postings/nurse.en.md": posting("Nurse", "soon")})
    code, told = say("publish", "www")
    assert code == 1
    assert "content/postings/nurse.en.md:5:" in told
    assert "--allow incomplete" in told
    assert not (tmp_path / "www").exists()
    assert say("publish", "www", "--allow", "incomplete")[0] == 0
    assert not (tmp_path / "www/current/en/jobs/nurse").exists()


def test_doubts_name_the_number_and_the_flag_and_stop(say: Say, board: Path, tmp_path: Path) -> None:
    """With exit code 2, and nothing at the target changed."""
    say("publish", "www")
    before = tree(tmp_path / "www/current")
    code, told = say("publish", "www", now="2027-01-10T09:00")
    assert code == 2
    assert "for 2027-01-15 09:00:00 UTC" in told
    assert "--allow older" in told
    for name in ("cook", "nurse", "tailor"):
        (board / f"content/postings/{name}.en.md").unlink()
    code, told = say("publish", "www", now="2027-01-16")
    assert code == 2
    assert "0 postings" in told
    assert "--allow empty" in told
    assert tree(tmp_path / "www/current") == before


def test_a_secret_among_the_static_files_stops_everything(say: Say, board: Path, tmp_path: Path) -> None:
    """It is named, and what it holds is not."""
    write_files(board, {"static/tls/server.pem": f"-----BEGIN PRIVATE KEY-----\n{TOKEN}\n"})
    code, told = say("publish", "www")
    assert code == 1
    assert "tls/server.pem: error: this looks like a secret" in told
    assert not (tmp_path / "www").exists()


def test_a_config_that_cannot_be_read_is_a_problem_of_the_content(say: Say, board: Path) -> None:
    """And no wrong call: the same exit code as of a build."""
    (board / "config.yaml").write_text("name: [\n")
    for command in ("publish", "rollback"):
        code, told = say(command, "www")
        assert code == 1
        assert "config.yaml:2:1: error: " in told
    assert say("ping", str(board / "config.yaml"), "--key", "a" * 8)[0] == 1


def test_a_target_that_is_not_there_is_asked_for(say: Say) -> None:
    """With the nearest one that is; and a missing program or package is a sentence."""
    code, told = say("publish", "wwv")
    assert (code, "did you mean “www”?" in told) == (2, True)
    code, told = say("publish", "pages")
    assert (code, "git-no-remote" in told) == (2, True)
    code, told = say("rollback", "nothing-like-it")
    assert (code, "there are: www, flat, zip, store, pages" in told) == (2, True)


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_without_a_target_those_that_there_are_are_listed(say: Say, board: Path, command: str) -> None:
    """Nothing is sent anywhere; a board that has none is told where to read of them."""
    code, told = say(command)
    assert code == 2
    assert "names no target" in told
    assert "there are: www, flat, zip, store, pages" in told
    settings = FILES["config.yaml"].partition("publish:")[0]
    write_files(board, {"config.yaml": settings})
    code, told = say(command)
    assert code == 2
    assert "“publish” has none yet; see docs/publishing.md" in told


def test_without_boto3_the_store_says_what_to_install(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is built."""
    monkeypatch.setitem(sys.modules, "boto3", None)
    code, told = say("publish", "store")
    assert code == 2
    assert "pip install 'jobglot[s3]'" in told
    assert "Traceback" not in told


def test_other_targets_are_made_of_the_same_build(say: Say, tmp_path: Path) -> None:
    """With compressed files where they are wanted; and the sitemap stays as long as nothing changes."""
    assert say("publish", "flat")[0] == 0
    assert say("publish", "zip")[0] == 0
    assert not [
        path for path in (tmp_path / "flat").rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()
    ]
    assert (tmp_path / "flat/en/index.html.gz").stat().st_size < (tmp_path / "flat/en/index.html").stat().st_size
    before = [(path, path.stat().st_mtime_ns) for path in sorted((tmp_path / "flat").rglob("sitemap*"))]
    assert len(before) >= 2
    assert say("publish", "flat", now="2027-01-17")[0] == 0
    assert [(path, path.stat().st_mtime_ns) for path in sorted((tmp_path / "flat").rglob("sitemap*"))] == before


def test_what_somebody_did_to_a_branch_by_hand_is_told(say: Say, board: Path, tmp_path: Path) -> None:
    """A scheduler leaves it, for there is nothing new to publish; whoever publishes puts it right."""
    program("publisher", "git")
    remote, clone = tmp_path / "remote.git", tmp_path / "clone"
    config = board / "config.yaml"
    config.write_text(config.read_text() + "  branch: {kind: git, remote: ../remote.git, branch: pages}\n")
    git("init", "-q", "--bare", str(remote))
    assert say("publish", "branch")[0] == 0
    git("clone", "-q", "-b", "pages", str(remote), str(clone))
    page = clone / "en/jobs/cook/index.html"
    page.write_text("defaced")
    git("-C", str(clone), "-c", "user.name=Eve", "-c", "user.email=e@x.example", "commit", "-qam", "Mend a typo")
    git("-C", str(clone), "push", "-q")
    by_hand = "somebody changed en/jobs/cook/index.html there by hand: commit "
    code, told = say("publish", "branch", "--if-due")
    assert code == 0
    assert "Nothing is due" in told
    assert by_hand in told
    assert "“Mend a typo” of Eve; what is to stay belongs into the content" in told
    code, told = say("publish", "branch")
    assert code == 0
    assert by_hand in told
    assert "1 page sent again to be sure" in told
    git("-C", str(clone), "pull", "-q")
    assert page.read_text() != "defaced"
    assert by_hand not in say("publish", "branch", "--if-due")[1]


def git(*words: str) -> None:
    """Git must do it."""
    subprocess.run(["git", *words], check=True, capture_output=True)


def test_even_a_mistake_of_ours_shows_no_secret(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its traceback goes to a public log."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"https://deploy:{TOKEN}@example.org/ and {TOKEN}")

    monkeypatch.setattr(publishing, "open_target", broken)
    code, told = say("publish", "www")
    assert code == 3
    assert "RuntimeError: https://***@example.org/ and ***" in told


def test_a_mistake_of_ours_amid_a_publication_promises_nothing_untrue(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages may be half sent."""

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Plain, "send", broken)
    code, told = say("publish", "flat")
    assert code == 3
    assert told.endswith("It may not have been published whole; publish again.\n")
    assert told.count("may not have") == 1
    assert "stands" not in told


class Engine(BaseHTTPRequestHandler):
    """Takes every list."""

    told: ClassVar[list[bytes]] = []

    def do_POST(self) -> None:
        """Take it."""
        self.told.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response_only(202)
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def engine() -> Iterator[str]:
    """The address of a search engine."""
    Engine.told = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Engine) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def test_search_engines_are_told_only_when_asked(say: Say, tmp_path: Path, engine: str) -> None:
    """By a command of its own, with a list that a person can read first."""
    urls = tmp_path / "urls.txt"
    say("publish", "www", "--urls", str(urls))
    assert Engine.told == []
    code, told = say("ping", str(urls), "--key", "abcdef0123456789", "--endpoint", engine)
    assert (code, told) == (0, f"{len(urls.read_text().splitlines())} addresses sent.\n")
    assert len(Engine.told) == 1
    assert "INDEXNOW_KEY" not in os.environ
    assert say("ping", str(urls))[0] == 2
    assert say("ping", str(tmp_path / "none"))[0] == 2
    urls.write_bytes("\ufeffhttps://jobs.example.org/en/\r\n".encode())
    assert say("ping", str(urls), "--key", "abcdef0123456789", "--endpoint", engine)[0] == 0
    urls.write_bytes(b"\xff\x00")
    code, told = say("ping", str(urls), "--key", "abcdef0123456789", "--endpoint", engine)
    assert (code, "is no page of https://jobs.example.org/" in told) == (1, True)
