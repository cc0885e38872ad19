"""技能人才申报职称 — skilled workers apply for professional titles (Art. 24)."""
