feedback-title = Fortæl, hvad der hindrer dig
feedback-lead = De, der har ansvar for portalen, læser det, du skriver. Handler det om din plads eller frist, så spørg hellere dit kontor.
feedback-text = Hvad hindrer dig?
feedback-text-help = Hvad ville du gøre, og hvad skete der? Skriv ikke om helbred eller andre personer.
feedback-page = På hvilken side
feedback-page-help = Adressen efter portalens navn, som /my/rounds. Må stå tom.
feedback-answer-to = Mail til svar
feedback-answer-to-help = Må stå tom. Så kan vi ikke svare dig.
feedback-send = Send
feedback-done = Tak. De, der har ansvar for portalen, har fået besked
feedback-done-text = Har du skrevet en adresse, får du svar på mail inden for nogle dage.
feedback-home = Til forsiden
feedback-nothing = Skriv, hvad der hindrer dig.
feedback-too-long = Teksten har { $got } tegn. Kort den ned til højst { $max }.
feedback-no-page = Skriv en adresse i portalen, som begynder med én skråstreg, eller lad feltet stå tomt.
feedback-too-often = Der er sendt mange beskeder på kort tid. Prøv igen om en time.
feedback-nobody = Ingen har ansvar for portalen lige nu. Skriv til dit kontor; du finder det under Hjælp og kontakt.
feedback-mail-subject = Læs: nogen kommer ikke igennem i portalen
feedback-mail-body =
    Nogen har fortalt om noget, der hindrer dem i portalen. Ordene er deres egne; åbn ikke links i dem uden at tænke dig om.

    { $text }

    { $from }
feedback-mail-answer = Svar til: { $address }
feedback-mail-no-answer = Afsenderen har ikke skrevet nogen adresse.
feedback-mail-link = Åbn siden
