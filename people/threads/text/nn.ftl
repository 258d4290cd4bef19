threads-title = Meldingar
threads-nav = Meldingar
threads-lead = Det du og andre har skrive til kvarandre om ein runde eller eit praksisopphald.
threads-about = Gjeld
threads-with = Med
threads-last = Siste melding
threads-state = Status
threads-state-all = Alle meldingar
threads-state-unread = Berre nye
threads-new = Ny
threads-awaits-you = Ventar på dykk
threads-awaits-others = Svara på av dykk
threads-find = Finn i meldingar
threads-count = { $count ->
    [one] Éin samtale
   *[other] { $count } samtalar
}
threads-none = Ingen meldingar enno
threads-none-text = Du byrjar ein samtale frå sida til ein runde eller eit praksisopphald. Når nokon skriv til deg, står det her.
threads-none-found = Ingen meldingar passar
threads-none-found-text = Søk etter eit anna ord, eller vis alle meldingar.
threads-show-all = Vis alle meldingar
threads-readers = Desse les samtalen
threads-written = Det som er skrive
threads-unbegun = Ingen har skrive noko her enno.
threads-part-office = praksiskontoret
threads-part-host = praksisstaden
threads-part-student = student
threads-body = Meldinga di
threads-body-help = Alle som står over, les henne. Ikkje skriv om helse her; ring i staden.
threads-files = Filer
threads-optional = valfritt
threads-files-help = Høgst { $count } filer på { $megabytes } MB kvar: PDF, PNG, JPG, DOCX, XLSX, ODT eller TXT.
threads-files-again = Vel filene ein gong til.
threads-kilobytes = { $size } kB
threads-send = Send melding
threads-empty = Skriv ei melding eller vel ei fil.
threads-too-long = Meldinga har { $got } teikn. Kort henne ned til høgst { $max }.
threads-too-many-files = Du valde { $got } filer. Vel høgst { $max }, og send resten med neste melding.
threads-file-too-large = «{ $name }» er større enn { $megabytes } MB. Gjer fila mindre eller del henne opp.
threads-file-empty = «{ $name }» er tom. Vel ei anna fil.
threads-file-kind = «{ $name }» er av ein type vi ikkje tek imot. Lagre fila som PDF, PNG, JPG, DOCX, XLSX, ODT eller TXT.
threads-file-lies = «{ $name }» er ikkje ei { $kind }-fil, sjølv om namnet seier det, eller ho inneheld eit program. Lagre fila på nytt som { $kind }.
threads-full = Denne samtalen er vorten svært lang og tek ikkje imot fleire meldingar. Ring, eller skriv ein e-post.
threads-read-only = Du kan lese denne samtalen, men din del i han er over.
threads-notice-subject = Ny melding: { $about }
threads-notice-text = Du har fått ei melding om { $about }. Les og svar i portalen.
threads-notice-link = Les meldinga
threads-task = { $count ->
    [one] Éi ny melding
   *[other] { $count } samtalar med nye meldingar
}
threads-task-do = Les meldingar
threads-api-list = List opp trådane til kontora dykkar
threads-api-show = Vis ein tråd
threads-api-entries = List opp det som er skrive i ein tråd
threads-api-write = Skriv i ein tråd
threads-api-bring = Send ei fil i ein tråd, med eller utan ord
threads-api-file = Hent ei fil frå ein tråd
