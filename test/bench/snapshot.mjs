// What `care-widgets snapshot` costs, against fetching the same pages and nothing else, two at a time:
//   node test/bench/snapshot.mjs [--rounds=3]
// The server takes as long as a small clinic's WordPress: 3 ms for each post of a list, 10 with its text, 20 a picture.
// The pictures are like photographs: JPEG, 1600 pixels wide.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createFakeWordPress } from '../support/fake-wordpress.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const MEASURE =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';
/** The most times that fetching alone takes, and megabytes. */
const BUDGET = { ratio: 1.5, megabytes: 200 };

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });

const fake = createFakeWordPress();
const latencyOf = (url) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.includes('/uploads/')) return 20;
  const ids = searchParams.get('include');
  return ids ? ids.split(',').length * 10 : searchParams.has('per_page') ? 300 : 0;
};
const pictures = [];
const grain = { type: 'gaussian', mean: 128, sigma: 30 };
const photo = await sharp({ create: { width: 1600, height: 1067, channels: 3, background: 'gray', noise: grain } })
  .blur(2)
  .jpeg()
  .toBuffer();
const server = createServer(async (request, response) => {
  const isPicture = request.url.includes('/uploads/');
  if (isPicture) pictures.push(request.url);
  await later(latencyOf(request.url));
  if (isPicture) return response.end(photo);
  return fake(request, response) || response.writeHead(404).end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

const run = async (args) => {
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', MEASURE, CLI, 'snapshot', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (data) => (err += data));
  const [code] = await once(child, 'close');
  if (code) throw new Error(`snapshot failed: ${err}`);
  return { ms: performance.now() - from, megabytes: Number(/\n(\d+)$/.exec(err)?.[1]) / 1000 };
};

const fetchAll = async (queue) => {
  for (let url = queue.shift(); url; url = queue.shift()) await (await fetch(new URL(url, origin))).arrayBuffer();
};
/** Lists one after the other, since each says whether there is a next; all else two at a time. */
const fetchAlone = async (urls) => {
  const isList = (url) => url.includes('per_page=100');
  const rest = urls.filter((url) => !isList(url));
  const from = performance.now();
  await fetchAll(urls.filter(isList));
  await Promise.all([fetchAll(rest), fetchAll(rest)]);
  return performance.now() - from;
};

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

let isOver = false;
for (const [name, count, options] of [
  ['texts', 300, []],
  ['texts and pictures in three widths', 60, ['--pictures']],
]) {
  const ratios = [];
  const first = [];
  const again = [];
  for (let round = 0; round < +values.rounds; round++) {
    const endpoint = `${origin}/fake/bench-${name.length}-${round}`;
    await fetch(`${endpoint}/_posts?to=${count}`);
    pictures.length = 0;
    const folder = await mkdtemp(path.join(tmpdir(), 'care-bench-'));
    const args = [endpoint, '--out', folder, '--allow-private', ...options];
    first.push(await run(args));
    const urls = [...(await (await fetch(`${endpoint}/_log`)).json()).map(({ url }) => url), ...pictures];
    ratios.push(first.at(-1).ms / (await fetchAlone(urls)));
    again.push(await run(args));
    await rm(folder, { recursive: true });
  }
  const megabytes = Math.max(...first.map((one) => one.megabytes));
  const ratio = median(ratios);
  // scaling pictures is work that fetching them is not
  isOver ||= (!options.length && ratio > BUDGET.ratio) || megabytes > BUDGET.megabytes;
  console.log(
    `${count} articles, ${name}: ${Math.round(median(first.map(({ ms }) => ms)))} ms, ${ratio.toFixed(2)} times fetching alone, ${Math.round(megabytes)} MB; again ${Math.round(median(again.map(({ ms }) => ms)))} ms`,
  );
}
server.closeAllConnections();
server.close();
process.exitCode = isOver ? 1 : 0;
