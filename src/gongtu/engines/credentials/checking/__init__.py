"""Whether a document is what it should be, before anybody asks whether its signature is right."""
