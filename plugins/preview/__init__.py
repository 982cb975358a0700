"""The site while it is being written: what waits and what is a draft included, at once, in memory.

    reading     the content folder, of which after a change only what changed is read again
    ties        which texts name which items, and where each stands: what a change may reach
    showing     the site made of it, with drafts and what waits open, and marked
    pages       what answers at each address, made when it is asked for
    proof       the whole of it: changes in, pages out, with what is wrong
    panel       what stands at the foot of each page: its state, what is wrong, the reloading
    server      HTTP on this machine alone
    watching    what changed on the disk
    command     `invoke preview`

Nothing is written. The pages are made by the functions that a build calls, so their bytes are
those of a build, but for the panel.
"""
