"""What is on record, one application for each noun; who may write it and by which articles."""
