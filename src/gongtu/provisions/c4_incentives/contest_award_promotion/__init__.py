"""竞赛获奖晋升 — awards of contests as a basis for promotion (Art. 29)."""
