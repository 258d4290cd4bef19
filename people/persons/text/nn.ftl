persons-nameless = Skriv eit førenamn eller eit etternamn.
persons-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
persons-no-email = «{ $got }» er ikkje ei e-postadresse. Skriv henne som ida@example.org.
persons-no-phone = «{ $got }» er ikkje eit telefonnummer. Skriv siffer, med + først for eit anna land.
persons-ends-first = Siste dag er før første dag. Endre ein av dei.
persons-key-taken = Nummeret «{ $key }» tilhøyrer ein annan. Kontroller det.
persons-keyless = Skriv eit studentnummer.
persons-no-choice = Vel eitt av alternativa i lista.
persons-above-own = Du kan berre gje det du sjølv har, på den delen og i heile den tida. Vel mindre, eller spør ein som har meir.
persons-above-actor = Denne personen har meir enn du kunne gjeve, eller er deg sjølv. Spør ein som kunne gjeve det.
persons-not-ours = Ein annan organisasjon kjenner òg denne personen. Namn og adresse blir endra av personen sjølv.
persons-no-merger = Vel ei anna oppføring enn denne og di eiga.
persons-tied = Oppføringa som ville blitt borte, har delteke i rundar. Det som vart meldt der, blir ståande på ho. Slå saman motsett veg: opne den oppføringa og vel denne.
persons-no-deputy = Vel ein annan frå registeret. Ingen er sin eigen stadfortredar, og ein stadfortredar har ingen stadfortredar.
persons-endless-deputy = Skriv siste dag. Ein stadfortredar trer inn for ei tid.
persons-student = Student
persons-staff = Tilsett
persons-administrator = Administrator
persons-coordinator = Koordinator
persons-from = frå { $from }
persons-until = til { $until }
persons-from-until = { $from } til { $until }
persons-holds = No
persons-comes = Kjem
persons-over = Avslutta
persons-whole = Heile organisasjonen
persons-title = Personar
persons-nav = Personar
persons-at-unit = Ved eller under:
persons-add = Legg til person
persons-add-lead = For ein som ikkje står i registeret enno. Søk først: to oppføringar av same person er vanskelege å skilje seinare.
persons-save-new = Legg til
persons-save = Lagre
persons-list-name = Namn
persons-list-bonds = Tilknyting
persons-list-roles = Roller
persons-search = Finn ein person
persons-count = { $count ->
         [one] 1 person
        *[other] { $count } personar
    }, etter etternamn
persons-pages = { $from }–{ $to } av { $all }
persons-none = Ingen her enno
persons-none-text = Personar står her når dei blir lagde til, importerte eller deltek i ein runde.
persons-none-found = Fann ingen
persons-none-found-text = Søk etter noko anna, eller fjern søk og filter.
persons-filter-standing = Vis
persons-standing-here = Dei som er her
persons-standing-coming = Dei som kjem
persons-standing-left = Dei som har slutta
persons-standing-all = Alle
persons-filter-kind = Som
persons-filter-kind-all = Tilsette og studentar
persons-field-given = Fornamn
persons-field-family = Etternamn
persons-field-email = E-post
persons-field-email-help = Innloggingslenker går hit.
persons-field-phone = Telefon
persons-field-lang = Språk
persons-field-kind = Som
persons-field-key = Nummer
persons-field-key-help = Tilsettnummer eller studentnummer. Filer finn personen på dette.
persons-field-from = Frå
persons-field-until = Siste dag
persons-field-span-help = Tomt er frå no av, og utan slutt.
persons-unknown = –
persons-stands-for = Stadfortredar for { $name }
persons-bonds-none = Høyrer ikkje til noka eining, og er verken tilsett eller student her.
persons-roles-none = Har inga rolle.
persons-end = Avslutt no
persons-open = Opne
persons-undo = Angre
persons-mergers = Samanslegne oppføringar
persons-merged = { $name } vart slegen saman med denne oppføringa { $when }
persons-read-only = Du kan sjå personen, men ikkje endre noko: personen har meir enn du kunne gjeve, høyrer òg til andre einingar, eller er deg sjølv.
persons-do-correct = Endre namn og adresse
persons-correct-lead = Ei ny e-postadresse avsluttar øktene til personen. Den gamle adressa får beskjed.
persons-do-bind = Legg til tilknyting
persons-bind-lead = Ein person kan høyre til fleire einingar, som tilsett og som student, kvar for si tid.
persons-do-give = Gje ei rolle
persons-do-merge = Slå saman med ei anna oppføring
persons-do-let-go = Personen sluttar
persons-let-go-title = { $name } sluttar no
persons-let-go-text = Blir avslutta med ein gong: { $bonds ->
         [one] éi tilknyting
        *[other] { $bonds } tilknytingar
    } og { $roles ->
         [one] éi rolle
        *[other] { $roles } roller
    }. Stadfortredarar for personen trer ut.
