# Everything from a fresh machine with only git, make and Python: `make run`, `make test`.

PYTHON ?= python3
BIN := .venv/bin
# Tests wait more than they work.
WORKERS ?= 4
# A worker that has nothing left takes over from another, so none of them is last for long.
SIDE_BY_SIDE := -n $(WORKERS) --dist worksteal
QUICK := tests/app tests/contract tests/property tests/unit

# Whether somebody chose a Python; an environment of another one is then made anew.
NAMED := $(if $(filter file default undefined,$(origin PYTHON)),,--named)
NO_PYTHON := No Python answers to $(PYTHON). Install Python 3.11 or newer, or name one: make PYTHON=python3.12 run

# $(call set-up,running): makes .venv fit its lock; see "Set-up" in docs/architecture.md.
define set-up
@command -v $(firstword $(PYTHON)) >/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }; \
	PYTHONSAFEPATH= $(PYTHON) -m tools.set_up $(1) $(NAMED) || { \
	code=$$?; case $$code in 126|127) echo "$(NO_PYTHON)" >&2 ;; esac; exit $$code; }
endef

.PHONY: run test coverage quick check dev bench soak screenshots lock catalogues check-setup pythons for-running for-testing

run: for-running
	@$(BIN)/intervisie

test: check
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m "not alone"
	$(BIN)/python -m pytest -m alone

# By hand: on Python 3.11 measuring costs three quarters more time.
coverage: for-testing
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m "not alone" --cov --cov-report=
	$(BIN)/python -m pytest -m alone --cov --cov-append --cov-report=term

# What one waits for: no processes of the program, no browsers.
quick: for-testing
	$(BIN)/python -m pytest -q --quick $(SIDE_BY_SIDE) -m "not alone and not long and not processes" $(QUICK)

check: for-testing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if [ -f tools/check_docs.py ]; then $(BIN)/python -m tools.check_docs; fi

dev: for-testing
	$(BIN)/textual run --dev -c $(BIN)/intervisie

bench: for-testing
	$(BIN)/python -m bench

soak: for-testing
	$(BIN)/python -m pytest --soak

screenshots: for-testing
	$(BIN)/python -m tools.screenshots

catalogues: for-testing
	$(BIN)/python -m tools.catalogues

# Works also when a lock is damaged, so it does not set up first.
lock:
	$(call set-up,locking)

check-setup: for-testing
	$(BIN)/python -m tools.check_setup

pythons: for-testing
	$(BIN)/python -m tools.pythons

for-running:
	$(call set-up,running)

for-testing:
	$(call set-up,testing)
