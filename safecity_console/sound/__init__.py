"""Playing sound on this machine's devices; nothing of cameras."""
