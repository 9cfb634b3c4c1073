import { finding, type Finding } from './finding.js';

/** Whether a rule of robots.txt (RFC 9309) names a path: `*` for anything, `$` for the end. */
const matches = (rule: string, path: string): boolean =>
  new RegExp(
    `^${rule
      .replace(/[.+?^{}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\$(?!$)/g, '\\$')}`,
  ).test(path);

/** Whether robots.txt lets every crawler read a path: the longest rule counts, `allow` where two are equally long. */
export const isAllowed = (robots: string, path: string): boolean => {
  const rules: { readonly isAllow: boolean; readonly path: string }[] = [];
  let isForAll = false;
  let isAgentLine = false;
  for (const line of robots.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'user-agent') {
      isForAll = (isAgentLine && isForAll) || value.trim() === '*';
      isAgentLine = true;
    } else if (key === 'allow' || key === 'disallow') {
      isAgentLine = false;
      if (isForAll && value.trim()) rules.push({ isAllow: key === 'allow', path: value.trim() });
    }
  }
  const [rule] = rules
    .filter((each) => matches(each.path, path))
    .sort((a, b) => b.path.length - a.path.length || +b.isAllow - +a.isAllow);
  return rule?.isAllow ?? true;
};

/** Whether search engines may read what the widgets show. */
export const robotsFindings = (robots: string, endpoint: string): Finding[] => {
  const { pathname, search, origin } = new URL(endpoint);
  return isAllowed(robots, pathname + search)
    ? []
    : [
        finding(
          'hidden-from-search',
          `robots.txt of ${origin} forbids ${pathname}`,
          `Write Allow: ${pathname} below User-agent: *, or put the text into the page by npx care-widgets render.`,
          `${origin}/robots.txt`,
        ),
      ];
};
