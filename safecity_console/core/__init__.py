"""Floor 1: tools without opinions. Knows the domain, nothing above."""
