"""Files that people hand in: checked before they are kept, outside the web root, one copy of each."""
