"""职业技能等级证书更正、补发 — a certificate that says what is wrong, or is lost (Art. 22)."""
