import { finding, type Finding } from './finding.js';

interface Tracker {
  readonly name: string;
  /** Pattern for the host of its script or image. */
  readonly hosts: RegExp;
  /** Name of the global variable that its script sets. */
  readonly global?: string;
  /** What it learns of a visitor of a page with widgets. */
  readonly sees: string;
}

const ADDRESS = 'the address of this page, who the browser is, and where the visitor came from';

/** By the URLs that their makers tell webmasters to paste. */
const TRACKERS: readonly Tracker[] = [
  {
    name: 'Google Tag Manager',
    hosts: /googletagmanager\.com\/gtm\.js/,
    global: 'google_tag_manager',
    sees: `${ADDRESS}; it may load any other tracker, today or later`,
  },
  {
    name: 'Google Analytics',
    hosts: /googletagmanager\.com\/gtag|google-analytics\.com/,
    global: 'gtag',
    sees: `${ADDRESS}, searches, clicks on links that lead elsewhere, forms that are begun and sent`,
  },
  {
    name: 'Google Ads',
    hosts: /googleadservices\.com|googlesyndication\.com|doubleclick\.net/,
    sees: `${ADDRESS}, and joins it to what the same browser does on other sites`,
  },
  {
    name: 'Meta Pixel',
    hosts: /connect\.facebook\.net|facebook\.com\/tr\b/,
    global: 'fbq',
    sees: `${ADDRESS}, the words on buttons that are clicked, and with automatic matching what is typed into a form, all of it joined to a Facebook account`,
  },
  {
    name: 'TikTok Pixel',
    hosts: /analytics\.tiktok\.com/,
    global: 'ttq',
    sees: `${ADDRESS}, clicks, and with automatic matching email addresses and numbers that are typed`,
  },
  {
    name: 'LinkedIn Insight Tag',
    hosts: /snap\.licdn\.com|px\.ads\.linkedin\.com/,
    global: '_linkedin_partner_id',
    sees: `${ADDRESS}, joined to a LinkedIn account`,
  },
  {
    name: 'X pixel',
    hosts: /static\.ads-twitter\.com|analytics\.twitter\.com/,
    global: 'twq',
    sees: `${ADDRESS}, joined to an account`,
  },
  {
    name: 'Pinterest Tag',
    hosts: /s\.pinimg\.com\/ct|ct\.pinterest\.com/,
    global: 'pintrk',
    sees: `${ADDRESS}, joined to an account`,
  },
  { name: 'Snap Pixel', hosts: /sc-static\.net\/scevent/, global: 'snaptr', sees: `${ADDRESS}, joined to an account` },
  { name: 'Microsoft Advertising', hosts: /bat\.bing\.com/, global: 'uetq', sees: `${ADDRESS}, joined to searches` },
  {
    name: 'Microsoft Clarity',
    hosts: /clarity\.ms/,
    global: 'clarity',
    sees: 'a recording of the visit: every movement, click and scroll, and the text of the page with the title of each article',
  },
  {
    name: 'Hotjar',
    hosts: /(?:static|script)\.hotjar\.com/,
    global: 'hj',
    sees: 'a recording of the visit: every movement, click and scroll, and the text of the page with the title of each article',
  },
  {
    name: 'FullStory',
    hosts: /(?:edge|rs)\.fullstory\.com|fullstory\.com\/s\/fs\.js/,
    global: 'FS',
    sees: 'a recording of the visit, of what is typed too where that is not excluded',
  },
  {
    name: 'Mouseflow',
    hosts: /cdn\.mouseflow\.com/,
    global: 'mouseflow',
    sees: 'a recording of the visit, of what is typed too where that is not excluded',
  },
  {
    name: 'Lucky Orange',
    hosts: /luckyorange\.(?:com|net)/,
    global: 'LOQ',
    sees: 'a recording of the visit, of what is typed too where that is not excluded',
  },
  {
    name: 'Crazy Egg',
    hosts: /script\.crazyegg\.com/,
    global: 'CE2',
    sees: 'a recording of the visit: movements, clicks and scrolls',
  },
  {
    name: 'HubSpot tracking',
    hosts: /js\.hs-(?:scripts|analytics)\.(?:com|net)|js\.hscollectedforms\.net/,
    global: '_hsq',
    sees: `${ADDRESS}, and what is typed into any form of the page, once it is sent`,
  },
  {
    name: 'Segment',
    hosts: /cdn\.segment\.(?:com|io)/,
    sees: `${ADDRESS}; it hands that on to any service that somebody switches on`,
  },
  { name: 'Mixpanel', hosts: /cdn\.mxpnl\.com|mixpanel\.com/, global: 'mixpanel', sees: `${ADDRESS}, clicks` },
  {
    name: 'CallRail',
    hosts: /cdn\.callrail\.com/,
    global: 'CallTrk',
    sees: `${ADDRESS}; it replaces telephone numbers in the page, so that calls are counted and may be recorded`,
  },
  {
    name: 'AddThis or ShareThis',
    hosts: /s7\.addthis\.com|platform-api\.sharethis\.com/,
    sees: `${ADDRESS}, joined to what the same browser does on other sites`,
  },
];

/** What is known of a page: URLs that it loads from, and names on its `window`, where those can be seen. */
export interface Loaded {
  readonly urls: readonly string[];
  readonly hasGlobal?: (name: string) => boolean;
}

/** Each tracker once, with what it sees. Nothing is sent to find out. */
export const trackerFindings = ({ urls, hasGlobal = () => false }: Loaded): Finding[] =>
  TRACKERS.flatMap(({ name, hosts, global, sees }) => {
    const url = urls.find((address) => hosts.test(address));
    if (!url && !(global && hasGlobal(global))) return [];
    return [
      finding(
        'tracker',
        `${name} is on this page and sees ${sees}`,
        'Leave it out of pages about treatment. Where it must stay, ask whether the law that holds for health information allows it.',
        url,
      ),
    ];
  });
