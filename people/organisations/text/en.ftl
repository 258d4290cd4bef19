organisations-heading = Organisations
