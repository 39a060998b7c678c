"""What programs read: a published edition as data in standard formats, made from the values that the pages show."""
