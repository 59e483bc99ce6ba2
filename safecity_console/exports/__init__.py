"""Papers and files for people outside: PDF sheets; later evidence packages."""
