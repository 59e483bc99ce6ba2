"""The bench against peers: other players on the same streams, in the same run, on the same screen.

Belongs here: nothing by itself; see __main__.py. Light on purpose: the players import this package from a Python that
has only PySide6.
"""
