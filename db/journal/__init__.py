"""What travels: operations, their chain, clocks and merge. Pure; the hub uses it too."""
