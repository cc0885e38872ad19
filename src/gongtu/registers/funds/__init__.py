"""Where the money comes from (Art. 26): the types of fund, each opened once in the ledger."""
