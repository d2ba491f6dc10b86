# The commands of the book. Each sets up .venv first, where needed (bootstrap.py).

PY := .venv/bin/python
PYTHON ?=
SOLUTIONS ?= 1
ALL ?=
# Under the C locale, Python cannot read the path of a folder with umlauts in .venv.
ifneq (,$(filter C POSIX,$(LC_ALL)))
export LC_ALL := C.UTF-8
endif
# The set-up's own Python first (it answers fastest), then the machine's.
PYTHONS := $(if $(PYTHON),"$(PYTHON)",$(PY) python3 python3.13 python3.12 python3.11)
RIGHT := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
QUICK := tests/unit tests/pages tests/exercises

.NOTPARALLEL:
.PHONY: help book page new serve check check-report test results lint bench clean clean-all setup
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

book: setup ## build the site: _build/html/index.html (SOLUTIONS=0: without solutions)
	@$(PY) -m udl_book build $(if $(filter 0,$(SOLUTIONS)),--without-solutions)

page: setup ## build one page: make page P=5-1
	@test -n "$(P)" || { echo "Which page? For example: make page P=5-1" >&2; exit 2; }
	@$(PY) -m udl_book page "$(P)"

new: setup ## start a page from its notebook's record: make new P=8-1
	@test -n "$(P)" || { echo "Which page? For example: make new P=8-1" >&2; exit 2; }
	@$(PY) -m udl_book new "$(P)" $(if $(CHAPTER),--chapter "$(CHAPTER)")

serve: setup ## show the site while you write, rebuilt as you save
	@$(PY) -m udl_book serve

check: lint ## lint and the tests that need no browser (under a minute)
	@$(PY) -m pytest --numprocesses 2 --dist loadscope $(QUICK)

test: book lint ## build, lint and all tests whose inputs have changed (ALL=1: all)
	@$(PY) -m udl_book browser
	@$(PY) tests/browser/live.py
	@$(PY) -m pytest --numprocesses 2 --dist loadscope \
	  --kept=$(if $(ALL),renew,use) tests

check-report: setup ## what `check` says to right answers, mutants and mistakes (P=5-1: of one page)
	@PYTHONPATH=tests $(PY) tests/exercises/report.py $(P)

results: setup ## compute a stored result again and compare: make results NAME=mnist1d
	@test -n "$(NAME)" || { echo "Which result? For example: make results NAME=mnist1d" >&2; exit 2; }
	@$(PY) -m udl_book results "$(NAME)"

lint: setup ## ruff, codespell and the rules for pages
	@$(PY) -m udl_book lint

bench: book ## time the library against plain loops, running pages against bare Pyodide; Lighthouse
	@$(PY) -m benchmarks
	@$(PY) -m udl_book browser
	@$(PY) -m benchmarks.first_plot
	@$(PY) -m benchmarks.phone

clean: ## remove what was built
	rm -rf _build

clean-all: clean ## remove what was set up, too
	rm -rf .venv node_modules

setup:
	@for python in $(PYTHONS); do \
	  if "$$python" -S -c '$(RIGHT)' 2>/dev/null; then \
	    exec "$$python" src/udl_book/bootstrap.py; \
	  fi; \
	done; \
	echo "The book needs Python 3.11, 3.12 or 3.13, and finds none$(if $(PYTHON), at $(PYTHON))." \
	  "Install one (on Debian and Ubuntu: apt install python3 python3-venv; elsewhere:" \
	  "python.org), or name yours: make PYTHON=path." >&2; \
	exit 1
