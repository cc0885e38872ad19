"""职业标准和评价规范的制定 — standards drafted together, commented and adopted (Art. 20)."""
