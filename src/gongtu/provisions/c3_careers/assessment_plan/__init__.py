"""评价质量检查年度计划 — which bodies are checked in a year, and how they were chosen (Art. 20)."""
