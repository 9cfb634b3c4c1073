import { expect, waitUntil } from '@open-wc/testing';

// The build, served by somebody who has changed its chunks. Needs `npm run build`.

interface Page {
  readonly window: Window & { hasRunTampered?: boolean };
  readonly card: Element;
  readonly errors: readonly string[];
}

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

const text = async (url: string): Promise<string> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}; run npm run build`);
  return response.text();
};

/** A page with one card, whose loader comes with these attributes. Settles once what was refused, or ran, is known. */
const open = async (attributes: string, head = ''): Promise<Page> => {
  frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><head>${head}
    <script>
      globalThis.errors = [];
      for (const name of ['warn', 'error']) console[name] = (...words) => errors.push(words.join(' '));
    </script>
    <script type="module" src="/tampered/care-widgets.js" ${attributes} data-care-endpoint="/content/feed.json"></script>
    </head><body><care-article-card slug="first-week"><a href="/read">Read it</a></care-article-card></body></html>`;
  document.body.append(frame);
  const window = (): Page['window'] & { errors?: string[] } => frame!.contentWindow!;
  await waitUntil(
    () =>
      window().hasRunTampered ||
      window().errors?.some((words) => words.includes('did not arrive')) ||
      window().document.querySelector(':state(ready)'),
    'neither ran nor was refused',
    { timeout: 9000 },
  );
  return {
    window: window(),
    card: window().document.querySelector('care-article-card')!,
    errors: window().errors ?? [],
  };
};

/** Whether the browser holds a preloaded module against its hash: WebKitGTK does not. */
const honoursPreload = !/AppleWebKit/.test(navigator.userAgent) || /Chrom/.test(navigator.userAgent);

describe('chunks that somebody has changed', () => {
  it('run where nothing says what they should be', async () => {
    const { window } = await open('');
    await waitUntil(() => window.hasRunTampered);
  });

  it('do not run where the script tag bears `integrity`, in browsers that honour it on modulepreload', async () => {
    const hashes = JSON.parse(await text('/dist/integrity.json')) as Record<string, string>;
    const { window, card, errors } = await open(`integrity="${hashes['care-widgets.js']}"`);
    expect(!!window.hasRunTampered).to.equal(!honoursPreload);
    if (!honoursPreload) return;
    expect(card.shadowRoot).to.equal(null);
    expect(errors.join('\n')).to.match(/chunks\/[\w-]+\.js did not arrive.+integrity/);
  });

  it('do not run under the import map of this build, in any browser', async () => {
    const [, map = ''] = /(<script type="importmap">.*<\/script>)/.exec(await text('/dist/import-map.html')) ?? [];
    expect(map).to.include('/care-widgets/chunks/');
    const { window, card } = await open('', map.replaceAll('/care-widgets/', '/tampered/'));
    expect(window.hasRunTampered).to.equal(undefined);
    expect(card.shadowRoot).to.equal(null);
  });
});
