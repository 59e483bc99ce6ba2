"""SafeCity Console: the control room of a district's safe-city cameras."""

__version__ = "0.1.0"
