#!/usr/bin/env bash
# Re-make requirements.lock (running and installing) and requirements-test.lock (the same plus test tools) from pyproject.toml.
# uv is fetched into a throw-away environment; the locks hold hashes of the public registry and no index address.
set -euo pipefail
cd "$(dirname "$0")/.."
tools_dir=$(mktemp -d)
trap 'rm -rf "$tools_dir"' EXIT
"${PYTHON:-python3}" -m venv "$tools_dir/venv"
"$tools_dir/venv/bin/python" -m pip install --quiet uv
lock() {
  local out=$1; shift
  env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS "$tools_dir/venv/bin/uv" pip compile --quiet --no-config --native-tls --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" \
    "$@" --output-file "$out" pyproject.toml
}
lock requirements.lock --extra build
# The test lock takes the running lock as a constraint, so that tests meet the very versions operators get.
lock requirements-test.lock --extra build --extra test --constraint requirements.lock