persons-let-go-more = Økter blir avslutta, og lenker i e-post sluttar å verke. Det personen har fått meldt i rundar, blir ståande.
persons-let-go-operates = { $others ->
    [0] Personen er åleine om å ta seg av heile portalen. Det blir òg avslutta, om ikkje ein annan organisasjon framleis har personen, og då er det ingen som tek seg av han. La helst nokon andre ta over først: den som driv maskina, utnemner dei med fotfeste operator og e-postadressa deira.
   *[other] Personen tek seg òg av heile portalen. Det blir avslutta, om ikkje ein annan organisasjon framleis har personen.
}
persons-unattended = No er det ingen som tek seg av portalen
persons-unattended-text = Be den som driv maskina, om å utnemne nokon med fotfeste operator og e-postadressa deira.
persons-let-go-yes = Avslutt alt no
persons-merge-title = Slå ei anna oppføring saman med { $name }
persons-merge-lead = Denne oppføringa blir, med namn og adresse. Den andre blir borte, og alt ho har, kjem hit. Det kan angrast.
persons-merge-preview = Dette vil skje
persons-merge-kept = Blir
persons-merge-gone = Blir borte
persons-merge-counts = { $bonds ->
         [one] Éi tilknyting
        *[other] { $bonds } tilknytingar
    }, { $roles ->
         [one] éi rolle
        *[other] { $roles } roller
    }
persons-merge-yes = Slå saman
persons-merge-find = Finn den andre oppføringa
persons-merge-offered = Kan vere same person
persons-roles-title = Roller
persons-roles-lead = Kven som kan gjere kva, kvar og kor lenge.
persons-roles-count = { $count ->
         [one] 1 rolle
        *[other] { $count } roller
    }
