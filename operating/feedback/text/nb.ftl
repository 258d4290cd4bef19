feedback-title = Si fra om noe som hindrer deg
feedback-lead = De som har ansvar for portalen, leser det du skriver. Gjelder det plassen eller fristen din, spør heller kontoret ditt.
feedback-text = Hva hindrer deg?
feedback-text-help = Hva ville du gjøre, og hva skjedde? Skriv ikke om helse eller andre personer.
feedback-page = På hvilken side
feedback-page-help = Adressen etter navnet på portalen, som /my/rounds. Kan stå tom.
feedback-answer-to = E-post for svar
feedback-answer-to-help = Kan stå tom. Da får vi ikke svart deg.
feedback-send = Send
feedback-done = Takk. De som har ansvar for portalen, har fått beskjed
feedback-done-text = Har du lagt igjen en adresse, får du svar på e-post innen noen dager.
feedback-home = Til forsiden
feedback-nothing = Skriv hva som hindrer deg.
feedback-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
feedback-no-page = Skriv en adresse i portalen, som begynner med én skråstrek, eller la feltet stå tomt.
feedback-too-often = Det er sendt mange meldinger på kort tid. Prøv igjen om en time.
feedback-nobody = Ingen har ansvar for portalen nå. Skriv til kontoret ditt; du finner det under Hjelp og kontakt.
feedback-mail-subject = Les: noen kommer ikke gjennom i portalen
feedback-mail-body =
    Noen har sagt fra om noe som hindrer dem i portalen. Ordene er deres egne; åpne ikke lenker i dem uten å tenke deg om.

    { $text }

    { $from }
feedback-mail-answer = Svar til: { $address }
feedback-mail-no-answer = Avsenderen har ikke lagt igjen noen adresse.
feedback-mail-link = Åpne siden
