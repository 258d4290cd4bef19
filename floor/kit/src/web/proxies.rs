//! Who a request comes from when a proxy stands in front. Only proxies that the settings name are believed.

use std::net::IpAddr;
use std::str::FromStr;

use axum::http::HeaderMap;

/// Where a proxy writes down who asked it.
const FORWARDED: &str = "x-forwarded-for";

/// The proxies that are believed: single addresses and networks such as 10.0.0.0/8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Network>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    base: IpAddr,
    bits: u8,
}

impl FromStr for Proxies {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(Network::from_str).collect::<Result<_, _>>().map(Self)
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is neither an address nor a network such as 10.0.0.0/8");
        let (base, bits) = text.split_once('/').map_or((text, None), |(base, bits)| (base, Some(bits)));
        let base: IpAddr = base.parse().map_err(|_| wrong())?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits > most {
            return Err(wrong());
        }
        Ok(Self { base, bits })
    }
}

impl Network {
    fn holds(self, address: IpAddr) -> bool {
        let same = |one: u128, other: u128, width: u8| {
            let rest = u32::from(width - self.bits);
            one.checked_shr(rest).unwrap_or(0) == other.checked_shr(rest).unwrap_or(0)
        };
        match (self.base, address) {
            (IpAddr::V4(base), IpAddr::V4(address)) => same(base.to_bits().into(), address.to_bits().into(), 32),
            (IpAddr::V6(base), IpAddr::V6(address)) => same(base.to_bits(), address.to_bits(), 128),
            _ => false,
        }
    }
}

impl Proxies {
    /// The reader's address: the last one in the chain that no named proxy has. Whoever comes by no named proxy is
    /// taken for who they are, whatever they write.
    pub fn reader(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut reader = peer.to_canonical();
        if !self.holds(reader) {
            return reader;
        }
        let lines: Vec<&str> = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok()).collect();
        for told in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
            // What a believed proxy passes on without understanding ends the chain.
            let Ok(told) = told.trim().parse::<IpAddr>() else { return reader };
            reader = told.to_canonical();
            if !self.holds(reader) {
                return reader;
            }
        }
        reader
    }

    /// Whether an address is one of them.
    pub fn holds(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(proxies: &str, peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, line.parse().unwrap());
        }
        proxies.parse::<Proxies>().unwrap().reader(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn a_header_of_a_stranger_is_not_believed() {
        assert_eq!(read("", "192.0.2.7", &["203.0.113.9"]), "192.0.2.7");
        assert_eq!(read("10.0.0.0/8", "192.0.2.7", &["203.0.113.9"]), "192.0.2.7");
        // What the reader forged stands before what the proxy wrote.
        assert_eq!(read("127.0.0.1", "127.0.0.1", &["198.51.100.1, 203.0.113.9"]), "203.0.113.9");
        assert_eq!(read("127.0.0.1", "127.0.0.1", &["198.51.100.1", "203.0.113.9"]), "203.0.113.9");
    }

    #[test]
    fn a_chain_of_named_proxies_is_followed_to_the_reader() {
        let proxies = "127.0.0.1, 10.0.0.0/8, 2001:db8::/32";
        assert_eq!(read(proxies, "127.0.0.1", &["203.0.113.9, 10.1.2.3"]), "203.0.113.9");
        assert_eq!(read(proxies, "2001:db8::7", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(read(proxies, "::ffff:127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(read(proxies, "127.0.0.1", &["not an address, 10.1.2.3"]), "10.1.2.3");
        assert_eq!(read(proxies, "127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn what_is_no_address_is_no_proxy() {
        for wrong in ["localhost", "10.0.0.0/33", "10.0.0.0/", "1.2.3"] {
            assert!(wrong.parse::<Proxies>().is_err(), "{wrong}");
        }
        assert_eq!(read("0.0.0.0/0", "192.0.2.7", &["192.0.2.8"]), "192.0.2.8");
    }
}
