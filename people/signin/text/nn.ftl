signin-link-spent = Denne lenkja verkar ikkje lenger. Ho opnar éin gong, innan 30 minutt. Be om ei ny.
signin-no-persona = Vel ein av personane i lista.
signin-too-often = For mange forsøk for denne adressa. Vent eit kvarter. Lenkjer som har kome fram, verkar framleis.
