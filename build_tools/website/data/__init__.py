"""Data that the scripts of pages load on demand."""
