"""Names of columns."""

from __future__ import annotations

import notices
import pytest

from jobglot.importing.columns import column_of, columns_of


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("title.fr", "title.fr"),
        ("title_fr", "title.fr"),
        ("Title (Fr)", "title.fr"),
        ("French title", "title.fr"),
        ("Titre – français", "title.fr"),
        ("description-en", "body.en"),
        ("employment_type", "employment_type"),
        ("Closing date", "deadline"),
        ("description", "body"),
        ("validThrough", "deadline"),
        ("salary_min", "salary.min"),
        ("Salary (EUR)", "salary"),
        ("Country", "locations.country"),
        ("apply_url", "apply"),
        ("Language", "language"),
        ("colour", ""),
        ("title_de", ""),  # the board has no German
    ],
)
def test_keys_by_name(name, key):
    """Front matter's own keys, names of labels, those of forms and exports; the language before or behind."""
    column = column_of(name, notices.known())
    assert (f"{column.key}.{column.tag}" if column.tag else column.key) == key


def test_two_columns_of_titles_are_told_apart_by_their_language():
    """A single one is whatever the text is in."""
    known = notices.known()
    assert [column.tag for column in columns_of(["Job title", "Titre"], {}, known)] == ["en", "fr"]
    assert [column.tag for column in columns_of(["Titre"], {}, known)] == [""]


def test_a_name_beside_a_title_is_that_of_a_person():
    """And alone it is that of the job."""
    known = notices.known()
    assert [column.key for column in columns_of(["Name", "Job title"], {}, known)] == ["", "title"]
    assert [column.key for column in columns_of(["Name", "Deadline"], {}, known)] == ["title", "deadline"]


def test_a_number_is_the_reference_where_none_is():
    """It tells two jobs of one title apart, and finds a row again."""
    known = notices.known()
    assert [column.key for column in columns_of(["ID", "title"], {}, known)] == ["reference", "title"]
    assert [column.key for column in columns_of(["ID", "Reference"], {}, known)] == ["", "reference"]
