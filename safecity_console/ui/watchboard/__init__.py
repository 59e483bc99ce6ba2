"""The watch board: whom and what to look out for."""
