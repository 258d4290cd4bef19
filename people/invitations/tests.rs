//! What invitations promise: bound to a person, open until a day, used once, and told about before anything is done.

use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Owner, Role};
use kit::mail;
use macros::both_databases;
use people::persons::{self, Affiliation, AffiliationKind, Email, NewPerson, PersonName, Span};

use crate::testkit::{Reader, Town};

/// An organisation with an administrator and somebody of the register who is not in yet.
struct House {
    at: OrganisationId,
    keeper: Reader,
    mila: PersonId,
}

async fn house(town: &Town) -> House {
    town.now_is("2027-03-01 09:00");
    let at = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(at, "Jonas", Role::Administrator).await).await;
    let new = NewPerson {
        name: PersonName::new("Mila", "Nordmann").unwrap(),
        email: Some(Email::new("mila@town.example").unwrap()),
        phone: None,
        lang: None,
    };
    let take_in = async |tx| {
        let bond = |person| Affiliation {
            person,
            kind: AffiliationKind::Staff,
            outside_key: None,
            unit: None,
            span: Span::ALWAYS,
        };
        persons::take_in(&tx, at, &new, bond).await
    };
    let mila = town.db().write(&Actor::portal(at), take_in).await.unwrap();
    House { at, keeper, mila }
}

impl House {
    fn person(&self) -> String {
        format!("/organisations/{}/people/{}", self.at, self.mila)
    }

    async fn invite(&self, until: &str) {
        let fields = [("about", "Ta imot studenter i vår"), ("until_on", until)];
        self.keeper.post(format!("{}/invitation", self.person()), fields).await.done();
    }

    /// The links of invitations that wait to be mailed, the latest first.
    async fn links(&self, town: &Town) -> Vec<String> {
        let actor = Actor::portal(self.at);
        let owner = Owner::proven(&actor, self.at).unwrap();
        let sent = town.db().read(&actor, async |tx| Ok(mail::of_owner(&tx, owner).await?)).await.unwrap();
        let invitations = sent.into_iter().filter(|mail| mail.kind == "invitation" && mail.person == Some(self.mila));
        invitations.filter_map(|mail| Some(mail.link?.1)).collect()
    }

    /// The address of an act on the invitation that is open.
    async fn act(&self, act: &str) -> String {
        let page = self.keeper.get(self.person()).await.shown().text;
        let end = format!("/{act}\"");
        let action = page.split("action=\"").find(|rest| rest.split('>').next().is_some_and(|tag| tag.contains(&end)));
        action.expect("the act stands on the page").split('"').next().unwrap().to_owned()
    }
}

#[both_databases]
async fn an_invitation_tells_what_it_is_about_and_lets_its_person_in_once(town: Town) {
    let house = house(&town).await;
    house.invite("2027-03-20").await;
    let link = house.links(&town).await.remove(0);
    let guest = town.nobody();
    let page = guest.get(format!("{link}?lang=en")).await.shown();
    for told in ["Mila, Skole invites you", "Ta imot studenter i vår", "Jonas Nordmann", "20 March 2027"] {
        assert!(page.seen().contains(told), "{told}: {}", page.seen());
    }
    assert_eq!(guest.session(), None, "looking changes nothing");
    town.now_is("2027-03-20 22:30"); // the last day, half an hour before it ends in the organisation's zone
    assert_eq!(guest.press(&link).await.done(), "/");
    guest.get("/").await.shown().says("Mila");
    let second = town.nobody();
    assert_eq!(second.press(&link).await.status, StatusCode::NOT_FOUND);
    second.get(format!("{link}?lang=en")).await;
    assert_eq!(second.session(), None);
    town.run_jobs().await;
    assert_eq!(house.links(&town).await, [] as [String; 0], "a sent mail keeps no link in the database");
}

