# mithaq: make run · make test · make check. Needs Python 3.11 or later, make and pip; nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --constraint constraints.txt
DATA ?= ../shared/corpora

.PHONY: run test check browser cluster format bench fuzz docs train clean

run: $(VENV)/.runtime
	$(BIN)/mithaq extract data/raw --output data/out

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pylint --disable=all --enable=duplicate-code --min-similarity-lines=8 --ignore-imports=y --ignore-signatures=y cli.py pipeline models
	$(MAKE) test

browser: SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
browser: $(VENV)/.dev
	command -v chromedriver > /dev/null || ($(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends chromium chromium-driver)
	$(PIP) --editable '.[browser]'
	$(BIN)/python -m pytest -m browser tests/browser

cluster: $(VENV)/.dev
	$(PIP) --editable '.[ray]'
	$(BIN)/python -m pytest -m cluster tests/cluster

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev $(VENV)/recognizers/.ready  # BENCH=--quick tries it out
	$(PIP) --editable '.[bench]'
	$(BIN)/python docs/scripts/benchmarks.py $(BENCH)

fuzz: $(VENV)/.dev  # FUZZ="--seed 3" for other inputs
	$(BIN)/python tests/fuzz/mutate.py --inputs 10000 $(FUZZ)
	$(BIN)/python tests/fuzz/mutate.py --inputs 10000 --pipeline $(FUZZ)

docs: $(VENV)/.dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

train: $(VENV)/.dev
	$(PIP) --editable '.[train]'
	$(BIN)/python -m models.training.train --data $(DATA) --lang en
	$(BIN)/python -m models.training.train --data $(DATA) --lang ar

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml constraints.txt | $(VENV)/bin/pip
	$(PIP) --editable .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/pip
	$(PIP) --editable '.[dev]'
	touch $@ $(VENV)/.runtime

# recognizers-text needs an emoji older than mithaq's: an environment of its own. Where that fails the other baselines are measured.
$(VENV)/recognizers/.ready: tests/benchmarks/recognizers.txt | $(VENV)/bin/pip
	-$(PYTHON) -m venv $(VENV)/recognizers && $(VENV)/recognizers/bin/pip --disable-pip-version-check install --quiet --requirement $< && touch $@

clean:
	rm -rf $(VENV) data/out/*.json data/out/*.jsonl
