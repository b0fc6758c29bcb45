"""Makes the environment of this folder fit its locks: `python -m tools.set_up running`, or `testing`.

It uses the standard library only, since it runs before anything is installed.
"""
