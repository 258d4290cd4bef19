organisations-heading = Organisasjoner
