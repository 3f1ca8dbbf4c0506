"""The messages that only the forms of the browser CMS say, for translators: `templates/locales/forms/messages.pot`.

Run by `make catalogs`, with the tests' helpers on the path. Most are told by the schema, where nothing marks them.
"""

from __future__ import annotations

from forms import FORMS, template

if __name__ == "__main__":
    (FORMS / "messages.pot").write_text(template(), encoding="utf-8")
