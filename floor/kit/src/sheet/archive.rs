//! Measures a ZIP archive before a parser sees it. An archive can promise little and unpack to anything, let two parts
//! share bytes, or be two files at once; so the directory is read here, every byte must belong to one part, and each
//! part is really unpacked, piece by piece, until the limits are met or it has kept its promise.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use super::UNPACKED_BYTES_MAX;
use super::problem::{FileProblem, Finding, Program};

/// Parts of one archive.
const PARTS_MAX: usize = 1_000;
/// Unpacked bytes for each packed one, counted from [`RATIO_FROM`] on.
const RATIO_MAX: u64 = 250;
const RATIO_FROM: u64 = 1024 * 1024;
const NAME_BYTES_MAX: usize = 200;
/// Strings that cells share are held in memory while a sheet is read.
const STRINGS_BYTES_MAX: u64 = 32 * 1024 * 1024;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const CENTRAL_BYTES: usize = 46;
const LOCAL_BYTES: usize = 30;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const ENCRYPTED: u16 = 1;
const SIZES_FOLLOW: u16 = 8;

/// One part as the directory describes it.
struct Part {
    name: String,
    flags: u16,
    method: u16,
    packed: u64,
    unpacked: u64,
    starts_at: usize,
}

/// Refuses what no spreadsheet program writes, and what would not fit.
pub(super) fn measure(file: &[u8]) -> Result<(), FileProblem> {
    let (parts, directory_at) = directory(file)?;
    check_names(&parts)?;
    check_layout(file, &parts, directory_at)?;
    check_kind(&parts)?;
    unpack_all(file, &parts)
}

/// The directory at the end of the file, and where it begins.
fn directory(file: &[u8]) -> Result<(Vec<Part>, usize), FileProblem> {
    let end_at = file.len().checked_sub(END_BYTES).ok_or_else(damaged)?;
    // A comment could hide a second file after the first; no spreadsheet program writes one.
    if !file[end_at..].starts_with(END) {
        return Err(if file.windows(4).any(|four| four == END) { layout() } else { damaged() });
    }
    let (count, bytes, starts_at) = (u16_at(file, end_at + 10), u32_at(file, end_at + 12), u32_at(file, end_at + 16));
    if count as usize > PARTS_MAX {
        return Err(FileProblem::Archive(Finding::Parts));
    }
    if u16_at(file, end_at + 8) != count || starts_at as usize + bytes as usize != end_at {
        return Err(layout());
    }
    let mut parts = Vec::with_capacity(count as usize);
    let mut at = starts_at as usize;
    for _ in 0..count {
        let (part, next) = part(file, at, end_at)?;
        parts.push(part);
        at = next;
    }
    if at == end_at { Ok((parts, starts_at as usize)) } else { Err(layout()) }
}

fn part(file: &[u8], at: usize, end_at: usize) -> Result<(Part, usize), FileProblem> {
    if at + CENTRAL_BYTES > end_at || !file[at..].starts_with(CENTRAL) {
        return Err(damaged());
    }
    let lengths = [28, 30, 32].map(|field| u16_at(file, at + field) as usize);
    let next = at + CENTRAL_BYTES + lengths.iter().sum::<usize>();
    let name = file.get(at + CENTRAL_BYTES..at + CENTRAL_BYTES + lengths[0]).ok_or_else(damaged)?;
    if next > end_at {
        return Err(damaged());
    }
    let name = std::str::from_utf8(name).map_err(|_| FileProblem::Archive(Finding::Name))?;
    let part = Part {
        name: name.to_string(),
        flags: u16_at(file, at + 8),
        method: u16_at(file, at + 10),
        packed: u64::from(u32_at(file, at + 20)),
        unpacked: u64::from(u32_at(file, at + 24)),
        starts_at: u32_at(file, at + 42) as usize,
    };
    Ok((part, next))
}

