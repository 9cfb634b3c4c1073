import { isText, proseTexts, renameElement, splitText } from '../dom.js';

const OPEN = /\[caption\b[^\][]{0,400}\]/i;
const CLOSE = '[/caption]';
/** A caption is short; without a limit, text full of unclosed ones would be searched over and over. */
const MAX_NODES = 30;

const isClosing = (node: Node): node is Text => isText(node) && node.data.includes(CLOSE);

/** The nodes from `first` to the end mark, which is cut off, and the text behind it. */
const cutAtClose = (first: Text): readonly [ChildNode[], Text] | undefined => {
  const inside: ChildNode[] = [];
  for (let node: ChildNode | null = first; node && inside.length < MAX_NODES; node = node.nextSibling) {
    inside.push(node);
    if (!isClosing(node)) continue;
    const behind = splitText(node, node.data.indexOf(CLOSE));
    behind.data = behind.data.slice(CLOSE.length);
    return [inside, behind];
  }
  return undefined;
};

/** Turns the first `[caption]...[/caption]` that begins in `text` into a figure, and answers the text behind it. */
const makeFigure = (text: Text): Text | undefined => {
  const open = OPEN.exec(text.data);
  const first = open && splitText(text, open.index);
  const cut = first && cutAtClose(first);
  if (!cut) return undefined;
  const [inside, behind] = cut;
  first.data = first.data.slice(open[0].length);
  const figure = text.ownerDocument.createElement('figure');
  const caption = text.ownerDocument.createElement('figcaption');
  caption.append(...inside);
  const image = caption.querySelector('img');
  const medium = image?.closest('a') ?? image ?? caption.querySelector('a');
  if (medium) figure.append(medium);
  figure.append(caption);
  behind.before(figure);
  return behind;
};

/** Turns the captions of the classic editor, where its site left them as text, into figures. */
export const readCaptions = (tree: DocumentFragment): void => {
  for (const text of proseTexts(tree, '[caption')) {
    const parent = text.parentElement;
    let rest = makeFigure(text);
    // No paragraph may hold a figure.
    if (rest && parent?.localName === 'p') renameElement(parent, 'div');
    while (rest) rest = makeFigure(rest);
  }
};
