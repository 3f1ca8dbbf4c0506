"""Italian."""

from __future__ import annotations

from jobglot.language import Language

LANGUAGE = Language(
    feminine={"(..t)rici?e?$": r"\1ore"},
    months="""
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        gen feb mar apr mag giu lug ago set ott nov dic
    """,
    weekdays="lunedì martedì mercoledì giovedì venerdì sabato domenica",
)
