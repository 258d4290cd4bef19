threads-title = Beskeder
threads-nav = Beskeder
threads-lead = Det, du og andre har skrevet til hinanden om en runde eller et praktikforløb.
threads-about = Vedrører
threads-with = Med
threads-last = Seneste besked
threads-state = Status
threads-state-all = Alle beskeder
threads-state-unread = Kun nye
threads-new = Ny
threads-awaits-you = Venter på jer
threads-awaits-others = Besvaret af jer
threads-find = Find i beskeder
threads-count = { $count ->
    [one] Én samtale
   *[other] { $count } samtaler
}
threads-none = Ingen beskeder endnu
threads-none-text = Du begynder en samtale fra siden for en runde eller et praktikforløb. Når nogen skriver til dig, står det her.
threads-none-found = Ingen beskeder passer
threads-none-found-text = Søg efter et andet ord, eller vis alle beskeder.
threads-show-all = Vis alle beskeder
threads-readers = De læser samtalen
threads-written = Det, der er skrevet
threads-unbegun = Ingen har skrevet noget her endnu.
threads-part-office = praktikkontoret
threads-part-host = praktikstedet
threads-part-student = studerende
threads-body = Din besked
threads-body-help = Alle, der står ovenfor, læser den. Skriv ikke om helbred her; ring i stedet.
threads-files = Filer
threads-optional = valgfrit
threads-files-help = Højst { $count } filer på { $megabytes } MB hver: PDF, PNG, JPG, DOCX, XLSX, ODT eller TXT.
threads-files-again = Vælg filerne en gang til.
threads-kilobytes = { $size } kB
threads-send = Send besked
threads-empty = Skriv en besked, eller vælg en fil.
threads-too-long = Beskeden har { $got } tegn. Forkort den til højst { $max }.
threads-too-many-files = Du valgte { $got } filer. Vælg højst { $max }, og send resten med den næste besked.
threads-file-too-large = »{ $name }« er større end { $megabytes } MB. Gør den mindre, eller del den op.
threads-file-empty = »{ $name }« er tom. Vælg en anden fil.
threads-file-kind = »{ $name }« er af en type, vi ikke tager imod. Gem den som PDF, PNG, JPG, DOCX, XLSX, ODT eller TXT.
threads-file-lies = »{ $name }« er ikke en { $kind }-fil, selv om navnet siger det, eller den indeholder et program. Gem den igen som { $kind }.
threads-full = Denne samtale er blevet meget lang og tager ikke imod flere beskeder. Ring, eller skriv en mail.
threads-read-only = Du kan læse denne samtale, men din del i den er slut.
threads-notice-subject = Ny besked: { $about }
threads-notice-text = Du har fået en besked om { $about }. Læs og svar i portalen.
threads-notice-link = Læs beskeden
threads-task = { $count ->
    [one] Én ny besked
   *[other] { $count } samtaler med nye beskeder
}
threads-task-do = Læs beskeder
threads-api-list = Vis jeres kontorers tråde
threads-api-show = Vis en tråd
threads-api-entries = Vis, hvad der er skrevet i en tråd
threads-api-write = Skriv i en tråd
threads-api-bring = Send en fil i en tråd, med eller uden ord
threads-api-file = Hent en fil fra en tråd
