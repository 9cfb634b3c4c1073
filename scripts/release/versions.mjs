// The version in every place that names it.

const ENTRY = /^## \[Unreleased\]\n([^]*?)(?=^## \[|(?![^]))/m;

/** Whether `version` is one of semver.org and comes after `before`; numbers only, since releases here have no other. */
export const isNext = (version, before) => {
  const numbers = (text) => (/^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? []).slice(1).map(Number);
  const [next, last] = [numbers(version), numbers(before)];
  const place = next.findIndex((number, index) => number !== last[index]);
  return next.length === 3 && place >= 0 && next[place] > (last[place] ?? -1);
};

/**
 * The changelog with its unreleased entries under a version.
 *
 * @throws where there is nothing to release.
 */
export const releasedChangelog = (changelog, version, day) => {
  const [whole = '', entries = ''] = ENTRY.exec(changelog) ?? [];
  if (!entries.trim()) throw new Error('CHANGELOG.md has nothing under [Unreleased]: write what changed');
  return changelog.replace(whole, `## [Unreleased]\n\n## [${version}] - ${day}\n${entries}`);
};

/** What stands under a version. */
export const entriesOf = (changelog, version) =>
  (changelog.split(/^## \[/m).find((part) => part.startsWith(`${version}]`)) ?? '').replace(/^.*\n+/, '').trim();