persons-roles-lasting = No og framover
persons-roles-empty = Ingen roller her
persons-roles-empty-text = Roller står her når nokon gjev dei.
persons-field-role = Rolle
persons-field-role-help = Du kan gje dei rollene du sjølv har.
persons-when = Når
persons-deputy-for = Stadfortredar for
persons-given-by = Gjeven av
persons-field-holder = Person
persons-field-holder-help = Dei første femti i registeret. Søk over etter andre.
persons-give-lead = Den som får rolla, kan gjere det same som deg, på den delen og i den tida.
persons-give = Gje rolla
persons-role-end = Avslutt rolla no
persons-do-depute = Peik ut ein stadfortredar
persons-depute-title = Stadfortredar for { $name }
persons-depute-lead = Stadfortredaren gjer det same arbeidet ei tid, men gjev ingen roller. Historikken seier kven det vart gjort for.
persons-field-deputy = Stadfortredar
persons-depute = Peik ut stadfortredaren
persons-choice-title = Organisasjonane dine
persons-choice-lead = Menyen fører til romma i éin av dei. Portalen hugsar kva for ein.
persons-choice-none = Du har inga rolle i nokon organisasjon.
persons-choice-here = Du er her
persons-choice-go = Gå dit
persons-mail-moved-subject = E-postadressa di er endra
persons-mail-moved-body = Hei { $name }. { $by } har endra e-postadressa som portalen har for deg. Innloggingslenker går frå no av til den nye adressa. Om du ikkje kjende til dette, skriv til organisasjonen din.
persons-mailbox-taken = Rolla har alt ei postkasse på den delen. Fjern henne først.
persons-mailboxes-many = Organisasjonen har så mange postkasser som han kan. Fjern ei først.
persons-mailboxes = Postkassene til rollene
persons-mailboxes-lead = Det som blir sendt på e-post til alle i ei rolle, går òg til postkassa til rolla, så det blir lese når ein av dei er borte. Svar blir gitt i portalen; ei postkasse loggar ingen inn.
persons-mailboxes-none = Inga rolle har postkasse.
persons-mailbox-remove = Fjern
persons-mailbox-add = Legg til ei postkasse
persons-mailbox-save = Legg til
persons-mailbox-email = Adressa til postkassa
persons-mailbox-email-help = Ei felles postkasse som dei i rolla les, ikkje ein person si eiga.
persons-import = Personar
persons-import-help = Personar med nummer, namn og tilknyting: som tilsett eller student, ved kva eining, frå når og til når. Dei som er kjende på nummeret, held på namn og adresse; fila seier kvar dei høyrer til, og kor lenge.
persons-column-unit = Eining
persons-roles-import = Roller
persons-roles-import-help = Roller for personar som registeret kjenner på nummeret. Du gir i ei fil det du kunne gitt for hand. Ein tom dag er open.
persons-do-import = Importer frå ei fil
persons-part-help = Ein nøkkel, eit namn eller ein sti som «Region / Skule». Tomt er heile organisasjonen.
persons-choose = Vel ein person
persons-api-list = List opp personane i organisasjonen
persons-api-show = Vis éin av dei; personen ser at mappa vart opna
persons-api-take-in = Registrer nokon og knyt dei til organisasjonen
persons-api-correct = Rett det som er kjent om nokon
persons-api-bind = Knyt nokon til ein gong til: til ei anna eining, eller som noko anna
persons-api-unbind = Avslutt éi tilknyting med ein gong
persons-api-let-go = La nokon slutte med ein gong: alle tilknytingar og roller blir avslutta
persons-api-mergers = List opp oppføringane som er slått saman med denne
persons-api-merge = Slå saman ei anna oppføring av same person med denne
persons-api-undo-merger = Angre ei samanslåing
persons-api-roles = List opp roller, òg tidlegare og kommande
persons-api-role = Vis ei rolle
persons-api-give = Gje ei rolle; ingen gjev meir enn dei sjølve har
persons-api-close-role = Avslutt rolla til nokon med ein gong
persons-api-depute = Peik ut ein stadfortredar for ei rolle, frå ein dag til ein dag
persons-api-mailboxes = List opp postkassene til roller
persons-api-add-mailbox = Legg til postkassa til ei rolle
persons-api-remove-mailbox = Fjern postkassa til ei rolle
persons-restrict-title = Sperr opplysningane om { $name }
persons-restrict-file = Personen
persons-do-restrict = Sperr opplysningane
persons-do-erase = Slett
persons-restrict-lead = For ei tid: fordi personen bestrir det som er lagra, har bede om det, eller treng det for eit krav.
persons-restrict-kept = Alt blir teke vare på. Namn, adresse og telefon blir forsegla.
persons-restrict-unseen = Berre dei som administrerer heile organisasjonen, ser dei, her. Dei står i inga liste, søk, fil eller svar til eit program. E-postar som er sende før, blir hos personen.
persons-restrict-mail = Personen får beskjed no, i portalen og på e-post, og ein gong til eit døgn før sperringa sluttar. Ingen annan e-post når personen i mellomtida.
persons-restrict-reason = Grunngjeving
persons-restrict-reason-help = Blir forsegla med resten. Berre administrasjonen les ho.
persons-restricted = Opplysningane om denne personen er sperra: berre administrasjonen ser dei.
persons-restricted-since = Sperra { $at } av { $by }
persons-restrict-lift = Avslutt sperringa
persons-restrict-lift-lead = Personen får beskjed først. Eit døgn seinare står namn, adresse og telefon der dei stod før.
persons-restrictions = Sperra opplysningar
persons-restrictions-lead = Personar med opplysningar som berre administrasjonen ser. Lista viser nummer og ingen namn.
persons-restrictions-none = Ingen har sperra opplysningar.
persons-newer = Tidlegare
persons-older = Seinare
persons-error-restricted = Opplysningane om denne personen er sperra. Opphev sperringa før du endrar noko.
persons-error-no-reason = Skriv ei grunngjeving.
persons-do-protect = Skjerm namn og adresse
persons-protection = Skjerming
persons-protected = Namn og adresse er skjerma
persons-protected-note = Alle andre enn dei betrudde ser eit arbeidsnamn, og verken adresse eller telefon.
persons-protect-lead = Alle andre enn dei betrudde ser då eit arbeidsnamn i staden for denne personen, i lister, søk, e-post og filer, og verken adresse eller telefon. Det gjeld deg òg, om du ikkje er ein av dei. Personen ser det på profilen sin.
persons-field-working-name = Arbeidsnamn
persons-field-working-name-help = Det kontoret og praksisstaden kallar personen, avtalt med hen. Helst eit namn som alle andre. Er det tomt, lagar portalen eit som ikkje seier noko.
persons-field-protection-reason = Kvifor
persons-field-protection-reason-help = Dette ser personen sjølv og dei betrudde, og ingen andre.
persons-field-protection-reason-stands = Grunngivinga over står. Di blir ikkje lagra.
persons-protect-save = Skjerm
persons-protection-save = Lagre arbeidsnamnet
persons-protection-lift = Avslutt skjerminga
persons-protection-lift-lead = Då ser alle som ser personen, namn, adresse og telefon att.
persons-protection-trustless = Då ville ingen sjå denne personen lenger. Peik først ut ein betrudd som har ei rolle for heile organisasjonen.
persons-protection-name-first = Peik ut ein betrudd først
persons-trustees = Betrudde
persons-trustees-lead = Dei ser personar med skjerma namn og adresse. Alle andre ser eit arbeidsnamn. Den som er skjerma, ser kven dei er.
persons-trustees-none = Ingen er peikte ut, så ingen kan skjermast enno.
persons-trustee-add = Peik ut ein betrudd
persons-trustee-save = Peik ut
persons-trustee-remove = Fjern
persons-trustee-email-help = Til ein som har ei rolle her.
persons-trustee-last = Nokon er skjerma, og dette er den siste betrudde. Peik ut ein annan først.
persons-trustee-none = Ingen med denne adressa har ei rolle her utan å vere peikt ut alt. Sjå over adressa, eller gi ei rolle først.
persons-trustee-own = Du kan ikkje peike ut deg sjølv når nokon er betrudd eller skjerma frå før. Peik ut ein kollega, eller be ein annan administrator om å peike ut deg.
persons-trustee-idle = Har inga rolle for heile organisasjonen no.
persons-protection-reasonless = Skriv kvifor. Berre personen og dei betrudde ser det.
persons-column-protected = Skjerma
persons-column-protected-wrong = Skriv «ja», eller lat han stå tom.
persons-trustee-by = Peikt ut av { $name }
persons-import-undo-help = Angrar du importen seinare, forsvinn dei som var nye og ikkje er brukte sidan, og einingar og dagar blir sette tilbake der ingen har endra dei. Det som blir ståande, får du vite med namn.
persons-roles-import-undo-help = Angrar du importen seinare, forsvinn roller som var nye, og dagar blir sette tilbake der ingen har endra dei. Det som blir ståande, får du vite med namn.
persons-kept = { $why ->
    [signed_in] Har logga inn eller valt noko sjølv.
    [invited] Er invitert. Trekk invitasjonen tilbake, eller la personen slutte.
    [matter] Er med i ein runde, eller noko er skrive eller vedteke om personen.
    [written] Har fått ein e-post eller eit varsel.
    [role] Har eller har hatt ei rolle. Avslutt ho, eller la personen slutte.
    [bond] Er knytt til organisasjonen på ein annan måte òg.
    [put_away] Opplysningane er sperra.
    [merged] Er slått saman med ei anna oppføring.
    [elsewhere] Ein annan organisasjon kjenner òg personen.
    [deputed] Nokon er stadfortredar for den som har rolla. Avslutt det først.
    [above] Du kunne ikkje sjølv ha gitt denne rolla. Spør nokon som kan.
    [own] Dette er di eiga rolle. Ein kollega kan avslutte ho.
    [partly] Er endra sidan importen. Det ingen har endra, blir sett tilbake.
   *[changed] Er endra sidan importen.
}
persons-restrict-no-address = Portalen har inga e-postadresse til denne personen. Sei sjølv frå før opplysningane blir sperra, og før sperringa sluttar.
persons-restrict-ends = Personen har fått vite at sperringa sluttar { $at }.
persons-restrict-key-gone = Det som er forsegla, kan ikkje opnast: Nøkkelen er borte. Anten er portalen henta tilbake frå ein kopi utan nøklane, eller så vart opplysningane sletta etter at kopien vart teken. Spør dei som driftar portalen, om nøklane finst. Finst dei ikkje, slett opplysningane, og registrer personen på nytt om det trengst.
persons-restrict-keep = Behald sperringa
persons-restrict-keep-lead = Har personen innvendingar, kan sperringa bli ståande. Då får personen vite det òg.
persons-mail-restricted-subject = Opplysningane dine hos { $organisation } er sperra
persons-mail-restricted-body = { $organisation } har sperra opplysningane som portalen har om deg. Dei blir tekne vare på, men ikkje brukte: Namn, adresse og telefonnummer er forsegla, og berre dei som administrerer organisasjonen, kan sjå dei. I mellomtida får du ingen annan e-post frå portalen, og innloggingslenker når deg ikkje. Du får beskjed før sperringa sluttar. Har du spørsmål, skriv til organisasjonen din.
persons-mail-lifting-subject = Sperringa av opplysningane dine hos { $organisation } sluttar snart
persons-mail-lifting-body = Sperringa av opplysningane som portalen har om deg, sluttar { $at }. Frå då av kan { $organisation } bruke namnet, adressa og telefonnummeret ditt att. Er du ikkje samd, skriv til organisasjonen din før det.
persons-mail-lasting-subject = Opplysningane dine hos { $organisation } er framleis sperra
persons-mail-lasting-body = Du fekk vite at sperringa av opplysningane dine snart skulle slutte. { $organisation } lèt ho bli ståande. Du får beskjed før ho sluttar.
persons-many = Med dei valde personane
persons-many-tick = Vel
persons-many-invite = Inviter …
persons-many-let-go = La slutte …
persons-many-title = { $count ->
    [0] Ingen av dei valde sluttar
    [one] La éin person slutte?
   *[other] La { $count } personar slutte?
}
persons-many-lead = Ingenting har skjedd enno. Dette ville bli endra.
persons-many-what = Kva som ville skje
persons-many-ends = Det som tek slutt
persons-many-leaves = Sluttar no
persons-many-left = Har alt slutta; ingenting blir endra
persons-many-above = Har meir enn du kan gi; ingenting blir endra
persons-many-operates = Har ansvar for portalen; opne personen for å la han eller henne slutte
persons-many-confirm = { $count ->
    [one] La éin person slutte no
   *[other] La { $count } personar slutte no
}
persons-many-none = Vel frå 1 til { $max } personar i lista.
persons-many-changed = Noko er endra sidan lista vart vist. Slik er det no; stadfest på nytt.
