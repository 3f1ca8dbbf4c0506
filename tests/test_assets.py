from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jobglot.assets import assets_of


def content_of(static: dict[str, bytes], name: str) -> str:
    return assets_of(static)[name].content.decode()


def test_what_browsers_may_keep_for_ever_is_named_by_its_content() -> None:
    """Other content, other name; the same content, the same name."""
    one, same, other = (assets_of({"site.css": css})["site.css"].path for css in (b"a{}", b"a{}", b"b{}"))
    assert re.fullmatch(r"static/site\.[0-9a-f]{8}\.css", one)
    assert one == same != other


def test_other_files_go_to_the_root_as_they_are() -> None:
    """A host looks for `CNAME` and `robots.txt` by their names."""
    found = assets_of({"CNAME": b"x", "robots.txt": b"y", ".well-known/security.txt": b"z"})
    assert {name: asset.path for name, asset in found.items()} == {
        ".well-known/security.txt": ".well-known/security.txt",
        "CNAME": "CNAME",
        "robots.txt": "robots.txt",
    }


def test_assets_come_in_the_order_of_their_names() -> None:
    """However they are given."""
    assert list(assets_of({"b.css": b"", "a.css": b""})) == ["a.css", "b.css"]


def test_style_sheets_lead_to_the_new_names() -> None:
    """Relative to where the sheet itself now lies; quoted or not."""
    static = {
        "css/site.css": b"a{background:url( '../img/a b.png' )} @import \"more.css\"; b{src:url(../f.woff2?v=1#iefix)}",
        "css/more.css": b"",
        "img/a b.png": b"png",
        "f.woff2": b"font",
    }
    found = assets_of(static)
    text = found["css/site.css"].content.decode()
    assert f"url( '../{found['img/a b.png'].path.removeprefix('static/').replace(' ', '%20')}'" in text
    assert found["f.woff2"].path.removeprefix("static/") in text
    assert "?v=1#iefix" in text
    assert f'@import "{found["css/more.css"].path.removeprefix("static/css/")}"' in text


def test_what_a_style_sheet_names_and_is_not_there_stays() -> None:
    """Data, other sites, fragments, files of another folder."""
    css = "a{b:url(data:image/png;base64,AA==);c:url(https://x.example/y.png);d:url(#e);f:url(/g.png);h:url(i.png)}"
    assert content_of({"site.css": css.encode()}, "site.css") == css


def test_a_sheet_gets_a_new_name_when_what_it_leads_to_changes() -> None:
    """Otherwise browsers would keep the old sheet, which names the old picture."""
    sheet = b"a{b:url(p.png)}"
    one = assets_of({"site.css": sheet, "p.png": b"1"})["site.css"]
    other = assets_of({"site.css": sheet, "p.png": b"2"})["site.css"]
    assert one.path != other.path
    assert one.content != other.content


def test_sheets_that_import_each_other_both_have_names_that_lead_somewhere() -> None:
    """A circle is no reason for a broken link."""
    static = {"a.css": b'@import "b.css";', "b.css": b'@import "a.css";', "self.css": b"x{y:url(self.css)}"}
    found = assets_of(static)
    assert found["b.css"].path.removeprefix("static/") in found["a.css"].content.decode()
    assert found["a.css"].path.removeprefix("static/") in found["b.css"].content.decode()
    changed = assets_of({**static, "b.css": b'@import "a.css"; /* new */'})
    assert changed["a.css"].path != found["a.css"].path


def test_scripts_import_each_other_by_their_new_names() -> None:
    """Modules, in every way of writing it; a package's name and words are left alone."""
    static = {
        "js/a.js": b"import {x} from './b.js'; export*from\"../c.mjs?v=1\"; import( './b.js'); import 'x'; f('./b.js')",
        "js/b.js": b"import './a.js'",
        "c.mjs": b"",
    }
    found = assets_of(static)
    b, c = found["js/b.js"].path.removeprefix("static/js/"), found["c.mjs"].path.removeprefix("static/")
    assert found["js/a.js"].content.decode() == (
        f"import {{x}} from './{b}'; export*from\"../{c}?v=1\"; import( './{b}'); import 'x'; f('./b.js')"
    )
    assert found["js/a.js"].path.removeprefix("static/js/") in found["js/b.js"].content.decode()


def test_a_page_of_static_html_finds_its_files() -> None:
    """It keeps its own name, below the board's address; a CMS in `admin/` is left as it is."""
    page = b"<link href='style.css'><img SRC = \"../logo.png#x\"><a href='https://x.example/'>x</a><a href=more.html>"
    static = {
        "quiz/index.html": page,
        "quiz/style.css": b"",
        "logo.png": b"",
        "admin/a.html": page,
        "admin/style.css": b"",
    }
    found = assets_of(static)
    made = found["quiz/index.html"]
    assert made.path == "quiz/index.html"
    assert f"<link href='../{found['quiz/style.css'].path}'>" in made.content.decode()
    assert f'SRC = "../{found["logo.png"].path}#x"' in made.content.decode()
    assert made.content.endswith(b"<a href='https://x.example/'>x</a><a href=more.html>")
    assert found["admin/a.html"].content == page


def test_a_file_that_is_not_utf_8_goes_through() -> None:
    """A style sheet may be anything; it is the site owner's."""
    assert content_of({"a.css": b"a{b:url(caf.png)}", "caf.png": b"\xff"}, "a.css").startswith("a{b:url(caf.")
    assert assets_of({"a.css": b"a{b:url(\xe9.png)}"})["a.css"].content == b"a{b:url(\xe9.png)}"


@given(st.dictionaries(st.sampled_from(["a.css", "b/c.css", "d.svg", "e.txt"]), st.binary(max_size=40)))
def test_any_files_have_different_paths_and_depend_on_no_order(static: dict[str, bytes]) -> None:
    """And only what names others is ever changed."""
    found = assets_of(static)
    assert len({asset.path for asset in found.values()}) == len(static)
    assert found == assets_of(dict(reversed(static.items())))
    assert all(asset.content == static[name] for name, asset in found.items() if not name.endswith(".css"))
