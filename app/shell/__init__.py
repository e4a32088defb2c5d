"""The machine around the program: threads, files, keys, printers, cameras, clocks."""
