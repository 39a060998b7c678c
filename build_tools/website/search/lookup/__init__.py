"""The search index in memory: what Python looks up in it, by the rules of the browser that reads its files."""
