import { createHttp } from '../../src/http/http.js';
import type { Article } from '../../src/model/article.js';
import { createGhostSource } from '../../src/sources/ghost/ghost-source.js';
import { fakeTransport, type Reply } from '../support/fake-transport.js';
import { ghostSite, GHOST_KEY } from '../support/ghost/fake-ghost.js';
import { ManualClock } from '../support/manual-clock.js';

const SITE = 'https://clinic.example';

export const ghostSourceOver = (reply: Reply) =>
  createGhostSource({
    endpoint: SITE,
    key: GHOST_KEY,
    http: createHttp({ transport: fakeTransport(reply), clock: new ManualClock() }),
    origins: [SITE],
  });

export const ghostOf = (articles: readonly Article[]) => ghostSourceOver(ghostSite(SITE, articles));
