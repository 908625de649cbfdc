# What a person types; `make` alone lists it. Swift 6.2 or later is all that must be there beforehand.

PREFIX ?= /usr/local
HCITRACE := .build/release/hcitrace
SOURCES := Package.swift $(shell find Sources -type f)

# Generic types are found by their accessors, not by their names: a quarter of the instructions of a short run.
RELEASE_FLAGS := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

# On Linux the Swift standard library goes into the binary, which then runs where no Swift is installed, and so does what
# that needs of GCC's libraries, which take a millisecond to load: an archive alone in its folder, found first, is taken.
# Nothing looks up the binary's own symbols.
ifeq ($(shell uname -s),Linux)
ARCHIVES := $(CURDIR)/.build/archives
RELEASE_FLAGS += --static-swift-stdlib -Xswiftc "-L$(ARCHIVES)" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xlinker --no-export-dynamic
endif

BENCHMARKS := swift build --package-path Tests/Benchmarks --scratch-path .build/benchmarks \
  --configuration release $(RELEASE_FLAGS)
SIZE ?= 200
RUNS ?= 7

# Optimised, as it is used, with its traps on; libFuzzer watches which branches are taken, the sanitizer the memory.
FUZZ := swift build --package-path Tests/Fuzz --scratch-path .build/fuzz --configuration release \
  --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
MINUTES ?= 10
JOBS ?= 1

.PHONY: help demo test damage bench fuzz release install format lint setup clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(HCITRACE) ## build hcitrace and analyse every capture in SampleCaptures
	$(HCITRACE) analyze SampleCaptures --fail-on never

test: ## run all tests
	@.ci/setup --tests
	swift test --disable-xctest

damage: setup $(HCITRACE) ## damage every sample in every way, and let bombs of their whole size go off
	HCITRACE="$(CURDIR)/$(HCITRACE)" swift test --disable-xctest --filter '\.(DamageTests|BombTests)'

bench: $(HCITRACE) ## measure it against Tests/Benchmarks/Limits.txt (SIZE=200 megabytes, RUNS=7, ONLY=small)
	$(BENCHMARKS)
	@"$$($(BENCHMARKS) --show-bin-path)/benchmarks" --size $(SIZE) --runs $(RUNS) $(if $(ONLY),--only $(ONLY)) \
	  $(if $(RECORD),--record)
	$(if $(RECORD),Tests/Benchmarks/profile --record)

fuzz: setup ## try hostile inputs on everything (MINUTES=10 in all, TARGET=sdp, JOBS=1 at a time)
	$(FUZZ) --product fuzz
	@FUZZ="$$($(FUZZ) --show-bin-path)/fuzz" Tests/Fuzz/run --minutes $(MINUTES) --jobs $(JOBS) $(TARGET)

release: $(HCITRACE) ## build .build/release/hcitrace

install: $(HCITRACE) ## install it as PREFIX/bin/hcitrace (PREFIX=/usr/local, DESTDIR=)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(HCITRACE) "$(DESTDIR)$(PREFIX)/bin/hcitrace"

format: ## format the sources in place
	swift format --in-place --parallel --recursive Sources Tests

lint: ## check the formatting
	swift format lint --strict --parallel --recursive Sources Tests

setup: ## install the C libraries that are missing
	@.ci/setup

clean: ## remove what was built
	swift package clean
	rm -rf .build/benchmarks .build/fuzz

# Not `| setup`: what is built can be installed by a root that has no Swift on its PATH.
$(HCITRACE): $(SOURCES)
	@.ci/setup
	@mkdir -p .build/archives
	@archive=$$(clang -print-file-name=libstdc++.a 2>/dev/null || cc -print-file-name=libstdc++.a); \
	  if [ -f "$$archive" ]; then ln -sf "$$archive" .build/archives; fi
	swift build --configuration release $(RELEASE_FLAGS) --product hcitrace
	@touch $@
