# What people type. Everything is installed from hashed locks into .venv, each lock once.
VENV := .venv
PY := $(VENV)/bin/python

# MkDocs' notice about its version 2 is not news to us: the lock says <2.
export NO_MKDOCS_2_WARNING := 1
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
# The time of the last change, so that two builds of one commit are the same bytes.
SOURCE_DATE_EPOCH ?= $(or $(shell git log -1 --format=%ct 2>/dev/null),0)
export SOURCE_DATE_EPOCH
export PYTHON CHROME_PATH FULL

# Tests wait for browsers more than they compute, so a core serves two workers.
WORKERS ?= $(shell echo $$(( 2 * $$(nproc 2>/dev/null || echo 2) )))

# The site generators that publish the tree beside MkDocs.
ENGINES ?= properdocs zensical

.DEFAULT_GOAL := help
.PHONY: help site offline serve engines check format test bench links audit lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.site ## build the site into site/
	$(PY) -m mkdocs build --strict

offline: $(VENV)/.site ## build build/offline.zip: the site to open without a server (offline.cdx.json: what it is made with)
	$(PY) -m mkdocs build --strict --config-file config/mkdocs.offline.yml --site-dir "$(CURDIR)/build/offline"
	$(PY) -m build_tools pack build/offline build/offline.zip
	$(PY) config/scripts/sbom.py >build/offline.cdx.json

serve: $(VENV)/.site ## show the site while you edit, at http://127.0.0.1:8000/
	$(PY) -m build_tools serve

engines: $(VENV)/.site ## publish the tree that `tree` writes with other site generators too, and compare (one: make engines ENGINES=zensical)
	config/scripts/engines.sh $(ENGINES)

check: $(VENV)/.dev ## look for mistakes in entries, texts and code
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	config/scripts/scripts.sh
	config/scripts/pages.sh
	$(PY) -m build_tools check
	config/scripts/workflows.sh

format: $(VENV)/.dev ## lay out the code as `make check` wants it
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

test: $(VENV)/.test build/engines/properdocs/.properdocs ## run the tests, in Chromium too (all widths, colours and examples: make test FULL=1)
	CHROME_PATH="$$(config/scripts/browser.sh)" && export CHROME_PATH && $(PY) -m pytest --numprocesses $(WORKERS)

bench: $(VENV)/.test ## measure the annotator, the search, and that no text is slow to read (FRUS=path/to/dev.jsonl.gz SCORER=path/to/score.py; builds: STOCK=a plain MkDocs project of the same texts)
ifdef FRUS
	$(PY) -m benchmarks.frus_glossary "$(dir $(FRUS))glossary.jsonl.gz" build/bench
	$(PY) -m benchmarks.speed "$(FRUS)" build/bench
	$(if $(SCORER),$(PY) -m benchmarks.frus "$(FRUS)" build/bench "$(SCORER)")
else
	$(PY) -m benchmarks.speed
	$(PY) -m benchmarks.changes
	$(PY) -m benchmarks.linearity
	$(if $(STOCK),$(PY) -m benchmarks.builds . "$(STOCK)")
	CHROME_PATH="$$(config/scripts/browser.sh)" && export CHROME_PATH && \
	$(if $(QUERIES),$(PY) -m benchmarks.search_quality "$(QUERIES)" &&) $(PY) -m benchmarks.search_scale $(TEXTS) && \
	$(PY) -m benchmarks.compared $(SIZES)
endif

links: $(VENV)/.dev site ## follow every link of the built site (outside links too: make links OUTSIDE=--check-extern)
	config/scripts/links.sh $(OUTSIDE)

audit: $(VENV)/.audit ## ask whether a package we use has a known vulnerability (needs the network)
	$(VENV)/bin/pip-audit --require-hashes --disable-pip --progress-spinner=off \
	    --requirement config/requirements/site.txt --requirement config/requirements/test.txt \
	    --requirement config/requirements/dev.txt --requirement config/requirements/audit.txt \
	    --requirement config/requirements/properdocs.txt --requirement config/requirements/zensical.txt \
	    --requirement config/requirements/snakemake.txt --requirement config/requirements/rocrate.txt
	cd config && npm audit --package-lock-only

lock: $(VENV)/.dev ## renew the locks from config/requirements/*.in (all packages: make lock UPGRADE=--upgrade)
	config/scripts/lock.sh $(UPGRADE)

clean: ## remove everything that can be made again
	rm -rf $(VENV) site build *.egg-info .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.site: config/requirements/site.txt pyproject.toml config/scripts/setup.sh
	@config/scripts/setup.sh site

$(VENV)/.test: config/requirements/test.txt $(VENV)/.site
	@config/scripts/setup.sh test

$(VENV)/.dev: config/requirements/dev.txt $(VENV)/.test
	@config/scripts/setup.sh dev

$(VENV)/.audit: config/requirements/audit.txt $(VENV)/.dev
	@config/scripts/setup.sh audit

build/engines/properdocs/.properdocs: config/requirements/properdocs.txt config/scripts/setup.sh
	@config/scripts/setup.sh properdocs

# A checkout that was moved has an environment that points to its old place.
ifneq ($(shell cat $(VENV)/.root 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.site
endif
