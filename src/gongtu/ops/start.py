"""What must be right before anybody is served."""


def start() -> None:
    """Load what the city declares; raises `Broken`, naming file and line, when it is wrong."""
