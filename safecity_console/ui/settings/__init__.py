"""The settings page, generated from the declarations in core/settings.py."""
