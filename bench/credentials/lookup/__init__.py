"""Looking certificates up: how long one takes among millions, and how many a second are served."""
