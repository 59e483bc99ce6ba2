"""Run PyPI ipycam's ONVIF face on loopback, with the Python of .venv-ipycam: `python ipycam_camera.py USER PASSWORD`.

Its own start would bind every interface, multicast and RTSP. One line of JSON says where it is; it ends with its input.
"""

import json
import socketserver
import sys
import threading

from ipycam import CameraConfig, IPCamera
from ipycam.http import IPCameraHTTPHandler


class Server(socketserver.ThreadingTCPServer):
    """Listens on a free port of loopback."""

    daemon_threads = True


user, password = sys.argv[1:3]
config = CameraConfig(local_ip="127.0.0.1", username=user, password=password, main_width=640, main_height=360,
                      sub_width=320, sub_height=180, main_fps=10)
camera = IPCamera(config)
IPCameraHTTPHandler.camera = camera
server = Server(("127.0.0.1", 0), IPCameraHTTPHandler)
config.onvif_port = server.server_address[1]
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps({"port": config.onvif_port, "probe_match": camera.onvif.create_probe_match("urn:uuid:1")}), flush=True)
sys.stdin.read()
