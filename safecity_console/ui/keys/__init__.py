"""Giving commands other keys: the recorder and the dialog."""
