"""Build this folder's site: the same command line as `jobglot`, run here.

`python build.py` builds, `python build.py serve` previews, `python build.py --help` tells the rest.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jobglot.cli import entry

if __name__ == "__main__":
    entry()
