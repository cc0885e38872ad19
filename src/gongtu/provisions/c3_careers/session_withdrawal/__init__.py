"""撤销评价活动 — all certificates of a session taken back by one decision (Art. 22)."""
