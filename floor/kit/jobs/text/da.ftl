### Long work: how far it is, and how it ended.
jobs-running = Arbejder
jobs-of = { $done } af { $total }
