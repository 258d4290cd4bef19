signin-link-spent = Linket virker ikke længere. Det åbner én gang inden for 30 minutter. Bed om et nyt.
signin-no-persona = Vælg en af personerne på listen.
signin-too-often = For mange forsøg for denne adresse. Vent et kvarter. Links, der er nået frem, virker stadig.
