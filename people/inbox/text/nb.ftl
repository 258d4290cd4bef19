inbox-title = Meldinger
inbox-lead = Alt portalen har sendt deg, det nyeste først.
inbox-none = Ingen meldinger ennå
inbox-none-text = Når portalen sender deg en e-post, kan du lese den her også.
inbox-read = Les meldingen
inbox-to = Til { $address }
inbox-demo-title = E-post i demobyen
inbox-demo-lead = Ingen e-post forlater demoen. Det som ville blitt sendt, står her, det nyeste først.
