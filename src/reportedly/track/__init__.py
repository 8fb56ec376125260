"""Views over the ledger: pure functions of claims, seen from a day. Nothing is adjudicated; every row gives its claims."""
