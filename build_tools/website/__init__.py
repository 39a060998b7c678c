"""Values become a website: pages, search index, citations, data for scripts, and the files of all of it."""
