"""What a thesaurus says of entries beside their labels: how they are related, and what they are in authority files."""
