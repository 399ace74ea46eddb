"""A reading text becomes passages with loci.

Restored blocks come in; an ``Edition`` goes out, frozen and hashed, with ids that survive a
re-import.  Imports ``restore``, ``importing``, ``model``.
"""
