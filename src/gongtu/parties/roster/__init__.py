"""Taking in an enterprise's roster: all of it, or none of it and a list of what to correct.

`reading` opens the file, `columns` recognises its headers, `checking` judges each row,
`matching` compares with the register, `taking_in` writes, `wrong_rows` gives back what to
correct, and `services` is what doors call.
"""
