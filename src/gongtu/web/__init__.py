"""Server-rendered pages, by audience: read the request, make one call, show the answer."""
