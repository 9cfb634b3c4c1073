import { expect, fixtureSync, waitUntil } from '@open-wc/testing';
import { html, nothing } from 'lit';
import type { CareNewsletter } from '../../src/elements/care-newsletter/care-newsletter.js';
import type { CareSubmitErrorEvent } from '../../src/events/care-submit-error-event.js';
import { CareError } from '../../src/model/care-error.js';
import { RejectedError, type Submission } from '../../src/model/submitter.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { FormRoom } from '../support/form-room.js';
import { becomes, ENDS, formAt, formIn, newsletter, partIn, press, said, type } from '../support/newsletter.js';

const warnings = recordWarnings();

const describedBy = (input: Element): string =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

const ownForm = (action: string) =>
  html`<form action=${action} method="post">
    <label>Email <input type="email" name="EMAIL" required aria-describedby="hint" /></label><span id="hint">Hint</span>
    <label>Name <input name="FNAME" autocomplete="given-name" /></label>
    <input type="hidden" name="list" value="a1" />
    <button name="go" value="1">Join</button>
  </form>`;

describe('care-newsletter, generated', () => {
  it('puts a form with labels, autocomplete and nothing ticked into the light DOM', async () => {
    const element = await newsletter(
      html`<care-newsletter
        action="/api"
        fields="first-name email last-name"
        consent="required"
        consent-text="Yes, by email."
        privacy-url="/privacy"
        postal-address="1 Main Street"
        heading="Our letter"
        heading-level="3"
        ><p>Fallback</p></care-newsletter
      >`,
    );
    const form = formIn(element);
    const inputs = [...form.querySelectorAll<HTMLInputElement>('p:not([hidden]) > input')];
    expect(inputs.map(({ autocomplete }) => autocomplete)).to.deep.equal(['given-name', 'email', 'family-name', '']);
    for (const input of inputs) expect(input.labels, input.name).to.have.length(1);
    expect(inputs.at(-1)!.checked).to.equal(false);
    expect(form.textContent).to.include('1 Main Street').and.include('medical information');
    expect(form.querySelector('a')!.getAttribute('href')).to.include('/privacy');
    expect(element.querySelector('[slot=title] > [part=title]')).to.have.property('localName', 'h3');
    expect(element.querySelector('p')!.checkVisibility()).to.equal(false);
    expect(element.state).to.equal('idle');
    expect(form.querySelector<HTMLInputElement>('[data-care-trap]')!.checkVisibility()).to.equal(false);
  });

  it('says what is wrong at the field, in the live region, and goes there', async () => {
    const element = await newsletter(html`<care-newsletter action="/api" consent="required"></care-newsletter>`);
    const status = partIn(element, 'status')!;
    expect(status.getAttribute('role')).to.equal('status');
    const input = type(element, 'ada example.org');
    press(element);
    await becomes(element, ...ENDS);
    expect(element.state).to.equal('invalid');
    expect(document.activeElement).to.equal(input);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(describedBy(input)).to.include('space inside');
    const box = element.querySelector('[data-care-consent] input')!;
    expect(describedBy(box)).to.include('tick this box');
    expect(partIn(element, 'status')).to.equal(status);
    expect(said(element)).to.include('This has not been sent');
    expect(element.matches(':state(invalid)')).to.equal(true);
    type(element, 'ada@example.org');
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
    expect(input.hasAttribute('aria-describedby')).to.equal(false);
  });

  for (const [typed, words] of [
    ['', 'enter your email'],
    ['ada', 'not complete'],
    ['a b@example.org', 'space inside'],
    [`${'a'.repeat(290)}@example.org`, 'too long'],
  ] as const) {
    it(`sends nothing of "${typed.slice(0, 20)}" and keeps it`, async () => {
      const room = new FormRoom();
      const element = await formAt(room.address('own-json', 'success'));
      const input = type(element, typed);
      press(element);
      await becomes(element, ...ENDS);
      expect(describedBy(input)).to.include(words);
      expect(input.value).to.equal(typed);
      expect(await room.posts()).to.have.length(0);
    });
  }

  it('says it right below the button that was pressed, whatever small print there is', async () => {
    const element = await newsletter(
      html`<care-newsletter action="/api" privacy-url="/privacy" postal-address="1 Main Street"></care-newsletter>`,
    );
    press(element);
    await becomes(element, ...ENDS);
    const button = formIn(element).querySelector('button')!.getBoundingClientRect();
    const message = partIn(element, 'message')!.getBoundingClientRect();
    expect(message.top - button.bottom).to.be.within(0, 32);
    expect(message.width).to.be.at.most(formIn(element).getBoundingClientRect().width + 1);
  });

  it('asks anew for consent where the words for it change, and keeps what was typed', async () => {
    const element = await newsletter(
      html`<care-newsletter action="/api" consent="optional" consent-text="Yes, news."></care-newsletter>`,
    );
    const input = type(element, 'ada@example.org');
    const box = element.querySelector<HTMLInputElement>('[type=checkbox]')!;
    box.checked = true;
    element.buttonLabel = 'Join';
    await element.updateComplete;
    expect(box.checked).to.equal(true);
    element.consentText = 'Yes, news and offers.';
    await element.updateComplete;
    expect(box.checked).to.equal(false);
    expect(input.value).to.equal('ada@example.org');
  });

  it('sends what was typed and agreed to, and nothing else', async () => {
    const room = new FormRoom();
    const element = await newsletter(
      html`<care-newsletter
        id="footer"
        action=${room.address('own-json', 'success')}
        protocol="json"
        fields="email first-name"
        consent="optional"
        consent-text="Yes,   please."
        ><input type="hidden" name="list" value="7"
      /></care-newsletter>`,
    );
    type(element, ' ada@bücher.example ');
    type(element, 'Ada', '[autocomplete=given-name]');
    element.querySelector<HTMLInputElement>('[type=checkbox]')!.checked = true;
    press(element);
    await becomes(element, ...ENDS);
    expect(element.state).to.equal('success');
    const [post] = await room.posts(1);
    const { submissionId, consent, ...fields } = post!.fields as Record<string, unknown>;
    expect(fields).to.deep.equal({
      email: 'ada@xn--bcher-kva.example',
      name: 'Ada',
      locale: 'en',
      formId: 'footer',
      list: '7',
    });
    expect(submissionId).to.match(/^[\da-f]{32}$/);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('Yes, please.'));
    const textHash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(consent).to.deep.equal({ id: textHash.slice(0, 12), textHash });
    expect(post!.headers['referer']).to.equal(undefined);
    expect(post!.headers['cookie']).to.equal(undefined);
  });

  it('thanks, hides and empties the form, and takes along whoever was in it', async () => {
    const room = new FormRoom();
    const element = await formAt(room.address('own-json', 'success'));
    const input = type(element, 'ada@example.org');
    input.focus();
    press(element);
    await becomes(element, 'success');
    expect(said(element)).to.include('check your inbox');
    expect(formIn(element).checkVisibility()).to.equal(false);
    expect(partIn(element, 'title'), 'asks nobody to sign up any more').to.not.exist;
    expect(input.value).to.equal('');
    expect(document.activeElement).to.equal(element);
    element.reset();
    await element.updateComplete;
    expect(formIn(element).checkVisibility()).to.equal(true);
    expect(partIn(element, 'title')).to.exist;
  });

  it('leaves the focus alone where the visitor has gone on', async () => {
    const room = new FormRoom();
    const elsewhere = fixtureSync<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
    const element = await formAt(room.address('own-json', 'invalid'));
    type(element, 'ada@example.org');
    press(element);
    elsewhere.focus();
    await becomes(element, 'error');
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('says the same for a known address', async () => {
    const words: string[] = [];
    for (const behaviour of ['success', 'known']) {
      const element = await formAt(new FormRoom().address('own-json', behaviour));
      type(element, 'ada@example.org');
      press(element);
      await becomes(element, ...ENDS);
      words.push(`${element.state} ${said(element)}`);
    }
    expect(words[0]).to.equal(words[1]);
  });

  it('shows no trap to people, sends nothing of a program that falls into it, and says so', async () => {
    const room = new FormRoom();
    const element = await formAt(room.address('own-json', 'success'));
    type(element, 'ada@example.org');
    type(element, 'x', '[data-care-trap]');
    press(element);
    await becomes(element, ...ENDS);
    expect(element.state).to.equal('error');
    expect(said(element)).to.include('nothing has been sent');
    expect(await room.posts()).to.have.length(0);
    press(element);
    await becomes(element, 'success');
    expect(await room.posts(1)).to.have.length(1);
  });
});

describe('care-newsletter, an own form', () => {
  it('keeps its names, its button and its hidden fields', async () => {
    const room = new FormRoom();
    const element = await newsletter(
      html`<care-newsletter protocol="form">${ownForm(room.address('own-form', 'success'))}</care-newsletter>`,
    );
    expect(element.querySelectorAll('form')).to.have.length(1);
    type(element, 'ada@example.org');
    type(element, 'Ada', '[name=FNAME]');
    press(element);
    await becomes(element, ...ENDS);
    const [post] = await room.posts(1);
    expect(post!.fields).to.deep.equal({ EMAIL: 'ada@example.org', FNAME: 'Ada', list: 'a1', go: '1' });
    expect(post!.encoding).to.equal('urlencoded');
  });

  it('keeps what describes a field already', async () => {
    const element = await newsletter(html`<care-newsletter>${ownForm('/api')}</care-newsletter>`);
    const input = element.querySelector('[type=email]')!;
    press(element);
    await becomes(element, 'invalid');
    expect(describedBy(input)).to.include('Hint').and.include('enter your email');
    expect(input.closest('label')!.textContent).to.not.include('enter');
    type(element, 'a@b.example');
    expect(input.getAttribute('aria-describedby')).to.equal('hint');
  });

  it('is not confused by fields named like members of a form', async () => {
    const room = new FormRoom();
    const element = await newsletter(
      html`<care-newsletter protocol="form"
        ><form action=${room.address('own-form', 'success')} method="post">
          <input type="email" name="email" aria-label="Email" />
          <input type="hidden" name="action" value="1" /><input type="hidden" name="elements" value="2" />
          <input type="submit" name="submit" value="Go" /><button>Go</button>
        </form></care-newsletter
      >`,
    );
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'success');
    expect((await room.posts(1))[0]!.fields).to.include({ action: '1', elements: '2', email: 'ada@example.org' });
  });

  it('is left alone where it has no field for an address', async () => {
    const element = await newsletter(
      html`<care-newsletter
        ><form action="/x" method="post"><input name="q" aria-label="Q" /></form
      ></care-newsletter>`,
    );
    expect(formIn(element).hasAttribute('novalidate')).to.equal(false);
    expect(formIn(element).checkVisibility()).to.equal(true);
    expect(warnings.join()).to.include('no <input type="email">');
  });
});

