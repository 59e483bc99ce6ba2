"""Floor 0: what things are. Standard library only; no I/O, no clock reads, no sentences for users."""
