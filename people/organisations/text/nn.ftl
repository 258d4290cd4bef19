organisations-heading = Organisasjonar
