"""Counterpoint: read difficult texts side by side.

The packages stand in the order in which a text flows through them; each one imports
only packages that stand earlier (see ``pyproject.toml``, import contracts).  This module
holds no objects, so that importing one stage never loads another.
"""
