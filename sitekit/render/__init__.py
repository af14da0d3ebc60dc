"""The site as HTML fragments for pages, and as plain text that other outputs share."""
