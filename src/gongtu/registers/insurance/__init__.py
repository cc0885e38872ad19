"""How long somebody paid into social insurance, as the insurer last reported (article 16)."""
