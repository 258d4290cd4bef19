//! The API described as OpenAPI 3.1, from the routes and the types themselves.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::http::Method;
use base::Lang;
use utoipa::ToSchema;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathsBuilder};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, ComponentsBuilder, KnownFormat, ObjectBuilder, Ref, Schema, SchemaFormat,
    SchemaType, Type,
};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathItem, RefOr, Required, Response,
    ResponseBuilder, ResponsesBuilder,
};

use super::problem::{FieldProblem, ProblemDocument};
use super::sent::{KEY_CHARS_MAX, KEY_HEADER, TEXT_CHARS_MAX};
use super::{Paging, ROOT, SentFile};
use crate::fault::Fault;
use crate::scope::Scope;
use crate::web::{Need, Route, Routes};
use crate::words;

/// Parameters of addresses that are words; all others are ids.
const WORDS: [&str; 4] = ["file", "kind", "mechanism", "reader"];
const TOKEN: &str = "token";
const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// A type that is sent or answered.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    name: fn() -> Cow<'static, str>,
    own: fn() -> RefOr<Schema>,
    below: fn(&mut Vec<(String, RefOr<Schema>)>),
}

impl Shape {
    fn of<T: ToSchema>() -> Self {
        Self { name: T::name, own: T::schema, below: T::schemas }
    }
    fn refers(self) -> RefOr<Schema> {
        Ref::from_schema_name((self.name)()).into()
    }
}

#[derive(Clone, Copy)]
enum Outcome {
    Shown(Shape),
    Listed(Shape),
    Made(Shape),
    Begun(Shape),
    File(&'static [&'static str]),
    Done,
}

/// What an operation reads.
#[derive(Clone, Copy)]
enum Taken {
    /// An object, and whether it must be there
    Object(Shape, bool),
    /// A file
    File,
}

impl Taken {
    fn shape(self) -> Option<Shape> {
        match self {
            Self::Object(shape, _) => Some(shape),
            Self::File => None,
        }
    }
}

/// A parameter of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parameter {
    /// Any text
    Text(&'static str),
    /// A day
    Day(&'static str),
    /// An id
    Id(&'static str),
}

impl Parameter {
    fn name(self) -> &'static str {
        match self {
            Self::Text(name) | Self::Day(name) | Self::Id(name) => name,
        }
    }
    fn schema(self) -> ObjectBuilder {
        match self {
            Self::Text(_) => text(TEXT_CHARS_MAX),
            Self::Day(_) => formatted(KnownFormat::Date),
            Self::Id(_) => formatted(KnownFormat::Uuid),
        }
    }
}

/// What an operation does, reads and answers.
#[derive(Clone)]
pub struct Operation {
    told: fn(Lang) -> String,
    takes: Option<Taken>,
    answers: Outcome,
    query: Vec<Parameter>,
    edits: bool,
}

impl Operation {
    fn of(told: fn(Lang) -> String, answers: Outcome) -> Self {
        Self { told, takes: None, answers, query: vec![], edits: false }
    }
    /// Shows one thing.
    pub fn shows<T: ToSchema>(told: fn(Lang) -> String) -> Self {
        Self::of(told, Outcome::Shown(Shape::of::<T>()))
    }
    /// Lists things, a part at a time.
    pub fn lists<T: ToSchema>(told: fn(Lang) -> String) -> Self {
        Self::of(told, Outcome::Listed(Shape::of::<T>()))
    }
    /// Makes a thing and shows it.
    pub fn makes<T: ToSchema>(told: fn(Lang) -> String) -> Self {
        Self::of(told, Outcome::Made(Shape::of::<T>()))
    }
    /// Begins work that goes on after the answer.
    pub fn begins<T: ToSchema>(told: fn(Lang) -> String) -> Self {
        Self::of(told, Outcome::Begun(Shape::of::<T>()))
    }
    /// Hands a file out, as one of these media types.
    pub fn hands(told: fn(Lang) -> String, kinds: &'static [&'static str]) -> Self {
        Self::of(told, Outcome::File(kinds))
    }
    /// Does something and has nothing to show.
    pub fn does(told: fn(Lang) -> String) -> Self {
        Self::of(told, Outcome::Done)
    }
    /// Reads a body of this type.
    pub fn takes<T: ToSchema>(mut self) -> Self {
        self.takes = Some(Taken::Object(Shape::of::<T>(), true));
        self
    }
    /// Reads no more than its address; a body, when there is one, is an empty object.
    pub fn takes_nothing(mut self) -> Self {
        let shape = Shape { name: || "Nothing".into(), own: nothing, below: |_| {} };
        self.takes = Some(Taken::Object(shape, false));
        self
    }
    /// Reads a file: the whole body of the request.
    pub fn takes_file(mut self) -> Self {
        self.takes = Some(Taken::File);
        self
    }
    /// Knows this parameter.
    pub fn asks(mut self, parameter: Parameter) -> Self {
        self.query.push(parameter);
        self
    }
    /// Changes a thing that the program says it has read.
    pub fn edits(mut self) -> Self {
        self.edits = true;
        self
    }
}

