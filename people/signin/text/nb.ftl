signin-link-spent = Denne lenken virker ikke lenger. Den åpner én gang, innen 30 minutter. Be om en ny.
signin-no-persona = Velg en av personene i listen.
signin-too-often = For mange forsøk for denne adressen. Vent et kvarter. Lenker som har kommet fram, virker fortsatt.
