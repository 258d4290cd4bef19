inbox-title = Meldingar
inbox-lead = Alt portalen har sendt deg, det nyaste først.
inbox-none = Ingen meldingar enno
inbox-none-text = Når portalen sender deg ein e-post, kan du lese han her òg.
inbox-read = Les meldinga
inbox-to = Til { $address }
inbox-demo-title = E-post i demobyen
inbox-demo-lead = Ingen e-post forlèt demoen. Det som ville blitt sendt, står her, det nyaste først.
