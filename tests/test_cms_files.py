"""What both browser CMSs write is read without complaint, and says the same as what an editor writes by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sites import small_site, write_files

from jobglot.load import Loaded, load
from jobglot.model import Posting
from jobglot.pipeline import examine

NOW = datetime(2026, 2, 20, tzinfo=UTC)

BY_HAND = {
    "content/postings/porter.en.md": """\
---
# Facts first.
title: Porter
organization: acme
locations: [brussels]
applicant_countries: [NO, BE]
categories: [it, law]
posted: 2026-02-10
updated: 2026-02-10
deadline: 2026-03-10 16:05
salary: {min: 3000, max: 3200.50, currency: EUR, per: month}
contract: {kind: permanent}
apply:
  - {email: jobs@acme.example}
languages: [{language: en}]
---
Carry things.
""",
    "content/postings/porter.fr.md": "---\ntitle: Porteur·se\n---\nPorter.\n",
}

SVELTIA = {
    "content/postings/porter.en.md": """\
---
title: "Porter"
summary: ""
organization: "acme"
department: null
locations:
    - "brussels"
remote: ""
applicant_countries:
    - NO
    - "BE"
categories:
    - "it"
    - "law"
employment_type: []
contract:
    kind: "permanent"
    months: null
    renewable: ""
    probation_months: null
    note:
        en: ""
        fr: ""
salary:
    min: 3000
    max: 3200.5
    amount: null
    currency: "EUR"
    per: "month"
    note: null
posted: "2026-02-10"
opens: ""
updated: "2026-02-10"
deadline: "2026-03-10 16:05"
max_applications: null
draft: false
filled: ''
apply:
    - email: "jobs@acme.example"
      url: ""
      post: null
      audience:
          en: ""
documents: []
contact: {}
languages:
    - language: "en"
      level: null
      required: ""
experience: null
criteria: []
source:
    name: ""
    url: ""
featured: false
attachments: []
slug: ""
aliases: []
---

Carry things.
""",
    "content/postings/porter.fr.md": """\
---
title: "Porteur·se"
summary: ""
slug: ""
aliases: []
---

Porter.
""",
}

DECAP = {
    "content/postings/porter.en.md": """\
---
title: Porter
organization: acme
locations:
  - brussels
applicant_countries:
  - NO
  - BE
categories:
  - it
  - law
employment_type: []
contract:
  kind: permanent
  note: {}
salary:
  min: 3000
  max: 3200.5
  currency: EUR
  per: month
  note: {}
posted: 2026-02-10
updated: 2026-02-10
opens: ""
starts: ""
deadline: 2026-03-10 16:05
draft: false
apply:
  - email: jobs@acme.example
    post: {}
    audience: {}
contact:
  name: {}
languages:
  - language: en
    level: {}
experience:
  note: {}
education: {}
source: {}
department: {}
featured: false
---
Carry things.
""",
    "content/postings/porter.fr.md": "---\ntitle: Porteur·se\n---\nPorter.",
}


def board(folder: Path, files: dict[str, str]) -> Loaded:
    """The small board with these files, which must not raise a problem about reading."""
    root = small_site(folder)
    write_files(root, files)
    examined = examine(root, NOW)
    assert [p for p in examined.problems if "porter" in p.origin.path and p.severity.value == "error"] == []
    loaded, _ = load(root)
    assert loaded is not None
    return loaded


def facts(posting: Posting) -> dict[str, object]:
    """All that a posting says, whatever file and line says it."""
    kept = {name: getattr(posting, name) for name in Posting.__slots__ if name not in ("editions", "origin", "origins")}
    return {**kept, "texts": [(e.language, e.title, e.summary, e.slug, e.body.html) for e in posting.editions]}


def porter(loaded: Loaded) -> Posting:
    """The posting in question."""
    return next(posting for posting in loaded.content.postings if posting.id == "porter")


def test_both_say_what_an_editor_says(tmp_path: Path) -> None:
    """Quotes, order, indents, comments and all that is empty make no difference; `NO` is Norway."""
    by_hand = facts(porter(board(tmp_path / "hand", BY_HAND)))
    assert by_hand["applicant_countries"] == ("NO", "BE")
    assert facts(porter(board(tmp_path / "sveltia", SVELTIA))) == by_hand
    assert facts(porter(board(tmp_path / "decap", DECAP))) == by_hand


def test_a_shell_is_a_translation_that_has_not_begun(tmp_path: Path) -> None:
    """Decap writes a file for every language, with nothing in it."""
    for shell in ("---\n---\n", "---\ntitle: ''\nsummary: ''\naliases: []\n---\n", "---\n{}\n---\n\n"):
        loaded = board(tmp_path / f"shell-{len(shell)}", {**BY_HAND, "content/postings/porter.fr.md": shell})
        assert [edition.language for edition in porter(loaded).editions] == ["en"]


def test_what_stays_empty_in_a_map_is_not_asked_for(tmp_path: Path) -> None:
    """A salary or a contract of empty values is none."""
    empty = "salary: {min: '', max: null, currency: '', per: ''}\ncontract: {kind: '', note: {en: '', fr: ''}}\n"
    text = BY_HAND["content/postings/porter.en.md"]
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(("salary", "contract")))
    posting = porter(board(tmp_path, {"content/postings/porter.en.md": text.replace("posted:", f"{empty}posted:")}))
    assert posting.salary is None
    assert posting.contract is None
