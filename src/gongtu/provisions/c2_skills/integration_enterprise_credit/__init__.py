"""产教融合型企业抵免 — credit for enterprises that join industry and education (Art. 13)."""
