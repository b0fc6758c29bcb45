"""The pure heart of a session: frozen state, events, commands and the rules between them."""
