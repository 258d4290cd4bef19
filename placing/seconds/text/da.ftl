seconds-title = Venter på en til
seconds-lead = Organisationen vil have to personer bag en manuel placering og bag prioritetsgrupper. Det, der står her, tæller ikke i lodtrækningen eller offentliggørelsen, før en anden end den, der bad om det, har bekræftet det.
seconds-none = Intet venter.
seconds-what-placement = Placere { $person } ved { $place }
seconds-what-release = Tage { $person } ud af pladsen givet manuelt
seconds-what-classes = { $n ->
        [one] Sætte { $n } prioritetsgruppe
       *[other] Sætte { $n } prioritetsgrupper
    }
seconds-what-rule = Holde op med at kræve to personer
seconds-asked-by = { $name } beder om det
seconds-refused-by = Afvist af { $name }
seconds-reason = Læs begrundelsen, givet i fortrolighed
seconds-mine = Du bad om dette. En anden skal bekræfte det.
seconds-withdraw = Træk tilbage
seconds-confirm = Bekræft
seconds-refuse = Afvis
seconds-refuse-why = Hvorfor? Den, der bad om det, læser det i fortrolighed.
seconds-refuse-do = Afvis
seconds-refused = Dine, der blev afvist
seconds-newer = Tidligere
seconds-older = Senere
seconds-rules = Manuel placering
seconds-rules-lead = Hvor mange der ser på en manuel placering, og hvem der læser begrundelser givet i fortrolighed.
seconds-rule = To personer
seconds-rule-help = En manuel placering, det at tage nogen ud igen og nye prioritetsgrupper venter så, til en anden administrator har bekræftet. Også det at afslutte reglen skal to være enige om.
seconds-rule-yes = En anden person bekræfter
seconds-rule-no = Én person afgør
seconds-rule-ends = At reglen afsluttes, venter på, at en anden bekræfter det.
seconds-readers = Hvem der læser begrundelserne
seconds-readers-help = Den, der skrev en begrundelse eller skal bekræfte den, læser den under alle omstændigheder. Alle andre skal føres op her. Den studerende ser, hver gang nogen åbner den.
seconds-save = Gem
seconds-task = { $n ->
        [one] { $n } sag venter på, at du ser på den
       *[other] { $n } sager venter på, at du ser på dem
    }
seconds-task-text = En kollega har bedt om det; det tæller ikke, før du bekræfter
seconds-task-go = Se på det
seconds-student-waits = Noget om denne studerende venter på en til og tæller ikke endnu.
seconds-will-wait = En anden administrator skal bekræfte det, før det tæller.
seconds-round-waits = { $n ->
        [one] { $n } sag i denne runde venter på en til. Lodtrækningen og offentliggørelsen tæller den ikke.
       *[other] { $n } sager i denne runde venter på en til. Lodtrækningen og offentliggørelsen tæller dem ikke.
    }
seconds-error-alone = Du bad selv om dette. En anden skal bekræfte det.
seconds-error-decided = Dette venter ikke længere: nogen har afgjort det eller trukket det tilbage.
seconds-error-waits = Noget om denne studerende venter allerede på en til. Få det bekræftet eller afvist først.
seconds-error-nobody-else = Du er den eneste administrator: ingen anden kan bekræfte. Giv rollen til endnu en person først.
seconds-error-nobody = Kun en person, der er logget ind, kan bede om, at nogen ser på det.
seconds-error-no-note = Skriv, hvorfor du afviser det.
seconds-error-long-note = Begrundelsen har { $got } tegn. Forkort den til højst { $max }.
seconds-error-odd-note = Begrundelsen indeholder tegn, som ikke kan vises. Skriv den igen.
seconds-api-list = Det, der venter på en til
seconds-api-confirm = Bekræft det, en anden på kontoret bad om
seconds-api-refuse = Afvis det, en anden på kontoret bad om
