"""What people see: the command line, the pages, the drawings and the words."""
