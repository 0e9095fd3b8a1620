# Two commands matter: `make run` and `make test`. Each sets up what it needs and does again only what has changed.
# Options: PYTHON=python3.12, ARGS="--port 9000" (run), PORT=7690 (neo4j), WORKERS=1 and T=tests/queries (test).

PYTHON ?= python3
WORKERS ?= auto
T ?= tests
ARGS ?=
PORT ?= 0

BIN := .venv/bin
STAMPS := .venv/.stamps
PIP := tools/retry.sh $(BIN)/python -m pip --quiet --disable-pip-version-check --retries 5 --timeout 60 install
COMPILE := .cache/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate
NPM_LOCK := npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund
JARS_AT_HAND := ls -d .cache/neo4j/lib-* >/dev/null 2>&1

AXE := node_modules/.package-lock.json

export PYTHON

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check neo4j lock clean distclean

help: ## list the targets
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done

run: $(STAMPS)/run ## set up and start the application; it prints its address
	$(BIN)/opora serve $(ARGS)

test: $(STAMPS)/dev ## set up all the tests need, check the code, run the tests with coverage
	@tools/system.sh java browser office node || [ "$$CI" != true ]
	@! command -v npm >/dev/null || $(MAKE) --no-print-directory $(AXE) || [ "$$CI" != true ]
	@$(JARS_AT_HAND) || tools/system.sh maven || [ "$$CI" != true ]
	@$(BIN)/python -m tools.neo4j --jars-only || [ "$$CI" != true ]
	$(MAKE) --no-print-directory check
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup --cov --cov-report=term:skip-covered --cov-report=xml $(T)

check: $(STAMPS)/dev ## lint, formatting, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

neo4j: $(STAMPS)/run ## start Neo4j 5 on the loopback interface, in the foreground
	@tools/system.sh java
	@$(JARS_AT_HAND) || tools/system.sh maven
	@$(BIN)/python -m tools.neo4j --port $(PORT)

lock: .cache/uv/bin/uv ## write the lock files anew (UPGRADE=--upgrade takes the newest versions)
	$(COMPILE) $(UPGRADE) --group pyproject.toml:build --output-file requirements.lock pyproject.toml
	$(COMPILE) $(UPGRADE) --group pyproject.toml:build --extra dev --constraints requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	$(NPM_LOCK)

clean: ## remove what checks and builds leave behind
	rm -rf build dist htmlcov .coverage .coverage.* coverage.xml .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

distclean: clean ## also remove the virtual environment and .cache (Neo4j's jars and the data of `make neo4j`)
	rm -rf .venv .cache node_modules

# The runtime lock is a part of the development lock (same versions), so both fit into one environment.
$(STAMPS)/run: requirements.lock pyproject.toml | $(STAMPS)/venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/run
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# Node serves the tests alone: axe-core, by its lock, whose hashes npm holds it to; no script of a package is run.
$(AXE): package-lock.json package.json
	@tools/retry.sh npm ci --ignore-scripts --no-audit --no-fund --silent || \
		{ echo "missing: axe-core, which npm could not fetch; the checks of accessibility are left out" >&2; exit 1; }
	@touch $@

$(STAMPS)/venv:
	@tools/system.sh python
	$(PYTHON) -m venv .venv
	@mkdir -p $(STAMPS) && touch $@

.cache/uv/bin/uv:
	@tools/system.sh python
	$(PYTHON) -m venv .cache/uv
	tools/retry.sh .cache/uv/bin/python -m pip --quiet --disable-pip-version-check install uv
