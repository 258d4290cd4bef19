//! Writing a wing's `words.rs`: fluent-typed makes the functions, this adds the way to them.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel};

use crate::Beside;
use crate::texts::{LANGUAGES, Problem, Texts};

/// What stands before and after the generated functions; they have no comments of their own to check.
const HEAD: &str = "#[allow(clippy::allow_attributes, missing_docs, unused, unused_qualifications, clippy::unwrap_used, \
                    clippy::expect_used, clippy::all)]\nmod generated {\n";
const TAIL: &str = r#"
    impl Words {
        /// The language these words are in.
        pub fn lang(&self) -> ::base::Lang {
            match self.0.lang() {
                "nb" => ::base::Lang::Nb,
                "nn" => ::base::Lang::Nn,
                "da" => ::base::Lang::Da,
                _ => ::base::Lang::En,
            }
        }
    }
    static EN: ::std::sync::LazyLock<Words> = ::std::sync::LazyLock::new(|| L10n::En.load());
    static NB: ::std::sync::LazyLock<Words> = ::std::sync::LazyLock::new(|| L10n::Nb.load());
    static NN: ::std::sync::LazyLock<Words> = ::std::sync::LazyLock::new(|| L10n::Nn.load());
    static DA: ::std::sync::LazyLock<Words> = ::std::sync::LazyLock::new(|| L10n::Da.load());
    /// The words of one language, made at the first use and kept.
    pub fn words_of(lang: ::base::Lang) -> &'static Words {
        match lang {
            ::base::Lang::En => &EN,
            ::base::Lang::Nb => &NB,
            ::base::Lang::Nn => &NN,
            ::base::Lang::Da => &DA,
        }
    }
"#;
const SHARED: &str = r#"
    impl Words {
        /// The layout's words, in the same language.
        pub fn shared(&self) -> &'static ::kit::words::Words {
            ::kit::words::words_of(self.lang())
        }
    }
"#;

/// Changes with the code that surrounds the functions, so that a newer build does not keep older words.
pub(crate) fn fingerprint() -> String {
    let mut hasher = DefaultHasher::new();
    (HEAD, TAIL, SHARED).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Writes `words.rs` and the texts it embeds into `out`.
pub(crate) fn write(texts: &Texts, out: &Path, beside: Beside) -> Result<(), Problem> {
    let gathered = out.join("text");
    copy(texts, &gathered).map_err(|error| Problem::file(&gathered, &error.to_string()))?;
    let functions = out.join("functions.rs");
    let options = BuildOptions::default()
        .with_locales_folder(&gathered.display().to_string())
        .with_output_file_path(&functions.display().to_string())
        .with_ftl_output(FtlOutputOptions::single_file(&out.join("words.ftl").display().to_string()))
        .with_prefix("")
        .without_format()
        .without_bidi_isolation()
        .with_lint_level(LintLevel::Strict);
    fluent_typed::try_build_from_locales_folder(options)
        .map_err(|error| Problem::file(&gathered, &error.to_string()))?;
    let wanted = out.join("words.rs");
    let module = fs::read_to_string(&functions).map(|functions| module(&functions, beside));
    module.and_then(|module| fs::write(&wanted, module)).map_err(|error| Problem::file(&wanted, &error.to_string()))
}

/// Lays the texts out as fluent-typed reads them, `LANGUAGE/ROOM.ftl`.
/// It tells cargo to watch that folder, so everything in it is dated to long ago: else each build would start over.
fn copy(texts: &Texts, gathered: &Path) -> std::io::Result<()> {
    if gathered.exists() {
        fs::remove_dir_all(gathered)?;
    }
    let mut made: Vec<PathBuf> = vec![gathered.to_owned()];
    for language in LANGUAGES {
        fs::create_dir_all(gathered.join(language))?;
        made.push(gathered.join(language));
    }
    for text in texts.iter() {
        let copy = gathered.join(text.language).join(format!("{}.ftl", text.room));
        fs::write(&copy, &text.source)?;
        made.push(copy);
    }
    for path in made {
        File::open(&path)?.set_modified(SystemTime::UNIX_EPOCH)?;
    }
    Ok(())
}

/// The text of `words.rs`.
fn module(functions: &str, beside: Beside) -> String {
    let functions = functions.replace("L10nLanguage", "Words").replace("WordsVec", "L10nLanguageVec");
    let shared = if beside == Beside::Kit { SHARED } else { "" };
    format!("{HEAD}{functions}{TAIL}{shared}}}\npub use generated::{{Words, words_of}};\n")
}
