"""职业发展通道 — three tracks of posts joined inside an enterprise (Arts. 19 and 24)."""
