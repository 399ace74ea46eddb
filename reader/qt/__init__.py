"""Qt adapters without windows: offsets, tasks, models, commands, settings, themes, messages.

Values of ``model`` come in; Qt objects go out.  Imports ``library`` and ``model``.
"""

__all__: list[str] = []
