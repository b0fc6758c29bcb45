"""What a terminal sends, read as key presses: from bytes in pieces to the press that a person meant.

All modules but `typed` are the standard library only, and take the time as a parameter.
"""
