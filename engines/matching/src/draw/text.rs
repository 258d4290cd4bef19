//! Lines of text, put together at the speed of memory: half a million wishes go through here.

/// A growing text. Its bytes run ahead of its length, so that short pieces are copied with a fixed size, which is
/// several times as fast as with a size that is not known beforehand.
#[derive(Default)]
pub(super) struct Text {
    bytes: Vec<u8>,
    len: usize,
}

/// The longest piece that is copied with a fixed size.
pub(super) const SHORT: usize = 16;

impl Text {
    pub(super) fn clear(&mut self) {
        self.len = 0;
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    #[inline]
    pub(super) fn put(&mut self, bytes: &[u8]) {
        self.room(bytes.len())[..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    /// The first `len` bytes of a piece.
    #[inline]
    pub(super) fn piece(&mut self, piece: &[u8; SHORT], len: usize) {
        if let Some(room) = self.room(SHORT).first_chunk_mut() {
            *room = *piece;
        }
        self.len += len;
    }

    #[inline]
    pub(super) fn word(&mut self, word: &str) -> &mut Self {
        self.put(word.as_bytes());
        self
    }

    pub(super) fn tab(&mut self) -> &mut Self {
        self.word("\t")
    }

    pub(super) fn end(&mut self) {
        self.put(b"\n");
    }

    /// A text of any characters as one part of a line: control characters and the backslash are written as a
    /// backslash and two hexadecimal digits.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let plain = |byte: u8| byte >= b' ' && byte != b'\\' && byte != 0x7f;
        if text.bytes().all(plain) {
            return self.word(text);
        }
        for byte in text.bytes() {
            if plain(byte) {
                self.put(&[byte]);
            } else {
                self.put(b"\\");
                self.word(&hex::encode([byte]));
            }
        }
        self
    }

    /// A whole number in decimal digits.
    pub(super) fn number(&mut self, number: u64) -> &mut Self {
        if number >= 1_000 {
            self.number(number / 1_000);
            let [first, second, third, _] = three_digits((number % 1_000) as usize, true);
            self.put(&[first, second, third]);
        } else {
            self.small(number as u16);
        }
        self
    }

    /// The same for a small one.
    #[inline]
    pub(super) fn small(&mut self, number: u16) {
        match THREE_DIGITS.get(usize::from(number)) {
            Some(digits) => {
                if let Some(room) = self.room(4).first_chunk_mut() {
                    *room = *digits;
                }
                self.len += usize::from(digits[3]);
            }
            None => drop(self.number(number.into())),
        }
    }

    #[inline]
    fn room(&mut self, more: usize) -> &mut [u8] {
        if self.bytes.len() < self.len + more {
            self.grow(more);
        }
        &mut self.bytes[self.len..]
    }

    #[cold]
    fn grow(&mut self, more: usize) {
        self.bytes.resize((self.len + more) * 2, 0);
    }
}

/// The text that [`Text::text`] wrote.
pub(super) fn read(part: &str) -> Option<String> {
    let mut pieces = part.split('\\');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        bytes.extend(hex::decode(digits).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The digits of the numbers below 1,000, and how many there are.
const THREE_DIGITS: [[u8; 4]; 1_000] = {
    let mut table = [[0; 4]; 1_000];
    let mut number = 0;
    while number < 1_000 {
        table[number] = three_digits(number, false);
        number += 1;
    }
    table
};

const fn three_digits(number: usize, zeros: bool) -> [u8; 4] {
    let [hundreds, tens, ones] = [digit(number / 100), digit(number / 10), digit(number)];
    match number {
        0..10 if !zeros => [ones, 0, 0, 1],
        10..100 if !zeros => [tens, ones, 0, 2],
        _ => [hundreds, tens, ones, 3],
    }
}

const fn digit(number: usize) -> u8 {
    b'0' + (number % 10) as u8
}
