"""The home page: ways into an edition of any size."""
