"""Handouts, preview cards and QR codes, typeset with Typst."""
