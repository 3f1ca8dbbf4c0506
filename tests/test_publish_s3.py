"""Publishing to an S3-compatible store: moto's server on this machine."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from programs import free_port, running
from publishers import Cut, codes, cut_after, is_whole, release, ship, ship_spoilt, shipped, site

from jobglot.publish import s3, store
from jobglot.publish.holder import LOCK
from jobglot.publish.publication import LINGER, RECORD, read_publication
from jobglot.publish.s3 import Bucket, open_bucket
from jobglot.publish.store import Store
from jobglot.publish.target import TargetFault
from jobglot.settings import S3Target

boto3 = pytest.importorskip("boto3", reason="boto3 is not installed (pip install 'jobglot[s3]')")
SECRET = "s3cr3t-key-that-nobody-may-see"


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    """The port of a store."""
    program = shutil.which("moto_server", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("moto is not installed (pip install 'moto[server]')")
    port = free_port()
    with running([program, "-H", "127.0.0.1", "-p", str(port)], port):
        yield port


_buckets = iter(range(10_000))
_clients: dict[str, Any] = {}


def opened(settings: S3Target, **options: Any) -> Bucket:
    """The target, with one client a server: to make one takes longer than to use it."""
    if settings.endpoint not in _clients:
        _clients[settings.endpoint] = open_bucket(settings)._store.client
    place = Store(_clients[settings.endpoint], settings.bucket, settings.prefix, f"s3://{settings.bucket}")
    return Bucket(place, **options)


@pytest.fixture
def bucket(server: int, monkeypatch: pytest.MonkeyPatch) -> S3Target:
    """Settings of an empty bucket of its own."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "someone")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    settings = S3Target(f"jobs-{next(_buckets)}", "board/", f"http://127.0.0.1:{server}", "us-east-1")
    opened(settings)._store.client.create_bucket(Bucket=settings.bucket)
    return settings


def held(settings: S3Target) -> dict[str, str]:
    """All files there but our records."""
    there = opened(settings)._store
    return {p: there.get(p).data.decode() for p in there.listed() if not p.startswith(".jobglot/")}  # type: ignore[union-attr]


def test_what_the_store_holds_is_compared_with_what_was_built(bucket: S3Target, tmp_path: Path) -> None:
    """Before anything is deleted, and before the record says that it is there."""
    shipped(opened(bucket), site(1), tmp_path)
    outcome = ship_spoilt(opened(bucket), {"en/index.html": "another page"}, tmp_path, "en/index.html")
    assert codes(outcome) == ["target-differs"]
    assert held(bucket) == {**site(1), "en/index.html": "spoilt"}
    there = opened(bucket).look().publication
    assert there is not None
    assert there.files.keys() == site(1).keys()
    assert not there.is_settled


