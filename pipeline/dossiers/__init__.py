"""Dossiers: what different articles, in both languages, tell of the same agreement."""
