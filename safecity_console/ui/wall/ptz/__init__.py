"""Steering on screen: the section beside the wall, hands on the video, keys, marks."""
