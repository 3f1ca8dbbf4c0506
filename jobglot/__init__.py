"""jobglot: a job board as a static site, in as many languages as its readers speak."""

__version__ = "0.1.0"
