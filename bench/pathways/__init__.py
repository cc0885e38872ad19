"""Ways on the map of careers: ours beside graph libraries, on the ladder as it stands.

The landscape is the product's own in the wording of 2023; lengths of study, which nobody has
published, are made up here so that its courses count too.
"""