/// One operation, for the page that tells people about the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// GET, POST or PUT
    pub method: Method,
    /// Below the root
    pub path: &'static str,
    /// What a token needs
    pub scope: Scope,
    /// What it does
    pub told: String,
}

/// Every operation of the house, as a part of the app.
pub struct Operations {
    list: Vec<(Route, Operation)>,
    version: &'static str,
}

impl Operations {
    /// The operations of these routes, in this version of the portal.
    pub fn of(routes: &Routes, version: &'static str) -> Self {
        Self { list: routes.operations().to_vec(), version }
    }

    /// Every operation in a reader's language.
    pub fn describe(&self, lang: Lang) -> Vec<Described> {
        let one = |(route, operation): &(Route, Operation)| {
            let Need::Token(scope) = route.need else { return None };
            Some(Described { method: route.method.clone(), path: route.path, scope, told: (operation.told)(lang) })
        };
        self.list.iter().filter_map(one).collect()
    }

    /// The whole as an OpenAPI document.
    /// # Errors
    /// When it cannot be written, which is a fault of ours.
    pub fn document(&self, lang: Lang) -> Result<String, Fault> {
        document(&self.list, lang, self.version).to_pretty_json().map_err(Fault::ours)
    }
}

fn document(operations: &[(Route, Operation)], lang: Lang, version: &str) -> OpenApi {
    let words = words(lang);
    let info = InfoBuilder::new()
        .title(words.api_title().to_string())
        .version(version)
        .description(Some(words.api_lead().to_string()))
        .license(Some(
            utoipa::openapi::LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2".to_owned())).build(),
        ));
    let paths = operations
        .iter()
        .fold(PathsBuilder::new(), |paths, (route, operation)| {
            paths.path(route.path, PathItem::new(method_of(route), operation_of(route, operation, lang)))
        })
        .build();
    let mut components = ComponentsBuilder::new().schemas_from_iter(schemas(operations));
    components = components.security_scheme(
        TOKEN,
        SecurityScheme::Http(Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("fotfeste_…").build()),
    );
    OpenApiBuilder::new().info(info.build()).paths(paths).components(Some(components.build())).build()
}

fn schemas(operations: &[(Route, Operation)]) -> BTreeMap<String, RefOr<Schema>> {
    let mut found = vec![];
    let shapes = operations.iter().flat_map(|(_, operation)| {
        let answered = match operation.answers {
            Outcome::Shown(shape) | Outcome::Listed(shape) | Outcome::Made(shape) | Outcome::Begun(shape) => {
                Some(shape)
            }
            Outcome::File(_) | Outcome::Done => None,
        };
        answered.into_iter().chain(operation.takes.and_then(Taken::shape))
    });
    let problems = [Shape::of::<ProblemDocument>(), Shape::of::<FieldProblem>()];
    for shape in shapes.chain(problems) {
        found.push(((shape.name)().into_owned(), (shape.own)()));
        (shape.below)(&mut found);
    }
    found.into_iter().collect()
}

fn method_of(route: &Route) -> HttpMethod {
    match route.method {
        Method::POST => HttpMethod::Post,
        Method::PUT => HttpMethod::Put,
        Method::DELETE => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

fn operation_of(route: &Route, operation: &Operation, lang: Lang) -> OperationBuilder {
    let Need::Token(scope) = route.need else { return OperationBuilder::new() };
    let mut made = OperationBuilder::new()
        .operation_id(Some(id_of(route)))
        .summary(Some((operation.told)(lang)))
        .description(Some(words(lang).api_scope_needed(scope.word())))
        .tag(tag_of(route.path))
        .security(SecurityRequirement::new(TOKEN, [scope.word()]))
        .responses(responses(route, operation, lang));
    for name in route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
        let is_word = WORDS.contains(&name);
        let schema = if is_word { text(100) } else { formatted(KnownFormat::Uuid) };
        let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path).required(Required::True);
        made = made.parameter(parameter.schema(Some(schema)));
    }
    for (name, schema) in query_of(operation) {
        made = made.parameter(
            ParameterBuilder::new()
                .name(name)
                .parameter_in(ParameterIn::Query)
                .required(Required::False)
                .schema(Some(schema)),
        );
    }
    if route.method == Method::POST {
        made = made.parameter(header("Idempotency-Key", Required::False, key_schema()));
    }
    if operation.edits {
        made = made.parameter(header("If-Match", Required::True, text(200).min_length(Some(1))));
    }
    made.request_body(operation.takes.map(body_of))
}

