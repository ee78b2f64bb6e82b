# sockspec: a conformance suite for Ruby's classic Socket class, beside a reference in C.

VARIANT ?= debug
CC := gcc
BUILD := build/$(VARIANT)
PREFIX ?= /usr/local

WARNINGS := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wcast-align -Wwrite-strings -Wundef \
	-Wvla -Wformat=2 -Wswitch-enum -Wnull-dereference -Wno-overlength-strings
GCC_WARNINGS := -Wduplicated-cond -Wduplicated-branches -Wlogical-op
OPTIMISE := -O2 -g

ifeq ($(VARIANT),clang)
CC := clang
GCC_WARNINGS := -Wno-gnu-zero-variadic-macro-arguments
else ifeq ($(VARIANT),release)
OPTIMISE := -O2
else ifeq ($(VARIANT),asan)
OPTIMISE := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer
else ifeq ($(VARIANT),tsan)
OPTIMISE := -O1 -g -fsanitize=thread
else ifeq ($(VARIANT),coverage)
REFERENCE_FLAGS := --coverage -O0
COUNTED := $(REFERENCE_FLAGS)
COUNTED_LINK := --coverage -Wl,--wrap=_exit,--wrap=abort,--wrap=execve,--wrap=seccomp_load
TELL_COUNTS := conformance/selftest/coverage/tell_counts.c
else ifeq ($(VARIANT),trace)
CC := clang
GCC_WARNINGS := -Wno-gnu-zero-variadic-macro-arguments
OPTIMISE := -O1 -g
REFERENCE_FLAGS := -fsanitize-coverage=inline-8bit-counters,pc-table -O0
else ifeq ($(VARIANT),fuzz)
CC := clang
GCC_WARNINGS := -Wno-gnu-zero-variadic-macro-arguments
OPTIMISE := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
else ifneq ($(VARIANT),debug)
$(error VARIANT is debug, release, clang, asan, tsan, coverage, trace or fuzz, not $(VARIANT))
endif

CPPFLAGS += -D_GNU_SOURCE=1 -I. -Ireference/include
CFLAGS += -std=c11 $(OPTIMISE) $(WARNINGS) $(GCC_WARNINGS)

REFERENCE := $(sort $(wildcard reference/src/*.c))
DRIVER := $(sort $(wildcard conformance/drivers/c/*.c))
HARNESS := $(sort $(wildcard conformance/harness/*/*.c))
BEHAVIOURS := $(sort $(wildcard conformance/behaviours/*.c))
SELFTEST := $(sort $(wildcard conformance/selftest/*.c))
HOSTILE := $(sort $(wildcard conformance/selftest/hostile/*.c))
MUTANT := $(sort $(wildcard conformance/selftest/mutant/*.c))
NAIVE := $(sort $(wildcard conformance/selftest/naive/*.c))
FIXTURES := $(sort $(wildcard fixtures/*.tsv fixtures/world/*))
TEMPLATES := $(sort $(wildcard conformance/templates/*/*)) reference/include/sockref.h

object = $(patsubst %.c,$(BUILD)/%.o,$(1))
# A library that counts its blocks calls these functions of the driver.
TRACED := -Wl,--export-dynamic-symbol=__sanitizer_cov_8bit_counters_init \
	-Wl,--export-dynamic-symbol=__sanitizer_cov_pcs_init
PROGRAMS := $(BUILD)/sockspec $(BUILD)/sockspec-driver-c $(BUILD)/libsockref.so

.DELETE_ON_ERROR:
.SECONDARY:
.DEFAULT_GOAL := all

## all           build the programs in build/$(VARIANT); build/sockspec is a link to the last variant built
.PHONY: all programs
programs: $(PROGRAMS)
all: programs
	@ln -sfn $(VARIANT)/sockspec build/sockspec

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(EXTRA) -MMD -MP -c $< -o $@

$(call object,$(REFERENCE)): EXTRA = -fPIC -fvisibility=hidden $(REFERENCE_FLAGS)
$(call object,conformance/sockspec.c $(HARNESS)): EXTRA = $(COUNTED)
# The compiler does not report files that .incbin reads as dependencies.
$(call object,conformance/harness/rows/catalogue.c conformance/harness/world/fixtures.c): $(FIXTURES)
$(call object,conformance/harness/command/templates.c): $(TEMPLATES)

