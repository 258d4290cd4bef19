### Long work: how far it is, and how it ended.
jobs-running = Arbeider
jobs-of = { $done } av { $total }
