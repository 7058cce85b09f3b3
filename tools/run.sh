#!/usr/bin/env bash
# Loads the events into a store, passing over those that are in it, and shows three answers: how the
# province stood, what changed, and how one department came to exist.
# Usage: tools/run.sh LEDGER STORE
set -euo pipefail
cd "$(dirname "$0")/.."
ledger=$1
store=$2

show() {
  printf '\n$ ledger'
  for word in "$@"; do
    case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$ledger" --store "$store" "$@"
}

if [ ! -e "$store" ]; then show init --origin lang-son --offset +07:00; fi
show import events --vocabulary vocabulary/vi.yaml
show chart --root tinh-lang-son --depth 2 --as-of 31/10/2024
show diff 31/10/2024 01/03/2025
show diff 31/10/2024 01/07/2025
show lineage 'Sở Tài chính' --as-of 01/03/2025
