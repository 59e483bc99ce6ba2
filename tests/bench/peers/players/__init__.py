"""The players: each a program that shows streams on a screen and obeys four words on its standard input.

Belongs here: one module a player, started by stage.py. Does not belong here: measuring; a player only shows. Modules of
foreign players import nothing of the product and nothing but PySide6 and their own library.
"""