/// Names are never used as paths here; one that could be one elsewhere is not what a spreadsheet program writes.
fn check_names(parts: &[Part]) -> Result<(), FileProblem> {
    let mut seen = HashSet::new();
    for part in parts {
        let name = &part.name;
        let leads_out = name.starts_with('/')
            || name.contains(['\\', ':', '\0'])
            || name.split('/').any(|step| step == ".." || step == ".")
            || name.len() > NAME_BYTES_MAX
            || name.is_empty();
        if leads_out {
            return Err(FileProblem::Archive(Finding::Name));
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            return Err(layout());
        }
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if ["zip", "xlsx", "xlsm", "xlsb", "docx", "pptx", "jar", "7z", "gz"].contains(&ending.as_str()) {
            return Err(FileProblem::Archive(Finding::Nested));
        }
    }
    Ok(())
}

/// Every byte up to the directory belongs to one part, and to one only.
fn check_layout(file: &[u8], parts: &[Part], directory_at: usize) -> Result<(), FileProblem> {
    let mut parts: Vec<&Part> = parts.iter().collect();
    parts.sort_by_key(|part| part.starts_at);
    let mut at = 0;
    for part in parts {
        if part.flags & ENCRYPTED != 0 {
            return Err(FileProblem::Password);
        }
        if part.method != STORED && part.method != DEFLATED {
            return Err(FileProblem::Archive(Finding::Method));
        }
        if part.starts_at != at {
            return Err(layout());
        }
        let data_at = data_of(file, part, directory_at)?;
        at = data_at + part.packed as usize + trailer_of(file, part, data_at + part.packed as usize);
        if at > directory_at {
            return Err(layout());
        }
    }
    if at == directory_at { Ok(()) } else { Err(layout()) }
}

/// Where the bytes of a part begin; its own head must tell the same as the directory.
fn data_of(file: &[u8], part: &Part, directory_at: usize) -> Result<usize, FileProblem> {
    let at = part.starts_at;
    if at + LOCAL_BYTES > directory_at || !file[at..].starts_with(LOCAL) {
        return Err(layout());
    }
    let (name, extra) = (u16_at(file, at + 26) as usize, u16_at(file, at + 28) as usize);
    let told = file.get(at + LOCAL_BYTES..at + LOCAL_BYTES + name);
    if told != Some(part.name.as_bytes()) || u16_at(file, at + 8) != part.method {
        return Err(layout());
    }
    Ok(at + LOCAL_BYTES + name + extra)
}

/// Sizes that follow the bytes, where the writer did not know them before: with or without a sign, in 32 or 64 bits.
fn trailer_of(file: &[u8], part: &Part, at: usize) -> usize {
    if part.flags & SIZES_FOLLOW == 0 {
        return 0;
    }
    let follows = |bytes: usize| {
        let next = file.get(at + bytes..at + bytes + 4);
        next.is_some_and(|next| next == LOCAL || next == CENTRAL || next == END)
    };
    [16, 24, 12, 20].into_iter().find(|bytes| follows(*bytes)).unwrap_or(0)
}

fn check_kind(parts: &[Part]) -> Result<(), FileProblem> {
    let has = |name: &str| parts.iter().any(|part| part.name.eq_ignore_ascii_case(name));
    if parts.iter().any(|part| part.name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        return Err(FileProblem::Macros);
    }
    let is_workbook = has("[Content_Types].xml") && has("xl/workbook.xml");
    if is_workbook { Ok(()) } else { Err(FileProblem::Other(Program::Zip)) }
}

/// Really unpacks every part, keeping none of it.
fn unpack_all(file: &[u8], parts: &[Part]) -> Result<(), FileProblem> {
    if parts.iter().map(|part| part.unpacked).sum::<u64>() > UNPACKED_BYTES_MAX {
        return Err(FileProblem::Unpacked);
    }
    let mut archive =
        zip::ZipArchive::new(Cursor::new(file)).map_err(|error| FileProblem::Unreadable(error.to_string()))?;
    if archive.len() != parts.len() {
        return Err(layout());
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| FileProblem::Unreadable(error.to_string()))?;
        total += unpack(part, UNPACKED_BYTES_MAX - total)?;
    }
    Ok(())
}

