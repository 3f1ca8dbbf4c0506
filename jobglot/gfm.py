"""GitHub's own Markdown engine, and its memory given back: the door to cmarkgfm.

cmarkgfm never frees the tree of a text nor the HTML made of it: 50 kB for a posting, in a preview for each edit. The
engine has functions for that, which the package does not name, but which its library exports on Linux and macOS. There
they are called; elsewhere the memory goes when the process does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import cmarkgfm
from cmarkgfm import cmark

_EXTENSIONS = ("table", "autolink", "tagfilter", "strikethrough", "tasklist")


class _Engine(NamedTuple):
    """The engine's functions and its pointers, and what frees a tree and a string of its own by their addresses."""

    calls: Any
    pointers: Any
    free_tree: Callable[[int], None]
    free_string: Callable[[int], None]


_OPTIONS: int = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_GITHUB_PRE_LANG
_FOOTNOTES: int = cmark.Options.CMARK_OPT_FOOTNOTES


def commonmark(source: str) -> str:
    """The HTML of CommonMark alone, with the HTML that the author wrote, safe or not."""
    return _html(source, _OPTIONS, ())


def github_flavored(source: str, *, footnotes: bool = False) -> str:
    """The HTML with all of GitHub's extensions, and with the HTML that the author wrote, safe or not."""
    return _html(source, _OPTIONS | _FOOTNOTES if footnotes else _OPTIONS, _EXTENSIONS)


def placed(source: str) -> str:
    """The HTML of CommonMark alone, less what the author wrote as HTML, with where in the source each block stands."""
    return _html(source, cmark.Options.CMARK_OPT_SOURCEPOS, ())


def _html(source: str, options: int, extensions: tuple[str, ...]) -> str:
    engine = _engine()
    if engine is None:
        made: str = cmarkgfm.markdown_to_html_with_extensions(source, options, extensions)
        return made
    # As the function above does, but for what is freed.
    calls, pointers, text = engine.calls, engine.pointers, source.encode()
    parser = calls.cmark_parser_new(options)
    for extension in _found(extensions):
        calls.cmark_parser_attach_syntax_extension(parser, extension)
    calls.cmark_parser_feed(parser, text, len(text))
    tree = calls.cmark_parser_finish(parser)
    raw = calls.cmark_render_html(tree, options, calls.cmark_parser_get_syntax_extensions(parser))
    html: str = pointers.string(raw).decode()
    engine.free_string(int(pointers.cast("uintptr_t", raw)))
    engine.free_tree(int(pointers.cast("uintptr_t", tree)))
    calls.cmark_parser_free(parser)
    return html


@cache
def _found(extensions: tuple[str, ...]) -> tuple[Any, ...]:
    cmark.core_extensions_ensure_registered()
    return tuple(map(cmark.find_syntax_extension, extensions))


class _Allocator(ctypes.Structure):
    """`cmark_mem` of cmark's `cmark-gfm.h`."""

    _fields_ = (
        ("calloc", ctypes.c_void_p),
        ("realloc", ctypes.c_void_p),
        ("free", ctypes.CFUNCTYPE(None, ctypes.c_void_p)),
    )


@cache
def _engine() -> _Engine | None:
    """None where something of it is not to be had."""
    try:
        from cmarkgfm import _cmark  # noqa: PLC0415

        library = ctypes.CDLL(_cmark.__file__)
        free_tree, allocator = library.cmark_node_free, library.cmark_get_default_mem_allocator
    except (AttributeError, ImportError, OSError):
        return None
    free_tree.argtypes, free_tree.restype = [ctypes.c_void_p], None
    allocator.argtypes, allocator.restype = [], ctypes.POINTER(_Allocator)
    return _Engine(_cmark.lib, _cmark.ffi, free_tree, allocator().contents.free)
