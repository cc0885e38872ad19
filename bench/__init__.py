"""Speed, side by side with the engines one would otherwise take: `python -m bench.NAME`."""
