rounds-heading = Rundar
