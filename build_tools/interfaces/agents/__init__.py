"""The server that agents ask over standard input and output."""
