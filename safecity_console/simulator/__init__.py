"""The simulated district: cameras on real sockets for training, demo and tests.

Belongs here: an RTSP/HTTP camera server on loopback, misbehaviours by name, demo cameras.
Does not belong here: anything the console needs to watch a real camera; the console never imports it
except to start it (demo) as a process of its own.
"""
