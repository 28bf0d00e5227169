"""Everything outside the domain: files in, stores, files out."""
