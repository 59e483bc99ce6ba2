"""Floor 2: SQLite and nothing else. Rows in, domain objects out."""
