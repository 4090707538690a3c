# The doors of the house; what is behind each of them is in bin/ and tests/.
PYTHON ?= python3
VENV := .venv/bin/python
DEVELOPMENT := requirements.txt requirements-dev.txt

run:
	@$(PYTHON) -m bin.environment requirements.txt
	@exec $(VENV) -m bin.run

test: environment
	@exec $(VENV) -m bin.test

test-corpora: environment
	@exec $(VENV) -m bin.test corpora

bench: environment
	@exec $(VENV) -m bin.bench

audit: environment
	@exec $(VENV) -m tests.audit

environment:
	@$(PYTHON) -m bin.environment $(DEVELOPMENT)

.PHONY: run test test-corpora bench audit environment
