"""The smallest valid things that tests need, made by the services that make them in service."""
