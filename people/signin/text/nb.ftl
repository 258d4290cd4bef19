signin-link-spent = Denne lenken virker ikke lenger. Den åpner én gang, innen 30 minutter. Be om en ny.
signin-no-persona = Velg en av personene i listen.
signin-too-often = For mange forsøk for denne adressen. Vent et kvarter. Lenker som har kommet fram, virker fortsatt.
signin-title = Logg inn
signin-claim = Et fotfeste i arbeidslivet
signin-lead = Praksis for studenter, fra ønsker til første dag, på ett sted.
signin-here = Du er logget inn som { $name }
signin-go-on = Gå til oversikten din
signin-mail = Lenke på e-post
signin-mail-who = For alle som har en e-postadresse i portalen. Lenken virker én gang, i 30 minutter.
signin-last = Du brukte denne sist.
signin-email = E-postadresse
signin-send = Send meg en lenke
signin-try = Prøv portalen som
signin-try-text = Ingen passord. Du kommer rett inn i dagen deres.
signin-demo-mails = Les e-posten i demobyen
signin-trouble = Kommer du ikke inn?
signin-trouble-text = Praksiskontoret eller koordinatoren din har registrert adressen din. Spør dem hvis du er usikker på hvilken det er.
signin-trouble-link = Hjelp og kontakt
signin-sent-title = Se i innboksen din
signin-sent-text = Hvis vi kjenner adressen, er en lenke på vei dit. Den virker én gang, i 30 minutter.
signin-sent-nothing = Har det ikke kommet noe?
signin-sent-spam = Se i søppelposten.
signin-sent-other = Prøv en annen adresse. Studenter har gjerne en fra lærestedet.
signin-sent-office = Spør praksiskontoret hvilken adresse de har registrert.
signin-again = Be om en ny lenke
signin-link-title = Logg inn som { $name }
signin-link-text = Trykk på knappen for å logge inn på denne enheten. Etterpå er lenken brukt opp.
signin-link-button = Logg inn
signin-spent-title = Lenken virker ikke
signin-mail-subject = Lenken din til Fotfeste
signin-mail-body =
    Hei, { $given }!

    Du ba om å logge inn i Fotfeste. Lenken under åpner portalen for { $name }. Den virker én gang, fram til kl. { $until }.

    Ba du ikke om dette, trenger du ikke gjøre noe: Ingen kommer inn uten lenken.
signin-mail-link = Logg inn
