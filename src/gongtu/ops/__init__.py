"""How the platform is run: settings, the command `gongtu`, start, backup and repair."""
