"""XML that every parser reads."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

from hypothesis import given
from hypothesis import strategies as st

from jobglot import xmldoc

any_text = st.text(st.characters(), max_size=40)


@given(any_text)
def test_any_text_makes_a_document_that_parses(text: str) -> None:
    """Whatever is in it, surrogates and control characters included; what XML can hold survives."""
    root = xmldoc.parent("root", [xmldoc.element("text", text, {"attribute": text})])
    read = fromstring(xmldoc.document(root))[0]
    kept = xmldoc.clean(text)
    assert (read.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert read.get("attribute", "") == kept


@given(any_text)
def test_it_is_written_as_the_standard_library_writes_it(text: str) -> None:
    """To the letter."""
    kept = xmldoc.clean(text)
    known = Element("xhtml:link", {"href": kept} if text else {})
    known.text = kept
    assert xmldoc.element("xhtml:link", text, {"href": text, "rel": ""}) == tostring(known, encoding="unicode")


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    """The control characters, but not the tab, line breaks, emoji or Arabic."""
    assert xmldoc.clean("a\x07b\x00\t\n\ud800\ufffe\U0001f469 مهندس") == "ab\t\n\U0001f469 مهندس"


def test_an_attribute_without_value_is_left_out() -> None:
    """So that an unknown language is not said as an empty one."""
    root = xmldoc.parent("root", [xmldoc.element("a", attributes={"href": "x", "hreflang": ""})])
    assert xmldoc.document(root) == b'<?xml version="1.0" encoding="utf-8"?>\n<root>\n<a href="x" />\n</root>\n'


def test_an_element_that_holds_no_other_is_written_as_one() -> None:
    """As a sitemap of nothing is."""
    assert xmldoc.parent("urlset", [], {"xmlns": "x"}) == '<urlset xmlns="x" />'
