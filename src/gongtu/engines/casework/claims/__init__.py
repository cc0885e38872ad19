"""The usual course of a claim: its stages, moves, letters and their words, made once.

A benefit that is claimed, decided by one officer and paid by another declares its parts with
`claim_procedure`; its folder then needs neither `letters/` nor the English of the usual labels.
"""

from gongtu.engines.casework.claims.course import claim_procedure

__all__ = ["claim_procedure"]
