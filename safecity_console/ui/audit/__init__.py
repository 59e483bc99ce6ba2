"""The audit chain on screen."""
