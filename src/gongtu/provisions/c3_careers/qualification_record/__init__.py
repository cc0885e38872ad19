"""职业资格登记 — qualifications issued elsewhere, compared and put on record (Art. 20, 24)."""
