"""What every other part may use and what uses none of them: failures, money, time, identifiers."""
