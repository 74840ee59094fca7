"""Mentions of persons, organisations and places: one adapter per NER engine behind one door."""
