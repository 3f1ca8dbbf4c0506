"""A branch that a host serves (GitHub, GitLab, Codeberg Pages), by git's plumbing.

Everything happens in an index and an object store of our own, thrown away afterwards: the author's work tree, index,
branches and objects stay untouched. The branch moves by one push that names the commit it must still be at
(`--force-with-lease`), so it is old or new, and of two publishers one wins. Files in the branch that we did not
publish, such as the `CNAME` a host puts there, are carried over.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, NoReturn
from urllib.parse import urlsplit

from jobglot.faults import printable
from jobglot.git import COLOURLESS
from jobglot.problem import Problem
from jobglot.publish.git_reasons import reason_of
from jobglot.publish.program import Done, run
from jobglot.publish.publication import RECORD, Former, Held, Meddling, Publication, read_publication, write_publication
from jobglot.publish.release import is_fingerprinted
from jobglot.publish.steps import in_words
from jobglot.publish.target import Parcel, TargetFault, place_of, refuse
from jobglot.settings import GitTarget

REMOTE = "jobglot-publish"
"""Our name for the remote: git keeps no tracking branch for it."""

EXTRAS: Mapping[str, bytes] = {".nojekyll": b""}
"""Without it, GitHub leaves out names that begin with an underscore or a dot."""

MAX_FORMER = 50
_GIT = ("git", *COLOURLESS)
_QUIET = ("-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", f"core.hooksPath={os.devnull}")


class Entry(NamedTuple):
    """What a tree holds at a path."""

    mode: str
    object: str


@dataclass(slots=True)
class Workshop:
    """Where git works: its repository, the environment that keeps our things apart, and the branch as it was found."""

    repository: Path
    environment: Mapping[str, str]
    tip: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)


class Branch:
    """The target: a branch of a remote."""

    treatment = ""
    is_at_once = True

    def __init__(self, settings: GitTarget, site: Path) -> None:
        self._settings = settings
        self._site = site
        self._workshop: Workshop | None = None

    @property
    def where(self) -> str:
        """The branch and the remote."""
        return f"{self._settings.remote} {self._settings.branch}"

    @property
    def _ref(self) -> str:
        return f"refs/heads/{self._settings.branch}"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Nothing is locked: the push itself sees whether the branch has moved."""
        with self._opened():
            yield

    @contextmanager
    def _opened(self) -> Iterator[Workshop]:
        """A workshop, the same one while the outermost context lasts."""
        if self._workshop:
            yield self._workshop
            return
        # Its only files are git's own objects and an index, in a folder nobody else knows.
        with tempfile.TemporaryDirectory(prefix="jobglot-git-", ignore_cleanup_errors=True) as place:
            self._workshop = self._set_up(Path(place))
            try:
                yield self._workshop
            finally:
                self._workshop = None

    def _set_up(self, place: Path) -> Workshop:
        found = run([*_GIT, "-C", str(self._site), "rev-parse", "--absolute-git-dir"], self.where)
        if found.code and "not a git repository" not in found.err:
            self._explain(found)
        objects = place / "objects"
        objects.mkdir()
        environment = {"GIT_INDEX_FILE": str(place / "index")}
        url = self._settings.remote
        if found.code == 0:
            repository = Path(found.text)
            theirs = run([*_GIT, "-C", str(self._site), "rev-parse", "--git-path", "objects"], self.where)
            environment |= {
                "GIT_DIR": str(repository),
                "GIT_OBJECT_DIRECTORY": str(objects),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(self._site / theirs.text),
            }
            named = run([*_GIT, "-C", str(self._site), "remote", "get-url", "--push", url], self.where)
            url = named.text if named.code == 0 else url
        else:
            repository = place / "repository"
            made = run([*_GIT, "init", "--quiet", "--bare", str(repository)], self.where)
            if made.code:
                self._explain(made)
            environment["GIT_DIR"] = str(repository)
        if found.code != 0 and not _is_address(url):
            message = f"the site's folder is in no git repository that could have a remote “{url}”"
            remedy = "write its address in “remote”, or put the site into a repository that knows it"
            refuse(self.where, "git-no-remote", message, remedy, is_refusal=True)
        if found.code == 0 and named.code != 0 and not _is_address(url):
            remedy = f"run “git remote add {url} ADDRESS”, or write the address in “remote”"
            refuse(self.where, "git-no-remote", f"there is no remote “{url}”", remedy, is_refusal=True)
        if not urlsplit(url).scheme and ":" not in url.split("/", 1)[0]:
            url = str(place_of(url, self._site).resolve())
        # By the environment and not by an argument: an address may hold a password, and every user sees arguments.
        count = os.environ.get("GIT_CONFIG_COUNT", "0")
        environment |= {
            "GIT_CONFIG_COUNT": str(int(count) + 1),
            f"GIT_CONFIG_KEY_{count}": f"remote.{REMOTE}.url",
            f"GIT_CONFIG_VALUE_{count}": url,
        }
        return Workshop(repository, environment)

    def _git(self, *arguments: str, given: bytes = b"", extra: Mapping[str, str] | None = None) -> Done:
        assert self._workshop
        environment = {**self._workshop.environment, **(extra or {})}
        # No path of this machine is among them; to git, all else is UTF-8, whatever the locale.
        words = [os.fsdecode(word.encode("utf-8", "surrogateescape")) for word in arguments]
        return run([*_GIT, *_QUIET, *words], self.where, folder=self._site, extra=environment, given=given)

    def _ask(self, *arguments: str, given: bytes = b"", extra: Mapping[str, str] | None = None) -> str:
        done = self._git(*arguments, given=given, extra=extra)
        if done.code:
            self._explain(done)
        return done.text

    def look(self) -> Held:
        """What the record in the branch says."""
        with self._opened() as workshop:
            listed = self._ask("ls-remote", REMOTE, self._ref).split()
            if not listed:
                workshop.tip, workshop.entries = "", {}
                return Held()
            workshop.tip = listed[0]
            flags = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules")
            self._ask("fetch", *flags, REMOTE, self._ref)
            workshop.entries = self._entries(workshop.tip)
            found = self._record(workshop.tip)
            if isinstance(found, Problem):
                raise TargetFault(found)
            if found is None:
                return Held(None, len(workshop.entries))
            return Held(found, meddling=self._meddling(workshop.tip, found))

    def _meddling(self, tip: str, found: Publication) -> Meddling | None:
        """What commits on top of ours have done to the files of the publication; ours is the last to write a record."""
        ours = self._ask("rev-list", "--first-parent", "--max-count=1", tip, "--", RECORD)
        if ours in ("", tip):
            return None
        changed = self._ask("diff-tree", "-r", "-z", "--name-only", "--no-renames", ours, tip).split("\0")
        mine = tuple(sorted(found.files.keys() & set(changed)))
        if not mine:
            return None
        words = ("-1", "--no-show-signature", "--format=commit %h “%s” of %an")
        last = self._ask("log", *words, f"{ours}..{tip}", "--", *mine[:MAX_FORMER])
        return Meddling(mine, printable(last) or "nobody knows who")

    def _entries(self, commit: str) -> Mapping[str, Entry]:
        listed = self._ask("ls-tree", "-r", "-z", "--full-tree", commit)
        entries: dict[str, Entry] = {}
        for line in filter(None, listed.split("\0")):
            facts, _, path = line.partition("\t")
            mode, _, name = facts.split(" ")
            entries[path] = Entry(mode, name)
        return entries

    def _record(self, commit: str) -> Publication | Problem | None:
        done = self._git("cat-file", "blob", f"{commit}:{RECORD}")
        return None if done.code else read_publication(done.out, f"{self.where} {RECORD}")

    def send(self, parcel: Parcel) -> None:
        """One commit with the release, if the tree differs, and one push."""
        assert self._workshop
        release = parcel.release
        named = self._hashed(release.files, parcel.folder)
        missing = [path for path in release.files if self._workshop.entries.get(path) != named[path]]
        self._hashed(missing, parcel.folder, keep=True)
        wanted = dict(named)
        for path, data in ((RECORD, write_publication(parcel.after)), *EXTRAS.items()):
            if path not in release.files:
                wanted[path] = Entry("100644", self._ask("hash-object", "-w", "--stdin", given=data))
        subject = f"Publish {release.board}: {in_words(parcel.steps).partition(';')[0]}"
        message = f"{subject}\n\nMade by jobglot {release.version}" + (
            f" from {release.commit}" if release.commit else ""
        )
        self._commit(wanted, parcel.steps.removals, message)

    def _hashed(
        self, paths: Sequence[str] | Mapping[str, object], folder: Path, *, keep: bool = False
    ) -> dict[str, Entry]:
        """The names git gives to files; with `keep`, they become objects."""
        names = list(paths)
        given = "".join(f"{folder / path}\n" for path in names).encode()
        flags = ("-w",) if keep else ()
        found = self._ask("hash-object", *flags, "--no-filters", "--stdin-paths", given=given).split("\n")
        return {path: Entry("100644", name) for path, name in zip(names, found, strict=bool(names)) if name}

    def _commit(self, wanted: Mapping[str, Entry], removals: Sequence[str], message: str) -> None:
        """Move the branch to a commit with these files, and with all of its own but the removals."""
        assert self._workshop
        tip = self._workshop.tip
        self._ask("read-tree", *((tip,) if tip else ("--empty",)))
        nothing = "0" * (len(tip) or 40)
        lines = [f"0 {nothing}\t{path}\0" for path in removals if path in self._workshop.entries]
        lines += [f"{mode} {name}\t{path}\0" for path, (mode, name) in sorted(wanted.items())]
        self._ask("update-index", "-z", "--index-info", given="".join(lines).encode())
        tree = self._ask("write-tree")
        if tip and tree == self._ask("rev-parse", f"{tip}^{{tree}}"):
            return
        parents = ("-p", tip) if tip and self._settings.history else ()
        commit = self._ask("commit-tree", *parents, "-F", "-", tree, given=message.encode(), extra=self._identity())
        force = "" if self._settings.history else "+"
        lease = f"--force-with-lease={self._ref}:{tip}"
        self._ask("push", "--no-verify", "--porcelain", lease, REMOTE, f"{force}{commit}:{self._ref}")
        listed = self._ask("ls-remote", REMOTE, self._ref).split()
        if listed[:1] != [commit]:
            refuse(self.where, "target-moved", "somebody else published right after", "publish again")

    def _identity(self) -> Mapping[str, str]:
        """Who commits: the author as git knows them; where it does not, jobglot."""
        if self._git("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT").code == 0:
            return {}
        return {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _OURS}

    def note(self, publication: Publication) -> None:
        """Nothing: a branch gets no commit when no file has changed."""

    def former(self) -> Iterator[Publication]:
        """The publications in the branch's history, the last one first."""
        with self._opened() as workshop:
            if not workshop.tip:  # a dry run: nothing has been held since it looked
                self.look()
            commits = self._ask("rev-list", "--first-parent", f"--max-count={MAX_FORMER}", workshop.tip).split()
            for commit in commits:
                found = self._record(commit)
                if isinstance(found, Publication):
                    self._found = commit
                    yield found

    def roll_back(self, there: Publication, to: Publication) -> None:
        """A new commit with the files of the former publication."""
        entries = self._entries(self._found)
        wanted = {path: entries[path] for path in (*to.files, *to.lingering) if path in entries}
        stay = {p: Former(*entry, 1) for p, entry in there.files.items() if is_fingerprinted(p) and p not in wanted}
        record = write_publication(_with_lingering(to, stay))
        wanted[RECORD] = Entry("100644", self._ask("hash-object", "-w", "--stdin", given=record))
        removals = [path for path in (*there.files, *there.lingering) if path not in wanted and path not in stay]
        self._commit(wanted, removals, f"Go back to the release {to.release}")

    def _explain(self, done: Done) -> NoReturn:
        """Why git refused, in words."""
        code, message, remedy = reason_of(done.err + done.text, done.code)
        # A connection that breaks off may have done so behind the push.
        refuse(self.where, code, message, remedy, is_untouched=code not in ("git-failed", "target-unreachable"))


_OURS = (("NAME", "jobglot"), ("EMAIL", "jobglot@localhost"))


def _with_lingering(publication: Publication, more: Mapping[str, Former]) -> Publication:
    return replace(publication, lingering={**publication.lingering, **more})


def _is_address(remote: str) -> bool:
    return "://" in remote or ":" in remote or "/" in remote


def open_branch(settings: GitTarget, site: Path) -> Branch:
    """The target that the settings name."""
    return Branch(settings, site)
