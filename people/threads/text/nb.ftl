threads-title = Meldinger
threads-nav = Meldinger
threads-lead = Det du og andre har skrevet til hverandre om en runde eller et praksisopphold.
threads-about = Gjelder
threads-with = Med
threads-last = Siste melding
threads-state = Status
threads-state-all = Alle meldinger
threads-state-unread = Bare nye
threads-new = Ny
threads-awaits-you = Venter på dere
threads-awaits-others = Besvart av dere
threads-find = Finn i meldinger
threads-count = { $count ->
    [one] Én samtale
   *[other] { $count } samtaler
}
threads-none = Ingen meldinger ennå
threads-none-text = Du begynner en samtale fra siden til en runde eller et praksisopphold. Når noen skriver til deg, står det her.
threads-none-found = Ingen meldinger passer
threads-none-found-text = Søk etter et annet ord, eller vis alle meldinger.
threads-show-all = Vis alle meldinger
threads-readers = Disse leser samtalen
threads-written = Det som er skrevet
threads-unbegun = Ingen har skrevet noe her ennå.
threads-part-office = praksiskontoret
threads-part-host = praksisstedet
threads-part-student = student
threads-body = Meldingen din
threads-body-help = Alle som står over, leser den. Ikke skriv om helse her; ring i stedet.
threads-files = Filer
threads-optional = valgfritt
threads-files-help = Høyst { $count } filer på { $megabytes } MB hver: PDF, PNG, JPG, DOCX, XLSX, ODT eller TXT.
threads-files-again = Velg filene en gang til.
threads-kilobytes = { $size } kB
threads-send = Send melding
threads-empty = Skriv en melding eller velg en fil.
threads-too-long = Meldingen har { $got } tegn. Kort den ned til høyst { $max }.
threads-too-many-files = Du valgte { $got } filer. Velg høyst { $max }, og send resten med neste melding.
threads-file-too-large = «{ $name }» er større enn { $megabytes } MB. Gjør den mindre eller del den opp.
threads-file-empty = «{ $name }» er tom. Velg en annen fil.
threads-file-kind = «{ $name }» er av en type vi ikke tar imot. Lagre den som PDF, PNG, JPG, DOCX, XLSX, ODT eller TXT.
threads-file-lies = «{ $name }» er ikke en { $kind }-fil, selv om navnet sier det, eller den inneholder et program. Lagre den på nytt som { $kind }.
threads-full = Denne samtalen er blitt svært lang og tar ikke imot flere meldinger. Ring, eller skriv en e-post.
threads-read-only = Du kan lese denne samtalen, men din del i den er over.
threads-notice-subject = Ny melding: { $about }
threads-notice-text = Du har fått en melding om { $about }. Les og svar i portalen.
threads-notice-link = Les meldingen
threads-task = { $count ->
    [one] Én ny melding
   *[other] { $count } samtaler med nye meldinger
}
threads-task-do = Les meldinger
threads-api-list = List trådene til kontorene deres
threads-api-show = Vis en tråd
threads-api-entries = List det som er skrevet i en tråd
threads-api-write = Skriv i en tråd
threads-api-bring = Send en fil i en tråd, med eller uten ord
threads-api-file = Hent en fil fra en tråd
