import { expect } from '@open-wc/testing';

/** Repeated to any length, none of these may cost more than its length. `#` becomes a number, another one each time. */
const PATTERNS: readonly string[] = [
  // what scripts would have shown
  ...[
    '<b data-to-value="1">',
    '<p data-to-value="1">',
    '<b data-to-value="1">x</b>',
    '<a data-cfemail="543d3a323b14373835303d377a31393538">',
    '<i class="percent-value" data-number-value="1">',
    '<div data-settings="{&quot;youtube_url&quot;:&quot;https://a.example/#&quot;}">',
    '<span style="text-decoration:line-through">',
  ],
  // tags
  ...[
    '<b>',
    '<b>x</b>',
    '<b></i>',
    '<b/>',
    '<p>x',
    '<p>x</p>',
    '</p>',
    '</b>',
    '<br>',
    '</br>',
    '<div>',
    '<div/>',
    '<div></b>',
  ],
  ...[
    '<li>',
    '<ul><li>',
    '<dl><dd>x',
    '<blockquote>',
    '<table>',
    '<td>',
    '<table><tr><td>x',
    '<tr>',
    '<h2>x</h2>',
    '<h1><h2>',
  ],
  ...[
    '<a href=/>x',
    '<a>',
    '<span>',
    '<span>x</span>',
    '<details>',
    '<figure>',
    '<pre>',
    '<ruby><rt>',
    '<font>',
    '<nobr>x',
  ],
  ...[
    '<dialog>',
    '<x-y>',
    '<st1:city>x',
    '<o:p/>',
    '<w:a>',
    '<w:a#>',
    '<m:a/>',
    '<xml>',
    '<template>',
    '<svg>',
    '<svg><p>',
  ],
  ...[
    '<math>',
    '<math><msup>',
    '<select>',
    '<option>',
    '<select><option>',
    '<textarea>',
    '<title>',
    '<script>',
    '<style>',
    '<iframe>',
  ],
  ...[
    '<video>',
    '<video src=a>',
    '<embed src=a>',
    '<noscript>',
    '<noscript><img src=a>',
    '<object>',
    '<form>',
    '<input>',
    '<button>',
  ],
  // unfinished ones, comments
  ...['<', '<a', '<a ', '</', '<!', '<!--', '<!-->', '<!-- a -->', '<?a', '<![CDATA[', '<<b>', '-->', '>'],
  // attributes and quotes
  ...[
    '<p a>',
    '<p a#=b>',
    '<a b=',
    '<a b="',
    "<a b='",
    '<a "',
    '"',
    "'",
    '<p style="a:b">',
    '<p style=a:b;',
    '<p class=a>',
    '<p title="a">x',
  ],
  ...[
    '<i aria-hidden=true>x</i>',
    '<a class=more-link>',
    '<a class="',
    '<p id=a>',
    '<p id=a#>',
    '<a href=#a name=a>',
    '<a href=#a#>x</a><p id=a#>',
  ],
  ...[
    '<img src=a>',
    '<img srcset="a 1x,b 2x">',
    '<img data-src=a>',
    '<p style="background:url(">',
    '<img src=https://o.invalid/>',
  ],
  // entities, brackets, blanks, marks
  ...[
    '&amp;',
    '&',
    '&#',
    '&#x41;',
    '&lt;b&gt;',
    '[',
    ']',
    '[a',
    '[a]',
    '[a b=',
    '[a b=c]',
    '[/a]',
    '[a][/a]',
    '[caption]',
    '[caption',
    '[/caption]',
  ],
  ...[
    '[a<br>',
    '[gallery<br>b=',
    '{',
    '}',
    'a{',
    '.a{',
    'a{b:c}',
    '@a{',
    '/*',
    '*/',
    ' ',
    '\n',
    '\u00a0',
    '\u0301',
    'e\u0301',
    '…',
    '...',
    '[…]',
  ],
  ...['a', '漢', '😀', 'https://a.b/ ', '<p>https://a.b/', 'read more ', '… read more '],
];

/** Milliseconds in which no growth can be measured, for a length in UTF-16 units. */
const floorOf = (length: number): number => Math.max(100, length / 4000);
const TRIES = 5;

const repeat = (pattern: string, length: number): string => {
  const count = Math.ceil(length / pattern.length);
  if (!pattern.includes('#')) return pattern.repeat(count);
  return Array.from({ length: count }, (_, index) => pattern.replaceAll('#', `${index}`))
    .join('')
    .slice(0, length);
};

/** Milliseconds. */
const timeOf = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** What the machine needs now for something known, so that a busy one is not taken for slow code. About 25 ms on an idle one. */
const baseline = (): Promise<number> =>
  timeOf(() => {
    const template = document.createElement('template');
    template.innerHTML = '<p>x <b>y</b></p>'.repeat(20_000);
  });

/**
 * Tries every pattern at a quarter of the length and at the whole on one way that hostile text takes: work that grows with
 * the length takes 4 times as long, work that grows with its square 16 times. `length`: UTF-16 units; a million of them may
 * take so many `seconds`, on a machine that is not busy.
 */
export const describeGrowth = (name: string, way: (text: string) => unknown, length: number, seconds = 1): void => {
  describe(`repeated patterns: ${name}`, function () {
    this.timeout(250_000);

    it(`cost no more than their length (${PATTERNS.length})`, async () => {
      const slow: string[] = [];
      for (const pattern of PATTERNS) {
        const [quarter, whole] = [repeat(pattern, length / 4), repeat(pattern, length)];
        let said = '';
        // the shortest of several: what else runs on the machine can only add to them
        let [long, short] = [Infinity, Infinity];
        for (let count = 0; count < TRIES; count++) {
          long = Math.min(long, await timeOf(() => way(whole)));
          said = '';
          if (long < floorOf(length)) break;
          const bound = (length / 1e6) * seconds * Math.max(1000, 40 * (await baseline()));
          short = Math.min(short, await timeOf(() => way(quarter)));
          if (long < bound && long < 8 * short) break;
          said = `${pattern}: ${short} ms, then ${long} ms`;
        }
        if (said) slow.push(said);
      }
      expect(slow).to.eql([]);
    });
  });
};
