"""The panes of the screens and the pieces that they are made of."""
