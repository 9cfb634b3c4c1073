import { expect } from 'chai';
import { parseJson, toJsonText } from '../../../src/http/json.js';
import { CareError } from '../../../src/model/care-error.js';
import { rejection } from '../../support/fake-transport.js';

const url = 'https://clinic.example/wp-json/wp/v2/posts';
const parse = async (text: string) => parseJson({ url, text, headers: new Headers() });
const failure = async (text: string): Promise<CareError> => {
  const error = await rejection(parse(text));
  expect(error).to.be.instanceOf(CareError);
  expect(error).to.include({ code: 'malformed', url });
  return error as CareError;
};

describe('parseJson', () => {
  it('reads JSON of every type; what it should be is the source’s affair', async () => {
    for (const value of [[], {}, [{ id: 1 }], null, 5, 'text', true]) {
      expect(await parse(JSON.stringify(value))).to.deep.equal(value);
      expect(await parse(`\n ${JSON.stringify(value)} \n`)).to.deep.equal(value);
    }
  });

  it('reads JSON behind a PHP notice', async () => {
    const notice = '<br />\n<b>Notice</b>:  Undefined index: foo in <b>/srv/x.php</b> on line <b>3</b><br />\n';
    expect(await parse(`${notice}[{"id":1001}]`)).to.deep.equal([{ id: 1001 }]);
    expect(await parse(`${notice.repeat(5)}{"items":[]}`)).to.deep.equal({ items: [] });
  });

  it('reads JSON behind a warning that has brackets of its own', async () => {
    expect(await parse('Warning: Undefined array key [0] in {closure}() [1,\n[{"id":1}]')).to.deep.equal([{ id: 1 }]);
  });

  it('takes no list from the inside of an answer that broke off behind a notice', async () => {
    for (const cut of ['[{"id":5,"tags":[]', '{"items":[{"tags": []', '[[{"id":1}]', '[{"a":1},{"id":2}']) {
      expect((await failure(`Notice: x\n${cut}`)).code, cut).to.equal('malformed');
    }
  });

  it('names the page that came instead', async () => {
    const { detail } = await failure('<!doctype html><title>Just a moment...</title><p>Checking your browser.');
    expect(detail).to.include('Just a moment...');
    expect((await failure('\n<html lang="en"><head><title>Log in</title>[1]')).detail).to.include('Log in');
    expect((await failure('<html><body>no title')).detail).to.include('not JSON');
  });

  it('says of a feed in XML what to name instead', async () => {
    for (const text of ['<?xml version="1.0"?><rss></rss>', '<rss version="2.0">', '\n<feed xmlns="x">']) {
      expect((await failure(text)).detail).to.include('JSON Feed');
    }
  });

  it('does not take JSON out of a page', async () => {
    await failure('<!DOCTYPE html><html><script type="application/ld+json">{"@type":"WebSite"}</script>{"a":1}');
  });

  it('says so where the answer is empty', async () => {
    expect((await failure('')).detail).to.include('empty');
    expect((await failure(' \n\t ')).detail).to.include('empty');
  });

  it('keeps the parser’s error as the cause', async () => {
    expect((await failure('nonsense')).cause).to.be.instanceOf(SyntaxError);
  });

  it('refuses truncated JSON', async () => {
    for (const text of ['[{"id":1', '{"items":[{"id":"a"},', '[', '{"a":"b']) await failure(text);
  });

  it('does not pass a part of cut JSON off as the whole', async () => {
    for (const text of ['[{"id":1},{"id":2}', '[{"categories":[3,4]', '{"items":[{"id":"a"}]']) await failure(text);
  });

  it('gives up on a megabyte of brackets in less than a second', async () => {
    const started = performance.now();
    await failure('['.repeat(1e6));
    await failure(`x${'[{'.repeat(5e5)}`);
    expect(performance.now() - started).to.be.below(1000);
  });
});

describe('toJsonText', () => {
  it('writes plain data as JSON does', () => {
    const value = { email: 'ada@example.org', list: ['a', 1, true, null], inner: { x: undefined, y: 'z' } };
    expect(toJsonText(value)).to.equal(JSON.stringify(value));
  });

  it('heeds no toJSON, which old libraries put on every list and text', () => {
    const list = Object.defineProperty(['a'], 'toJSON', { value: () => '["a"]' });
    const inner = Object.defineProperty({ y: 'z' }, 'toJSON', { value: () => '{}' });
    expect(toJsonText({ list, inner })).to.equal('{"list":["a"],"inner":{"y":"z"}}');
  });
});
