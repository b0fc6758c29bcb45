"""One session for browsers: who may come in, what each sees, and what becomes of it."""
