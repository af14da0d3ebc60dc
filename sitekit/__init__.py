"""All knowledge about the site's pages and facts, in plain Python that never imports MkDocs."""
