"""Pages on which readers look across all texts: the concordance, the names that stand together."""
