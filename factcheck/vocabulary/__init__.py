"""Plain tables an editor can read and extend, each read by the module of its name."""