#[both_databases]
async fn an_invitation_opens_nothing_after_its_last_day(town: Town) {
    let house = house(&town).await;
    house.invite("2027-03-20").await;
    let link = house.links(&town).await.remove(0);
    town.now_is("2027-03-21 00:00");
    let guest = town.nobody();
    assert_eq!(guest.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(guest.press(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(guest.session(), None);
    town.run_jobs().await;
}

#[both_databases]
async fn one_sent_again_replaces_the_link_before_and_one_withdrawn_opens_nothing(town: Town) {
    let house = house(&town).await;
    house.invite("2027-03-20").await;
    let first = house.links(&town).await.remove(0);
    house.keeper.press(house.act("sending").await).await.done();
    let second = house.links(&town).await.remove(0);
    assert_ne!(first, second);
    let guest = town.nobody();
    assert_eq!(guest.press(&first).await.status, StatusCode::NOT_FOUND);
    guest.get(&second).await.shown();
    let withdrawal = house.act("withdrawal").await;
    house.keeper.press(&withdrawal).await.done();
    assert_eq!(guest.press(&second).await.status, StatusCode::NOT_FOUND);
    house.keeper.press(&withdrawal).await.refused_with("invitation-ended");
    house.keeper.press(withdrawal.replace("withdrawal", "sending")).await.refused_with("invitation-ended");
    assert_eq!(guest.session(), None);
    town.run_jobs().await;
}

#[both_databases]
async fn an_invitation_is_mailed_ten_times_at_most(town: Town) {
    let house = house(&town).await;
    house.invite("2027-03-20").await;
    let again = house.act("sending").await;
    for _ in 1..10 {
        house.keeper.press(&again).await.done();
    }
    house.keeper.press(&again).await.refused_with("invitation-sent-often");
    assert_eq!(house.links(&town).await.len(), 10);
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_leaves_or_moves_to_another_address_is_not_invited_any_more(town: Town) {
    let house = house(&town).await;
    house.invite("2027-03-20").await;
    let link = house.links(&town).await.remove(0);
    let fields = [("given_name", "Mila"), ("family_name", "Nordmann"), ("email", "ny@town.example")];
    house.keeper.fill(format!("{}/correction", house.person()), fields).await.done();
    let guest = town.nobody();
    assert_eq!(guest.press(&link).await.status, StatusCode::NOT_FOUND);
    house.invite("2027-03-20").await;
    let link = house.links(&town).await.remove(0);
    guest.get(&link).await.shown();
    house.keeper.press(format!("{}/departure", house.person())).await.done();
    assert_eq!(guest.press(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(guest.session(), None);
    town.run_jobs().await;
}

#[both_databases]
async fn an_invitation_without_matter_day_or_address_is_refused_and_what_was_typed_stays(town: Town) {
    let house = house(&town).await;
    let path = format!("{}/invitation", house.person());
    house.keeper.post(&path, [("about", " "), ("until_on", "2027-03-20")]).await.refused_at("about");
    for until in ["", "2027-02-28", "2027-08-29", "tomorrow"] {
        let refused = house.keeper.post(&path, [("about", "Ta imot <alle>"), ("until_on", until)]).await;
        refused.refused_at("until_on");
        assert!(refused.text.contains("Ta imot &#60;alle&#62;"), "{}", refused.text);
    }
    let fields = [("given_name", "Uten"), ("family_name", "Adresse"), ("kind", "staff")];
    let other = house.keeper.post(format!("/organisations/{}/people/new", house.at), fields).await.done();
    let invited =
        house.keeper.post(format!("{other}/invitation"), [("about", "Hei"), ("until_on", "2027-03-20")]).await;
    invited.refused_at("about");
    assert_eq!(house.links(&town).await, [] as [String; 0]);
}

#[both_databases]
async fn the_list_shows_who_has_not_come_in_and_is_for_those_who_see_everybody(town: Town) {
    let house = house(&town).await;
    let list = format!("/organisations/{}/invitations", house.at);
    house.keeper.get(format!("{list}?lang=en")).await.shown().says("No invitations here");
    house.invite("2027-03-20").await;
    house
        .keeper
        .get(format!("{list}?lang=en"))
        .await
        .shown()
        .says("1 invitation")
        .says("Nordmann, Mila")
        .says("Send again");
    house.keeper.get(format!("{list}?state=accepted&lang=en")).await.shown().says("No invitations here");
    let link = house.links(&town).await.remove(0);
    town.nobody().press(&link).await.done();
    house.keeper.get(format!("{list}?state=accepted&lang=en")).await.shown().says("Nordmann, Mila").says("Accepted");
    house.keeper.get(format!("{list}?lang=en")).await.shown().says("No invitations here");
    let mila = town.sign_in(house.mila).await;
    assert_eq!(mila.get(&list).await.status, StatusCode::NOT_FOUND);
    town.run_jobs().await;
}

/// Ticked in the register.
fn ticked(people: &[PersonId]) -> Vec<(&'static str, String)> {
    people.iter().map(|person| ("people", person.to_string())).collect()
}

#[both_databases]
async fn several_are_invited_at_once_and_those_who_cannot_be_are_told_apart(town: Town) {
    town.now_is("2027-03-01 09:00");
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let (ida, ola) = (town.enrolled(school, "Ida").await, town.enrolled(school, "Ola").await);
    let carl = town.holder(school, "Carl", Role::Coordinator).await;
    let base = format!("/organisations/{school}/people");
    let nameless =
        [("given_name", "Per"), ("family_name", "Nordmann"), ("email", ""), ("phone", ""), ("kind", "staff")];
    let made = keeper.post(format!("{base}/new"), nameless).await.done();
    let per: PersonId = made.rsplit('/').next().unwrap().parse().unwrap();
    let invitations = async || {
        let actor = Actor::portal(school);
        let owner = Owner::proven(&actor, school).unwrap();
        let sent = town.db().read(&actor, async |tx| Ok(mail::of_owner(&tx, owner).await?)).await.unwrap();
        sent.into_iter().filter(|mail| mail.kind == "invitation").count()
    };
    let shown = keeper.post(format!("{base}/invitations/preview"), ticked(&[ida, ola, carl, per])).await.shown();
    let shown = shown.says("Inviter 2 personer").says("Ingenting er sendt ennå").says("Mangler e-postadresse");
    let shown = shown.says("Har mer enn du kan gi");
    let confirmed = shown.text.matches("type=\"hidden\" name=\"people\"").count();
    assert_eq!(confirmed, 2, "{}", shown.text);
    let with = |people: &[PersonId], about: &str| {
        let mut fields = ticked(people);
        fields.extend([("about", about.to_owned()), ("until_on", "2027-03-31".to_owned())]);
        fields
    };
    let path = format!("{base}/invitations");
    let again = keeper.post(&path, with(&[ida, ola], " ")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = again.says("Inviter 2 personer").says("Skriv hva personen inviteres til");
    assert!(again.text.contains("value=\"2027-03-31\""), "what was typed is kept");
    let stranger = town.enrolled(town.organisation("Kommune").await, "Siri").await;
    for other in [per, carl, stranger] {
        let refused = keeper.post(&path, with(&[ida, other], "Praksis")).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.seen());
        refused.says("Inviter én person").says("bekreft på nytt");
    }
    assert_eq!(invitations().await, 0, "some were invited though not all could be");
    let list = keeper.post(&path, with(&[ida, ola], "Praksis i vår")).await.done();
    keeper.get(list).await.shown().says("Nordmann, Ida").says("Nordmann, Ola").says("Praksis i vår");
    assert_eq!(invitations().await, 2);
    town.run_jobs().await;
}
