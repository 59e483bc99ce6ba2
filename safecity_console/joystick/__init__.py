"""Joysticks and desks: reading them in a thread of their own."""
