# Everything by one word: `make demo` and `make test` do all their own set-up.
# What is missing is installed: on Debian as root the built r-cran-* packages,
# elsewhere from CRAN by R's own repository setting.

R = R
RSCRIPT = Rscript --vanilla
BUILD = _build
JOBS = 2
# Article collections that tests and benches read where they are there.
ifeq ($(TRITONE_DATA),)
ifneq ($(wildcard ../shared/data/INDEX.md),)
export TRITONE_DATA := $(abspath ../shared/data)
endif
endif

VERSION = $(shell sed -n 's/^Version: //p' DESCRIPTION)
SOURCES = $(shell find src R inst -type f ! -name '*.o' ! -name '*.so' | sort) DESCRIPTION NAMESPACE
STAMP = $(BUILD)/installed

.PHONY: demo test test-cpp test-r test-peers check sanitize fuzz bench docs format lint install clean

demo: $(STAMP) $(BUILD)/vignettes
	$(RSCRIPT) tools/demo.R report.html

test: test-cpp test-r
	@$(RSCRIPT) tools/count_tests.R $(BUILD)

test-cpp: $(BUILD)/setup-test
	@sh tools/test_cpp.sh $(BUILD) $(JOBS)

test-r: $(BUILD)/setup-test $(STAMP)
	@$(RSCRIPT) tools/test_r.R $(BUILD) $(JOBS)

test-peers: $(STAMP)
	@sh tools/setup.sh peers
	$(RSCRIPT) tools/test_peers.R

check: $(BUILD)/setup-check
	sh tools/check.sh $(BUILD)

sanitize: $(BUILD)/setup-test
	sh tools/sanitize.sh $(BUILD) $(JOBS)

fuzz: $(BUILD)/setup-fuzz $(STAMP)
	sh tools/fuzz.sh $(BUILD) $(JOBS)
	$(RSCRIPT) tools/fuzz_arguments.R $(BUILD)

bench: $(STAMP)
	@sh tools/setup.sh peers
	for script in bench/articles.R bench/terms.R bench/statistics.R bench/tone.R bench/tone_groups.R bench/topics.R bench/stm.R bench/topic_effects.R bench/topic_questions.R; do $(RSCRIPT) $$script || exit 1; done

docs: $(BUILD)/setup-dev
	$(RSCRIPT) tools/document.R

format: $(BUILD)/setup-dev
	find src tests/cpp \( -name '*.cpp' -o -name '*.h' \) ! -name RcppExports.cpp \
	  ! -name unicode_tables.cpp -print0 | xargs -0 clang-format -i

lint: $(BUILD)/setup-dev
	$(RSCRIPT) tools/lint.R
	find src tests/cpp \( -name '*.cpp' -o -name '*.h' \) ! -name RcppExports.cpp \
	  ! -name unicode_tables.cpp -print0 | xargs -0 clang-format --dry-run --Werror

install: $(STAMP)

$(STAMP): $(SOURCES) | $(BUILD)/setup-run
	MAKEFLAGS=-j$(JOBS) $(R) CMD INSTALL --preclean --strip . >$(BUILD)/install.log 2>&1 \
	  || { cat $(BUILD)/install.log; exit 1; }
	@sh ./cleanup
	@touch $@

# Notebooks need more packages than the rest: without these the demo goes on.
$(BUILD)/vignettes: $(STAMP) $(wildcard vignettes/*.Rmd) tools/vignettes.R
	@sh tools/setup.sh notebooks || true
	$(RSCRIPT) tools/vignettes.R
	@touch $@

# One stamp for each list of tools/setup.sh, so that a second run installs nothing.
$(BUILD)/setup-%: tools/setup.sh DESCRIPTION
	@mkdir -p $(BUILD)
	@sh tools/setup.sh $*
	@touch $@

clean:
	sh ./cleanup
	rm -rf $(BUILD) report.html tritone.Rcheck tritone_*.tar.gz
