"""The dialog of tours."""
