use serde::{Deserialize, Serialize};

/// The languages of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English
    En,
    /// Bokmål
    #[default]
    Nb,
    /// Nynorsk
    Nn,
    /// Danish
    Da,
}

impl Lang {
    /// Every language, in the order of the language choice.
    pub const ALL: [Self; 4] = [Self::Nb, Self::Nn, Self::Da, Self::En];

    /// The tag of BCP 47, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::Da => "da",
        }
    }

    /// What speakers of the language call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::Da => "Dansk",
        }
    }

    /// The language of a tag; a region is ignored, and "no" means Bokmål.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "nb" | "no" => Some(Self::Nb),
            "nn" => Some(Self::Nn),
            "da" => Some(Self::Da),
            _ => None,
        }
    }

    /// The first language we have of an `Accept-Language` header, best quality first.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, usize, Self)> = header
            .split(',')
            .take(20)
            .enumerate()
            .filter_map(|(place, part)| {
                let (tag, quality) = part.split_once(";q=").unwrap_or((part, "1"));
                let quality: f32 = quality.trim().parse().ok()?;
                (quality > 0.0).then_some((quality, place, Self::from_tag(tag.trim())?))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        wanted.first().map(|found| found.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_we_have_wins() {
        assert_eq!(Lang::accepted("fr, da;q=0.5, nn-NO;q=0.8"), Some(Lang::Nn));
        assert_eq!(Lang::accepted("no"), Some(Lang::Nb));
        assert_eq!(Lang::accepted("en-GB;q=0, de"), None);
        assert_eq!(Lang::accepted(""), None);
    }
}
