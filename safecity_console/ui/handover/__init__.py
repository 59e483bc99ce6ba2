"""The shift: checks, running log, handover."""
