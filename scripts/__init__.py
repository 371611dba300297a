"""Tools for people who work on medself; nothing the app needs."""
