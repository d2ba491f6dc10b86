"""What makes pages a site."""
