"""Cases: opened, followed and moved by everybody who takes part in them."""
