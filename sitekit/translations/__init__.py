"""Translations of the site: messages found in the sources, catalogues of their translations, and the project a language is built from."""
