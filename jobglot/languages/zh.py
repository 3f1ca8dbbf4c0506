"""Chinese."""

from __future__ import annotations

from jobglot.language import Language

LANGUAGE = Language(length=0.31)
