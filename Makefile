# Set up, run and test. Needs python3 (3.11 or newer) with venv, make, and the package registry that pip is set up for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Articles that are kept unseen while rules are written stand on no page that is looked at.
ARTICLES := $(filter-out corpus/unseen%,$(wildcard corpus/*/))

.PHONY: run test bench docs clean

run: $(READY)
	$(BIN)/angka run $(ARTICLES) --out outputs
	$(BIN)/angka report outputs --articles 1000

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: $(READY)
	$(BIN)/python -m bench --record $$(git rev-parse --short HEAD)

docs: $(READY)
	$(BIN)/python -m extract.tables.columns docs/columns.md

# Made again only when what it is made from has changed.
$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
