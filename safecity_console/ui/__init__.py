"""Floor 4: the screens. The only place, with app.py, that knows Qt; asks services, never adapters."""
