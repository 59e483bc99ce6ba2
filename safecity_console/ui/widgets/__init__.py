"""Small widgets of the house, made of theme tokens: labels, meter, buttons, switch rows. No services here."""
