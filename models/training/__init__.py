"""Corpora to weights: declared steps, never imported by the pipeline."""
