"""Files that somebody adds to an edition: found in folders, matched with a table’s rows, read one by one."""
