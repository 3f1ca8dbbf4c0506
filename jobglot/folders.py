"""What a site's folder holds, by name, and how large its files may be."""

from __future__ import annotations

CONFIG = "config.yaml"
CONTENT, TEMPLATES, STATIC, LOCALES = "content", "templates", "static", "templates/locales"
FORMS = f"{LOCALES}/forms"

READ = (CONFIG, CONTENT, TEMPLATES, STATIC)
"""What a site is made from."""

WELL_KNOWN = (".well-known", ".nojekyll", ".htaccess", ".domains")
"""Hidden names that a site has reason to publish: they tell Apache how to serve it, and Codeberg at which domains."""

MAX_TEXT = 1024 * 1024
MAX_FILE = 50 * 1024 * 1024
