#!/usr/bin/env bash
# Make .venv-peers beside .venv: what only the other players of the bench need and the product must never find.
# The system's own Python, because Debian's GStreamer bindings are built for that one; versions of Qt as in .venv.
set -euo pipefail
cd "$(dirname "$0")/.."
qt=$(.venv/bin/python -c 'import PySide6; print(PySide6.__version__)')
[ -x /usr/bin/python3 ] && system=/usr/bin/python3 || system=python3
if ! .venv-peers/bin/python -c 'import pip' 2>/dev/null; then
  rm -rf .venv-peers
  "$system" -m venv --system-site-packages .venv-peers || { echo "$system -m venv failed: is the package python3-venv installed?" >&2; exit 1; }
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore PYTHONWARNINGS=ignore
if ! .venv-peers/bin/python -m pip install --quiet --retries 5 --timeout 60 --only-binary=:all: \
    "PySide6-Essentials==$qt" "PySide6-Addons==$qt" "python-vlc>=3.0.20,<4"; then
  echo "QMediaPlayer needs PySide6-Addons $qt for $("$system" --version) and could not be had; the bench says so in its table." >&2
fi
