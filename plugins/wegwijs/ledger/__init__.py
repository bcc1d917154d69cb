"""Ledger: every code and address that was ever published, and the rules by which none of them dies. Pure: it writes no files."""
