"""The registry's screens: table, dialog with live test, import preview, first run."""
