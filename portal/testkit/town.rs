//! The town a test builds: every step through the actions that people's clicks call.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use base::{Lang, OrganisationId, PersonId};
use chrono::{NaiveDateTime, TimeZone, Utc};
use kit::actor::{Actor, Role};
use kit::db::{Db, Place};
use kit::mail::Mailer;
use kit::scope::Scope;
use kit::sealed::{Ring, Sealer};
use kit::settings::Settings;
use kit::web::{App, Route};
use people::organisations::{self, Contact, Kind, NewOrganisation};
use people::persons::{self, Affiliation, AffiliationKind, Email, NewPerson, NewRole, PersonName, Span};
use people::signin::queries::NewSession;
use people::signin::{Key, Way};
use people::tokens::{NewToken, TokenKey};
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

use super::{Reader, TestDatabase};

/// Where the portal under test says it lives.
pub const BASE_URL: &str = "https://portal.example";

/// A town of one test. Cheap to clone; the database goes with the last clone.
#[derive(Clone)]
pub struct Town(Arc<Inner>);

struct Inner {
    app: App,
    router: Router,
    kept: Kept,
    numbers: AtomicU32,
}

/// What goes with the last clone.
enum Kept {
    Here { database: TestDatabase, _mail: TempDir },
    Elsewhere { behind: Town },
}

impl Inner {
    fn database(&self) -> &TestDatabase {
        match &self.kept {
            Kept::Here { database, .. } => database,
            Kept::Elsewhere { behind } => behind.0.database(),
        }
    }
}

impl Town {
    /// An empty town on this database.
    pub async fn on(database: TestDatabase) -> Self {
        let mail = tempfile::tempdir().expect("a folder for mail");
        let mut settings = Settings { data: mail.path().into(), base_url: BASE_URL.into(), ..Settings::default() };
        // One session opens every route within a second, which is more than a person may.
        settings.limits.requests_per_second = 1_000_000;
        let settings = settings.checked().expect("settings that hold");
        let db = Db::open(&database.place()).await.expect("the test's database opens");
        db.seal_with(Sealer::of_ring(Ring::fresh()));
        let mailer = Mailer::open(&settings).expect("a folder of mails");
        let app = portal::house::app(db, settings, mailer).expect("a folder of blobs");
        let router = portal::house::router(&app);
        let kept = Kept::Here { database, _mail: mail };
        Self(Arc::new(Inner { app, router, kept, numbers: AtomicU32::new(1) }))
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.0.app.db()
    }
    /// The app under test.
    pub fn app(&self) -> &App {
        &self.0.app
    }
    /// The router under test.
    pub fn router(&self) -> Router {
        self.0.router.clone()
    }
    /// On PostgreSQL, the address of the role that owns the tables.
    pub fn owner_url(&self) -> Option<String> {
        self.0.database().owner_url()
    }
    /// Where the portal under test finds the database.
    pub fn place(&self) -> Place {
        self.0.database().place()
    }
    /// Every declared route.
    pub fn routes(&self) -> Vec<Route> {
        portal::house::route_list()
    }

    /// Moves the clock: from now on it is this moment in Oslo, and goes on from there.
    pub fn now_is(&self, local: &str) {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("year-month-day hour:minute");
        let wanted = chrono_tz::Europe::Oslo.from_local_datetime(&local).earliest().expect("a moment that exists");
        #[expect(clippy::disallowed_methods, reason = "the shift is counted from the machine's clock")]
        let now = Utc::now();
        self.db().shift_clock(wanted.with_timezone(&Utc) - now);
    }

    /// Does every job that is due, those that they enqueue included.
    pub async fn run_jobs(&self) {
        kit::jobs::run_due(&self.0.app, &portal::house::handlers()).await.expect("every job is done");
    }

    /// A test that leaves a job unrun has not looked at its effect.
    pub async fn assert_no_job_left(&self) {
        let left = kit::jobs::due(self.db()).await.expect("jobs can be listed");
        assert_eq!(left, [] as [String; 0], "jobs were left unrun: call town.run_jobs().await");
    }

    /// Takes a table away, or gives it back, behind the portal's back.
    pub async fn rename_table(&self, from: &str, to: &str) {
        self.as_owner(&format!("ALTER TABLE {from} RENAME TO {to}")).await;
    }

    /// Does something to the tables behind the portal's back.
    pub async fn as_owner(&self, sql: &str) {
        let url = self.0.database().owner_url().unwrap_or_else(|| match self.0.database().place() {
            Place::Sqlite(file) => format!("sqlite://{}", file.display()),
            Place::Postgres { url, .. } => url,
        });
        let owner = Database::connect(url).await.expect("the database can be reached");
        owner.execute_unprepared(sql).await.expect("the owner may do it");
        owner.close().await.expect("the connection closes");
    }

    /// How many entries all journals hold together.
    pub async fn journal_entries(&self) -> i64 {
        let all =
            self.db().read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await.expect("organisations");
        let mut entries = 0;
        for organisation in all {
            entries += self.journal_of(organisation.id).await;
        }
        entries
    }

