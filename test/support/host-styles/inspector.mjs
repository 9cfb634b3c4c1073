/**
 * Runs in the page. `learn()` notes what can be seen and used of the element without any host style sheet, at the
 * present width; `inspect(css)` puts a sheet on the page and answers what of that is lost.
 *
 * | kind | what it means |
 * |---|---|
 * | `overflow` | the page can be scrolled sideways, and could not without the element |
 * | `hidden` | words, images or controls that were there are not to be seen any more |
 * | `contrast` | text has less contrast than 4.5 (3 for large text), where the page's own has more |
 * | `target` | a link, button or field is too small to be hit, or takes no clicks |
 * | `selection` | text cannot be selected |
 */
export const installInspector = () => {
  const host = document.querySelector('#host');
  const root = document.querySelector('#samples + *');
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;

  /** The flat tree below an element. */
  const nodesIn = (node) => {
    if (node instanceof Text) return [node];
    if (!(node instanceof Element)) return [];
    const children =
      node.localName === 'slot' && node.assignedNodes().length
        ? node.assignedNodes()
        : [...(node.shadowRoot ?? node).childNodes];
    return [node, ...children.flatMap(nodesIn)];
  };

  /** What was computed since the page last changed. */
  let styles = new Map();
  let bounds = new Map();
  const remembered = (map, key, compute) => {
    if (!map.has(key)) map.set(key, compute(key));
    return map.get(key);
  };
  const computed = (element) =>
    remembered(styles, element, (each) => {
      const { backgroundColor, backgroundImage, color, fontSize, fontWeight, opacity } = getComputedStyle(each);
      const { overflowX, overflowY, pointerEvents, position, userSelect, visibility } = getComputedStyle(each);
      return {
        ...{ backgroundColor, backgroundImage, color, fontSize, fontWeight, opacity },
        ...{ overflowX, overflowY, pointerEvents, position, userSelect, visibility },
        scrolls: [each.scrollWidth > each.clientWidth, each.scrollHeight > each.clientHeight],
      };
    });
  const boundsOf = (element) => remembered(bounds, element, (each) => each.getBoundingClientRect());
  const forget = () => {
    styles = new Map();
    bounds = new Map();
  };

  const rectsOf = (node) => {
    if (node instanceof Element) return [...node.getClientRects()];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };

  const styleOf = (node) => computed(node instanceof Element ? node : parentOf(node));

  /** The part of a rectangle that its ancestors let through; what can be scrolled into sight counts as seen. */
  const clipped = (node, rect) => {
    let { left, right, top, bottom } = rect;
    for (let box = parentOf(node); box && box !== document.documentElement; box = parentOf(box)) {
      const { overflowX, overflowY, position, scrolls } = computed(box);
      if (position === 'fixed') break;
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const edge = boundsOf(box);
      if (/hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (/hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      if (/auto|scroll/.test(overflowX) && scrolls[0])
        [left, right] = [edge.left, Math.min(edge.right, edge.left + right - left)];
      if (/auto|scroll/.test(overflowY) && scrolls[1])
        [top, bottom] = [edge.top, Math.min(edge.bottom, edge.top + bottom - top)];
    }
    return { width: right - left, height: bottom - top };
  };

  const opacityOf = (node) => {
    let opacity = 1;
    for (let box = node instanceof Element ? node : parentOf(node); box; box = parentOf(box))
      opacity *= computed(box).opacity;
    return opacity;
  };

  /** How much of a thing can be seen, in square pixels. */
  const seenArea = (node) => {
    const { visibility, fontSize } = styleOf(node);
    const element = node instanceof Element ? node : parentOf(node);
    if (visibility !== 'visible' || opacityOf(node) < 0.3 || !element.checkVisibility()) return 0;
    if (node instanceof Text && parseFloat(fontSize) < 6) return 0;
    return rectsOf(node)
      .map((rect) => clipped(node, rect))
      .reduce((sum, { width, height }) => sum + Math.max(0, width) * Math.max(0, height), 0);
  };

  /** Red, green, blue (0 to 1) and alpha of any colour that CSS can write. */
  const colours = new Map();
  const rgba = (text) => {
    if (!colours.has(text)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = text;
      context.fillRect(0, 0, 1, 1);
      colours.set(
        text,
        [...context.getImageData(0, 0, 1, 1).data].map((value) => value / 255),
      );
    }
    return colours.get(text);
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((value, index) => value * a + below[index] * (1 - a));

  /** What a text stands on; nothing where that is an image. */
  const backgroundOf = (node) => {
    const layers = [];
    for (let box = node instanceof Element ? node : parentOf(node); box; box = parentOf(box)) {
      const { backgroundColor, backgroundImage } = computed(box);
      if (backgroundImage !== 'none') return undefined;
      const layer = rgba(backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [1, 1, 1]);
  };
  const luminance = (colour) =>
    colour
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const contrastOf = (node) => {
    const background = backgroundOf(node);
    if (!background) return undefined;
    const [a, b] = [over(rgba(styleOf(node).color), background), background].map(luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const isControl = (node) => node instanceof Element && node.matches(CONTROLS);

  const nameOf = (node) => {
    if (node instanceof Text) return JSON.stringify(node.data.trim().slice(0, 40));
    const part = node.getAttribute('part') ?? node.getAttribute('name') ?? node.textContent.trim().slice(0, 30);
    return `<${node.localName}> ${part}`.trim();
  };

  /** A label is clicked for its box. */
  const areaOfControl = (node) => {
    const rects = [node, ...(/checkbox|radio/.test(node.type) ? node.labels : [])].flatMap(rectsOf);
    return {
      width: Math.max(0, ...rects.map(({ width }) => width)),
      height: Math.max(0, ...rects.map(({ height }) => height)),
    };
  };

  /** The page's own words of that kind: what an element puts into the light DOM looks like them. */
  const sampleFor = (node) => {
    const kinds = 'blockquote, h2, h3, h4, label, li, td, th, summary, figcaption, small, pre, code, dt, dd, a, button';
    const kind = parentOf(node).closest(kinds)?.localName;
    return kind && document.querySelector(`#samples ${kind}`);
  };

  const fontSize = () => parseFloat(computed(document.querySelector('#text')).fontSize);

  for (const node of nodesIn(root)) if (node.localName === 'details') node.open = true;

  /** What an element has written anew in the meantime is found by its words. */
  const successorOf = (node) => {
    if (node.isConnected) return node;
    const isSame = (other) =>
      other.nodeName === node.nodeName && other.textContent.trim() === node.textContent.trim() && seenArea(other);
    return nodesIn(root).find(isSame);
  };

  /** By width: what is seen there. */
  const learnt = new Map();
  /** A narrow place may be shown in another way, as a narrow window is: what is seen at one width only may be missing. */
  const isAlwaysSeen = (node) => [...learnt.values()].every(({ nodes }) => nodes.has(node));

  const inspector = {
    learn() {
      host.textContent = '';
      forget();
      const seen = nodesIn(root)
        .filter((node) => (node instanceof Text ? node.data.trim() : node.matches(`${CONTROLS}, img`)))
        .map((node) => ({ node, area: seenArea(node), size: isControl(node) ? areaOfControl(node) : undefined }))
        .filter(({ area }) => area > 20);
      learnt.set(innerWidth, { seen, nodes: new Set(seen.map(({ node }) => node)), fontSize: fontSize() });
    },

    inspect(css) {
      host.textContent = css;
      const problems = [];
      const tell = (kind, what) => problems.push({ kind, what });
      const scroller = document.scrollingElement;
      const reach = () => Math.max(scroller.scrollWidth, innerWidth);

      const withElement = reach();
      const display = root.style.getPropertyValue('display');
      root.style.setProperty('display', 'none', 'important');
      const without = reach();
      if (display) root.style.setProperty('display', display);
      else root.style.removeProperty('display');
      if (withElement > without + 1) {
        const edge = without + 1;
        const isClipped = (node) => {
          for (let box = parentOf(node); box && box !== root; box = parentOf(box))
            if (getComputedStyle(box).overflowX !== 'visible') return true;
          return false;
        };
        const reachOf = (node) => Math.max(...rectsOf(node).map(({ right }) => right));
        const [widest] = nodesIn(root)
          .filter((node) => reachOf(node) > edge && !isClipped(node) && (node instanceof Element || node.data.trim()))
          .sort((a, b) => reachOf(b) - reachOf(a) || (a.contains(b) ? 1 : -1));
        tell('overflow', `${withElement - without} px: ${widest ? nameOf(widest) : ''}`);
      }

      forget();
      const page = document.querySelector('#text');
      const pageContrast = contrastOf(page.firstChild) ?? 21;
      const known = learnt.get(innerWidth);
      const scale = Math.min(1, fontSize() / known.fontSize);
      for (const { node: before, area, size } of known.seen) {
        const node = successorOf(before);
        if (!node || seenArea(node) < Math.min(area * 0.25, 12) * scale ** 2) {
          if (isAlwaysSeen(before)) tell('hidden', nameOf(before));
          continue;
        }
        if (node instanceof Text) {
          const { fontSize: fontText, fontWeight, userSelect } = styleOf(node);
          const large = parseFloat(fontText) >= 24 || (parseFloat(fontText) >= 18.66 && fontWeight >= 700);
          const contrast = contrastOf(node);
          // in the light DOM the page colours its own text and links as it likes
          const sample = node.getRootNode() === document ? sampleFor(node) : undefined;
          const own = sample ? (contrastOf(sample.firstChild) ?? 0) : 21;
          const least = Math.min(large ? 3 : 4.5, pageContrast, own);
          if (contrast !== undefined && contrast < least - 0.05)
            tell('contrast', `${contrast.toFixed(1)} ${nameOf(node)}`);
          const isOurs = node.getRootNode() !== document; // the page may refuse that for its own tree
          if (isOurs && userSelect === 'none' && !parentOf(node).closest('button, summary, label'))
            tell('selection', nameOf(node));
        }
        if (size) {
          const now = areaOfControl(node);
          const isInText = node.localName === 'a' && size.height < 24;
          const least = (length) => Math.min(24, length) * scale * (isInText ? 0.5 : 0.8);
          if (now.width < least(size.width) || now.height < least(size.height))
            tell('target', `${Math.round(now.width)} x ${Math.round(now.height)} ${nameOf(node)}`);
          else if (styleOf(node).pointerEvents === 'none') tell('target', `no clicks: ${nameOf(node)}`);
        }
      }
      host.textContent = '';
      return problems;
    },
  };
  globalThis.inspector = inspector;
};
