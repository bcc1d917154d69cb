# Two commands do all the set-up on a fresh machine: `make site` and `make test`. Everything lands in .venv and site/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: site check serve test lint bench nu clean

site: $(VENV)/.installed ## check content and ledger, build the real site into site/
	$(BIN)/wegwijs check
	$(BIN)/wegwijs codes --check
	$(BIN)/wegwijs build --kaartjes --beelden

check: $(VENV)/.installed ## look at all content and say every problem at once
	$(BIN)/wegwijs check

serve: $(VENV)/.installed ## live preview that follows content, toolbox and theme
	$(BIN)/python -m mkdocs serve

test: $(VENV)/.installed-test lint ## run every test, in real Chromium too
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(VENV)/.installed-test
	$(BIN)/ruff check plugins tests
	$(BIN)/mypy

bench: $(VENV)/.installed-test ## ratios in one run; never asserted in a test
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.readers

nu: $(VENV)/.installed-nu ## ask the Nu checker whether the HTML in site/ is valid; wants npm
	$(BIN)/python -m tests.nu site

clean: ## forget what was made
	rm -rf $(VENV) site

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 of nieuwer is nodig")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-nu: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[nu]"
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test]"
	touch $@
