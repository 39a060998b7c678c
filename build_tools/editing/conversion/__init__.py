"""Turns received files, such as Word documents, PDFs and saved web pages, into the texts that an edition keeps.

A text is converted once, when it is received; the file stays beside it, and the text's page names the program. So the
words that are cited never change with a later version of that program.
"""
