organisations-text-empty = Udfyld dette felt.
organisations-text-too-long = Teksten har { $got } tegn. Forkort den til højst { $max }.
organisations-number-taken = En anden organisation har nummeret { $number }. Kontrollér nummeret.
organisations-key-taken = En anden enhed har nøglen »{ $key }«. Vælg en anden.
organisations-no-parent = Den enhed, du ville lægge den under, findes ikke længere. Vælg en anden.
organisations-units-full = Organisationen har allerede { $max } enheder, og der er ikke plads til flere.
organisations-unit-gone = Enheden findes ikke den dag. Vælg en anden dag eller en anden enhed.
organisations-nothing-changed = Sådan er det allerede. Ændr noget, eller annuller.
organisations-open-below = { $units ->
         [one] Én enhed ligger under denne.
        *[other] { $units } enheder ligger under denne.
    } Flyt eller nedlæg dem først.
organisations-in-itself = En enhed kan ikke ligge under sig selv. Vælg en anden.
organisations-no-target = Ingen enhed hedder »{ $typed }«. Skriv nøglen, navnet eller hele stien.
organisations-many-targets = { $units } enheder hedder »{ $typed }«. Skriv nøglen eller hele stien, for eksempel »{ $path }«.
organisations-widens = Nogen med en anden rolle end din ville få ansvar for disse enheder. Spørg en, der har den rolle for hele organisationen.
organisations-day-gone = Den dag er forbi. Vælg i dag eller en senere dag.
organisations-no-day = »{ $typed }« er ikke en dato. Skriv år-måned-dag, for eksempel 2027-03-01.
organisations-changed-since = Nogen har ændret enheden, efter at du så på den. Sådan er den nu: se en gang til, og bekræft igen.
organisations-too-many-planned = { $max } ændringer er allerede planlagt. Vent, til nogle af dem gælder, eller træk nogle tilbage.
organisations-not-planned = Ændringen er ikke længere en plan. Den gælder allerede, eller den er trukket tilbage.
organisations-title = Organisation
organisations-nav = Organisation
organisations-lead = Enhederne, som de er, som de var, og som de er planlagt.
organisations-top = Direkte under organisationen
organisations-choose = Vælg en enhed
organisations-did-add = { $name } tilføjet
organisations-did-describe = { $name } fik ny nøgle eller adresse
organisations-did-name = { $before } fik navnet { $after }
organisations-did-move = { $name } flyttet til: { $to }
organisations-did-close = { $name } nedlagt
organisations-did-merge = { $name } blev en del af { $into }
organisations-planned = Planlagt
organisations-done = Udført
organisations-withdrawn = Trukket tilbage
organisations-failed = Kunne ikke lade sig gøre
organisations-act-added = er ny
organisations-act-named = nyt navn
organisations-act-moved = flyttes
organisations-act-closed = nedlægges
organisations-act-merged = bliver del af en anden
organisations-coming = { $act } { $when }
organisations-people = { $people ->
         [one] 1 person
        *[other] { $people } personer
    }
organisations-hidden = { $units ->
         [one] 1 enhed under
        *[other] { $units } enheder under
    }
organisations-rest = { $units ->
         [one] Endnu én enhed står øverst. Søg efter den.
        *[other] Endnu { $units } enheder står øverst. Søg efter dem.
    }
organisations-units-none = Ingen enheder denne dag
organisations-units-none-text = Tilføj den første enhed, eller hent hele træet fra en fil.
organisations-units = Enheder
organisations-add = Tilføj enhed
organisations-add-below = Tilføj enhed her
organisations-add-lead = En enhed er en afdeling, et afsnit, en skole: alt, der har egne folk, roller eller pladser.
organisations-on = Denne dag
organisations-find = Find en enhed
organisations-show = Vis
organisations-show-today = Tilbage til i dag
organisations-was = Sådan var træet { $day }.
organisations-will-be = Sådan er træet planlagt { $day }.
organisations-figure-units = Enheder
organisations-figure-people = Personer
organisations-figure-roles = Roller
organisations-figure-plans = Planlagte ændringer
organisations-found = { $count ->
         [0] Fandt ingen enhed
         [one] Fandt én enhed
        *[other] Fandt { $count } enheder
    }
