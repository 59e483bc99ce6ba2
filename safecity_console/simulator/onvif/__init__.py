"""The ONVIF face of simulated cameras: SOAP on sockets, discovery, a head that turns, and misbehaviours by name.

Belongs here: what a device says and does over ONVIF. Does not belong here: the console's own ONVIF client, RTSP.
"""
