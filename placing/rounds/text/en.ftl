rounds-heading = Rounds
