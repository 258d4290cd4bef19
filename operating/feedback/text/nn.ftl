feedback-title = Sei frå om noko som hindrar deg
feedback-lead = Dei som har ansvar for portalen, les det du skriv. Gjeld det plassen eller fristen din, spør heller kontoret ditt.
feedback-text = Kva hindrar deg?
feedback-text-help = Kva ville du gjere, og kva skjedde? Skriv ikkje om helse eller andre personar.
feedback-page = På kva side
feedback-page-help = Adressa etter namnet på portalen, som /my/rounds. Kan stå tom.
feedback-answer-to = E-post for svar
feedback-answer-to-help = Kan stå tom. Då får vi ikkje svart deg.
feedback-send = Send
feedback-done = Takk. Dei som har ansvar for portalen, har fått beskjed
feedback-done-text = Har du lagt igjen ei adresse, får du svar på e-post innan nokre dagar.
feedback-home = Til framsida
feedback-nothing = Skriv kva som hindrar deg.
feedback-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
feedback-no-page = Skriv ei adresse i portalen, som byrjar med éin skråstrek, eller lat feltet stå tomt.
feedback-too-often = Det er sendt mange meldingar på kort tid. Prøv igjen om ein time.
feedback-nobody = Ingen har ansvar for portalen no. Skriv til kontoret ditt; du finn det under Hjelp og kontakt.
feedback-mail-subject = Les: nokon kjem ikkje gjennom i portalen
feedback-mail-body =
    Nokon har sagt frå om noko som hindrar dei i portalen. Orda er deira eigne; opne ikkje lenkjer i dei utan å tenkje deg om.

    { $text }

    { $from }
feedback-mail-answer = Svar til: { $address }
feedback-mail-no-answer = Avsendaren har ikkje lagt igjen noka adresse.
feedback-mail-link = Opne sida
