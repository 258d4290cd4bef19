//! `#[both_databases]`: one promise, kept on SQLite and on PostgreSQL.

use proc_macro::{Delimiter, TokenStream, TokenTree};

/// Turns `async fn promise(town: Town)` into two tests, `promise::sqlite` and `promise::postgres`.
///
/// Each gets a town of its own from the test program's `testkit`. An `#[ignore = "…"]` on the promise goes to both tests.
#[proc_macro_attribute]
pub fn both_databases(arguments: TokenStream, promise: TokenStream) -> TokenStream {
    if !arguments.is_empty() {
        return refusal("both_databases takes no arguments; an #[ignore = \"…\"] stands on a line of its own");
    }
    let (for_tests, kept) = split_attributes(promise);
    let Some(name) = name_of(&kept) else {
        return refusal("both_databases stands on a promise: `async fn its_name(town: Town) { … }`");
    };
    let tests: TokenStream = match format!(
        "mod {name} {{
            #[test] {for_tests} fn sqlite() {{ crate::testkit::on_sqlite(super::{name}) }}
            #[test] {for_tests} fn postgres() {{ crate::testkit::on_postgres(super::{name}) }}
        }}"
    )
    .parse()
    {
        Ok(tests) => tests,
        Err(error) => return refusal(&format!("both_databases made tests that do not parse: {error}")),
    };
    kept.into_iter().chain(tests).collect()
}

/// Attributes that mean something to the test runner go to the tests; everything else stays on the promise.
fn split_attributes(promise: TokenStream) -> (TokenStream, Vec<TokenTree>) {
    let mut for_tests = Vec::new();
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in promise {
        if is_for_tests(&token) && ends_in_hash(&kept) {
            for_tests.extend(kept.pop());
            for_tests.push(token);
        } else {
            kept.push(token);
        }
    }
    (for_tests.into_iter().collect(), kept)
}

fn is_for_tests(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next().map(|token| token.to_string());
    group.delimiter() == Delimiter::Bracket && matches!(first.as_deref(), Some("ignore" | "should_panic"))
}

fn ends_in_hash(tokens: &[TokenTree]) -> bool {
    matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#')
}

/// The word after `async fn`.
fn name_of(promise: &[TokenTree]) -> Option<String> {
    promise.windows(3).find_map(|words| match words {
        [TokenTree::Ident(first), TokenTree::Ident(second), TokenTree::Ident(name)]
            if first.to_string() == "async" && second.to_string() == "fn" =>
        {
            Some(name.to_string())
        }
        _ => None,
    })
}

fn refusal(why: &str) -> TokenStream {
    format!("compile_error!({why:?});").parse().unwrap_or_default()
}
