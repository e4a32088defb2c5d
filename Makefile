# The only door to every command. `make` lists them.
PY := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
CODE := app forms db hub resources tests

.PHONY: help run test check format translate schema bench soak fuzz hub build smoke pins pictures

help:            ## list the commands
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 12

run:             ## prepare what is missing and open the client (offscreen story without a display)
	@requirements/prepare run
	@$(PY) -m forms build
	@$(PY) -m app $(ARGS)

test:            ## prepare what is missing and run every test
	@requirements/prepare dev
	@$(PY) -m forms build
	@$(OFFSCREEN) $(PY) -m $(if $(ARGS),pytest $(ARGS),tests.parts)

check:           ## format, lint, types, import contracts, translations up to date
	@requirements/prepare dev
	@.venv/bin/ruff format --check $(CODE)
	@.venv/bin/ruff check $(CODE)
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PY) -m resources.translations.update --check

format:          ## let the formatter and the linter put right what they can
	@.venv/bin/ruff format $(CODE)
	@.venv/bin/ruff check --fix $(CODE)

translate:       ## collect the words for people into resources/translations and compile them
	@$(PY) -m resources.translations.update

schema:          ## rewrite db/schema.sql from the migrations
	@$(PY) -m db.migrations

bench:           ## measure against named counterparts, one JSON line a figure (ONLY=name for one group)
	@requirements/prepare dev
	@$(OFFSCREEN) $(PY) -m tests.bench $(ONLY)

soak:            ## the long runs: kill at random moments, thousands of broken files
	@requirements/prepare dev
	@$(OFFSCREEN) XUNJIAN_SOAK=1 $(PY) -m pytest tests/faults tests/chaos tests/journeys tests/unit/forms/running/test_fuzz.py tests/hub $(ARGS)

fuzz:            ## throw bytes at expressions, forms and workbooks, guided by coverage (SECONDS=60 each)
	@requirements/prepare dev
	@.venv/bin/pip install --quiet --require-hashes -r requirements/fuzz.txt
	@for what in expressions xforms workbooks; do $(PY) -m tests.fuzz $$what $(or $(SECONDS),60) || exit 1; done

hub:             ## the bureau's server: its address, a one-time password and an enrolment code
	@requirements/prepare dev
	@$(PY) -m hub

pictures:        ## draw every screen again for the README
	@requirements/prepare dev
	@$(OFFSCREEN) $(PY) -m tests.pictures

build:           ## freeze the client into dist/xunjian
	@requirements/prepare dev
	@$(PY) -m forms build
	@.venv/bin/pyinstaller --noconfirm --log-level WARN build.spec

smoke:           ## play the story with the frozen client
	@$(OFFSCREEN) dist/xunjian/xunjian demo --out out/smoke

pins:            ## compile requirements/*.in into hashed pins, nothing younger than seven days (needs uv)
	@for kind in run hub dev fuzz; do uv pip compile --quiet --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-annotate --no-header --universal --python-version 3.11 \
	  --exclude-newer "$$(date -u -d '7 days ago' +%Y-%m-%d)" requirements/$$kind.in -o requirements/$$kind.txt; done
