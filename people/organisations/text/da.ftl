organisations-heading = Organisationer
