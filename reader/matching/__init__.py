"""Finding words again that were damaged on the way: letter skeletons, approximate matching.

Strings come in; spans with a measure of agreement go out.  It imports ``model`` only.
"""
