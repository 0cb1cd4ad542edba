"""A busy machine is no mistake: properties have no deadline for each example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("engine", deadline=None)
settings.load_profile("engine")
