"""The store: the journal of live sessions, TinyDB for what lasts, and the ways to erase both."""