# The library calls its own functions, even if another object defines functions of the same names.
$(BUILD)/libsockref.so: $(call object,$(REFERENCE))
	$(CC) $(CFLAGS) $(REFERENCE_FLAGS) -shared -Wl,-Bsymbolic,-soname,libsockref.so $^ -o $@

$(BUILD)/sockspec-driver-c: $(call object,$(DRIVER))
	$(CC) $(CFLAGS) $(TRACED) $^ -o $@ -ljansson -ldl

$(BUILD)/sockspec: $(call object,conformance/sockspec.c $(HARNESS) $(BEHAVIOURS) $(TELL_COUNTS))
	$(CC) $(CFLAGS) $(COUNTED_LINK) $^ -o $@ -lcriterion -ljansson -lseccomp

$(BUILD)/selftest: $(call object,$(SELFTEST) $(HARNESS) $(REFERENCE) $(TELL_COUNTS))
	$(CC) $(CFLAGS) $(REFERENCE_FLAGS) $(COUNTED_LINK) $^ -o $@ -lcriterion -ljansson -lseccomp

$(BUILD)/hostile: $(call object,$(HOSTILE) $(DRIVER))
	$(CC) $(CFLAGS) -Wl,--wrap=serve $^ -o $@ -ljansson -ldl

FUZZ := $(sort $(wildcard conformance/selftest/fuzz/*.c))
.PHONY: fuzzers
fuzzers: $(patsubst conformance/selftest/fuzz/%.c,$(BUILD)/fuzz-%,$(FUZZ))
$(BUILD)/fuzz-%: $(BUILD)/conformance/selftest/fuzz/%.o $(call object,$(HARNESS) $(REFERENCE))
	$(CC) $(CFLAGS) -fsanitize=fuzzer $^ -o $@ -lcriterion -ljansson -lseccomp

THREADS := $(sort $(wildcard conformance/selftest/threads/*.c))
$(BUILD)/threads: $(call object,$(THREADS) $(REFERENCE))
	$(CC) $(CFLAGS) $^ -o $@ -pthread

$(call object,$(NAIVE)): EXTRA = -fPIC -fvisibility=hidden $(COUNTED)
$(BUILD)/libnaive.so: $(call object,$(NAIVE))
	$(CC) $(CFLAGS) $(COUNTED) -shared $^ -o $@ -lm

$(call object,$(MUTANT)): EXTRA = -fPIC
$(BUILD)/libmutant.so: $(call object,$(MUTANT)) $(BUILD)/libsockref.so
	$(CC) $(CFLAGS) -shared -Wl,--no-as-needed,-rpath,'$$ORIGIN' $^ -o $@ -ldl

# The programs and libraries that the self-tests need in addition.
.PHONY: tests
tests: $(BUILD)/selftest $(BUILD)/hostile $(BUILD)/libnaive.so $(BUILD)/libmutant.so

-include $(patsubst %.o,%.d,$(call object,conformance/sockspec.c $(HARNESS) $(BEHAVIOURS) \
	$(DRIVER) $(REFERENCE) $(SELFTEST) $(FUZZ) $(THREADS) $(HOSTILE) $(NAIVE) $(MUTANT)))

## setup         install packages that the suite needs and this machine lacks (Debian)
.PHONY: setup
setup:
	@scripts/setup

## conformance   test the reference; IUT="COMMAND" or IUT=LIB.so names another implementation, ARGS= adds options
.PHONY: conformance
conformance:
	@scripts/setup --driver "$(firstword $(IUT))"
	@$(MAKE) --no-print-directory -s all
	@build/sockspec $(ARGS) $(if $(IUT),$(if $(filter %.so,$(IUT)),--library $(IUT),-- $(IUT)))

## compare       test every implementation installed here; prints a matrix and writes build/compare/index.html
.PHONY: compare
compare:
	@scripts/setup --compare
	@$(MAKE) --no-print-directory -s all
	@scripts/compare $(ARGS)

## check         run all checks: gcc, clang, self-tests, the suite on the reference, MRI and mruby, linters
.PHONY: check
check:
	@scripts/setup --check
	@scripts/check

## audit         report behaviours without rows, rows without behaviours, and the strength of rows; HTML=1 also writes a page
.PHONY: audit
audit: setup
	@$(MAKE) --no-print-directory -s all
	@build/sockspec audit
	@mkdir -p build/audit
	@build/sockspec strength --authority all --results build/audit/strength.jsonl $(ARGS)
ifneq ($(HTML),)
	@scripts/setup --check
	@$(MAKE) --no-print-directory -s VARIANT=trace programs
	@build/trace/sockspec --authority all --results build/audit/trace.jsonl >build/audit/trace.txt
	@scripts/audit --directory build/audit --library build/trace/libsockref.so
endif

## coverage      measure coverage: of the reference by a conformance run, of the harness by its self-tests; or of IUT=LIB.so
.PHONY: coverage
coverage:
	@scripts/setup --check
	@scripts/coverage $(if $(IUT),--library $(IUT)) $(if $(LEAST),--least $(LEAST)) $(if $(ARGS),-- $(ARGS))

# The installed files: mode, file here, file below PREFIX. They find each other relative to their own
# locations, so that the whole installation can be moved.
placed = $(foreach file,$(2),$(1):$(file):$(3)/$(notdir $(file)))
SCRIPTED := $(sort $(wildcard conformance/drivers/*/*.rb))
# The command html runs these. They have the same folders as here.
PAGE := scripts/html scripts/catalogue.py $(sort $(wildcard scripts/comparison/*.*)) \
	fixtures/catalogue.tsv fixtures/exclusions.tsv
INSTALLED := \
	$(call placed,755,$(BUILD)/sockspec,bin) \
	$(call placed,755,$(BUILD)/sockspec-driver-c,libexec/sockspec) \
	$(call placed,644,$(BUILD)/libsockref.so,lib) \
	$(call placed,644,reference/sockref.pc,lib/pkgconfig) \
	$(call placed,644,reference/include/sockref.h,include) \
	$(call placed,644,conformance/sockspec.1,share/man/man1) \
	644:conformance/sockspec.bash:share/bash-completion/completions/sockspec \
	$(call placed,644,$(sort $(wildcard fixtures/baselines/*.txt)),share/sockspec/baselines) \
	$(foreach file,$(PAGE),644:$(file):share/sockspec/$(file)) \
	$(foreach file,$(SCRIPTED),644:$(file):share/sockspec/$(file:conformance/%=%))

## install       install the programs, reference, drivers, baselines and manual below PREFIX (/usr/local) and DESTDIR
.PHONY: install
install: all
	@for entry in $(INSTALLED); do \
		IFS=:; set -- $$entry; \
		install -D -m "$$1" "$$2" "$(DESTDIR)$(PREFIX)/$$3" || exit; \
	done

## uninstall     remove the installed files
.PHONY: uninstall
uninstall:
	@cd "$(DESTDIR)$(PREFIX)" && for entry in $(INSTALLED); do $(RM) "$${entry##*:}" || exit; done
	@cd "$(DESTDIR)$(PREFIX)" && for directory in libexec/sockspec share/sockspec; do \
		[ ! -d "$$directory" ] || find "$$directory" -depth -type d -empty -delete || exit; \
	done

## mutation      find small changes and side effects of the reference that no row detects; ARGS="--file NAME" limits
##               it to small changes of a file
.PHONY: mutation
mutation:
	@scripts/setup --check
	@scripts/mutate $(ARGS)
	@$(if $(ARGS),,scripts/behaviours)

## sanitize      run the suite on the reference under ASan and UBSan, TSan and valgrind, and a test with several threads
.PHONY: sanitize
sanitize:
	@scripts/setup --check
	@scripts/sanitize

## soak          repeat a run RUNS=200 times under load, and compare the runs row by row
.PHONY: soak
soak: setup
	@$(MAKE) --no-print-directory -s all
	@scripts/soak $(or $(RUNS),200) $(ARGS)

## fuzz          fuzz each parser of external input for SECONDS=60, with the seeds in fixtures/fuzz
.PHONY: fuzz
fuzz:
	@scripts/setup --check
	@$(MAKE) --no-print-directory -s VARIANT=fuzz fuzzers
	@scripts/fuzz $(or $(SECONDS),60)

## compdb        write compile_commands.json with Bear
.PHONY: compdb
compdb:
	@scripts/setup --check
	bear -- $(MAKE) --no-print-directory -B all tests

## format        format the sources with clang-format
.PHONY: format
format:
	clang-format -i $(shell git ls-files '*.c' '*.h')

## clean         remove build/
.PHONY: clean
clean:
	$(RM) -r build compile_commands.json

## help          print this help
.PHONY: help
help:
	@sed -n 's/^## //p' Makefile
