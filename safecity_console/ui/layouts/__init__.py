"""Own layouts and kept walls on screen: the editor, their order, files of them."""
