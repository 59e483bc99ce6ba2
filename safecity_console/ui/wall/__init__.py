"""The video wall: one widget that paints all tiles, the list of cameras beside it, the bar above it."""
