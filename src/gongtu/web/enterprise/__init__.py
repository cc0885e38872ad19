"""An enterprise's pages: its duties, its people, its assessments, the certificates it issued."""
