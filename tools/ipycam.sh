#!/usr/bin/env bash
# Make .venv-ipycam beside .venv: an ONVIF camera that nobody here wrote (PyPI ipycam, MIT), which the tests talk to. It
# brings an OpenCV of its own, which the product must never find.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
if ! .venv-ipycam/bin/python -c 'import pip' 2>/dev/null; then
  rm -rf .venv-ipycam
  "$python" -m venv .venv-ipycam || { echo "python3 -m venv failed: is the package python3-venv installed?" >&2; exit 1; }
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore PYTHONWARNINGS=ignore
.venv-ipycam/bin/python -m pip install --quiet --retries 5 --timeout 60 --only-binary=:all: \
  "ipycam==1.3.0" "opencv-python>=4.10,<6" "numpy>=2,<3" || {
  echo "ipycam could not be installed; tests/unit/onvif/test_ipycam.py will say so and fail." >&2; }
