"""ONVIF devices: transport, device, media, PTZ, imaging, events, discovery, quirks."""
