import { finding, type Finding } from './finding.js';

/** Sources by directive. A page may have several policies: what one of them refuses is refused. */
type Policy = ReadonlyMap<string, readonly string[]>;

const parse = (header: string): readonly Policy[] =>
  header
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const written of policy.split(';')) {
        const [name = '', ...sources] = written.trim().split(/\s+/);
        // the first directive of a name counts
        if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
      }
      return directives;
    })
    .filter(({ size }) => size);

/** Whether one source of a directive names the URL. Hashes and nonces are not looked at. */
const names = (source: string, url: URL, page: URL): boolean => {
  if (source === "'self'") return url.origin === page.origin;
  if (source === '*') return /^https?:$/.test(url.protocol);
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return url.protocol === source.toLowerCase() || `${source}` === 'http:';
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? [];
  const isHost = host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1).toLowerCase())
    : host === '*' || url.hostname === host.toLowerCase();
  const isScheme = scheme ? url.protocol === `${scheme}:` || (scheme === 'http' && url.protocol === 'https:') : true;
  const usual = url.protocol === 'https:' ? '443' : '80';
  const isPort = port === '*' || (port ?? usual) === (url.port || usual);
  const isBelow = url.pathname.endsWith('/') && path.startsWith(url.pathname); // requests go to URLs below the endpoint
  const isPath = !path || isBelow || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return isHost && isScheme && isPort && isPath;
};

const sourcesFor = (policy: Policy, directives: readonly string[]): readonly string[] | undefined =>
  directives.map((name) => policy.get(name)).find((sources) => sources !== undefined);

/** A page's policies, and what it needs them to allow. */
export interface PolicyFacts {
  readonly page: string;
  /** The header, and what `<meta http-equiv>` adds, separated by commas. */
  readonly policy: string;
  /** `Integrity-Policy` */
  readonly integrityPolicy: string;
  readonly endpoints: readonly string[];
  /** Our script tags: their URLs, and whether each has `integrity` or `nonce`. */
  readonly scripts: readonly { readonly url: string; readonly hasIntegrity: boolean; readonly hasNonce: boolean }[];
}

/** What the page's headers refuse that the widgets need, with the line to write. */
export const policyFindings = ({ page, policy, integrityPolicy, endpoints, scripts }: PolicyFacts): Finding[] => {
  const base = new URL(page);
  const findings: Finding[] = [];
  for (const directives of parse(policy)) {
    const refused = (name: string, fallbacks: readonly string[], address: string): void => {
      const sources = sourcesFor(directives, [name, ...fallbacks]);
      const url = new URL(address);
      if (!sources || sources.some((source) => names(source, url, base))) return;
      const kept = sources.filter((source) => source !== "'none'");
      const own = url.origin === base.origin ? "'self'" : url.origin;
      findings.push(
        finding(
          'content-policy',
          `${name} of the Content-Security-Policy does not name ${url.origin}`,
          `Write ${[name, ...kept, own].join(' ')}.`,
          page,
        ),
      );
    };
    for (const { url, hasNonce } of scripts) {
      const sources = sourcesFor(directives, ['script-src-elem', 'script-src', 'default-src']) ?? [];
      if (hasNonce && sources.some((source) => source.startsWith("'nonce-"))) continue;
      const name = directives.has('script-src-elem') ? 'script-src-elem' : 'script-src';
      refused(name, ['default-src'], url);
    }
    for (const endpoint of endpoints) {
      refused('connect-src', ['default-src'], endpoint);
      refused('img-src', ['default-src'], endpoint);
    }
    const types = directives.get('trusted-types');
    if (types && !types.includes('*') && !types.includes('lit-html'))
      findings.push(
        finding(
          'trusted-types',
          'trusted-types of the Content-Security-Policy does not name lit-html',
          `Write ${['trusted-types', ...new Set([...types.filter((name) => name !== "'none'"), 'lit-html', 'care-widgets', 'care-widgets-data', 'dompurify'])].join(' ')}.`,
          page,
        ),
      );
  }
  if (/blocked-destinations=\([^)]*\bscript\b/.test(integrityPolicy)) {
    for (const { url } of scripts.filter(({ hasIntegrity }) => !hasIntegrity))
      findings.push(
        finding(
          'integrity-policy',
          'the page sends Integrity-Policy, and the script tag has no integrity',
          'Write integrity="…" with the hash that integrity.json holds for it, and crossorigin.',
          url,
        ),
      );
  }
  return findings;
};
