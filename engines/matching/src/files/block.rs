//! A file a block at a time: whole lines stand in one small buffer that stays warm, and one look over it finds every
//! comma and line end. However long the file, only a block of it is held.

use std::io::{ErrorKind, Read};

/// Lines of a file, as many as fit the buffer.
pub(crate) struct Block<'a> {
    from: &'a mut dyn Read,
    /// Whole lines, then the beginning of the next one.
    buffer: Vec<u8>,
    lines_end: usize,
    filled: usize,
    at_end: bool,
    /// Where commas and line ends stand in the lines; see [`position`] and [`ends_line`].
    marks: Vec<u32>,
    quotes: bool,
    lossy: bool,
    failed: Option<String>,
}

/// What became of the wish for more lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum More {
    /// There are more.
    Lines,
    /// The file has no more.
    End,
    /// Nothing was read: the line at hand would be longer than [`LINE_BYTES_MAX`].
    TooLong,
}

/// Half of the usual second-level cache holds this and its marks.
const BLOCK: usize = 64 * 1024;

/// No row is longer: a file with a quote left open is not held whole to find that out.
pub(crate) const LINE_BYTES_MAX: usize = 1 << 20;

/// Where a mark stands in the block.
#[inline]
pub(crate) fn position(mark: u32) -> usize {
    (mark >> 1) as usize
}

/// Whether a mark is of a line end; else it is of a comma.
#[inline]
pub(crate) fn ends_line(mark: u32) -> bool {
    mark & 1 == 1
}

impl<'a> Block<'a> {
    pub(crate) fn new(from: &'a mut dyn Read) -> Self {
        Self {
            from,
            buffer: vec![0; BLOCK],
            lines_end: 0,
            filled: 0,
            at_end: false,
            marks: Vec::new(),
            quotes: false,
            lossy: false,
            failed: None,
        }
    }

    /// The lines at hand; the last byte is a line end.
    #[inline]
    pub(crate) fn lines(&self) -> &[u8] {
        &self.buffer[..self.lines_end]
    }

    /// The commas and line ends in [`Block::lines`], quoted or not.
    #[inline]
    pub(crate) fn marks(&self) -> &[u32] {
        &self.marks
    }

    /// Moves a mark to the byte before it.
    pub(crate) fn leave_out_byte_before(&mut self, mark: usize) {
        self.marks[mark] -= 2;
    }

    /// Whether there is a quote in the lines.
    #[inline]
    pub(crate) fn quotes(&self) -> bool {
        self.quotes
    }

    /// Whether anything so far was not UTF-8; what was not stands in the lines as U+FFFD.
    pub(crate) fn lossy(&self) -> bool {
        self.lossy
    }

    /// Why the file could not be read to its end.
    pub(crate) fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    /// Keeps the lines from `start` on and reads more behind them.
    pub(crate) fn more(&mut self, start: usize) -> More {
        if self.at_end && self.lines_end == self.filled {
            return More::End;
        }
        if self.filled - start > LINE_BYTES_MAX {
            return More::TooLong;
        }
        self.buffer.copy_within(start..self.filled, 0);
        let kept = self.lines_end - start;
        self.filled -= start;
        self.lines_end = kept;
        loop {
            if self.filled == self.buffer.len() {
                self.buffer.resize(self.filled * 2, 0);
            }
            self.fill();
            if self.at_end && self.filled > 0 && self.buffer[self.filled - 1] != b'\n' {
                self.buffer.truncate(self.filled);
                self.buffer.push(b'\n'); // what ends the file ends its last line
                self.filled += 1;
            }
            let line_end = self.buffer[kept..self.filled].iter().rposition(|byte| *byte == b'\n');
            match line_end {
                Some(at) => self.lines_end = kept + at + 1,
                None if self.at_end => return More::End,
                None if self.filled > LINE_BYTES_MAX => return More::TooLong,
                None => continue,
            }
            break;
        }
        self.look();
        More::Lines
    }

