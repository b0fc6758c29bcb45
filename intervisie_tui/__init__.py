"""The session room for intervisie: one screen that keeps method, time, turns and yield together."""

__version__ = "0.1.0"
