"""免申即享 — benefits found, offered and paid without anybody having to ask (Art. 4)."""
