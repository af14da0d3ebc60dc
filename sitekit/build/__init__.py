"""From checked sources to the deployed site, one step a module. Read pipeline.py downwards."""
