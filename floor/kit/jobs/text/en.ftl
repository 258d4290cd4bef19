### Long work: how far it is, and how it ended.
jobs-running = Working
# $done (Number) - steps done
# $total (Number) - steps in all
jobs-of = { $done } of { $total }
