"""Floor 2: streams. Opens, demuxes, decodes, scales, measures; knows no registry, no screen, no policy."""
