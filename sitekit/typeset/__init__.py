"""Sets type for paper and pictures: Typst templates, their fonts, and a memory of what was set before."""
