"""金蓝领培训补贴 — gold-collar training subsidy, paid to who trains (Arts. 11 and 16)."""
