"""The steps that turn what the generator built into the site that is deployed."""
