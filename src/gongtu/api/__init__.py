"""The platform as JSON under /api/v1/, with the same words and refusals as its pages.

One module for each noun (`statute`, `guides`, `cases`, …) holds its operations and the shapes
they answer with; `access` says who asks, `problems` how a refusal reads, `description` what
OpenAPI tells of it all.
"""
