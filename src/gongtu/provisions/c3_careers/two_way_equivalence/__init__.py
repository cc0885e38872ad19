"""职业资格、技能等级与职称、学历双向比照 — two-way equivalence, a dated register (Art. 24)."""
