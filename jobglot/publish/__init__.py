"""Publishing: the whole site or the former one, never half.

A *release* is what should be there, a *publication* what a target says is there. `steps` compares the two, `refusals`
says which comparisons no one should carry out unasked, `due` when a scheduler should, `courier` carries a release to a
target, and each kind of target has a module of its own; those on this machine share `local`.
"""
