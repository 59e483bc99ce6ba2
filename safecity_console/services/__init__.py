"""Floor 3: use cases. Decides, acts through adapters, publishes what happened. No Qt, no sentences."""
