signin-link-spent = Denne lenkja verkar ikkje lenger. Ho opnar éin gong, innan 30 minutt. Be om ei ny.
signin-no-persona = Vel ein av personane i lista.
signin-too-often = For mange forsøk for denne adressa. Vent eit kvarter. Lenkjer som har kome fram, verkar framleis.
signin-title = Logg inn
signin-claim = Eit fotfeste i arbeidslivet
signin-lead = Praksis for studentar, frå ønske til første dag, på éin stad.
signin-here = Du er logga inn som { $name }
signin-go-on = Gå til oversikta di
signin-mail = Lenkje på e-post
signin-mail-who = For alle som har ei e-postadresse i portalen. Lenkja verkar éin gong, i 30 minutt.
signin-last = Du brukte denne sist.
signin-email = E-postadresse
signin-send = Send meg ei lenkje
signin-try = Prøv portalen som
signin-try-text = Ingen passord. Du kjem rett inn i dagen deira.
signin-demo-mails = Les e-posten i demobyen
signin-trouble = Kjem du ikkje inn?
signin-trouble-text = Praksiskontoret eller koordinatoren din har registrert adressa di. Spør dei om du er usikker på kva for ei det er.
signin-trouble-link = Hjelp og kontakt
signin-sent-title = Sjå i innboksen din
signin-sent-text = Om vi kjenner adressa, er ei lenkje på veg dit. Ho verkar éin gong, i 30 minutt.
signin-sent-nothing = Har det ikkje kome noko?
signin-sent-spam = Sjå i søppelposten.
signin-sent-other = Prøv ei anna adresse. Studentar har gjerne ei frå lærestaden.
signin-sent-office = Spør praksiskontoret kva for ei adresse dei har registrert.
signin-again = Be om ei ny lenkje
signin-link-title = Logg inn som { $name }
signin-link-text = Trykk på knappen for å logge inn på denne eininga. Etterpå er lenkja brukt opp.
signin-link-button = Logg inn
signin-spent-title = Lenkja verkar ikkje
signin-mail-subject = Lenkja di til Fotfeste
signin-mail-body =
    Hei, { $given }!

    Du bad om å logge inn i Fotfeste. Lenkja under opnar portalen for { $name }. Ho verkar éin gong, fram til kl. { $until }.

    Bad du ikkje om dette, treng du ikkje gjere noko: Ingen kjem inn utan lenkja.
signin-mail-link = Logg inn
