"""All labels of all entries, in every form that a text may use."""
