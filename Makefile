# Everything that is done with this project: `make help` lists it. GNU make and a POSIX shell.

.SUFFIXES:
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
STRIP ?= strip

binary := .build/deskctl
results := .build/test
# The release is built beside the tests, at the same time: a build of its own has a folder of its own.
optimized := .build/optimized
fuzz := .build/fuzz
FUZZ_SECONDS ?= 600
# A target may import what Package.swift says that it does, and nothing else.
checked := --explicit-target-dependency-import-check error
static := --static-swift-stdlib -Xswiftc -static-executable
swift_files := Package.swift Sources Tests
scripts := .ci/run Tests/needs.sh Tests/closing.sh Tests/Fuzz/fuzz.sh $(wildcard Samples/*.sh Samples/whatsapp/*.sh Samples/whatsapp/*/*.sh) $(wildcard Tests/Golden/export/*/send.sh)
man_en := .build/man/man1/deskctl.1
man_pt := .build/man/pt_BR/man1/deskctl.1
documented := $(basename $(notdir $(wildcard Sources/*/*.docc)))
# Of `make demo LANG=pt_BR`; the environment's own LANG does not count, so that it stays the same.
demo_language := $(if $(and $(filter command%,$(origin LANG)),$(filter pt%,$(LANG))),pt-BR,en)
share := $(DESTDIR)$(PREFIX)/share

.PHONY: help
help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## Build for debugging
	$(SWIFT) build $(checked)

.PHONY: release
release: ## Build .build/deskctl: one static file, stripped
	$(SWIFT) build -c release --product deskctl --scratch-path $(optimized) $(static) $(checked)
	$(STRIP) -o $(binary).new $(optimized)/release/deskctl
	mv $(binary).new $(binary)

.PHONY: demo
demo: ## See the desk at work on a small one of its own (LANG=pt_BR: in Portuguese)
	@mkdir -p .build
	@printf 'deskctl: building (once, a minute; log: .build/demo.log) ... '
	@$(MAKE) --no-print-directory release >.build/demo.log 2>&1 \
	  || { echo failed; tail -n 20 .build/demo.log; exit 1; }
	@echo "$$(( ($$(wc -c <$(binary)) + 524288) / 1048576 )) MB, static, no dependencies"
	@sh Samples/demo.sh $(CURDIR)/$(binary) .build/demo $(demo_language)

