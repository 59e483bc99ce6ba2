"""Complaints, call-backs, contacts, consents."""
