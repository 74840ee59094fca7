"""Figures: numbers that say something."""
