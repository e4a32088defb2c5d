"""Screens: one a module; each listens to widgets and calls services."""
