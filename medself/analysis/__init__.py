"""Tables in, tables out: the numbers the app shows. Pure: reads no file and no clock."""
