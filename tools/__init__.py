"""What developers run by `make`; not installed."""
