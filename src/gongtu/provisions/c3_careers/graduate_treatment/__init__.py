"""技工院校毕业生待遇 — treatment of graduates of technical schools (Art. 25)."""
