"""Plain files the client ships: law, catalogues, calendars, fonts, icons, demonstration data."""
