### Long work: how far it is, and how it ended.
jobs-waiting = Venter på tur
jobs-running = Arbejder
jobs-done = Færdig
jobs-failed = Fejlet
jobs-of = { $done } af { $total }
jobs-percent = { $percent } % færdig
jobs-leave = Du kan forlade siden. Arbejdet fortsætter, og resultatet venter på dig her.
jobs-refresh = Opdater
