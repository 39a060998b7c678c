"""What describes all the data to programs: a Data Package, and the metadata of an RO-Crate."""
