"""An enterprise's pages: duties, roster, assessment sessions, certificates issued."""
