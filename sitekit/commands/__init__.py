"""The commands besides check and site, one a module."""
