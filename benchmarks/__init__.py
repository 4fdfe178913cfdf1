"""What factcheck costs and finds, measured on data given by path; no part of the package."""
