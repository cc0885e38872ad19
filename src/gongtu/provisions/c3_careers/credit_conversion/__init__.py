"""职业技能等级证书、培训转化学分 — credits for certificates and training (Art. 24)."""
