"""Decisions on parameters: what an amount or a period is from a day on, and by which document.

An officer of the role that decides a parameter proposes; a second officer of that role approves
(article 41: the bodies in charge supervise one another).  Approved decisions go before the city's
overlay and before a provision's own file; nothing here ever changes or goes away.
"""