    /// How many entries an organisation's journal holds.
    pub async fn journal_of(&self, organisation: OrganisationId) -> i64 {
        let count = async |tx| Ok(kit::journal::count(&tx, organisation).await?);
        let counted = self.db().read(&Actor::portal(organisation), count).await.expect("the journal");
        i64::try_from(counted).expect("a count")
    }

    /// A reader who has not signed in.
    pub fn nobody(&self) -> Reader {
        Reader::new(self.router())
    }

    /// A reader with a session of this person's.
    pub async fn sign_in(&self, person: PersonId) -> Reader {
        let key = Key::new(&kit::chance::secret_hex(32)).expect("a key of 256 bits");
        let new = NewSession { person, way: Way::Persona, factors: 1, device: "" };
        let begin = async |tx| Ok(people::signin::queries::add_session(&tx, &key, new).await?);
        self.db().write(&Actor::nobody(), begin).await.expect("a session begins");
        Reader::new(self.router()).with_session(key.reveal())
    }

    /// An organisation that both sends and receives students.
    pub async fn organisation(&self, name: &str) -> OrganisationId {
        self.organisation_of(name, None).await
    }

    /// The same with a number of the national register.
    pub async fn organisation_numbered(&self, name: &str, number: &str) -> OrganisationId {
        self.organisation_of(name, Some(number.to_owned())).await
    }

    async fn organisation_of(&self, name: &str, number: Option<String>) -> OrganisationId {
        let id = self.fresh_id();
        let contact = Contact {
            name: format!("{name} placement office"),
            email: "office@town.example".into(),
            phone: "55 55 00 00".into(),
        };
        let new = || NewOrganisation {
            id,
            name: name.into(),
            short_name: name.into(),
            kind: Kind::Both,
            number: number.clone(),
            lang: Lang::Nb,
            zone: chrono_tz::Europe::Oslo,
            contact: contact.clone(),
        };
        let register = async |tx| organisations::register_organisation(&tx, new()).await;
        self.db().write(&Actor::portal(id), register).await.expect("an organisation is registered")
    }

    /// Somebody of this organisation, with a mail address and nothing else.
    pub async fn person(&self, organisation: OrganisationId, name: &str) -> PersonId {
        let number = self.0.numbers.fetch_add(1, Ordering::SeqCst);
        let new = NewPerson {
            name: PersonName::new(name, "Nordmann").expect("a name"),
            email: Some(Email::new(&format!("person{number}@town.example")).expect("an address")),
            phone: None,
            lang: None,
        };
        let register = async |tx| persons::register_person(&tx, organisation, &new).await;
        self.db().write(&Actor::portal(organisation), register).await.expect("a person is registered")
    }

    /// Somebody with a role on the whole organisation.
    pub async fn holder(&self, organisation: OrganisationId, name: &str, role: Role) -> PersonId {
        let person = self.person(organisation, name).await;
        let new = NewRole { person, role, unit: None, span: Span::ALWAYS };
        let give = async |tx| persons::give_role(&tx, organisation, &new).await;
        self.db().write(&Actor::portal(organisation), give).await.expect("a role is given");
        person
    }

    /// The value of a token that this person makes at an organisation, for thirty days.
    pub async fn token(&self, person: PersonId, organisation: OrganisationId, scopes: &[Scope]) -> String {
        let words: Vec<String> = scopes.iter().map(|scope| scope.word().to_owned()).collect();
        let new = NewToken::read("Testsystemet", &words, "30").expect("a token that may be made");
        let actor = persons::actor_of(self.db(), person, None).await.expect("somebody");
        let chance = kit::chance::secret_hex(TokenKey::BYTES);
        let make = async |tx| people::tokens::make(&tx, organisation, &new, &chance).await;
        self.db().write(&actor, make).await.expect("a token is made").key.reveal()
    }

    /// Ends whatever role this person holds at an organisation, as of yesterday.
    pub async fn end_roles(&self, organisation: OrganisationId, person: PersonId) {
        use sea_orm::Statement;
        let end = async |tx: kit::db::Tx| {
            let sql = "SELECT id FROM roles WHERE owner_id = $1 AND person_id = $2";
            let values = [base::Id::uuid(organisation).into(), base::Id::uuid(person).into()];
            let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
            for row in rows {
                persons::end_role(&tx, row.try_get("", "id")?).await?;
            }
            Ok(())
        };
        self.db().write(&Actor::portal(organisation), end).await.expect("roles end");
    }

    /// The same town whose operator lets addresses that people typed lead into these networks.
    pub async fn allowing(&self, networks: &str) -> Self {
        let inner = &self.0;
        let settings = Settings { outgoing: networks.into(), ..inner.app.settings().clone() };
        let mailer = Mailer::open(&settings).expect("a folder of mails");
        let app = portal::house::app(inner.app.db().clone(), settings, mailer).expect("a folder of blobs");
        let router = portal::house::router(&app);
        let kept = Kept::Elsewhere { behind: self.clone() };
        Self(Arc::new(Inner { app, router, kept, numbers: AtomicU32::new(1) }))
    }

