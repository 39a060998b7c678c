"""What `mkdocs serve` shows: after an edit, no more is made than the edit can have changed."""