organisations-more-found = Og { $count } til. Skriv mere af navnet.
organisations-plans = Planlagte ændringer
organisations-plans-none = Intet er planlagt.
organisations-failed-count = { $count ->
         [one] Én plan kunne ikke gennemføres
        *[other] { $count } planer kunne ikke gennemføres
    }
organisations-settings = Indstillinger
organisations-history = Alle ændringer
organisations-history-lead = Hvad der er gjort med enhederne, hvad der er planlagt, og hvad der er trukket tilbage.
organisations-fact-people = Personer her
organisations-fact-roles = Roller her
organisations-fact-from = Første dag
organisations-fact-until = Sidste dag
organisations-fact-place = Ligger i
organisations-field-name = Navn
organisations-field-key = Nøgle
organisations-field-key-help = Det, andre systemer kalder enheden. Filer finder den ved dette.
organisations-field-address = Adresse
organisations-field-from = Gælder fra
organisations-field-from-help = I dag eller en kommende dag. En senere dag er en plan, der kan trækkes tilbage.
organisations-field-note = Hvorfor
organisations-field-note-help = Ikke påkrævet. Står i historikken.
organisations-to = Enhed
organisations-to-help = Skriv nøglen, navnet eller hele stien.
organisations-to-help-top = Skriv nøglen, navnet eller hele stien. Tomt er direkte under organisationen.
organisations-below = Enheder her
organisations-below-none = Ingen enheder ligger under denne.
organisations-more = Det kan du gøre
organisations-do-name = Ændr navn, nøgle eller adresse
organisations-do-move = Flyt
organisations-do-merge = Gør den til en del af en anden enhed
organisations-do-close = Nedlæg
organisations-withdraw = Træk tilbage
organisations-is-part-of = Enheden er nu en del af { $name }.
organisations-ended = Enheden er nedlagt. Sidste dag var { $day }.
organisations-begins = Enheden begynder { $day }.
organisations-name-title = Ændr { $name }
organisations-name-lead = Personer, roller og praktikpladser bliver, hvor de er.
organisations-move-title = Flyt { $name }
organisations-move-lead = Alt, der ligger under enheden, følger med. De, der har ansvar, hvor den kommer hen, får også ansvar for denne.
organisations-close-title = Nedlæg { $name }
organisations-close-lead = Historikken bliver stående. De, der hører til her, hører derefter til enheden over.
organisations-merge-title = Gør { $name } til en del af en anden enhed
organisations-merge-lead = De, der hører til her, hører derefter til den anden enhed. Historikken bliver stående.
organisations-preview = Det vil ske
organisations-touched = Det berøres
organisations-gaining = { $people ->
         [one] Én person, der har ansvar, hvor enheden kommer hen, får også ansvar for denne.
        *[other] { $people } personer, der har ansvar, hvor enheden kommer hen, får også ansvar for denne.
    }
organisations-merge-note = Roller her gælder fortsat for det, der var her, og bliver ikke større. Giv roller i den anden enhed til dem, der skal have ansvar for det hele.
organisations-close-note = Roller her slutter sammen med enheden.
organisations-confirm = Ændr fra { $day }
organisations-change-again = Ændr det, du valgte
organisations-see = Se, hvad der sker
organisations-save = Tilføj
organisations-what = Hvad
organisations-by = Af
organisations-state = Status
organisations-changes = { $count ->
         [one] 1 ændring
        *[other] { $count } ændringer
    }, seneste dag først
