"""Bits as a list of the rows where they are set."""

from __future__ import annotations

AT_ONCE = 4  # rows of a word that are listed without asking whether there are so many

# What is listed beyond those that a word has is written over by the next word, so that hardly a
# branch of this code is guessed wrong.
LISTED = """
declare i64 @llvm.cttz.i64(i64, i1)
declare i64 @llvm.ctpop.i64(i64)

define internal ptr @listed(ptr %bits, i64 %row, ptr %room) {{
entry:
  br label %words
words:
  %word = phi i64 [0, %entry], [%word.next, %next]
  %to = phi ptr [%room, %entry], [%to.next, %next]
  %at = getelementptr i64, ptr %bits, i64 %word
  %left0 = load i64, ptr %at
  %shift = shl i64 %word, 6
  %first = add i64 %row, %shift
  %many = call i64 @llvm.ctpop.i64(i64 %left0)
  %to.next = getelementptr i64, ptr %to, i64 %many
  {at_once}
  %few = icmp ule i64 %many, {count}
  br i1 %few, label %next, label %others
others:
  %left = phi i64 [%left{count}, %words], [%left.next, %others]
  %place = phi i64 [{count}, %words], [%place.next, %others]
  %bit = call i64 @llvm.cttz.i64(i64 %left, i1 true)
  %found = add i64 %first, %bit
  %to.place = getelementptr i64, ptr %to, i64 %place
  store i64 %found, ptr %to.place
  %less = sub i64 %left, 1
  %left.next = and i64 %left, %less
  %place.next = add i64 %place, 1
  %done = icmp eq i64 %left.next, 0
  br i1 %done, label %next, label %others
next:
  %word.next = add i64 %word, 1
  %more = icmp ult i64 %word.next, {words}
  br i1 %more, label %words, label %end
end:
  ret ptr %to.next
}}
"""

ONE = """
  %bit{i} = call i64 @llvm.cttz.i64(i64 %left{i}, i1 false)
  %row{i} = add i64 %first, %bit{i}
  %at{i} = getelementptr i64, ptr %to, i64 {i}
  store i64 %row{i}, ptr %at{i}
  %less{i} = sub i64 %left{i}, 1
  %left{after} = and i64 %left{i}, %less{i}
"""


def listed(words: int) -> str:
    """`@listed`: lists rows, of which the first bit is `%row`, and returns where the list ends.

    It writes up to `AT_ONCE` places further than there are rows.
    """
    at_once = "".join(ONE.format(i=i, after=i + 1) for i in range(AT_ONCE))
    return LISTED.format(words=words, count=AT_ONCE, at_once=at_once)
