### Long work: how far it is, and how it ended.
jobs-waiting = Venter på tur
jobs-running = Arbeider
jobs-done = Ferdig
jobs-failed = Feilet
jobs-of = { $done } av { $total }
jobs-percent = { $percent } % ferdig
jobs-leave = Du kan forlate siden. Arbeidet fortsetter, og resultatet venter på deg her.
jobs-refresh = Oppdater
