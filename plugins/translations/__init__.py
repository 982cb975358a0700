"""Whether each translation still says what its original says."""
