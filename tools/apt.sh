#!/usr/bin/env bash
# Install the Debian packages of one purpose ("run", "test" or "peers"); only the missing ones, so that a second run needs no network.
set -euo pipefail
purpose=${1:?run, test or peers}

# Offscreen Qt, then a real X window (found by elimination on a minimal Debian 12).
run=(
  python3 python3-venv ca-certificates
  libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libbrotli1
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
  libportaudio2
)
# A display with a window manager and hands on its keyboard; an RTSP server and a codec zoo nobody here wrote.
test=(
  xvfb xauth openbox xdotool x11-utils x11-xkb-utils imagemagick ffmpeg git procps
  dbus at-spi2-core
  libvlc5 vlc-plugin-base
  python3-gi gir1.2-gst-rtsp-server-1.0
  gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-plugins-ugly
)
# The players the console is measured against (make bench-peers); none of them is needed to run or test it.
peers=(
  mpv libvlc5 vlc-plugin-base
  python3-gi gir1.2-gst-plugins-base-1.0 gstreamer1.0-libav gstreamer1.0-x
  gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad
)
case "$purpose" in
  run) wanted=("${run[@]}") ;;
  test) wanted=("${run[@]}" "${test[@]}") ;;
  peers) wanted=("${run[@]}" "${test[@]}" "${peers[@]}") ;;
  *) echo "tools/apt.sh: run, test or peers" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is not a Debian-like system: please see that it has what these Debian packages give: ${wanted[*]}" >&2
  exit 0
fi
# Debian names architectures and renames libraries (libglib2.0-0t64): ask for what provides the name, installed.
have=$(dpkg-query -W -f='${db:Status-Status} ${Package} ${Provides}\n' | sed -n 's/^installed //p' | tr -d ',' | tr ' ' '\n' | sort -u)
missing=()
for package in "${wanted[@]}"; do
  grep -qxF -- "$package" <<<"$have" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=(env)
elif command -v sudo >/dev/null; then
  as_root=(sudo env)
else
  echo "These system packages are missing and this user may not install them. As root: apt-get install -y --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
echo "Installing system packages: ${missing[*]}"
install=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
if ! "${install[@]}" update -q </dev/null; then
  echo "The package lists could not be refreshed; trying with those that are here." >&2
fi
if ! "${install[@]}" install -q -y --no-install-recommends "${missing[@]}" </dev/null; then
  echo "apt could not install: ${missing[*]}. Is there a network, and does another installation hold the lock?" >&2
  exit 1
fi
