"""Signed credentials: issued once, checked by anybody, taken back in the open.

A credential is a W3C Verifiable Credential 2.0 signed with `eddsa-jcs-2022`; its status stands in a
Bitstring Status List.  Checking gives one of five verdicts with the steps that led to it, and says
"cannot tell" rather than guess.
"""
