"""Windows on other screens: which screens there are, what stands on them, a kiosk's rules."""
