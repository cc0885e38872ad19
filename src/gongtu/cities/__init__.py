"""Cities as data: one folder each, read by `gongtu.policy.city`.  No code here names a city."""
