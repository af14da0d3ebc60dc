"""Pages, data and the site as frozen, typed values. No I/O."""
