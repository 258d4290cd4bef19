incident-notice = Til { $name }: nokon som ikkje skulle hatt det, har hatt tilgang til portalen. Dette noterte portalen om opplysningane dine i den tida.
incident-line = { $at }, { $place }: { $what }
incident-listed = Du stod i ei liste som blei henta i timen som tek til då
incident-taken = Du stod i ei liste som nokon tok med seg som fil
incident-changed = Noko blei gjort som gjeld deg
incident-ask = Notata seier ikkje om det var den rette eller ein annan. Spør kontoret som er nemnt, om du lurer på noko.
