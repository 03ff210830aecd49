# The commands to know. Each is one call of scripts/almanac.py, which also works without make (see README.md).

PYTHON ?= python3
DB ?= sqlite
ALMANAC = $(PYTHON) scripts/almanac.py

.DEFAULT_GOAL := help
.PHONY: help run test check client soak bench guide install lock stack clean

help: ## this list
	@echo "Almanac"
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name words; do printf '  make %-9s %s\n' "$$name" "$$words"; done

run: ## install what is missing and run everything; Ctrl-C stops it (VERBOSE=1 shows all logs)
	@$(ALMANAC) run $(if $(VERBOSE),--verbose)

test: ## all tests, on SQLite; make test DB=postgres on PostgreSQL and Redis; ONLY=server for one part
	@$(ALMANAC) test --db $(DB) $(if $(ONLY),--only $(ONLY))

check: ## style, types, structure, generated files; ONLY=types for one check
	@$(ALMANAC) check $(if $(ONLY),--only '$(ONLY)')

client: ## write the API document, the web client made from it, and docs/permissions.md anew
	@$(ALMANAC) client

soak: ## the test campaigns at full size, on both databases
	@$(ALMANAC) soak

bench: ## measure and print the figures
	@$(ALMANAC) bench

guide: ## take the pictures of docs/guide anew, from the running product
	@$(ALMANAC) guide

install: ## install what is missing, inside the checkout
	@$(ALMANAC) install

lock: ## renew the locked requirement files; make lock UPGRADE=1 takes newer versions
	@$(ALMANAC) lock $(if $(UPGRADE),--upgrade)

stack: ## a throw-away product on free ports, until Ctrl-C
	@$(ALMANAC) stack --db $(DB)

clean: ## remove what was installed and built; data in var/ is kept
	@$(ALMANAC) clean
