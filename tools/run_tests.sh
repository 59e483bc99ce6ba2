#!/usr/bin/env bash
# Run every check, all of them even when one fails, and end with one summary line in pytest's form.
# Words: nothing = everything; "lint" = only the checks that run nothing.
set -uo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT
failed=()

step() {
  local name=$1 began=$SECONDS; shift
  printf '\n== %s\n' "$name"
  if "$@" </dev/null; then
    printf '== %s: passed (%d s)\n' "$name" $((SECONDS - began))
  else
    printf '== %s: FAILED (%d s)\n' "$name" $((SECONDS - began))
    failed+=("$name")
  fi
}

step "ruff" $python -m ruff check .
step "mypy" $python -m mypy
step "import contracts" .venv/bin/python -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-cache

# Two workers a core: most tests wait for cameras, and two of them fill half a machine of two cores. A test on real sockets
# may starve there. What failed in the crowd is run once more, alone and in plain sight; what fails twice fails. Nothing is
# retried in the second part.
workers=$(($(nproc) * 2))
[ "$workers" -le 8 ] || workers=8
in_parallel() {
  $python -m pytest -n "$workers" --dist worksteal -m "not serial" --junit-xml "$reports/parallel.xml" && return 0
  printf '\n-- failed in the crowd; these are run once more, alone:\n'
  $python -m pytest --last-failed --last-failed-no-failures none -m "not serial" --junit-xml "$reports/again.xml"
}

if [ "${1:-}" != lint ]; then
  # Tests that own a display or measure time run alone, after the crowd has left the cores.
  rm -rf .pytest_cache  # --last-failed must mean this run
  step "tests in parallel" in_parallel
  step "tests one by one" $python -m pytest -m serial --junit-xml "$reports/serial.xml"
  $python tools/test_summary.py "$reports"/*.xml || failed+=("summary")
fi

if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "$(IFS=,; echo "${failed[*]}")"
  exit 1
fi
echo "All checks passed."
