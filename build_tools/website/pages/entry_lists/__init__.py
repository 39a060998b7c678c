"""The glossary: its index, and its pages by letter and by kind where it is long."""