.PHONY: test
test: ## Run every test; installs what they need where it can, and says so first
	@mkdir -p $(results)
	@rm -rf $(results)/*
	@sh Tests/needs.sh $(results)
	@$(MAKE) --no-print-directory release >$(results)/release.log 2>&1 & release=$$!; \
	  $(SWIFT) build --build-tests $(checked); built=$$?; \
	  wait $$release || { cat $(results)/release.log; exit 1; }; exit $$built
	@{ DESKCTL_BINARY=$(CURDIR)/$(binary) DESKCTL_PROGRAMS=$(CURDIR)/$(results)/programs \
	  $(SWIFT) test --skip-build --parallel --xunit-output $(results)/results.xml 2>&1; \
	  echo $$? >$(results)/status; } | tee $(results)/log \
	  | grep --line-buffered -Ev '^(◇|✔ Test )'
	@sh Tests/closing.sh $(results)

.PHONY: torture
torture: export DESKCTL_TORTURE = 1
torture: test ## Run every test at its longest: more kills, more faults, more orders

.PHONY: fuzz
fuzz: ## Give each reader of foreign bytes what libFuzzer makes, FUZZ_SECONDS long (600)
	@mkdir -p $(fuzz)
	@DESKCTL_FUZZ=1 $(SWIFT) build -c release --product fuzz --scratch-path $(fuzz) --sanitize fuzzer \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld >$(fuzz)/log 2>&1 \
	  || { cat $(fuzz)/log; exit 1; }
	@sh Tests/Fuzz/fuzz.sh $(fuzz)/release/fuzz $(FUZZ_SECONDS) $(fuzz)

.PHONY: record
record: ## Write the transcripts anew as sessions really go; fails where one was changed
	DESKCTL_RECORD=1 $(SWIFT) test --filter Transcript

.PHONY: lint
lint: ## Look over the source without building it
	@$(SWIFT) format lint --strict --parallel --recursive $(swift_files)
	@for script in $(scripts); do sh -n "$$script" || exit 1; done
	@if command -v shellcheck >/dev/null; then shellcheck --shell=sh $(scripts); fi

.PHONY: format
format: ## Lay the source out as lint wants it
	$(SWIFT) format --in-place --parallel --recursive $(swift_files)

.PHONY: check
check: lint test demo ## All that has to hold before a change goes out

.PHONY: bench
bench: release ## Time the program beside others that do a like thing
	@DESKCTL_BENCH=1 $(SWIFT) build -c release --product bench --scratch-path $(optimized) $(static) \
	  $(checked) >.build/bench.log 2>&1 || { cat .build/bench.log; exit 1; }
	@DESKCTL_BINARY=$(CURDIR)/$(binary) $(optimized)/release/bench

# Each engine has a Python of its own here; `made` in it says that nothing of it is missing.
many := .build/many-desks
ENGINE ?= duckdb
duckdb_script := report.py
duckdb_module := duckdb>=1.5
spark_script := spark_report.py
spark_module := pyspark>=4
# The major version of the Java that Spark would start; nothing where there is none.
java_version := "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'

.PHONY: many-desks
many-desks: ## See figures of many desks (DESKS=GLOB ZONE= FIRST= LAST=, ENGINE=duckdb or spark)
	@[ -n "$$DESKS" ] && [ -n "$$FIRST" ] && [ -n "$$LAST" ] && [ -n "$($(ENGINE)_script)" ] \
	  || { echo "make many-desks DESKS='/var/lib/desks/*' ZONE=America/Sao_Paulo FIRST=2026-11-01 LAST=2026-11-30"; \
	  echo "with ENGINE=duckdb, as where it is not said, or ENGINE=spark"; exit 2; } >&2
	@[ $(ENGINE) != spark ] || [ "$$($(java_version))" -ge 17 ] 2>/dev/null \
	  || { echo "Spark needs Java 17 or newer, and none was found; on Debian: apt-get install default-jre-headless" >&2; exit 2; }
	@[ -e $(many)/$(ENGINE)/made ] || $(MAKE) --no-print-directory $(many)/$(ENGINE)/made
	@$(many)/$(ENGINE)/bin/python3 Samples/many-desks/$($(ENGINE)_script) \
	  "$$DESKS" "$${ZONE:-UTC}" "$$FIRST" "$$LAST"

# Where something fails or is stopped, nothing half made is taken for whole the next time.
$(many)/%/made:
	@rm -rf $(@D) && mkdir -p $(many)
	@echo "Making $(@D), a Python of its own with $($*_module) from PyPI$(if $(filter spark,$*), (a download of 450 MB))" >&2
	@{ python3 -m venv $(@D) && $(@D)/bin/pip install --quiet '$($*_module)'; } >$(many)/$*.log 2>&1 \
	  || { rm -rf $(@D); echo "That failed; the last lines of the log, $(many)/$*.log:"; tail -n 5 $(many)/$*.log; exit 1; } >&2
	@touch $@

.PHONY: docs
docs: ## Build the pages of every target's .docc into .build/docs
	@mkdir -p .build/docs
	$(SWIFT) package dump-symbol-graph --minimum-access-level package >.build/docs/log 2>&1
	@for target in $(documented); do \
	  graphs=.build/docs/graphs/$$target; \
	  rm -rf $$graphs; mkdir -p $$graphs; \
	  cp .build/*/symbolgraph/$$target.symbols.json .build/*/symbolgraph/$$target@*.symbols.json \
	    $$graphs 2>/dev/null; \
	  docc convert Sources/$$target/$$target.docc --additional-symbol-graph-dir $$graphs \
	    --output-dir .build/docs/$$target.doccarchive --fallback-display-name $$target \
	    --fallback-bundle-identifier deskctl.$$target >>.build/docs/log 2>&1 || exit 1; \
	  echo ".build/docs/$$target.doccarchive"; \
	done
	@echo "to read one: docc preview Sources/JSON/JSON.docc --additional-symbol-graph-dir .build/docs/graphs/JSON"

.PHONY: man
man: release ## Write the manual, in English and in Portuguese, below .build/man
	@mkdir -p $(dir $(man_en)) $(dir $(man_pt))
	$(binary) manual --lang en --out $(man_en)
	$(binary) manual --lang pt-BR --out $(man_pt)

.PHONY: install
install: ## Install below PREFIX (/usr/local) what is built: program, manual, completions
	@[ -x $(binary) ] && [ -e $(man_en) ] && [ -e $(man_pt) ] || $(MAKE) --no-print-directory man
	install -d $(DESTDIR)$(PREFIX)/bin $(share)/man/man1 $(share)/man/pt_BR/man1 \
	  $(share)/bash-completion/completions $(share)/zsh/site-functions \
	  $(share)/fish/vendor_completions.d
	install -m 755 $(binary) $(DESTDIR)$(PREFIX)/bin/deskctl
	install -m 644 $(man_en) $(share)/man/man1/deskctl.1
	install -m 644 $(man_pt) $(share)/man/pt_BR/man1/deskctl.1
	$(binary) completion bash --out $(share)/bash-completion/completions/deskctl
	$(binary) completion zsh --out $(share)/zsh/site-functions/_deskctl
	$(binary) completion fish --out $(share)/fish/vendor_completions.d/deskctl.fish

.PHONY: uninstall
uninstall: ## Remove what install installed, and nothing else
	rm -f $(DESTDIR)$(PREFIX)/bin/deskctl $(share)/man/man1/deskctl.1 \
	  $(share)/man/pt_BR/man1/deskctl.1 $(share)/bash-completion/completions/deskctl \
	  $(share)/zsh/site-functions/_deskctl $(share)/fish/vendor_completions.d/deskctl.fish

.PHONY: clean
clean: ## Remove all that was built
	rm -rf .build
