"""The tree of a page's body, from which its Markdown and its HTML are written."""