fn unpack(mut part: zip::read::ZipFile<'_, Cursor<&[u8]>>, left: u64) -> Result<u64, FileProblem> {
    let (packed, promised) = (part.compressed_size(), part.size());
    let is_strings = part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
    let limit = if is_strings { left.min(STRINGS_BYTES_MAX) } else { left };
    let (mut unpacked, mut piece, mut watch) = (0_u64, vec![0_u8; 16 * 1024], Watch::default());
    loop {
        let read = match part.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(_) => return Err(FileProblem::Archive(Finding::Untrue)),
        };
        unpacked += read as u64;
        if unpacked > limit {
            return Err(FileProblem::Unpacked);
        }
        if unpacked > promised {
            return Err(FileProblem::Archive(Finding::Untrue));
        }
        if unpacked > RATIO_FROM && unpacked / packed.max(1) > RATIO_MAX {
            return Err(FileProblem::Archive(Finding::Ratio));
        }
        watch.see(&piece[..read])?;
    }
    if unpacked == promised { Ok(unpacked) } else { Err(FileProblem::Archive(Finding::Untrue)) }
}

/// Looks for what has no place in the markup of a workbook, also where it falls between two pieces.
#[derive(Default)]
struct Watch {
    tail: Vec<u8>,
    started: bool,
    is_markup: bool,
}

impl Watch {
    fn see(&mut self, piece: &[u8]) -> Result<(), FileProblem> {
        let mut seen = std::mem::take(&mut self.tail);
        seen.extend_from_slice(piece);
        if !self.started {
            self.started = true;
            if seen.starts_with(LOCAL) || seen.starts_with(END) {
                return Err(FileProblem::Archive(Finding::Nested));
            }
            let unmarked = seen.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(&seen).trim_ascii_start();
            let wide = matches!(seen[..], [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, b'<', ..] | [b'<', 0, ..]);
            if wide || unmarked.starts_with(b"<?xml") && odd_encoding(unmarked) {
                return Err(FileProblem::Archive(Finding::Declarations));
            }
            self.is_markup = unmarked.starts_with(b"<");
        }
        if self.is_markup && declares(&seen) {
            return Err(FileProblem::Archive(Finding::Declarations));
        }
        self.tail = seen[seen.len().saturating_sub(LONGEST - 1)..].to_vec();
        Ok(())
    }
}

const DECLARATIONS: [&[u8]; 3] = [b"<!doctype", b"<!entity", b"<!element"];
const LONGEST: usize = 9;

fn declares(seen: &[u8]) -> bool {
    let opens = seen.windows(2).enumerate().filter(|(_, two)| *two == b"<!").map(|(at, _)| at);
    opens.into_iter().any(|at| {
        DECLARATIONS.iter().any(|word| seen.get(at..at + word.len()).is_some_and(|got| got.eq_ignore_ascii_case(word)))
    })
}

/// An encoding in which a declaration would not be seen.
fn odd_encoding(markup: &[u8]) -> bool {
    let head = &markup[..markup.len().min(200)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.split("?>").next().unwrap_or_default();
    let usual = ["utf-8", "us-ascii", "iso-8859-1", "windows-1252"];
    head.contains("encoding") && !usual.iter().any(|name| head.contains(name))
}

fn layout() -> FileProblem {
    FileProblem::Archive(Finding::Layout)
}

fn damaged() -> FileProblem {
    FileProblem::Unreadable("no directory of a ZIP archive at the end".to_string())
}

fn u16_at(file: &[u8], at: usize) -> u16 {
    file.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]))
}

fn u32_at(file: &[u8], at: usize) -> u32 {
    file.get(at..at + 4).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
