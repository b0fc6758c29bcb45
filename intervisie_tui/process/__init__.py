"""Help for the process, loaded when it is asked for: questions, their wording, and the way to an own question."""
