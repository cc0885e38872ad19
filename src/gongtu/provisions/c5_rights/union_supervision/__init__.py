"""工会劳动法律监督 — trade unions supervise labour law (Art. 40 para. 2)."""
