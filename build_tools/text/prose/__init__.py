"""Read the Markdown that editors write: code, headings, sentences. `text/markdown` writes Markdown, this reads it.

Every reader takes time in proportion to the length of the text, whatever the text is: an editor may paste anything.
"""
