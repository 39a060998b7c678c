"""Measurements that are no tests: how right the annotator is on texts of others, and how fast."""
