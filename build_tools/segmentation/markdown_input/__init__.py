"""Read a text in Markdown: its marks are no words of it, but say what its blocks are.

Hashes and rules make headings, a greater-than sign a quotation, pipes the rows of a table; of a link the words are
shown. The marks, the targets of links and the fields before the text are set aside; numbers and bullets of lists stay.
"""
