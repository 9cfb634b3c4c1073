// What ships to visitors, read as text: no address that it could call by itself, nothing that keeps or sends on the sly.
// The pages in test/pages/ prove the same by watching a browser.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { DIST } from '../support/page-server.mjs';

const scripts = readdirSync(DIST, { recursive: true })
  .map(String)
  .filter((file) => /^(?:care-widgets[^/]*|chunks[/\\].*)\.js$/.test(file));

/** Names in messages, namespaces, the vocabulary of structured data, links that take the place of removed video frames and of a messenger's own scheme, and a crisis line's chat that a visitor may follow: nothing is fetched from them. */
const HARMLESS =
  /^https?:\/\/(?:www\.w3\.org|your-site\.example|schema\.org|localhost|www\.youtube\.com\/(?:embed|watch\?v=)|wa\.me|vimeo\.com\/\$1|988lifeline\.org\/chat)(?:[/"'`$]|$)/;

describe('the scripts that ship', () => {
  it('are there', () => {
    assert.ok(scripts.includes('care-widgets.js') && scripts.includes('care-widgets.classic.js'), scripts.join());
    assert.ok(scripts.length > 5);
  });

  for (const file of scripts) {
    it(`${file}: names no address, keeps nothing, sends nothing on`, () => {
      const code = readFileSync(path.join(DIST, file), 'utf8').replace(/\/\/# sourceMappingURL=.*/, '');
      const addresses = [...code.matchAll(/\bhttps?:\/\/[\w.-]+[^\s"'`)]{0,40}/g)].map(([url]) => url);
      assert.deepEqual(
        addresses.filter((url) => !HARMLESS.test(url)),
        [],
      );
      const sly =
        /\b(?:localStorage|sessionStorage|indexedDB|sendBeacon|serviceWorker|document\.(?:cookie|referrer|title)|XMLHttpRequest|EventSource|WebSocket|eval\(|new Function)\b/;
      assert.equal(sly.exec(code)?.[0], undefined);
    });
  }
});
