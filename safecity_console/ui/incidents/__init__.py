"""The Incidents page: list and detail."""
