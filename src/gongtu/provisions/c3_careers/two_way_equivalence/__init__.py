"""职业资格、技能等级与职称、学历双向比照 — the two-way equivalence of grades and titles (Art. 24)."""
