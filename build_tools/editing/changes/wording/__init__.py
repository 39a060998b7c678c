"""What an edit does to the words that people wrote: passage by passage, word by word, link by link."""
