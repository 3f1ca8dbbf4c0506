"""What a site starts from: the packaged templates, static files, config and content.

They stand once, at the top of the repository; a wheel carries them under `jobglot/starter/`.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def starter_root() -> Path:
    """The folder that holds `templates/`, `static/`, `content/` and `config.yaml` of the packaged site."""
    packaged = HERE / "starter"
    return packaged if packaged.is_dir() else HERE.parent
