"""技能等级评价机构备案 — filing as an assessor (Arts. 20, 22)."""
