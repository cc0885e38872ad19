"""Supervision and feedback (Art. 41): obligations, figures, and the cases behind them."""
