"""Wires library, commands, settings and theme into the window."""
