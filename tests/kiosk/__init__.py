"""The service-desk kiosk: its processes, its browser, and whoever stands before it."""
