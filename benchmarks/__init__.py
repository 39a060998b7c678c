"""Measurements that are not tests: how accurate the annotator is on texts of others, and how fast."""
