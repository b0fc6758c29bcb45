# Everything from a fresh machine with only git, make and Python: `make run`, `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Tests wait more than they work.
WORKERS ?= 3

.PHONY: run test check dev bench soak screenshots lock catalogues

run: $(READY)
	@$(BIN)/intervisie

test: check
	$(BIN)/python -m pytest -n $(WORKERS) -m "not alone" --cov --cov-report=
	$(BIN)/python -m pytest -m alone --cov --cov-append --cov-report=term

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if [ -f tools/check_docs.py ]; then $(BIN)/python -m tools.check_docs; fi

dev: $(READY)
	$(BIN)/textual run --dev -c $(BIN)/intervisie

bench: $(READY)
	$(BIN)/python -m bench

soak: $(READY)
	$(BIN)/python -m pytest --soak

screenshots: $(READY)
	$(BIN)/python -m tools.screenshots

catalogues: $(READY)
	$(BIN)/python -m tools.catalogues

# Holds hashes for every platform and no index address.
lock: $(READY)
	$(BIN)/uv pip compile --quiet --upgrade --extra dev --universal --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --output-file requirements.lock pyproject.toml

# The environment follows the lock and the metadata: made, or brought up to date, when one of them is newer.
$(READY): requirements-test.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 ...")'
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
