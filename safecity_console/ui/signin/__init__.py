"""Who may see the desk: the gate, its forms, the second officer, one's own password."""
