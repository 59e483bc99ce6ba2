# Safe City Console. Two commands matter: `make demo` (set up and open the simulated district) and `make test` (set up and check all).
# Everything lands in .venv; a stamp inside it means "this set-up was done from these files", so a second run starts at once.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo run test lint bench bench-peers shot lock clean setup setup-test
PY := .venv/bin/python
STAMP_RUN := .venv/.set-up-for-running
STAMP_TEST := .venv/.set-up-for-testing
STAMP_PEERS := .venv-peers/.set-up-for-peers
STAMP_IPYCAM := .venv-ipycam/.set-up-for-tests
# `make demo ARGS="--cameras 12"` hands words on to the program.
ARGS ?=

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(STAMP_RUN): requirements.lock pyproject.toml tools/apt.sh tools/venv.sh
	@echo "Setting up for running (system packages, .venv, wheels); this happens once."
	@tools/apt.sh run
	@tools/venv.sh requirements.lock
	@touch $@

$(STAMP_TEST): requirements-test.lock pyproject.toml tools/apt.sh tools/venv.sh
	@echo "Setting up for testing (system packages, .venv, wheels); this happens once."
	@tools/apt.sh test
	@tools/venv.sh requirements-test.lock
	@touch $(STAMP_RUN) $@

setup: $(STAMP_RUN) ## system packages, .venv and wheels for running
$(STAMP_IPYCAM): tools/ipycam.sh $(STAMP_TEST)
	@echo "Setting up an ONVIF camera of others for the tests (.venv-ipycam); this happens once."
	@tools/ipycam.sh
	@if .venv-ipycam/bin/python -c "import ipycam" 2>/dev/null; then touch $@; fi

setup-test: $(STAMP_TEST) $(STAMP_IPYCAM) ## the same plus what the tests need

demo: setup ## open the console on a simulated district of 30 cameras
	@$(PY) -m safecity_console demo $(ARGS)

run: setup ## open the console on this workstation's own data
	@$(PY) -m safecity_console $(ARGS)

test: setup-test ## lint, types, floors, then every test
	@tools/run_tests.sh

lint: setup-test ## ruff, mypy, import contracts
	@tools/run_tests.sh lint

bench: setup-test ## speed and memory of the wall, as ratios, on this machine
	@$(PY) -m tests.bench $(ARGS)

$(STAMP_PEERS): tools/apt.sh tools/peers.sh $(STAMP_TEST)
	@echo "Setting up the other players (system packages, .venv-peers); this happens once."
	@tools/apt.sh peers
	@tools/peers.sh
	@touch $@

bench-peers: setup-test $(STAMP_PEERS) ## the console beside five other players on the same streams: out/peers.md
	@$(PY) -m tests.bench.peers $(ARGS)

shot: setup ## the wall of the simulated district as a picture: out/wall.png
	@mkdir -p out
	@$(PY) -m safecity_console shot wall --demo --after 25 --out out/wall.png $(ARGS)

lock: ## re-make requirements.lock and requirements-test.lock from pyproject.toml
	@tools/lock.sh

clean: ## remove what was made here, .venv too; never the data folder
	rm -rf .venv .venv-peers .venv-ipycam out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
