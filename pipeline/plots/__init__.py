"""Plots of many records: figures by measure over time, the network of parties, a timeline of agreements."""