organisations-pages = { $from }–{ $to } af { $all }
organisations-changes-none = Ingen ændringer endnu
organisations-changes-none-text = Når nogen tilføjer, flytter, omdøber eller nedlægger en enhed, står det her.
organisations-see-people = Se personerne her
organisations-see-roles = Se rollerne her
organisations-import = Organisationens enheder
organisations-import-help = Enheder med egen nøgle, navn og nøglen til den enhed, de ligger i. Enheder, der kendes på nøglen, rettes; dem, filen ikke nævner, bliver, som de er.
organisations-column-key = Nøgle
organisations-column-name = Navn
organisations-column-parent = Nøglen til enheden ovenover
organisations-column-address = Adresse
organisations-in-use = Personer eller enheder er nu knyttet til enheder fra denne fil. Flyt dem først, så kan importen fortrydes.
organisations-api-own = Vis den organisation, tokenet hører til
organisations-api-all = Vis de organisationer, der er med
organisations-api-units = Vis enhederne, som de er en bestemt dag
organisations-api-unit = Vis en enhed, som den er en bestemt dag
organisations-api-found = Tilføj en enhed fra og med en dag
organisations-api-change = Omdøb, flyt, nedlæg eller sammenlæg en enhed fra og med en dag
organisations-practice = Øvelseskopi
organisations-api-changes = Vis, hvad der er og bliver gjort ved enhederne
organisations-api-withdraw = Træk en planlagt ændring af en enhed tilbage
organisations-placing-rules = Manuel placering
organisations-no-choice = »{ $typed }« er ikke blandt mulighederne. Vælg en fra listen.
organisations-facts-changed = En anden har gemt, siden du åbnede dette. Sammenlign versionerne, og gem igen.
organisations-about-title = Om organisationen
organisations-about-lead = Det, alle læser om jer: øverst på hver side, under Hjælp og i mails.
organisations-about-name = Fulde navn
organisations-about-short-name = Kort navn
organisations-about-short-name-help = Står, hvor der er lidt plads, for eksempel øverst på hver side.
organisations-about-number = Organisationsnummer
organisations-about-number-help = Fra CVR eller Enhetsregisteret. Må gerne være tomt. Portalens indstillinger kan henvise til organisationen med nummeret: Ret det også der.
organisations-about-kind = Hvad den gør med praktik
organisations-about-institution = Sender studerende
organisations-about-host = Modtager studerende
organisations-about-both = Sender og modtager studerende
organisations-about-contact = Hvem man kan spørge
organisations-about-contact-name = Person eller kontor
organisations-about-contact-name-help = Må gerne være tomt. Alle, der er logget ind og hører til organisationen, kan læse det.
organisations-about-contact-email = E-mailadresse til spørgsmål
organisations-about-contact-phone = Telefon til spørgsmål
organisations-about-place = Sprog og tid
organisations-about-lang = Organisationens sprog
organisations-about-lang-help = For dem, der ikke selv har valgt.
organisations-about-zone = Tidszone
organisations-about-zone-help = Frister angives i den. Ændrer du den, flyttes ingen frist: Hver af dem er det samme tidspunkt som før og vises efter klokken i den nye zone.
organisations-about-save = Gem
organisations-about-saved = Gemt.
organisations-about-saved-zone = Gemt. Fristerne er de samme tidspunkter som før og vises nu efter klokken i { $zone }.
organisations-about-theirs = Gemt af { $by }, { $at }
organisations-about-yours = Det, du skrev
organisations-about-history = Tidligere ændringer
organisations-about-confirmed = Læst igennem uden ændringer
organisations-about-did-change = { $field }: »{ $before }« blev »{ $after }«
organisations-about-did-put = { $field } er ændret
organisations-api-put = Ændre det, alle læser om organisationen
organisations-held = Hvem der tager sig af enheden
organisations-held-none = Ingen rolle er givet på selve enheden, så vidt du kan se. De, der har en rolle over den, tager sig også af den.
organisations-held-more = { $count ->
         [one] Én rolle mere
        *[other] { $count } roller mere
    }
organisations-held-give = Giv en rolle her
