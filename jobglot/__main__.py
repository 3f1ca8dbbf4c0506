"""`python -m jobglot`: the command line."""

from jobglot.cli import entry

if __name__ == "__main__":
    entry()
