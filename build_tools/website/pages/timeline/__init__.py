"""The timeline: a picture of the years, and below it the events of each year."""
