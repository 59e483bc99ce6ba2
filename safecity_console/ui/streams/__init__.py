"""The Streams page: figures of every stream as a table, with plots."""
