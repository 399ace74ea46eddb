"""What one sees: the window, reading panes, margins, panels, dialogs.

A library, commands, settings and a theme come in; widgets go out.  Imports ``qt``,
``library`` and ``model``.
"""
