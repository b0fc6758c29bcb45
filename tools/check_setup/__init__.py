"""Sets the project up as somebody does who has just cloned it, on each supported Python: `make check-setup`."""
