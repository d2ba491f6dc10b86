"""Tables that are made of data files and of what ran."""
