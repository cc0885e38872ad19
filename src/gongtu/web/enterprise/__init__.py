"""Pages of an enterprise: duties, people, assessments, certificates; social bodies share some."""
