"""What must not be shown."""

from __future__ import annotations

import pytest

from jobglot.publish.redact import HIDDEN, Redactor

KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nxyz\n-----END RSA PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("fatal: https://me:hunter2@example.org/x.git not found", "hunter2"),
        ("https://ghp_abcdefghijklmnop1234@github.com/x", "ghp_abcdefghijklmnop1234"),
        ("ssh://git:pa%40ss@host/x and rsync://u:pass1@h/m", "pass1"),
        ("Authorization: Basic bWU6aHVudGVyMg==", "bWU6aHVudGVyMg=="),
        ("authorization: bearer abc.def.ghi", "abc.def.ghi"),
        ("https://s3.example/x?X-Amz-Signature=deadbeef&X-Amz-Credential=AKIAX", "deadbeef"),
        ("the key AKIAABCDEFGHIJKLMNOP is unknown", "AKIAABCDEFGHIJKLMNOP"),
        ("token glpat-abcdefghij0123456789 expired", "glpat-abcdefghij0123456789"),
        (f"read {KEY} from the disk", "MIIEow"),
        ("read -----BEGIN PRIVATE KEY-----\ncut off", "cut off"),
    ],
)
def test_what_looks_like_a_secret_is_hidden(text: str, secret: str) -> None:
    """Wherever it comes from."""
    assert secret not in Redactor({})(text)
    assert HIDDEN in Redactor({})(text)


@pytest.mark.parametrize(
    "name",
    [
        "AWS_SECRET_ACCESS_KEY",
        "GITHUB_TOKEN",
        "RSYNC_PASSWORD",
        "CI_JOB_TOKEN",
        "DEPLOY_KEY",
        "MY_SECRET",
        "PGPASSWORD",
    ],
)
def test_secrets_of_the_environment_are_hidden_whatever_they_look_like(name: str) -> None:
    """Also one within another, of which no end is left over."""
    others = {f"OTHER_{count}_TOKEN": f"plain words {'9' * count}" for count in range(2, 9)}
    hide = Redactor({name: "plain words 9", **others, "HOME": "plain"})
    assert hide("he said plain words 99999999, and plain words 9!") == "he said ***, and ***!"


def test_ordinary_words_and_numbers_stay() -> None:
    """A variable that only sounds secret does not blank the log."""
    hide = Redactor(
        {
            "TOKEN_TTL": "3600000",
            "SSH_AUTH_SOCK": "/run/agent/x",
            "KEYBOARD": "qwerty",
            "USE_TOKEN": "true",
            "SORT_KEY": "id",
        }
    )
    text = "3600000 /run/agent/x qwerty true https://jobs.example.org/?a=1 git@example.org:x.git"
    assert hide(text) == text
