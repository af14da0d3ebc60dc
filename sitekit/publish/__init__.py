"""What happens from the checked sources to the site in its place, one file a step."""