    /// Reads until the buffer is full or the file ends.
    fn fill(&mut self) {
        while self.filled < self.buffer.len() && !self.at_end {
            match self.from.read(&mut self.buffer[self.filled..]) {
                Ok(0) => self.at_end = true,
                Ok(read) => self.filled += read,
                Err(why) if why.kind() == ErrorKind::Interrupted => {}
                Err(why) => {
                    self.failed = Some(why.to_string());
                    self.at_end = true;
                }
            }
        }
    }

    /// Finds the marks, and what else there is to know about the lines.
    fn look(&mut self) {
        let seen = find_marks(&self.buffer[..self.lines_end], &mut self.marks);
        self.quotes = seen.quote;
        if seen.beyond_ascii && std::str::from_utf8(self.lines()).is_err() {
            self.replace();
        }
    }

    /// Puts U+FFFD where the lines are not UTF-8. Such a file is refused, so this need not be quick.
    fn replace(&mut self) {
        let lines = String::from_utf8_lossy(self.lines()).into_owned().into_bytes();
        let end = lines.len();
        self.buffer.splice(..self.lines_end, lines);
        self.filled = self.filled - self.lines_end + end;
        self.lines_end = end;
        self.lossy = true;
        find_marks(&self.buffer[..self.lines_end], &mut self.marks);
    }
}

struct Seen {
    quote: bool,
    beyond_ascii: bool,
}

/// So many bytes are looked at together; the compiler makes vector instructions of it.
const WIDE: usize = 64;

/// Replaces `marks` by those of `lines`.
fn find_marks(lines: &[u8], marks: &mut Vec<u32>) -> Seen {
    let mut found = 0;
    let mut seen = [0u8; WIDE];
    let (wide, last) = lines.as_chunks::<WIDE>();
    let mut filled_up = [b' '; WIDE];
    filled_up[..last.len()].copy_from_slice(last);
    for (at, chunk) in wide.iter().chain([&filled_up]).enumerate() {
        if marks.len() < found + WIDE {
            marks.resize(marks.len() * 2 + WIDE, 0);
        }
        if let Some(room) = marks[found..].first_chunk_mut() {
            found += mark_chunk(at * WIDE, chunk, room, &mut seen);
        }
    }
    marks.truncate(found);
    let seen = seen.iter().fold(0, |all, byte| all | byte);
    Seen { quote: seen & QUOTE != 0, beyond_ascii: seen & BEYOND_ASCII != 0 }
}

const QUOTE: u8 = 0x01;
const BEYOND_ASCII: u8 = 0x80;

/// Returns how many marks there are in the chunk. All of `room` may be written to.
#[inline]
fn mark_chunk(start: usize, chunk: &[u8; WIDE], room: &mut [u32; WIDE], seen: &mut [u8; WIDE]) -> usize {
    let mut flags = [0u8; WIDE];
    for ((flag, seen), byte) in flags.iter_mut().zip(seen).zip(chunk) {
        *flag = u8::from((*byte == b',') | (*byte == b'\n'));
        *seen |= (if *byte == b'"' { QUOTE } else { 0 }) | (*byte & BEYOND_ASCII);
    }
    let mut bits = 0u64;
    for (at, eight) in flags.as_chunks().0.iter().enumerate() {
        // The lowest bits of eight bytes come together in the highest byte.
        let together = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits |= together << (8 * at);
    }
    let found = bits.count_ones() as usize;
    for rooms in room.as_chunks_mut::<8>().0 {
        // All eight, also where fewer are left: a branch for each would cost more than what is written in vain.
        for room in rooms {
            let at = bits.trailing_zeros() as usize % WIDE;
            *room = ((start + at) as u32) << 1 | u32::from(chunk[at] == b'\n');
            bits &= bits.wrapping_sub(1);
        }
        if bits == 0 {
            break;
        }
    }
    found
}