    /// The same town whose mail leaves by another way.
    pub fn mailing(&self, mailer: Mailer) -> Self {
        let inner = &self.0;
        let app = portal::house::app(inner.app.db().clone(), inner.app.settings().clone(), mailer)
            .expect("a folder of blobs");
        let router = portal::house::router(&app);
        let kept = Kept::Elsewhere { behind: self.clone() };
        Self(Arc::new(Inner { app, router, kept, numbers: AtomicU32::new(1) }))
    }

    /// The same town over another way to its database.
    pub fn over(&self, db: Db) -> Self {
        db.shift_clock(self.db().clock_shift());
        let settings = self.0.app.settings().clone();
        let mailer = Mailer::open(&settings).expect("a way for mail");
        let app = portal::house::app(db, settings, mailer).expect("a store for files");
        let router = portal::house::router(&app);
        let kept = Kept::Elsewhere { behind: self.clone() };
        Self(Arc::new(Inner { app, router, kept, numbers: AtomicU32::new(1) }))
    }

    /// The same town with other settings.
    pub fn with_settings(&self, settings: Settings) -> Self {
        let mailer = Mailer::open(&settings).expect("a way for mail");
        let app = portal::house::app(self.db().clone(), settings, mailer).expect("a store for files");
        let router = portal::house::router(&app);
        let kept = Kept::Elsewhere { behind: self.clone() };
        Self(Arc::new(Inner { app, router, kept, numbers: AtomicU32::new(1) }))
    }

    /// Lets time pass.
    pub fn later(&self, by: chrono::TimeDelta) {
        self.db().shift_clock(self.db().clock_shift() + by);
    }

    /// Somebody of this organisation with this mail address.
    pub async fn person_at(&self, organisation: OrganisationId, address: &str) -> PersonId {
        let new = NewPerson {
            name: PersonName::new("Anna", "Nordmann").expect("a name"),
            email: Some(Email::new(address).expect("an address")),
            phone: None,
            lang: None,
        };
        let register = async |tx| persons::register_person(&tx, organisation, &new).await;
        self.db().write(&Actor::portal(organisation), register).await.expect("a person is registered")
    }

    /// Sends each of these people a mail, all in one job.
    pub async fn send_mails(&self, organisation: OrganisationId, people: &[PersonId]) {
        let mail = |person: &PersonId| kit::mail::Mail {
            owner: organisation,
            person: *person,
            lang: Lang::Nb,
            kind: "tested",
            unique_key: None,
            subject: "Blåbær".into(),
            body: "Ærlig talt.".into(),
            link: None,
        };
        let send = async |tx| Ok(kit::mail::send_many(&tx, people.iter().map(mail).collect()).await?);
        self.db().write(&Actor::portal(organisation), send).await.expect("mails are sent");
    }

    /// Jobs that failed.
    pub async fn troubled_jobs(&self) -> Vec<kit::jobs::JobView> {
        let look = async |tx| Ok(kit::jobs::troubled(&tx, 50).await?);
        self.db().read(&Actor::nobody(), look).await.expect("jobs")
    }

    /// The addresses of this organisation's mails that have not left the house, in order.
    pub async fn unsent_mails(&self, organisation: OrganisationId) -> Vec<String> {
        use sea_orm::Statement;
        let look = async |tx: kit::db::Tx| {
            let sql = "SELECT to_address FROM mails WHERE sent_at IS NULL ORDER BY to_address";
            let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
            Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
        };
        self.db().read(&Actor::portal(organisation), look).await.expect("mails")
    }

    /// Somebody of this organisation who looks after the portal.
    pub async fn operator(&self, organisation: OrganisationId, name: &str) -> PersonId {
        let person = self.person(organisation, name).await;
        self.appoint(organisation, person).await;
        person
    }

    /// Makes somebody of this organisation one who looks after the portal.
    pub async fn appoint(&self, organisation: OrganisationId, person: PersonId) {
        let appoint = async |tx| operating::duty::appoint(&tx, person).await;
        self.db().write(&Actor::portal(organisation), appoint).await.expect("an operator is appointed");
    }

    /// A student of the institution who is in no round yet.
    pub async fn enrolled(&self, institution: OrganisationId, name: &str) -> PersonId {
        let person = self.person(institution, name).await;
        let new = Affiliation {
            person,
            kind: AffiliationKind::Student,
            outside_key: Some(format!("s{:04}", self.0.numbers.fetch_add(1, Ordering::SeqCst))),
            unit: None,
            span: Span::ALWAYS,
        };
        let affiliate = async |tx| persons::affiliate(&tx, institution, &new).await;
        self.db().write(&Actor::portal(institution), affiliate).await.expect("an affiliation is made");
        person
    }

    /// Ends a student's studies as of yesterday.
    pub async fn end_studies(&self, institution: OrganisationId, person: PersonId) {
        let end = async |tx| persons::end_affiliation(&tx, institution, person, AffiliationKind::Student).await;
        self.db().write(&Actor::portal(institution), end).await.expect("studies end");
    }

    fn fresh_id<T: base::Id>(&self) -> T {
        T::from_uuid(uuid::Uuid::now_v7())
    }
}
