# Two commands do all the set-up: `make run` shows the ledger at work, `make test` proves it.

STORE ?= .ledger
LEDGER = .build/release/ledger --store $(STORE)
SWIFT_FILES = Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift

.PHONY: run test soak setup build lint format bench bench-peers schema docs clean

## Builds, loads events/ into a new store, and shows three answers.
run: build
	@tools/run.sh .build/release/ledger $(STORE)

# The library of the tests is optimised, since they prove thousands of histories (see Package.swift).
# A plain `swift build` or `swift test` builds it anew without that, in the same folder.
test soak: export ORGLEDGER_PROVING = 1

## Lints, builds with warnings as errors, runs all tests.
test: setup lint
	swift build --build-tests
	swift test --skip-build

## Holds every way to an answer against the fold, over many random histories and some of up to
## 10,000 submissions: HISTORIES small ones, from SEED on, and large ones of the lengths LARGE.
## Also judges the acts of a fiftieth as many, at least 20, through indexes and over all facts.
HISTORIES ?= 10000
SEED ?= 1
LARGE ?= 300,1000,3000,10000
soak: setup
	swift build --build-tests
	HISTORIES=$(HISTORIES) SEED=$(SEED) LARGE=$(LARGE) swift test --skip-build --filter 'ProofTests|JudgedThroughIndexesTests'

## Installs what is missing.
setup:
	@tools/setup.sh

build: setup
	swift build --configuration release --product ledger --static-swift-stdlib

lint:
	swift format lint --strict --recursive $(SWIFT_FILES)

format:
	swift format --in-place --recursive $(SWIFT_FILES)

## Measures what docs/benchmarks.md tells.
bench: setup
	swift build --package-path Benchmarks --configuration release --static-swift-stdlib
	tools/bench.sh

## Measures the same work on PostgreSQL and on eventsourcing; needs postgresql-15, libpq-dev, python3.
bench-peers: setup
	swift build --package-path Benchmarks --configuration release --static-swift-stdlib
	Benchmarks/peers/peers.sh

## The documentation of the public symbols, as a static site in .build/documentation.
docs: setup
	tools/docs.sh

clean:
	rm -rf .build $(STORE)
