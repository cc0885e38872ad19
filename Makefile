# Needs make and Python 3.11 or newer with venv; everything else is fetched into .venv and .tools.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
AT_ONCE ?= 2
BENCH ?= entitlements
PY := .venv/bin
UV := .tools/uvenv/bin/uv
# uv is quicker; pip alone does as well, and hears its own mirror settings.
install = if [ -x $(UV) ] && $(UV) pip install -q --python $(PY)/python $(1); then :; \
          else $(PY)/python -m pip install -q --disable-pip-version-check $(1); fi
PYTEST := $(PY)/python -m pytest -q -n $(AT_ONCE) --dist loadfile --no-loadscope-reorder
# Some hundred processes are started by the tests: each compiles everything anew where none may keep it.
unexport PYTHONDONTWRITEBYTECODE
DEMO := GONGTU_DEMO=true

##@ Every day
setup: .venv/.dev ## Install everything, the checkers too

run: .venv/.run ## Serve the demo city at http://127.0.0.1:8000 (PORT=… for another)
	@$(DEMO) $(PY)/gongtu run --port $(PORT)

test: .venv/.dev ## The quick proof, on SQLite; T=path or K=words to narrow
	@$(PYTEST) $(T) $(if $(K),-k "$(K)")

fix: .venv/.dev ## Format, and mend what can be mended
	$(PY)/ruff format . && $(PY)/ruff check --fix .

check: .venv/.dev ## All that CI asks
	@$(MAKE) --jobs=$(AT_ONCE) --output-sync=target --no-print-directory asked-at-once
	@$(MAKE) --no-print-directory test test-postgres

# Longest first: each has one process, or waits for one.
.PHONY: asked-at-once
asked-at-once: types test-spark templates current migrations layers lint format

demo: .venv/.run ## Build the demo city anew: the old data goes
	@$(DEMO) $(PY)/gongtu demo --fresh

fresh: ## Forget data, environment and tools on this machine
	rm -rf var .venv .venv-bench .venv-spark .tools

##@ The parts of check
format: .venv/.dev ## Everything is formatted
	@$(PY)/ruff format --check .
lint: .venv/.dev ## Ruff, and every import is declared
	@$(PY)/ruff check . && $(PY)/deptry src
layers: .venv/.dev ## Imports go downward only
	@PYTHONPATH=src $(PY)/lint-imports --no-cache | tail -n 12
types: .venv/.dev ## mypy --strict
	@$(PY)/mypy
templates: .venv/.dev ## Pages are well formed, and say everything in English too
	@$(PY)/djlint --quiet --lint src/gongtu/web/templates && $(PY)/gongtu messages --check
migrations: .venv/.dev ## The tables are as the models say
	@DJANGO_SETTINGS_MODULE=gongtu.ops.settings.test $(PY)/python manage.py makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=gongtu.ops.settings.test $(PY)/python manage.py check
current: .venv/.dev ## The generated reference is what the code says
	@$(PY)/gongtu docs --check
test-postgres: .venv/.dev ## The same tests on PostgreSQL
	@$(PY)/python -m tests.postgres $(PYTEST) -m "not browser" $(T)
test-spark: .venv-spark/.ready ## The rules' SQL on a Spark of its own, in its own environment; needs Java 17
	@.venv-spark/bin/python -m tests.spark .venv-spark/bin/python -m pytest -q -m spark $(or $(T),tests/engines/entitlement)

##@ Policy
provision: .venv/.dev ## Start a provision: make provision AT=c2_skills/degree_subsidy ARTICLE=16
	@$(PY)/gongtu provision $(AT) --article $(ARTICLE)
where: .venv/.run ## Everything that carries out an article: make where ARTICLE=16
	@$(PY)/gongtu where $(ARTICLE)
lawmap: .venv/.run ## Articles, obligations, provisions and figures in one table
	@$(PY)/gongtu lawmap

##@ Pages and papers
docs: .venv/.dev ## Write docs/reference from the declarations
	@$(PY)/gongtu docs
messages: .venv/.dev ## Collect what the pages say into locale/, and compile it
	@$(PY)/gongtu messages
shots: .venv/.dev ## Take the screenshots of docs/tour.md
	@GONGTU_SHOTS=docs/tour $(PYTEST) -m browser tests/browser
assets: ## Fetch and cut what is vendored: fonts and charts (needs npm and Noto CJK)
	$(PYTHON) src/gongtu/ops/assets.py
##@ Speed
bench: .venv-bench/.ready ## Ours and others side by side; BENCH=credentials, ARGS="--size 300000 --peers jax"
	@.venv-bench/bin/python -m bench.$(BENCH) $(ARGS)
bench-setup: .venv-bench/.ready bench/credentials/peers/node_modules ## Install the other engines, in an environment of their own

##@ Dependencies
lock: ## Resolve the dependencies anew into requirements/
	$(UV) pip compile -q --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
	  pyproject.toml --extra postgres -o requirements/run.txt
	$(UV) pip compile -q --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
	  pyproject.toml --extra postgres --group test --group lint -o requirements/dev.txt
	$(UV) pip compile -q --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
	  pyproject.toml --extra postgres --group bench -c requirements/run.txt -o requirements/bench.txt
	$(UV) pip compile -q --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
	  pyproject.toml --group spark -c requirements/run.txt -o requirements/spark.txt

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than Python 3.11: choose another with PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once; a minute or so) …"
	@$(PYTHON) -m venv .venv
	@[ -x $(UV) ] || { $(PYTHON) -m venv .tools/uvenv && \
	  .tools/uvenv/bin/pip install -q --disable-pip-version-check uv; } || echo "(without uv, pip takes longer)"

.venv/.run: requirements/run.txt pyproject.toml | .venv/bin/python
	@$(call install,--require-hashes -r requirements/run.txt) && $(call install,--no-deps -e .) && touch $@

.venv/.dev: requirements/dev.txt pyproject.toml | .venv/bin/python
	@$(call install,--require-hashes -r requirements/dev.txt) && $(call install,--no-deps -e .) && touch $@ .venv/.run

.venv-bench/.ready: PY := .venv-bench/bin
.venv-bench/.ready: requirements/bench.txt pyproject.toml
	@[ -x $(PY)/python ] || $(PYTHON) -m venv .venv-bench
	@$(call install,--require-hashes -r requirements/bench.txt) && $(call install,--no-deps -e .) && touch $@

bench/credentials/peers/node_modules: bench/credentials/peers/package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent --prefix $(@D) && touch $@; \
	  else echo "(without npm, the JavaScript libraries are left out)"; fi

.venv-spark/.ready: PY := .venv-spark/bin
.venv-spark/.ready: requirements/spark.txt pyproject.toml | .venv/bin/python
	@[ -x $(PY)/python ] || { echo "Setting up .venv-spark (once; a minute or so) …"; $(PYTHON) -m venv .venv-spark; }
	@$(call install,--require-hashes -r requirements/spark.txt) && $(call install,--no-deps -e .) && touch $@

.PHONY: help setup run test fix check demo fresh format lint layers types templates migrations current \
  test-postgres test-spark provision where lawmap docs messages shots assets \
  bench bench-setup lock
help:
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  \033[36m%-14s\033[0m %s\n", $$1, $$2} \
	  /^##@/ {printf "\n%s\n", substr($$0, 5)}' $(MAKEFILE_LIST)
