#!/usr/bin/env bash
# Measures what docs/benchmarks.md tells.
# Usage: tools/bench.sh [FOLDER]   the stores are made there, and the disk under it is measured
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-.build}
mkdir -p "$folder"

# Each with its own --package-path or none: the benchmarks are a package of their own.
swift build --configuration release --product ledger --static-swift-stdlib
swift build --package-path Benchmarks --configuration release --static-swift-stdlib

bench=Benchmarks/.build/release
"$bench/wrapper-bench" --folder "$folder"
echo
"$bench/ledger-bench" --folder "$folder" --province events --ledger .build/release/ledger
