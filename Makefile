# Every target sets up its own environment from the locked, hashed requirements. It needs Python 3.11 or newer, make and a C compiler.

VENV     ?= .venv
COVERAGE := 85
BIN      := $(VENV)/bin
RUN      := $(VENV)/.run-stamp
DEV      := $(VENV)/.dev-stamp
TIMED    := tools/timed
PYTHON   ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
                $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
# uv is several times as quick as pip, which is asked where uv cannot: a machine may have set up pip alone for its mirrors.
# --no-deps: the lock is complete, and what is not in it is not installed
UV       := $(VENV)/.uv-stamp
INSTALL   = { $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r $(1) || \
                $(BIN)/python -m pip install -qq --no-deps --require-hashes -r $(1); }
COMPILE  := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
                --no-header --no-annotate --no-emit-index-url --no-emit-find-links

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# uv compiles nothing: what is imported is compiled then, once
unexport PYTHONDONTWRITEBYTECODE

.NOTPARALLEL:
.PHONY: help demo test lint types floors unit quality folders systems truces soak browser bench docs lock clean
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

demo: $(RUN) ## set up and run the main job on the invented example
	$(BIN)/reportedly demo
	@echo '  the program is $(BIN)/reportedly; to call it by its name: . $(BIN)/activate'

test: lint types floors unit ## set up and run every check: lint, types, floors, tests with coverage

lint: $(DEV) ## ruff: rules and format
	@$(TIMED) 'ruff check' $(BIN)/ruff check .
	@$(TIMED) 'ruff format' $(BIN)/ruff format --check .

types: $(DEV) ## mypy, strict, on code, tests and tools
	@$(TIMED) mypy $(BIN)/mypy --num-workers 2

floors: $(DEV) ## imports point down only; house measures hold
	@$(TIMED) 'import floors' $(BIN)/lint-imports
	@$(TIMED) 'house measures' $(BIN)/python -m tools.house

unit: $(DEV) ## tests with branch coverage
	@mkdir -p build
	@$(TIMED) pytest $(BIN)/python -m pytest --basetemp=build/tests -m 'not slow' -n 2 --dist loadscope --durations=20 --cov --cov-report=term --cov-fail-under=$(COVERAGE)

quality: folders $(DEV) ## scores against gold: make quality DATA=DIR EVAL=DIR
	@$(BIN)/python -m tools.quality '$(DATA)' '$(EVAL)' --out build/quality.json

folders:
	@test -n '$(DATA)' -a -n '$(EVAL)' || { echo 'name both folders, there is no default: make quality DATA=path/to/data EVAL=path/to/scorers' >&2; exit 2; }

systems: $(DEV) ## what five published articles do, and what of it is held: make systems DATA=DIR
	@test -n '$(DATA)' || { echo 'name the folder, there is no default: make systems DATA=path/to/data' >&2; exit 2; }
	@$(BIN)/python -m tools.systems '$(DATA)'

truces: $(DEV) ## agreements on hand-coded claims and on the program's own, side by side: make truces DATA=DIR
	@test -n '$(DATA)' || { echo 'name the folder, there is no default: make truces DATA=path/to/data' >&2; exit 2; }
	@$(BIN)/python -m tools.truces '$(DATA)'

soak: $(DEV) ## every test, the slow ones too, with many more generated cases
	@$(TIMED) soak env HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest

bench: $(DEV) ## CPU time of the whole over that of the linguistic analysis alone; look-ups among a million names; reuse among 20,000 texts; contradictions among 100,000 claims
	@$(BIN)/python -m benchmarks.cpu_ratio examples/ilmarra/docs
	@$(BIN)/python -m benchmarks.gazetteer
	@$(BIN)/python -m benchmarks.reuse 20000
	@$(BIN)/python -m benchmarks.contradictions 20000

docs: $(DEV) ## write the generated pages of docs/
	$(BIN)/python -m tools.gen_docs

lock: $(DEV) ## resolve pyproject.toml anew into requirements/*.lock
	$(COMPILE) --upgrade requirements/uv.in -o requirements/uv.lock
	$(COMPILE) --upgrade pyproject.toml requirements/build.in -o requirements/run.lock
	$(COMPILE) --upgrade pyproject.toml requirements/build.in --group dev -c requirements/run.lock -o requirements/dev.lock
	$(COMPILE) --upgrade --group browser -c requirements/dev.lock -o requirements/browser.lock

browser: $(DEV) ## pages in a real browser, with axe and screenshots in build/screens: needs chromium, as Debian has it
	@$(TIMED) 'set up for browsers' sh -c '$(call INSTALL,requirements/browser.lock)'
	@mkdir -p build
	@$(TIMED) browser $(BIN)/python -m pytest --basetemp=build/tests tests/browser

clean: ## remove the environment and everything that was built
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer was not found; install it, or say where it is: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo '$(PYTHON) cannot make environments; on Debian: apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(UV): requirements/uv.lock | $(BIN)/python
	@$(TIMED) 'set up uv' $(BIN)/python -m pip install -qq --no-deps --require-hashes -r requirements/uv.lock
	@touch $@

$(RUN): requirements/run.lock pyproject.toml $(UV)
	@$(TIMED) 'set up' sh -c '$(call INSTALL,requirements/run.lock)'
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements/dev.lock $(RUN)
	@$(TIMED) 'set up for development' sh -c '$(call INSTALL,requirements/dev.lock)'
	@touch $@
