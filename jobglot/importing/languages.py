"""Which language a text is in, as the readers of notices ask it."""

from jobglot.text_language import PROFILES, language_of, scores

__all__ = ["PROFILES", "language_of", "scores"]