fn body_of(taken: Taken) -> RequestBody {
    let body = RequestBodyBuilder::new();
    match taken {
        Taken::Object(shape, needed) => {
            let needed = if needed { Required::True } else { Required::False };
            let content = ContentBuilder::new().schema(Some(shape.refers())).build();
            body.required(Some(needed)).content(JSON, content).build()
        }
        Taken::File => {
            body.required(Some(Required::True)).content(SentFile::KIND, ContentBuilder::new().build()).build()
        }
    }
}

/// "post_rounds_students": the method and the words of the address, the last parameter by its name.
fn id_of(route: &Route) -> String {
    let path = route.path.strip_prefix(ROOT).unwrap_or(route.path);
    let words = path.split('/').filter(|part| !part.is_empty());
    let plain: Vec<&str> = words.map(|part| part.trim_matches(['{', '}'])).collect();
    format!("{}_{}", route.method.as_str().to_lowercase(), plain.join("_"))
}

fn tag_of(path: &str) -> String {
    let path = path.strip_prefix(ROOT).unwrap_or(path);
    path.split('/').find(|part| !part.is_empty()).unwrap_or_default().to_owned()
}

fn query_of(operation: &Operation) -> Vec<(&'static str, ObjectBuilder)> {
    let mut query: Vec<_> = operation.query.iter().map(|parameter| (parameter.name(), parameter.schema())).collect();
    if matches!(operation.answers, Outcome::Listed(_)) {
        let limit = whole().minimum(Some(1)).maximum(Some(Paging::LIMIT_MAX as u64));
        query.extend([("after", formatted(KnownFormat::Uuid)), ("limit", limit)]);
    }
    query
}

fn header(name: &str, required: Required, schema: ObjectBuilder) -> ParameterBuilder {
    ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header).required(required).schema(Some(schema))
}

fn key_schema() -> ObjectBuilder {
    debug_assert!(KEY_HEADER.eq_ignore_ascii_case("Idempotency-Key"), "one name for one header");
    text(KEY_CHARS_MAX).min_length(Some(1)).pattern(Some("^[!-~]+$"))
}

fn responses(route: &Route, operation: &Operation, lang: Lang) -> utoipa::openapi::Responses {
    let words = words(lang);
    let json = |schema: RefOr<Schema>| ContentBuilder::new().schema(Some(schema)).build();
    let (status, schema) = match operation.answers {
        Outcome::Shown(shape) => ("200", Some(shape.refers())),
        Outcome::Listed(shape) => ("200", Some(listed(shape))),
        Outcome::Made(shape) => ("201", Some(shape.refers())),
        Outcome::Begun(shape) => ("202", Some(shape.refers())),
        Outcome::File(_) => ("200", None),
        Outcome::Done => ("204", None),
    };
    let mut good = ResponseBuilder::new().description(words.api_done().to_string());
    if let Some(schema) = schema {
        good = good.content(JSON, json(schema));
    }
    if let Outcome::File(kinds) = operation.answers {
        good = kinds.iter().fold(good, |good, kind| good.content(*kind, ContentBuilder::new().build()));
    }
    if matches!(operation.answers, Outcome::Shown(_) | Outcome::Made(_)) {
        good = good.header("ETag", HeaderBuilder::new().schema(Some(text(200))).build());
    }
    if matches!(operation.answers, Outcome::Made(_) | Outcome::Begun(_)) {
        good = good.header("Location", HeaderBuilder::new().schema(Some(text(2000))).build());
    }
    let mut refusals = vec!["401", "403", "422", "429", "500", "503", "507"];
    // What an address or a body names may not be there.
    refusals.extend((route.path.contains('{') || operation.takes.is_some()).then_some("404"));
    refusals.extend((route.method != Method::GET).then_some("409"));
    refusals.extend(operation.takes.is_some().then_some(["413", "415"]).into_iter().flatten());
    refusals.extend(operation.edits.then_some(["412", "428"]).into_iter().flatten());
    let refused = || -> Response {
        let problem = Shape::of::<ProblemDocument>().refers();
        ResponseBuilder::new().description(words.api_refused().to_string()).content(PROBLEM, json(problem)).build()
    };
    let all = ResponsesBuilder::new().response(status, good.build());
    refusals.into_iter().fold(all, |all, status| all.response(status, refused())).build()
}

/// Things, and where the next part begins when there is more.
fn listed(shape: Shape) -> RefOr<Schema> {
    let next = formatted(KnownFormat::Uuid).schema_type(SchemaType::from_iter([Type::String, Type::Null]));
    let items = ArrayBuilder::new().items(shape.refers()).max_items(Some(Paging::LIMIT_MAX));
    let object = ObjectBuilder::new().property("items", items).property("next", next);
    Schema::Object(object.required("items").required("next").build()).into()
}

fn nothing() -> RefOr<Schema> {
    let empty = ObjectBuilder::new().additional_properties(Some(AdditionalProperties::FreeForm(false)));
    Schema::Object(empty.build()).into()
}

fn text(chars_max: usize) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).max_length(Some(chars_max))
}

fn whole() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer)
}

fn formatted(format: KnownFormat) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(format)))
}
