# The commands of the README. Everything they need is set up in .venv/ on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test lint format screenshots lighthouse catalogs docs oldest setup

site: setup
	$(BIN)/python build.py

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the tables of docs/ that the code knows best.
docs: setup
	$(BIN)/python -m jobglot.reference

# Takes the pictures of docs/screenshots/ again; needs Chromium.
screenshots: setup
	PYTHONPATH=tests $(BIN)/python tools/screenshots.py

# Google's own marks for the pages people land on; needs Chromium, and fetches the program.
lighthouse: setup
	PYTHONPATH=tests $(BIN)/python tools/lighthouse.py

# Collects the interface's messages from templates and code into every catalog.
catalogs: setup
	$(BIN)/pybabel -q extract -F babel.cfg -k "pgettext:1c,2" -k "counted:1,2" -k N_ --no-location --sort-output \
		--omit-header --width 118 -o templates/locales/messages.pot .
	PYTHONPATH=tests $(BIN)/python tools/forms_messages.py
	for po in templates/locales/*.po templates/locales/forms/*.po; do \
		case $$po in *-*) continue;; esac; \
		$(BIN)/pybabel -q update -N --ignore-obsolete --ignore-pot-creation-date --width 118 \
			-i $$(dirname $$po)/messages.pot -o $$po -l $$(basename $$po .po); \
	done

# The tests of all that calls other people's packages, with the oldest of these that pyproject.toml allows; for Python 3.11.
oldest:
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-oldest/bin/uv pip install --quiet --python .venv-oldest --resolution lowest-direct --editable ".[dev]"
	.venv-oldest/bin/python -m pytest -q $(addsuffix .py,$(addprefix tests/test_,source packed gfm markup formats po_files render \
		tokens vectors_numpy counted_numpy neighbours_numpy importing_html_page importing_word publish_s3 preview_watch \
		cluster pipeline))

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -m compileall -q jobglot
	touch $@
