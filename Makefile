# The front door: `make` lists the words, CI runs the same ones.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help install demo format lint types test test-all golden gate bench-docs check clean

help: ## list these words
	@grep -E '^[a-z-]+:.*##' Makefile | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

install: $(READY) ## make .venv and install everything, torch (CPU) first

# torch comes first: left to itself the resolver takes a build with several GB of CUDA packages.
$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "factcheck needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --progress-bar on "torch==2.13.0"
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --progress-bar on -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: install ## index the sample corpus and check the sample draft
	$(BIN)/factcheck index build corpora/syria-2015/notes --index indices/syria-2015
	$(BIN)/factcheck check corpora/syria-2015/draft.md --index indices/syria-2015 --fail-on never

format: install ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: install ## check form and habits
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: install ## check the types
	$(BIN)/mypy

test: install ## fast tests, offline, under three minutes
	$(BIN)/python -m pytest -m "not slow"

test-all: install ## all tests
	$(BIN)/python -m pytest

golden: install ## record the golden files anew, then read the difference
	FACTCHECK_RECORD_GOLDEN=1 $(BIN)/python -m pytest tests/golden -p no:randomly
	git --no-pager diff --stat tests/golden

gate: install ## quality floors on our own sets; DATA=DIR for the external ones
	$(BIN)/python -m pytest tests/gate $(if $(DATA),--data $(DATA))

bench-docs: install ## measure the public sets of DATA=DIR and write docs/benchmarks.md
	$(BIN)/factcheck bench table $(DATA) docs/benchmarks.md

check: lint types test ## what CI runs

clean: ## remove what was built here
	rm -rf $(VENV) indices/syria-2015 .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
