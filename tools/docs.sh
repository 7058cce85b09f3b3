#!/usr/bin/env bash
# Builds the documentation of the library's public symbols as a static site.
# Usage: tools/docs.sh [FOLDER]   (default .build/documentation)
#
# Needs the DocC plugin among the dependencies of Package.swift. To read the site, serve the folder:
#   python3 -m http.server --directory .build/documentation
# and open http://localhost:8000/documentation/orgledger/
set -euo pipefail
cd "$(dirname "$0")/.."
output=${1:-.build/documentation}

if ! grep -q 'swift-docc-plugin' Package.swift; then
  echo "docs: Package.swift does not name swift-docc-plugin; without it nothing builds the site." >&2
  exit 69
fi

mkdir -p "$output"
swift package --allow-writing-to-directory "$output" \
  generate-documentation --target OrgLedger \
  --transform-for-static-hosting --output-path "$output"
echo "docs: $output/documentation/orgledger/index.html"
