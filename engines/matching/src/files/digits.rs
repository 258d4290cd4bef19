//! Whole numbers, eight digits at a time.

use crate::ids::head;

/// Decimal digits and nothing else, at most `max`.
pub(crate) fn number(text: &[u8], max: u64) -> Option<u64> {
    number_before(text, text.len(), max)
}

/// The number that the last `len` bytes of a text are.
#[inline(always)]
pub(crate) fn number_before(text: &[u8], len: usize, max: u64) -> Option<u64> {
    let number = match text.last_chunk() {
        Some(last) if (1..=8).contains(&len) => eight(u64::from_le_bytes(*last), len)?,
        _ => long(&text[text.len() - len..])?,
    };
    (number <= max).then_some(number)
}

/// Any number of digits.
fn long(text: &[u8]) -> Option<u64> {
    let (first, rest) = text.split_at(text.len() % 8);
    let mut number = 0;
    if !first.is_empty() {
        number = eight(head(first) << (8 * (8 - first.len())), first.len())?;
    } else if rest.is_empty() {
        return None;
    }
    for piece in rest.as_chunks().0 {
        number = number.checked_mul(100_000_000)?.checked_add(eight(u64::from_le_bytes(*piece), 8)?)?;
    }
    Some(number)
}

/// One to eight digits: the highest bytes, the last digit highest.
#[inline(always)]
fn eight(bytes: u64, len: usize) -> Option<u64> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let digits = (bytes ^ (EACH * u64::from(b'0'))) & (u64::MAX << (8 * (8 - len))); // as if it began with zeros
    let beyond_nine = digits.wrapping_add(EACH * 0x76) | digits;
    if beyond_nine & (EACH * 0x80) != 0 {
        return None;
    }
    let pairs = digits * 10 + (digits >> 8); // in each second byte, from the lowest
    let odd = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(100 + (1_000_000 << 32));
    let even = (pairs >> 16 & 0x0000_00FF_0000_00FF).wrapping_mul(1 + (10_000 << 32));
    Some(odd.wrapping_add(even) >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_the_standard_library_reads_them() {
        let mut number_now = 1u64;
        for step in 0..200_000u64 {
            number_now = number_now.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(step) ^ number_now >> 29;
            let value = number_now >> (step % 64);
            let text = value.to_string();
            assert_eq!(number(text.as_bytes(), u64::MAX), Some(value));
            let zeros = format!("{:0>width$}", text, width = (step % 30) as usize);
            assert_eq!(number(zeros.as_bytes(), u64::MAX), Some(value), "{zeros}");
            assert_eq!(number(text.as_bytes(), value), Some(value));
            assert_eq!(number(text.as_bytes(), value.wrapping_sub(1)), (value == 0).then_some(0));
        }
    }

    #[test]
    fn what_is_no_number_or_too_large_is_none() {
        for len in 1..24 {
            for at in 0..len {
                for wrong in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit()) {
                    let mut text = vec![b'7'; len];
                    text[at] = wrong;
                    assert_eq!(number(&text, u64::MAX), None, "{text:?}");
                }
            }
        }
        for text in ["", "18446744073709551616", "99999999999999999999", "100000000000000000000000000000000"] {
            assert_eq!(number(text.as_bytes(), u64::MAX), None, "{text}");
        }
        assert_eq!(number(b"18446744073709551615", u64::MAX), Some(u64::MAX));
        assert_eq!(number(b"65536", 65535), None);
    }
}
