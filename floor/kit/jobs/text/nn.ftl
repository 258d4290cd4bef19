### Long work: how far it is, and how it ended.
jobs-waiting = Ventar på tur
jobs-running = Arbeider
jobs-done = Ferdig
jobs-failed = Feila
jobs-of = { $done } av { $total }
jobs-percent = { $percent } % ferdig
jobs-leave = Du kan forlate sida. Arbeidet held fram, og resultatet ventar på deg her.
jobs-refresh = Oppdater
