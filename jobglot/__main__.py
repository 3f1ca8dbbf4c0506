"""`python -m jobglot`: the command line."""

import sys

from jobglot.cli import main

if __name__ == "__main__":
    sys.exit(main())
