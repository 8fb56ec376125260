"""Changes of the schema, in order. Each runs once, inside one transaction, when a ledger is opened."""