describe('care-newsletter, odd markup of an own form', () => {
  const own = (inside: unknown, attributes = html``) =>
    newsletter(html`<care-newsletter protocol="form">${inside}${attributes}</care-newsletter>`);

  it('finds a field and a button outside that name the form', async () => {
    const room = new FormRoom();
    const element = await own(
      html`<form id="far" action=${room.address('own-form', 'success')} method="post"></form>
        <input form="far" type="email" name="email" aria-label="Email" /><button form="far">Go</button>`,
    );
    const button = element.querySelector('button')!;
    type(element, 'ada@example.org');
    button.click();
    await becomes(element, 'busy');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await becomes(element, 'success');
    expect((await room.posts(1))[0]!.fields).to.deep.equal({ email: 'ada@example.org' });
  });

  it('takes what bears aria-required, as Contact Form 7 writes it, for filled in where it is', async () => {
    const room = new FormRoom();
    const element = await own(
      html`<form action=${room.address('own-form', 'success')} method="post">
        <input type="email" name="email" aria-required="true" aria-label="Email" />
        <input name="your-name" aria-required="true" aria-label="Name" />
        <select name="topic" aria-required="true" aria-label="Topic">
          <option>Sleep</option>
        </select>
        <textarea name="words" aria-required="true" aria-label="Words">Hello</textarea>
        <input type="radio" name="way" value="a" aria-required="true" aria-label="A" />
        <input type="radio" name="way" value="b" aria-required="true" aria-label="B" checked />
        <input type="checkbox" name="agreed" aria-required="true" aria-label="Yes" />
        <button>Go</button>
      </form>`,
    );
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'invalid');
    const marked = [...element.querySelectorAll('[aria-invalid=true]')].map((control) => control.getAttribute('name'));
    expect(marked).to.deep.equal(['your-name', 'agreed']);
    type(element, 'Ada', '[name=your-name]');
    element.querySelector<HTMLInputElement>('[name=agreed]')!.checked = true;
    press(element);
    expect(await becomes(element, 'success', 'invalid')).to.equal('success');
    expect((await room.posts(1))[0]!.fields).to.include({
      'your-name': 'Ada',
      topic: 'Sleep',
      words: 'Hello',
      way: 'b',
    });
  });

  for (const [way, style, attributes] of [
    ['not displayed, as MailPoet has it', 'display: none !important', {}],
    ['out of the window', 'position: absolute; left: -9999px', {}],
    ['without colour', 'opacity: 0; position: absolute; height: 0; width: 0', {}],
    ['left out by the keyboard', '', { tabindex: '-1' }],
  ] as const) {
    it(`asks people for their address, not for what a trap for programs wants: ${way}`, async () => {
      const room = new FormRoom();
      const element = await own(
        html`<form action=${room.address('own-form', 'success')} method="post">
          <div><input type="email" name="trap" autocomplete="off" aria-label="Leave it empty" /></div>
          <input name="email" aria-label="Email" /><button>Go</button>
        </form>`,
      );
      const trap = element.querySelector<HTMLInputElement>('[name=trap]')!;
      trap.parentElement!.style.cssText = style;
      for (const [name, value] of Object.entries(attributes)) trap.setAttribute(name, value);
      type(element, ' ada@example.org ', '[name=email]');
      press(element);
      expect(await becomes(element, 'success', 'invalid')).to.equal('success');
      expect((await room.posts(1))[0]!.fields).to.include({ email: 'ada@example.org', trap: '' });
    });
  }

  it('leaves a form with files to the browser, which alone can send them', async () => {
    const element = await own(
      html`<form action="/x" method="post" enctype="multipart/form-data">
        <input type="email" name="email" aria-label="Email" /><input type="file" name="cv" aria-label="File" />
      </form>`,
    );
    expect(formIn(element).hasAttribute('novalidate')).to.equal(false);
    expect(warnings.join()).to.include('file field');
  });

  it('leaves a button with its own address to the browser, checked as it would be without us', async () => {
    const element = await own(
      html`<form action="/x" method="post">
        <input type="email" name="email" required aria-label="Email" /><button
          formaction="/404"
          formtarget="care-elsewhere"
        >
          Go
        </button>
      </form>`,
    );
    const submitted = new Promise<SubmitEvent>((resolve) =>
      document.addEventListener('submit', (event) => (resolve(event), event.preventDefault()), { once: true }),
    );
    press(element);
    expect((await submitted).defaultPrevented).to.equal(true);
    expect(element.querySelector('input')).to.equal(document.activeElement);
    expect(element.state).to.equal('idle');
  });

  it('hands over a form with a field named submit', async () => {
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe name="care-taken" title="Tab"></iframe>`);
    const element = await newsletter(
      html`<care-newsletter action="https://x.us1.list-manage.com/subscribe/post?u=a&id=b"
        ><form action="/x" method="post">
          <input type="email" name="EMAIL" aria-label="Email" /><button name="submit" value="1">Go</button>
        </form></care-newsletter
      >`,
    );
    new MutationObserver(() => {
      const form = partIn(element, 'hand-over');
      form?.setAttribute('target', frame.name);
      form?.setAttribute('action', '/404');
    }).observe(element.shadowRoot!, { childList: true, subtree: true });
    const handedOver = new Promise((resolve) => element.addEventListener('care-submitted', resolve));
    type(element, 'ada@example.org');
    press(element);
    await handedOver;
    expect(element.state).to.equal('handed-over');
  });

  it('tells the webmaster what has no effect on a form of their own', async () => {
    const element = await newsletter(
      html`<care-newsletter consent="required" postal-address="1 Main Street"
        ><form action="/x"><input type="email" aria-label="Email" /><button>Go</button></form></care-newsletter
      >`,
    );
    press(element);
    await becomes(element, 'invalid');
    expect(warnings.join()).to.include('consent, postal-address').and.include('no name').and.include('method="post"');
  });

  it('takes the form that asks for an address, not a search before it', async () => {
    const room = new FormRoom();
    const element = await own(
      html`<form id="search" action="/" role="search"><input name="q" aria-label="Search" /></form>
        <form action=${room.address('own-form', 'success')} method="post">
          <input type="email" name="email" aria-label="Email" /><button>Go</button>
        </form>`,
    );
    type(element, 'ada@example.org');
    element.querySelector<HTMLButtonElement>('button')!.click();
    await becomes(element, 'success');
    expect((await room.posts(1))[0]!.fields).to.deep.equal({ email: 'ada@example.org' });
  });

  it('says what to write where a self-closed tag has swallowed another form', async () => {
    await newsletter(
      html`<care-newsletter action="/api"
        ><form action="/contact"><input type="email" aria-label="Email" /><textarea aria-label="Words"></textarea></form
      ></care-newsletter>`,
    );
    await waitUntil(() => warnings.join().includes('write </care-newsletter>'));
  });

  for (const [what, action, field] of [
    ['an enquiry', '/contact', html`<textarea name="words" aria-label="Words"></textarea>`],
    [
      'an enquiry that a script of the page sends',
      undefined,
      html`<textarea name="words" aria-label="Words"></textarea>`,
    ],
    ['a request to be called', '/call-me', html`<input type="tel" name="number" aria-label="Number" />`],
    ['a login', '/login', html`<input type="password" name="password" aria-label="Password" />`],
  ] as const) {
    it(`leaves ${what} that a self-closed tag has swallowed to where it goes, and signs up by a form of its own`, async () => {
      const element = await newsletter(
        html`<care-newsletter action="/api"
          ><form id="other" action=${action ?? nothing} method="post">
            <input type="email" name="email" aria-label="Email" />${field}<button>Send</button>
          </form></care-newsletter
        >`,
      );
      const other = element.querySelector<HTMLFormElement>('#other')!;
      expect(other.checkVisibility()).to.equal(true);
      expect(other.hasAttribute('novalidate')).to.equal(false);
      expect(element.querySelector('[data-care-form]')!.checkVisibility()).to.equal(true);
      const seen: boolean[] = [];
      addEventListener(
        'submit',
        (event) => {
          seen.push(event.defaultPrevented);
          event.preventDefault();
        },
        { once: true },
      );
      other.requestSubmit();
      expect(seen, 'the browser sends it').to.deep.equal([false]);
    });
  }

  for (const [method, expected] of [
    ['get', 'get'],
    ['GET', 'get'],
    ['post', 'post'],
    ['', 'post'],
  ] as const) {
    it(`hands over a form of method="${method}" by ${expected}`, async () => {
      const frame = fixtureSync<HTMLIFrameElement>(html`<iframe name="care-taken" title="Tab"></iframe>`);
      const element = await newsletter(
        html`<care-newsletter
          ><form action="https://you.substack.com/subscribe" method=${method}>
            <input type="email" name="email" aria-label="Email" /><button>Go</button>
          </form></care-newsletter
        >`,
      );
      const methods = new Set<string>();
      new MutationObserver(() => {
        const form = partIn(element, 'hand-over') as HTMLFormElement | null;
        if (!form) return;
        methods.add(form.method);
        form.target = frame.name;
        form.action = '/404';
      }).observe(element.shadowRoot!, { childList: true, subtree: true });
      const handedOver = new Promise((resolve) => element.addEventListener('care-submitted', resolve));
      type(element, 'ada@example.org');
      press(element);
      await handedOver;
      expect([...methods]).to.deep.equal([expected]);
    });
  }

  it('shows no trap where the page styles every paragraph of a form', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('form p { display: block }');
    document.adoptedStyleSheets.push(sheet);
    const element = await newsletter(html`<care-newsletter action="/api"></care-newsletter>`);
    const isSeen = element.querySelector('[data-care-trap]')!.checkVisibility();
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
    expect(isSeen).to.equal(false);
  });

  it('keeps number and consent under their names where field-names gives others', async () => {
    const room = new FormRoom();
    const element = await newsletter(
      html`<care-newsletter
        action=${room.address('own-json', 'success')}
        protocol="json"
        fields="email first-name"
        consent="required"
        field-names="first-name=FNAME consent-id=agreed"
      ></care-newsletter>`,
    );
    type(element, 'ada@example.org');
    type(element, 'Ada', '[autocomplete=given-name]');
    element.querySelector<HTMLInputElement>('[type=checkbox]')!.checked = true;
    press(element);
    await becomes(element, 'success');
    const fields = (await room.posts(1))[0]!.fields!;
    expect(fields).to.include({ FNAME: 'Ada', email: 'ada@example.org' }).and.not.have.property('name');
    expect(fields)
      .to.have.property('agreed')
      .and.to.match(/^[\da-f]{12}$/);
    expect(fields).to.have.property('submissionId');
  });
});

describe('care-newsletter, what it cannot do', () => {
  for (const [attributes, words] of [
    [html`<care-newsletter><a href="/signup">Sign up there</a></care-newsletter>`, 'action is missing'],
    [
      html`<care-newsletter action="javascript:alert(1)"><a href="/signup">Sign up there</a></care-newsletter>`,
      'javascript:',
    ],
    [html`<care-newsletter action="https://"><a href="/signup">Sign up there</a></care-newsletter>`, 'no'],
    [
      html`<care-newsletter action="/x" protocol="smtp"><a href="/s">Sign up there</a></care-newsletter>`,
      'none of json',
    ],
  ] as const) {
    it(`keeps the fallback and tells the webmaster: ${words}`, async () => {
      const element = await newsletter(attributes);
      expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
      expect(element.querySelector('form')).to.equal(null);
      expect(element.error?.code).to.equal('not-configured');
      expect(warnings.join()).to.include('not-configured');
      if (words !== 'no') expect(element.error?.detail).to.include(words);
      element.protocol = undefined;
      element.action = '/api';
      await element.updateComplete;
      expect(element.state).to.equal('idle');
      expect(formIn(element).checkVisibility()).to.equal(true);
    });
  }

  const failures: [string, string, string, string][] = [
    ['own-json', 'invalid', 'error', 'did not accept'],
    ['own-json', 'rate-limited', 'error', 'in a few minutes'],
    ['own-json', 'server-error', 'error', 'has a problem'],
    ['own-json', 'forbidden', 'error', 'takes nothing from this page'],
    ['own-json', 'answer-hidden', 'unconfirmed', 'could not confirm'],
    ['own-json', 'cut-late', 'unconfirmed', 'could not confirm'],
    ['own-json', 'hang', 'unconfirmed', 'could not confirm'],
    ['own-json', 'page', 'unconfirmed', 'could not confirm'],
    ['own-json', 'empty', 'unconfirmed', 'could not confirm'],
    ['own-json', 'redirect', 'unconfirmed', 'could not confirm'],
    ['own-form', 'cors-refused', 'unconfirmed', 'could not confirm'],
  ];
  for (const [service, behaviour, state, words] of failures) {
    it(`on ${behaviour}: ${words}; keeps what was typed`, async () => {
      const room = new FormRoom();
      const element = await formAt(room.address(service, behaviour), service === 'own-form' ? 'form' : 'json');
      element.timeout = behaviour === 'hang' ? '300' : undefined;
      await element.updateComplete;
      const events: CareSubmitErrorEvent[] = [];
      element.addEventListener('care-submit-error', (event) => events.push(event));
      const input = type(element, 'ada@example.org');
      press(element);
      expect(await becomes(element, ...ENDS)).to.equal(state);
      await new Promise(requestAnimationFrame);
      expect(said(element)).to.include(words);
      expect(input.value).to.equal('ada@example.org');
      expect(formIn(element).checkVisibility()).to.equal(true);
      expect(events).to.have.length(1);
      expect(events[0]!.outcome).to.equal(state === 'error' ? 'not-stored' : 'unconfirmed');
      if (state === 'unconfirmed') expect(partIn(element, 'retry')).to.exist;
      if (behaviour === 'invalid') expect(describedBy(input)).to.include('cannot be used');
    });
  }
});

describe('care-newsletter, trying again', () => {
  const retry = async (element: CareNewsletter): Promise<string> => {
    await new Promise(requestAnimationFrame);
    partIn(element, 'retry')!.click();
    await becomes(element, 'busy');
    const state = await becomes(element, ...ENDS);
    await new Promise(requestAnimationFrame);
    return state;
  };

  for (const fault of ['server-error', 'rate-limited', 'forbidden', 'unavailable']) {
    it(`never says "nothing was stored" of what may be: first no answer, then ${fault}`, async () => {
      const room = new FormRoom();
      const element = await formAt(room.address('own-json', `cut-late+${fault}+success`));
      const events: CareSubmitErrorEvent[] = [];
      element.addEventListener('care-submit-error', (event) => events.push(event));
      type(element, 'ada@example.org');
      press(element);
      expect(await becomes(element, ...ENDS)).to.equal('unconfirmed');
      expect(await retry(element)).to.equal('unconfirmed');
      expect(said(element)).to.include('still not known').and.not.include('stored');
      expect(events.map(({ outcome }) => outcome)).to.deep.equal(['unconfirmed', 'unconfirmed']);
      expect(await retry(element)).to.equal('success');
      expect((await room.posts(3)).map(({ isStored }) => isStored)).to.deep.equal([true, false, false]);
    });
  }

  it('says so of the same content only: another address was not sent before', async () => {
    const element = await formAt(new FormRoom().address('own-json', 'cut-late+server-error'));
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'unconfirmed');
    type(element, 'eve@example.org');
    press(element);
    await becomes(element, 'error');
    expect(said(element)).to.include('Nothing was stored');
  });

  it('keeps the number of an address that is typed again after another one', async () => {
    const room = new FormRoom();
    const element = await formAt(room.address('own-json', 'server-error'));
    for (const name of ['ada', 'eve', 'ada']) {
      type(element, `${name}@example.org`);
      press(element);
      await becomes(element, 'busy');
      await becomes(element, 'error');
    }
    const [ada, eve, again] = (await room.posts(3)).map(({ fields }) => fields!['submissionId']);
    expect(again).to.equal(ada);
    expect(eve).to.not.equal(ada);
  });

  it('keeps the focus, and takes it to the answer where the button has gone', async () => {
    const element = await formAt(new FormRoom().address('own-json', 'cut-late+server-error+success'));
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'unconfirmed');
    partIn(element, 'retry')!.focus();
    await retry(element);
    expect(element.shadowRoot!.activeElement).to.equal(partIn(element, 'retry'));
    await retry(element);
    expect(element.shadowRoot!.activeElement).to.equal(partIn(element, 'status'));
  });

  it('sends the button of an own form that was pressed, and fills in the number it asks for', async () => {
    const room = new FormRoom();
    const element = await newsletter(
      html`<care-newsletter protocol="form"
        ><form action=${room.address('own-form', 'cut-late+success')} method="post">
          <input type="email" name="email" aria-label="Email" /><input type="hidden" name="submissionId" />
          <input type="hidden" name="consent[textHash]" />
          <label><input type="checkbox" name="agree" /> Yes</label>
          <button name="list" value="weekly">Weekly</button><button name="list" value="monthly">Monthly</button>
        </form></care-newsletter
      >`,
    );
    type(element, 'ada@example.org');
    element.querySelector<HTMLInputElement>('[type=checkbox]')!.checked = true;
    element.querySelector<HTMLElement>('[value=monthly]')!.click();
    await becomes(element, 'unconfirmed');
    expect(await retry(element)).to.equal('success');
    const [first, second] = (await room.posts(2)).map(({ fields }) => fields!);
    expect(first).to.deep.equal(second);
    expect(first!['list']).to.equal('monthly');
    expect(first!['submissionId']).to.match(/^[\da-f]{32}$/);
    expect(first!['consent[textHash]']).to.match(/^[\da-f]{64}$/);
  });

  it('sends the form that the page has drawn anew meanwhile', async () => {
    const room = new FormRoom();
    const own = () =>
      html`<form action=${room.address('own-form', 'cut-late+success')} method="post">
        <input type="email" name="email" aria-label="Email" /><button>Go</button>
      </form>`;
    const element = await newsletter(html`<care-newsletter protocol="form"><div>${own()}</div></care-newsletter>`);
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'busy');
    const copy = formIn(element).cloneNode(true) as HTMLFormElement;
    formIn(element).replaceWith(copy);
    type(element, 'ada@example.org');
    await becomes(element, 'unconfirmed');
    expect(await retry(element)).to.equal('success');
    expect((await room.posts(2)).map(({ email }) => email)).to.deep.equal(['ada@example.org', 'ada@example.org']);
  });
});

describe('care-newsletter and the page', () => {
  const sent: Submission[] = [];
  const given = (send: (submission: Submission, signal: AbortSignal) => Promise<unknown>, more = html``) =>
    newsletter(
      html`<care-newsletter
        .submitter=${(submission: Submission, signal: AbortSignal) => (sent.push(submission), send(submission, signal))}
        >${more}</care-newsletter
      >`,
    );
  beforeEach(() => void (sent.length = 0));

  it('takes a function in place of a protocol, and needs no action then', async () => {
    const element = await given(async () => undefined);
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'success');
    expect(sent[0]).to.include({ email: 'ada@example.org', locale: 'en' });
  });

  it('sends once, however often the button is pressed, and gives a retry the same number', async () => {
    const release: ((error: Error) => void)[] = [];
    const element = await given(() => new Promise((_, reject) => release.push(reject)));
    type(element, 'ada@example.org');
    for (let click = 0; click < 5; click++) press(element);
    await becomes(element, 'busy');
    while (!release.length) await new Promise(requestAnimationFrame);
    press(element);
    expect(formIn(element).querySelector('button')!.getAttribute('aria-disabled')).to.equal('true');
    expect(said(element)).to.equal('Sending…');
    release[0]!(new Error('down'));
    await becomes(element, 'error');
    expect(sent).to.have.length(1);
    await new Promise(requestAnimationFrame);
    partIn(element, 'retry')!.click();
    while (release.length < 2) await new Promise(requestAnimationFrame);
    expect(sent[1]!.submissionId).to.equal(sent[0]!.submissionId);
    release[1]!(new Error('down'));
    await becomes(element, 'error');
    type(element, 'eve@example.org');
    press(element);
    while (release.length < 3) await new Promise(requestAnimationFrame);
    expect(sent[2]!.submissionId).to.not.equal(sent[0]!.submissionId);
    release[2]!(new Error('down'));
    await becomes(element, 'error');
  });

  it('tells nobody what was typed: not in events, not on the console', async () => {
    const events: Event[] = [];
    const element = await given(() => {
      throw new RejectedError([], 'Ada@example.org is on no list, Ada', { detail: '400 ada@example.org, Ada' });
    });
    for (const name of ['care-submit', 'care-submitted', 'care-submit-error']) {
      element.parentElement!.addEventListener(name, (event) => events.push(event), { once: true });
    }
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'error');
    await new Promise(requestAnimationFrame);
    expect(events.map((event) => event.type)).to.deep.equal(['care-submit', 'care-submit-error']);
    const error = (events[1] as CareSubmitErrorEvent).error;
    const words = JSON.stringify([error.detail, error.url, error.cause, { ...error }, warnings]);
    expect(words).to.not.match(/ada@/i);
    expect(said(element)).to.include('is on no list');
  });

  it('keeps its words where a function says that it is not configured', async () => {
    const element = await given(async () => {
      throw new CareError('not-configured', { detail: 'no key' });
    });
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'error');
    element.requestUpdate();
    await element.updateComplete;
    expect(element.state).to.equal('error');
    expect(said(element)).to.include('Nothing was stored');
  });

  it('does not repeat on the console what an own function throws with an address in it', async () => {
    const element = await given(async () => {
      throw new Error('ada@example.org refused');
    });
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'error');
    expect(warnings.join()).to.include('… refused').and.not.include('ada@');
  });

  it('does not repeat it in capitals either', async () => {
    const element = await given(async () => {
      throw new Error('ADA@EXAMPLE.ORG refused');
    });
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'error');
    expect(warnings.join()).to.include('… refused').and.not.match(/ada@/i);
  });

  it('says that nothing was stored where a field is refused, which is true of an earlier try too', async () => {
    const element = await given(async () => {
      if (sent.length > 1) throw new RejectedError([{ field: 'email', message: 'Not this one.' }], '');
      return { outcome: 'unconfirmed', reason: new CareError('timeout') };
    });
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'unconfirmed');
    press(element);
    await becomes(element, 'busy');
    expect(await becomes(element, ...ENDS)).to.equal('error');
    expect(said(element)).to.include('Nothing was stored');
  });

  it('gives a retry in another language the same number', async () => {
    const element = await given(async () => {
      throw new Error('down');
    });
    for (const locale of ['en', 'es']) {
      element.locale = locale;
      await waitUntil(() => formIn(element).lang === locale);
      type(element, 'ada@example.org');
      press(element);
      await becomes(element, 'busy');
      await becomes(element, 'error');
    }
    expect(sent.map(({ locale }) => locale)).to.deep.equal(['en', 'es']);
    expect(sent[1]!.submissionId).to.equal(sent[0]!.submissionId);
  });

  it('keeps a submission from handlers on the document, which would send it a second time', async () => {
    const heard: Event[] = [];
    const hear = (event: Event) => void heard.push(event);
    document.addEventListener('submit', hear);
    const element = await given(async () => undefined);
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'success');
    document.removeEventListener('submit', hear);
    expect(heard).to.deep.equal([]);
  });

  it('sends nothing where the page prevents it', async () => {
    const element = await given(async () => undefined);
    element.addEventListener('care-submit', (event) => event.preventDefault());
    type(element, 'ada@example.org');
    press(element);
    await becomes(element, 'busy');
    await becomes(element, 'idle');
    expect(sent).to.have.length(0);
  });

  it('hands a service over to a new tab where its answer cannot be read', async () => {
    const element = await newsletter(
      html`<care-newsletter action="https://x.us1.list-manage.com/subscribe/post?u=a&id=b"> </care-newsletter>`,
    );
    // the frame in place of the tab: no test opens a stranger's page
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe name="care-test" title="Tab"></iframe>`);
    type(element, 'ada@example.org');
    const opened: string[] = [];
    element.shadowRoot!.addEventListener('slotchange', () => undefined);
    new MutationObserver(() => {
      const form = partIn(element, 'hand-over') as HTMLFormElement | null;
      if (!form || opened.length) return;
      opened.push(
        `${form.method} ${form.target} ${form.rel} ${form.action} ${new URLSearchParams([...new FormData(form)] as string[][])}`,
      );
      form.target = frame.name;
      form.action = '/404';
    }).observe(element.shadowRoot!, { childList: true, subtree: true });
    press(element);
    await becomes(element, 'handed-over');
    expect(opened).to.deep.equal([
      'post _blank noreferrer https://x.us1.list-manage.com/subscribe/post?u=a&id=b EMAIL=ada%40example.org&b_a_b=',
    ]);
    expect(said(element)).to.include('x.us1.list-manage.com');
    expect(partIn(element, 'continue')).to.exist;
  });

  it('shows a link, and asks for no address, where a service wants its own page', async () => {
    const element = await newsletter(
      html`<care-newsletter action="https://lists.example/mailman/listinfo"></care-newsletter>`,
    );
    expect(element.querySelector('form')).to.equal(null);
    expect(partIn(element, 'link')!.getAttribute('href')).to.equal('https://lists.example/mailman/listinfo');
    expect(partIn(element, 'link')!.getAttribute('rel')).to.equal('noreferrer');
  });

  it('speaks Spanish, all of it', async () => {
    const element = await newsletter(
      html`<div lang="es">
        <care-newsletter
          action="/api"
          fields="email first-name last-name"
          consent="required"
          privacy-url="/p"
        ></care-newsletter>
      </div>`,
    );
    while (!said(element).includes('Esto no se ha enviado')) {
      press(element);
      await becomes(element, 'invalid');
    }
    const words = `${element.textContent} ${element.shadowRoot!.textContent}`;
    expect(words).to.not.match(/\b(?:the|please|sign|your|name|email)\b/i);
    expect(formIn(element).lang).to.equal('es');
  });

  it('survives being moved, copied and taken away while sending', async () => {
    let finish: () => void = () => undefined;
    const element = await given(() => new Promise<void>((resolve) => (finish = resolve)));
    type(element, 'ada@example.org');
    press(element);
    while (!sent.length) await new Promise(requestAnimationFrame);
    const copy = element.cloneNode(true) as HTMLElement;
    const parent = element.parentElement!;
    element.remove();
    finish();
    await becomes(element, 'success');
    parent.append(element, copy);
    await element.updateComplete;
    expect(said(element)).to.include('inbox');
    expect(new CareError('offline')).to.exist;
  });
});
