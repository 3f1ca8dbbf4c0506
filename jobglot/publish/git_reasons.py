"""What git says when it refuses, and what that means."""

from __future__ import annotations

from jobglot.publish.program import last_lines

_OWNER = "dubious ownership"
_KEYS = "check the ssh key, the token or the credential helper that git uses here, and its right to write"
_REASONS: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    (
        ("stale info", "fetch first", "cannot lock ref", "non-fast-forward"),
        "target-moved",
        "somebody else has moved the branch in the meantime; nothing was published",
        "look at what they did, then publish again",
    ),
    (
        ("hook declined", "protected branch"),
        "target-protected",
        "the host does not let you move the branch",
        "change its protection, or choose another branch",
    ),
    (
        ("could not read Username", "could not read Password", "terminal prompts disabled"),
        "target-credentials",
        "the host wants to know who you are",
        _KEYS,
    ),
    (
        ("Host key verification failed",),
        "target-stranger",
        "this machine does not know the host's key",
        "connect to it once by ssh, and compare the fingerprint; or add its key to ~/.ssh/known_hosts",
    ),
    (
        ("Authentication failed", "Permission denied", "Permission to", "Write access", "error: 401", "error: 403"),
        "target-credentials",
        "the host does not accept the credentials",
        _KEYS,
    ),
    (
        ("Repository not found", "does not appear to be a git repository"),
        "target-missing",
        "there is no git repository at that address, or it is hidden from you",
        "check the remote, and who you are there",
    ),
    (
        ("Could not resolve host", "Connection refused", "timed out", "Failed to connect", "unreachable", "No route"),
        "target-unreachable",
        "the host does not answer",
        "check the address and the connection",
    ),
)


def reason_of(said: str, code: int) -> tuple[str, str, str]:
    """The code, the message and the remedy for what git printed before it ended with an exit code."""
    if _OWNER in said:
        # Git ends with the command that lifts it.
        message = "git does not trust the site's folder, which belongs to another user"
        return "git-owner", message, f"let it belong to who publishes, or run “{last_lines(said, 1)}”"
    for signs, name, message, remedy in _REASONS:
        if any(sign in said for sign in signs):
            # What the host itself said, such as a hook's own words.
            theirs = [line for line in said.splitlines() if "remote:" in line or "[remote" in line]
            because = last_lines("\n".join(theirs))
            return name, message + (f" ({because})" if because else ""), remedy
    return "git-failed", f"git refused: {last_lines(said) or f'exit code {code}'}", "see to that and publish again"
