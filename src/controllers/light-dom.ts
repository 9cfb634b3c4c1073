import type { ReactiveController, ReactiveElement } from 'lit';
import type { Settings } from '../model/settings.js';
import { adopt } from '../styles/adopt.js';
import { themedText, THEMES } from '../styles/theme.js';

interface Host extends ReactiveElement {
  readonly settings: Settings;
}

/** Repairs in one animation frame: a page that removes the children each time must not hang. */
const MAX_REPAIRS = 100;

/** Attributes that mark a child as ours, assign it to its slot, or are needed to read it. */
const OURS = /^(?:slot|part|dir|lang|data-care-.*)$/;

const EVERYTHING: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeOldValue: true,
  characterDataOldValue: true,
};

const withinOf = (child: Element, nodes: readonly ChildNode[]): readonly ChildNode[] =>
  nodes.filter((node) => child.contains(node));

const isOfContent =
  (child: Element) =>
  ({ type, target }: MutationRecord): boolean =>
    type !== 'attributes' && child.contains(target);

/** Takes back what was done to a tree, latest first. The nodes that were taken out return, with what was typed into them. */
const undo = (records: readonly MutationRecord[]): void => {
  const isOfAttribute = ({ type }: MutationRecord): number => +(type === 'attributes');
  // attributes first: data that is put into a script before its type would run
  for (const record of [...records].reverse().sort((a, b) => isOfAttribute(b) - isOfAttribute(a))) {
    const { type, attributeNamespace, oldValue, addedNodes, removedNodes, nextSibling } = record;
    const target = record.target as Element;
    const name = record.attributeName ?? '';
    if (type === 'characterData') target.nodeValue = oldValue;
    else if (type === 'childList') {
      for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
      const before = nextSibling?.parentNode === target ? nextSibling : null;
      for (const node of removedNodes) target.insertBefore(node, before);
    } else if (oldValue === null) target.removeAttributeNS(attributeNamespace, name);
    else target.setAttributeNS(attributeNamespace, name, oldValue);
  }
};

/**
 * Keeps generated children in an element's light DOM, where the page's own style sheets, search engines and the browser's
 * search find them. An element says in each render which children it wants ({@link show}); they stand behind the author's.
 * They bear the attribute `mark`; whatever else bears it is removed, such as what a copy of the element's markup brought
 * along.
 *
 * A morphing framework that compares the page with the server's copy removes such children, empties them, or makes other
 * children of them: that is undone. What a page only changes within them, as translators, highlighters and scripts that swap
 * telephone numbers do, stays changed.
 */
export class LightDomController implements ReactiveController {
  readonly #host: Host;
  readonly #mark: string;
  readonly #observer = new MutationObserver((records) => this.#repairAndPlace(records));
  #wanted: readonly Element[] = [];
  readonly #placed = new WeakSet<Element>();
  /** What stood in each of the children when it was rendered, except for what the page has replaced since. */
  readonly #content = new Map<Element, readonly ChildNode[]>();
  /** Not repaired yet, because this frame has seen {@link MAX_REPAIRS}. */
  #records: readonly MutationRecord[] = [];
  #repairs = 0;

  constructor(host: Host, mark: string) {
    this.#host = host;
    this.#mark = mark;
    host.addController(this);
  }

  /** To be called in `render()`. */
  show(...children: readonly (Element | undefined)[]): void {
    this.#wanted = [...this.#wanted, ...children.filter((child) => child !== undefined)];
  }

  get isWanted(): boolean {
    return this.#wanted.length > 0;
  }

  hostUpdate(): void {
    // what is rendered into must be whole
    this.#repair(this.#observer.takeRecords());
    this.#wanted = [];
  }

  hostUpdated(): void {
    const { theme = '' } = this.#host.settings;
    const isThemed = THEMES.has(theme);
    if (isThemed) adopt(this.#host.getRootNode(), themedText);
    for (const child of this.#wanted) {
      if (isThemed) child.setAttribute('data-care-themed', theme);
      else child.removeAttribute('data-care-themed');
    }
    this.#place();
    this.#watch();
  }

  #watch(): void {
    this.#observer.disconnect(); // with the records of what we did ourselves
    this.#content.clear();
    if (!this.isWanted) return;
    this.#observer.observe(this.#host, { childList: true });
    for (const child of this.#wanted) {
      this.#content.set(child, [...child.childNodes]);
      this.#observer.observe(child, EVERYTHING);
    }
  }

  #repairAndPlace(records: readonly MutationRecord[]): void {
    this.#repair(records);
    this.#place();
  }

  #repair(newest: readonly MutationRecord[]): void {
    const records = [...this.#records, ...newest];
    this.#records = [];
    if (!this.#wanted.some((child) => this.#isHarmed(child, records))) {
      for (const [child, nodes] of this.#content) this.#content.set(child, withinOf(child, nodes));
    } else if (this.#mayRepair()) {
      const within = records.filter(({ target }) => target !== this.#host);
      for (const child of this.#wanted) {
        // the page uses this very element for a child of its own: it gets a copy
        const isTaken = !child.hasAttribute(this.#mark) && within.some(isOfContent(child));
        if (isTaken && child.hasChildNodes()) child.before(child.cloneNode(true));
      }
      undo(within);
      this.#watch();
    } else this.#records = records;
  }

  /** Whether a child was taken away, or has lost what makes it ours, or a part without anything in its place. */
  #isHarmed(child: Element, all: readonly MutationRecord[]): boolean {
    const records = all.filter(({ target }) => target === child);
    const nodes = this.#content.get(child) ?? [];
    return (
      // libraries that remove it may have emptied it first, or still do so
      all.some(({ target, removedNodes }) => target === this.#host && [...removedNodes].includes(child)) ||
      records.some(
        ({ attributeName: name, oldValue }) =>
          name && oldValue !== null && OURS.test(name) && !child.hasAttribute(name),
      ) ||
      (withinOf(child, nodes).length < nodes.length && !records.some(({ addedNodes }) => addedNodes.length))
    );
  }

  #place(): void {
    for (const child of [...this.#host.children]) {
      if (!this.#wanted.includes(child) && child.hasAttribute(this.#mark)) child.remove();
    }
    for (const child of this.#wanted)
      if (child.parentNode !== this.#host && this.#mayPlace(child)) this.#host.append(child);
  }

  /** Once for each child; then as often as {@link #mayRepair} allows. */
  #mayPlace(child: Element): boolean {
    return this.#placed.has(child) ? this.#mayRepair() : !!this.#placed.add(child);
  }

  #mayRepair(): boolean {
    if (!this.#repairs)
      requestAnimationFrame(() => {
        this.#repairs = 0;
        this.#repairAndPlace(this.#observer.takeRecords());
      });
    return this.#repairs++ < MAX_REPAIRS;
  }
}
