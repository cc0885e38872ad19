"""What holders do with their certificates: shares by link, and certificates of elsewhere.

Nothing here changes a certificate (article 22); it says which parts of one its holder showed, to
whom and until when, and keeps beside the register what was issued by others.
"""
