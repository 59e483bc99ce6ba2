#!/usr/bin/env bash
# Make or mend .venv from a lock file (hashes checked) and install this checkout into it, editable.
set -euo pipefail
lock=${1:?a lock file}
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

# With a modern enough interpreter, its name; without one, a sentence.
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is needed; '$python' is older or missing. Name another one: make PYTHON=/path/to/python3 ..." >&2
  exit 1
fi
if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
  rm -rf .venv
  "$python" -m venv .venv || { echo "python3 -m venv failed: is the package python3-venv installed?" >&2; exit 1; }
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore PYTHONWARNINGS=ignore
.venv/bin/python -m pip install --quiet --retries 5 --timeout 60 --only-binary=:all: --require-hashes -r "$lock"
# The build back end is in the lock, so nothing unhashed is fetched here.
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
