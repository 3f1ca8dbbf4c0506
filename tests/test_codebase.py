"""The hash of the code is the same as long as the code is."""

from __future__ import annotations

import subprocess
import sys

from jobglot.codebase import hash_of_code


def test_it_is_the_same_in_every_process():
    asked = "from jobglot.codebase import hash_of_code; print(hash_of_code())"
    other = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert other.strip() == hash_of_code()
    assert len(hash_of_code()) == 64
