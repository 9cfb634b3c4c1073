import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that are not on the public internet: IANA's registries of special-purpose addresses. */
const LOCAL: readonly (readonly [address: string, prefix: number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
  // IPv6, with the ranges that stand for IPv4 addresses: compatible, NAT64, Teredo, 6to4
  ...([
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 23],
    ['2002::', 16],
  ] as const),
  ...([
    ['fc00::', 7],
    ['fe80::', 9],
    ['ff00::', 8],
  ] as const),
];

const blocked = new BlockList();
for (const [address, prefix] of LOCAL) blocked.addSubnet(address, prefix, address.includes(':') ? 'ipv6' : 'ipv4');

/** Whether an IP address belongs to this machine or a local network. */
export const isPrivate = (address: string): boolean => {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return blocked.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
};

/** The IP address in a URL's host name; `undefined` for a name that has to be looked up. */
export const literalAddress = (hostname: string): string | undefined => {
  const plain = hostname.replace(/^\[|\]$/g, '');
  return isIP(plain) ? plain : undefined;
};

/** Thrown for a host that has only addresses of a local network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A DNS lookup without local addresses, for the connection itself: the address that was checked is the one that is used,
 * however often the name changes in between.
 */
export const publicLookup =
  (resolve: Resolve = lookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const found = addresses.filter(({ address }) => !isPrivate(address));
      const [first] = found;
      if (!first) return callback(new PrivateAddressError(`${hostname} is an address of the local network`), '', 0);
      // Node's types know only one form of the callback
      if (options.all) return (callback as (error: null, addresses: LookupAddress[]) => void)(null, found);
      return callback(null, first.address, first.family);
    });
  };
