"""GStreamer's RTSP server, an implementation nobody here wrote; run by the system's Python, where Debian puts `gi`.

Usage: /usr/bin/python3 gst_server.py FOLDER. Serves every *.mp4 of the folder at /NAME on two ports: one open, one that
asks for the digest login "control" with the password it read from the first line of standard input. Prints both ports,
ends when standard input closes.
"""

import pathlib
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

PAY = {"h264": "h264parse ! rtph264pay", "hevc": "h265parse ! rtph265pay"}
ROLE = "watcher"


def guard(password: str) -> GstRtspServer.RTSPAuth:
    """Give an authenticator that knows one user."""
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", ROLE)
    auth.add_digest("control", password, token)
    return auth


def serve(folder: pathlib.Path, auth: "GstRtspServer.RTSPAuth | None") -> GstRtspServer.RTSPServer:
    """Give a running server."""
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    if auth is not None:
        server.set_auth(auth)
    mounts = server.get_mount_points()
    for path in sorted(folder.glob("*.mp4")):
        factory = GstRtspServer.RTSPMediaFactory()
        pay = f"{PAY[path.stem]} name=pay0 pt=96 config-interval=-1"
        factory.set_launch(f"( filesrc location={path} ! qtdemux ! {pay} )")
        if auth is not None:
            permissions = GstRtspServer.RTSPPermissions()
            permissions.add_permission_for_role(ROLE, "media.factory.access", True)
            permissions.add_permission_for_role(ROLE, "media.factory.construct", True)
            factory.set_permissions(permissions)
        mounts.add_factory(f"/{path.stem}", factory)
    server.attach(None)
    return server


def main() -> None:
    """Serve until standard input ends."""
    password = sys.stdin.readline().strip()
    Gst.init(None)
    loop = GLib.MainLoop()
    servers = [serve(pathlib.Path(sys.argv[1]), auth) for auth in (None, guard(password))]
    print(*(server.get_bound_port() for server in servers), flush=True)

    def until_closed() -> None:
        sys.stdin.read()
        loop.quit()

    threading.Thread(target=until_closed, daemon=True).start()
    loop.run()


if __name__ == "__main__":
    main()
