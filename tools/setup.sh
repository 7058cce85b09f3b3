#!/usr/bin/env bash
# Installs what the build needs and the machine lacks. Says so; asks for sudo only if not root.
set -euo pipefail

if ! command -v swift >/dev/null 2>&1; then
  echo "setup: Swift 6.2 or newer is needed (https://www.swift.org/install); it is not installed." >&2
  exit 69
fi

if ! command -v apt-get >/dev/null 2>&1; then
  if pkg-config --exists lmdb 2>/dev/null; then exit 0; fi
  echo "setup: no apt-get here; install LMDB's header and library (lmdb), and pkg-config." >&2
  exit 69
fi

missing=()
command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
pkg-config --exists lmdb 2>/dev/null || missing+=(liblmdb-dev)
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

echo "setup: installing ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >&2
