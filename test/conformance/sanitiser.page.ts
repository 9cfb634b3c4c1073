import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { prepare } from '../../src/html/read/prepare.js';

/** What the suite asks of this page: to show bodies as an article would, or, to prove that the page notices, unsanitised. */
export interface Task {
  readonly bodies: readonly string[];
  readonly engine: 'native' | 'dompurify' | 'none';
}

export interface Outcome {
  readonly hasRun: boolean;
  readonly violations: readonly string[];
  readonly changedGlobals: readonly string[];
  readonly text: string;
  readonly error?: string;
}

const ENGINES = { native: nativeEngine, dompurify: dompurifyEngine };
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});

const globals = () =>
  new Map<string, unknown>([
    ['document.forms', document.forms],
    ['document.forms.length', document.forms.length],
    ['document.body', document.body],
    ['document.cookie', document.cookie],
    ['document.getElementById', document.getElementById],
    ['document.location', document.location],
    ['location.href', location.href],
    ['window.forms', Reflect.get(window, 'forms')],
    ['base', document.baseURI],
    ['title', document.title],
    ['display', getComputedStyle(document.body).display],
  ]);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const show = async (body: string, engine: Task['engine']): Promise<Node> => {
  if (engine === 'none') return document.createRange().createContextualFragment(body);
  const safe = await articleBody(body, { url: location.href, origins: [location.origin], engine: ENGINES[engine] });
  return prepare(safe, { headingLevel: 2, tableLabel: 'Table' });
};

const run = async ({ bodies, engine }: Task): Promise<Outcome> => {
  const main = document.querySelector('main') as HTMLElement;
  const before = globals();
  try {
    for (const body of bodies) main.append(await show(body, engine));
    main.querySelectorAll('a').forEach((link) => link.focus());
    // a machine at work may take many frames to load what would run; what is safe never does
    const frames = engine === 'none' ? 600 : 5;
    for (let count = 0; count < frames && !('__pwned' in window && violations.length); count++) await frame();
    const changedGlobals = [...globals()].filter(([name, value]) => before.get(name) !== value).map(([name]) => name);
    return { hasRun: '__pwned' in window, violations, changedGlobals, text: main.textContent };
  } catch (error) {
    return { hasRun: false, violations, changedGlobals: [], text: '', error: String(error) };
  }
};

addEventListener('message', ({ data, source }: MessageEvent<Task>) => {
  void run(data).then((outcome) => source?.postMessage(outcome, { targetOrigin: location.origin }));
});
parent.postMessage('ready', location.origin);
