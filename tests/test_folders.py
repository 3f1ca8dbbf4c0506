"""The names in a site's folder."""

from __future__ import annotations

from jobglot import folders


def test_everything_that_is_read_lies_in_a_folder_that_is_named() -> None:
    """So that what may be asked for on the command line is what is read."""
    read = (folders.CONFIG, folders.CONTENT, folders.TEMPLATES, folders.STATIC, folders.LOCALES)
    assert {name.partition("/")[0] for name in read} == set(folders.READ)
