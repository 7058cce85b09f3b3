#!/bin/sh
# Generates the Swift code of docs/orgledger.proto for the tests, which hold our own encoding
# against it. Run it when the schema has changed, and commit what it writes.
#
# Needs protoc on the path. protoc-gen-swift is built from the package's own swift-protobuf unless
# PROTOC_GEN_SWIFT names one.
set -eu
cd "$(dirname "$0")/.."
out=Tests/OrgLedgerTests/Log/Oracle/orgledger.pb.swift

if [ -z "${PROTOC_GEN_SWIFT:-}" ]; then
  swift build --product protoc-gen-swift
  PROTOC_GEN_SWIFT="$(swift build --show-bin-path)/protoc-gen-swift"
fi
generated=$(mktemp -d)
trap 'rm -r "$generated"' EXIT
protoc --plugin=protoc-gen-swift="$PROTOC_GEN_SWIFT" --swift_out="$generated" -I docs \
  docs/orgledger.proto
# The digest lets a test say that the schema has changed and this file has not.
{
  echo "// sha256 of docs/orgledger.proto: $(sha256sum docs/orgledger.proto | cut -d ' ' -f 1)"
  cat "$generated/orgledger.pb.swift"
} > "$out"
