"""Find anything (Ctrl+K): a line, what matches it, and what choosing it does."""
