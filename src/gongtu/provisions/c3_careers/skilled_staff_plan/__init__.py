"""技能人才规划 — what skilled staff an enterprise needs, against its roster (Art. 19)."""
