"""Headless verbs: arguments in, one answer out. No Qt."""
