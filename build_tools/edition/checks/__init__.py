"""What an edition must keep, beyond the form of single files."""
