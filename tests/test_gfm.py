"""GitHub's engine: the same HTML as cmarkgfm makes, and no memory that is never given back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from jobglot import gfm

OPTIONS = Options.CMARK_OPT_UNSAFE
BODY = """
# Cook

We *cook* **daily**, see <https://example.org/> and www.example.org.

| a | b |
|---|:-:|
| 1 | ~~2~~ |

- [ ] fry
- [x] peel

```python
fry()
```

<div>as it is</div><script>no</script>
"""
TEXTS = st.lists(st.sampled_from([*BODY.splitlines(keepends=True), "[^1]\n", "\n[^1]: note\n", "\0", "é", "\r"])).map(
    "".join
)
WAYS = [gfm.commonmark, gfm.github_flavored, partial(gfm.github_flavored, footnotes=True)]


@pytest.mark.parametrize("is_freed", [True, False])
@given(text=TEXTS | st.text(max_size=40))
def test_the_html_is_that_of_the_package(text: str, *, is_freed: bool) -> None:
    """Also where nothing can be freed."""
    with pytest.MonkeyPatch.context() as patch:
        if not is_freed:
            patch.setattr(gfm, "_engine", lambda: None)
        assert gfm.github_flavored(text) == cmarkgfm.github_flavored_markdown_to_html(text, OPTIONS)
        footnotes = cmarkgfm.github_flavored_markdown_to_html(text, OPTIONS | Options.CMARK_OPT_FOOTNOTES)
        assert gfm.github_flavored(text, footnotes=True) == footnotes
        plain = cmarkgfm.markdown_to_html(text, OPTIONS | Options.CMARK_OPT_GITHUB_PRE_LANG)
        assert gfm.commonmark(text) == plain


@pytest.mark.skipif(sys.platform != "linux", reason="how much memory a process holds is read from /proc")
@pytest.mark.parametrize("render", WAYS)
def test_memory_is_given_back(render: Callable[[str], str]) -> None:
    """A thousand renderings leave less behind than fifty did, when each left its tree."""
    text = BODY * 8
    for _ in range(100):
        render(text)
    before = _resident()
    for _ in range(1000):
        render(text)
    assert _resident() - before < 4 << 20


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
