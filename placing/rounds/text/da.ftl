rounds-heading = Runder
