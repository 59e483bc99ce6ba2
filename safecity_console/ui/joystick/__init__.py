"""Joysticks on the screen: their page in the settings, their words, and who hears their buttons."""
