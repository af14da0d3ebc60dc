"""Read the project's files: the only modules that open sources."""
