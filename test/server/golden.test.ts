import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { renderWidget, type WidgetContent, type WidgetTag } from '../../src/server/render-widget.js';

/** What an element is given, and what must be written, byte by byte: the renderer of the WordPress plugin runs the same files. */
interface Golden {
  readonly tag: WidgetTag;
  readonly attributes: Readonly<Record<string, string>>;
  /** Settings as attributes have them; `page` is the address of the page. */
  readonly settings: Readonly<Record<string, string>>;
  readonly content: WidgetContent[WidgetTag];
}

const folder = new URL('../golden/', import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

const render = (name: string): string => {
  const golden = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Golden;
  const { page, ...settings } = golden.settings;
  return renderWidget(golden.tag, { ...settings, ...golden.attributes }, golden.content, { url: page });
};

// After a wanted change: UPDATE_GOLDEN=1 npx vitest run --project=node test/server/golden.test.ts, then read the difference.
const isUpdate = process.env.UPDATE_GOLDEN === '1';

describe('golden files', () => {
  for (const name of cases) {
    it(`renders ${name}`, () => {
      const file = new URL(`${name}.html`, folder);
      if (isUpdate) writeFileSync(file, render(name));
      expect(render(name)).to.equal(readFileSync(file, 'utf8'));
    });
  }

  it('covers every element that shows content', () => {
    const tags = new Set(cases.map((name) => name.split('.')[0]));
    expect([...tags].sort()).to.deep.equal([
      'care-article',
      'care-article-card',
      'care-article-list',
      'care-author',
      'care-benefits',
      'care-categories',
      'care-post-nav',
    ]);
  });
});
