"""Files that people hand in: checked before they are kept, outside the web root, each once."""
