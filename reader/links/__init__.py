"""Passages find the passages of other texts that take them up.

Editions, the glossary and readers' verdicts come in; ``Related`` values with score and
evidence go out.  Imports ``index`` and what stands before it, never ``annotations``.
"""