def test_only_what_changed_is_put_and_only_what_left_is_deleted(
    bucket: S3Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And an object beside ours stays."""
    shipped(opened(bucket), site(), tmp_path)
    assert held(bucket) == site()
    opened(bucket)._store.put("stats/today.txt", b"not ours")
    after = {**site(), "en/jobs/a/index.html": "new", "en/jobs/c/index.html": "c"}
    del after["en/jobs/b/index.html"]
    puts: list[str] = []
    original = Store.put
    monkeypatch.setattr(Store, "put", lambda self, path, *a, **k: (puts.append(path), original(self, path, *a, **k))[1])
    shipped(opened(bucket), after, tmp_path)
    assert sorted(path for path in puts if not path.startswith(".jobglot/")) == [
        "en/jobs/a/index.html",
        "en/jobs/c/index.html",
    ]
    assert held(bucket) == {**after, "stats/today.txt": "not ours"}
    puts.clear()
    shipped(opened(bucket), after, tmp_path)
    assert puts == [LOCK]


def test_every_object_has_its_headers(bucket: S3Target, tmp_path: Path) -> None:
    """Types, cache times and encodings, as a browser needs them."""
    shipped(opened(bucket), {**site(), "en/index.html.br": "packed", "en/x/deadlines.ics": "x"}, tmp_path)
    client = opened(bucket)._store.client
    found = {}
    for path in ("en/index.html", "en/index.html.br", "static/site.00000001.css", "en/feed.xml", "en/x/deadlines.ics"):
        answer = client.head_object(Bucket=bucket.bucket, Key=f"board/{path}")
        found[path] = (answer["ContentType"], answer["CacheControl"], answer.get("ContentEncoding", ""))
    ask = "public, max-age=0, must-revalidate"
    assert found == {
        "en/index.html": ("text/html; charset=utf-8", ask, ""),
        "en/index.html.br": ("text/html; charset=utf-8", ask, "br"),
        "static/site.00000001.css": ("text/css; charset=utf-8", "public, max-age=31536000, immutable", ""),
        "en/feed.xml": ("application/atom+xml; charset=utf-8", ask, ""),
        "en/x/deadlines.ics": ("text/calendar; charset=utf-8", ask, ""),
    }


def test_interrupted_anywhere_it_is_old_or_new_and_the_next_run_completes_it(
    bucket: S3Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each number of requests that write; no page there ever asks for a style sheet that is not."""
    gone = {"en/jobs/old/index.html": "<link href='/static/site.00000001.css'>old"}
    before, after = (
        {**site(1), **gone},
        {**site(2), "en/jobs/new/index.html": "<link href='/static/site.00000002.css'>new"},
    )
    count, ended = 0, False
    while not ended:
        settings = S3Target(bucket.bucket, f"n-{count}/", bucket.endpoint, bucket.region)
        shipped(opened(settings), before, tmp_path)
        try:
            with cut_after(count, monkeypatch, (Store, "put"), (Store, "delete")):
                target = opened(settings, workers=1)
                shipped(target, after, tmp_path)
            ended = True
        except Cut:
            is_whole(held(settings), before, after)
            outcome = ship(opened(settings, take_over=True), after, tmp_path)
            assert outcome.is_done
        assert {k: v for k, v in held(settings).items() if k != "static/site.00000001.css"} == after
        record = opened(settings).look().publication
        assert record is not None
        assert record.is_settled
        count += 1
    assert count > len(after)


def test_of_two_publishers_one_wins_and_the_other_says_so(bucket: S3Target, tmp_path: Path) -> None:
    """Nothing is mixed, and the lock is gone afterwards."""
    first = opened(bucket)
    with first.lock():
        outcome = ship(opened(bucket), site(2), tmp_path)
        assert codes(outcome) == ["target-busy"]
        assert f"process {os.getpid()} is publishing there" in outcome.problems[0].message
        assert held(bucket) == {}
    shipped(opened(bucket), site(2), tmp_path)
    assert opened(bucket)._store.get(LOCK) is None


def test_many_publishers_at_once_leave_one_release(bucket: S3Target, tmp_path: Path) -> None:
    """Whole, whoever came first."""
    outcomes: list[list[str]] = []
    crew = [
        threading.Thread(
            target=lambda n=n: outcomes.append(codes(ship(opened(bucket), site(n), tmp_path / f"{n}", hours=n)))
        )
        for n in range(1, 5)
    ]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    assert [] in outcomes
    assert {code for found in outcomes for code in found} <= {"target-busy", "publish-older"}
    is_whole(held(bucket), *(site(n) for n in range(1, 5)))
    assert len({text.rpartition(" ")[2] for path, text in held(bucket).items() if path.endswith(".html")}) == 1


def test_the_lock_of_a_dead_publisher_is_taken_over(
    bucket: S3Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while by itself, at once with a flag; and the one that was not dead after all stops."""
    slow = opened(bucket)
    with slow.lock():
        assert codes(ship(opened(bucket), site(), tmp_path)) == ["target-busy"]
        with opened(bucket, take_over=True).lock():
            monkeypatch.setattr(s3, "RENEWED_AFTER", -1.0)
            with pytest.raises(TargetFault, match="is publishing there"):
                slow._renew()
    monkeypatch.setattr(s3, "RENEWED_AFTER", 120.0)
    opened(bucket)._store.put(LOCK, b"host, process 1, x\n")
    monkeypatch.setattr(s3, "STALE", -s3.STALE)
    shipped(opened(bucket), site(), tmp_path)


def test_a_bucket_with_other_things_and_another_boards_are_refused(bucket: S3Target, tmp_path: Path) -> None:
    """Unless they are allowed; then all that is not ours stays."""
    opened(bucket)._store.put("photo.jpg", b"x")
    assert codes(ship(opened(bucket), site(), tmp_path)) == ["publish-foreign"]
    shipped(opened(bucket), site(), tmp_path, allowed=["foreign"], board="https://one.example/")
    other = ship(opened(bucket), site(2), tmp_path, board="https://other.example/")
    assert codes(other) == ["publish-foreign"]
    assert held(bucket) == {**site(), "photo.jpg": "x"}


def test_a_record_somebody_spoilt_stops_everything(bucket: S3Target, tmp_path: Path) -> None:
    """It could name anything for deletion."""
    shipped(opened(bucket), site(), tmp_path)
    opened(bucket)._store.put(RECORD, b'{"mark": "jobglot publication"}')
    assert codes(ship(opened(bucket), site(2), tmp_path)) == ["publication-unreadable"]
    assert held(bucket) == site()


def test_assets_of_former_releases_go_in_the_end(bucket: S3Target, tmp_path: Path) -> None:
    """The store does not grow for ever."""
    for version in range(1, LINGER + 4):
        shipped(opened(bucket), site(version), tmp_path, hours=version)
    assert len([path for path in held(bucket) if path.startswith("static/")]) == LINGER + 1


def test_a_drifted_object_is_seen_and_mended(bucket: S3Target, tmp_path: Path) -> None:
    """`--everything` sends all again."""
    shipped(opened(bucket), site(), tmp_path)
    opened(bucket)._store.put("en/index.html", b"defaced")
    shipped(opened(bucket), site(), tmp_path, everything=True)
    assert held(bucket) == site()


class Flaky(BaseHTTPRequestHandler):
    """Passes requests on to the store, but answers some of them as a tired store does."""

    behind = 0
    refusals: ClassVar[list[tuple[int, str]]] = []
    protocol_version = "HTTP/1.1"

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.refusals:
            status, code = self.refusals.pop(0)
            said = f"<Error><Code>{code}</Code><Message>no</Message></Error>".encode()
            self._answer(status, {"Content-Type": "application/xml"}, said)
            return
        connection = HTTPConnection("127.0.0.1", self.behind, timeout=30)
        connection.request(self.command, self.path, body, dict(self.headers))
        answer = connection.getresponse()
        data = answer.read()
        kept = {
            k: v
            for k, v in answer.getheaders()
            if k.lower() not in ("transfer-encoding", "content-length", "connection")
        }
        self._answer(answer.status, kept, data)
        connection.close()

    def _answer(self, status: int, headers: dict[str, str], data: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_PUT = do_DELETE = do_HEAD = do_POST = _pass  # noqa: N815 - the server asks for these names

    def log_message(self, *_: Any) -> None:
        """Silence."""


@pytest.fixture
def flaky(bucket: S3Target, server: int) -> Iterator[S3Target]:
    """The bucket behind a proxy that can refuse."""
    Flaky.behind, Flaky.refusals = server, []
    with ThreadingHTTPServer(("127.0.0.1", 0), Flaky) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, args=(0.05,))
        thread.start()
        yield S3Target(bucket.bucket, bucket.prefix, f"http://127.0.0.1:{proxy.server_address[1]}", bucket.region)
        proxy.shutdown()
        thread.join()


def test_a_store_that_asks_to_slow_down_is_asked_again(flaky: S3Target, tmp_path: Path) -> None:
    """503 and 500 are no reason to give up."""
    Flaky.refusals = [(503, "SlowDown"), (500, "InternalError")]
    shipped(opened(flaky), site(), tmp_path)
    assert held(flaky) == site()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((403, "AccessDenied"), "target-credentials"),
        ((403, "SignatureDoesNotMatch"), "target-credentials"),
        ((400, "ExpiredToken"), "target-credentials"),
        ((403, "RequestTimeTooSkewed"), "target-clock"),
        ((404, "NoSuchBucket"), "target-missing"),
        ((400, "SomethingElse"), "target-refused"),
    ],
)
def test_what_the_store_refuses_is_said_in_words_and_without_secrets(
    flaky: S3Target, tmp_path: Path, answer: tuple[int, str], code: str
) -> None:
    """And nothing is deleted."""
    Flaky.refusals = [answer]
    outcome = ship(opened(flaky), site(), tmp_path)
    assert codes(outcome) == [code]
    assert SECRET not in str(outcome.problems[0])


def test_a_store_that_cannot_be_reached_is_named(
    bucket: S3Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a few tries."""
    monkeypatch.setattr(store, "ATTEMPTS", 1)
    nowhere = S3Target(bucket.bucket, "", f"http://127.0.0.1:{free_port()}", bucket.region)
    assert codes(ship(open_bucket(nowhere), site(), tmp_path)) == ["target-unreachable"]


def test_without_boto3_the_way_to_install_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence, and as a wrong call."""
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(TargetFault, match=r"pip install 'jobglot\[s3\]'") as refused:
        open_bucket(S3Target("jobs"))
    assert refused.value.is_refusal


def test_many_objects_are_compared_in_one_record(bucket: S3Target, tmp_path: Path) -> None:
    """A change of one page needs no look at the others but the list of the store at the end."""
    many = {f"en/jobs/{at}/index.html": str(at) for at in range(300)}
    shipped(opened(bucket), many, tmp_path)
    outcome = shipped(opened(bucket), {**many, "en/jobs/7/index.html": "other"}, tmp_path)
    assert outcome.steps is not None
    assert outcome.steps.sends == ("en/jobs/7/index.html",)
    record = read_publication(opened(bucket)._store.get(RECORD).data, "x")  # type: ignore[union-attr]
    assert getattr(record, "release", "") == release({**many, "en/jobs/7/index.html": "other"}).id
