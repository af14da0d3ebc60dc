"""What pages and macro calls must look like. Declarations only."""
