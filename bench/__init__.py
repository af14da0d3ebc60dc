"""Repeatable measurements of the site: bytes, requests, paint, search, and how long builds and edits take. Run `make bench`."""
