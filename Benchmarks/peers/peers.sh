#!/usr/bin/env bash
# Measures OrgLedger beside what else could keep the same history.
# Usage: peers.sh [--records N] [--rounds N]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bench="$here/../.build/release/ledger-bench"
venv="$here/../.build/peers"

[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
"$here/with-postgres.sh" "$bench" --only postgres --helper '{helper}' --connection '{connection}' "$@"
"$here/with-postgres.sh" "$venv/bin/python" "$here/peers.py" --ledger-bench "$bench" \
  --connection '{connection}' "$@"
