"""Agreements: instruments between parties, who is bound, when, where, about what, and what follows."""
