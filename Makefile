# The commands of the README. Everything they need is set up in .venv/ on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test lint format screenshots lighthouse catalogs docs setup

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
	for po in templates/locales/*.po; do \
		$(BIN)/pybabel -q update -N --ignore-obsolete --ignore-pot-creation-date --width 118 \
			-i templates/locales/messages.pot -o $$po -l $$(basename $$po .po); \
	done

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -m compileall -q jobglot
	touch $@
