"""Repeatable measurements: bytes, requests, paint, build time and growth. Run with `make bench`."""
