inbox-title = Beskeder
inbox-lead = Alt, hvad portalen har sendt dig, det nyeste først.
inbox-none = Ingen beskeder endnu
inbox-none-text = Når portalen sender dig en e-mail, kan du også læse den her.
inbox-read = Læs beskeden
inbox-to = Til { $address }
inbox-demo-title = E-mails i demobyen
inbox-demo-lead = Ingen e-mail forlader demoen. Det, der ville være sendt, står her, det nyeste først.
