import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import type { Picture } from '../../model/picture.js';
import { loadFragmentParser, loadParser } from '../libraries.js';
import { attributeOf, descendantsOf } from '../tree.js';
import type { PictureFile } from './state.js';

/** The copy to use where only one can be named. */
const mainFile = (files: readonly PictureFile[]): PictureFile | undefined =>
  files.find(({ width }) => width >= 640) ?? files.at(-1);

/** An article's picture with its copies in place of the original; URLs are `local:` and the file's name in `pictures/`. */
export const withCopies = (picture: Picture, files: readonly PictureFile[]): Picture => {
  const main = mainFile(files);
  if (!main) return picture;
  const { width, height } = main;
  const sources = files.map((one) => ({ url: `local:${one.file}`, width: one.width, height: one.height }));
  return { ...picture, url: `local:${main.file}`, width, height, sources };
};

/** The URL from which a picture is copied: the widest. */
export const widestOf = ({ image }: Article): string | undefined => image?.sources.at(-1)?.url ?? image?.url;

/** The text with its pictures replaced by `address` of their copies; a picture that has none stays. */
export const replacePictures = async (
  html: string,
  copy: (url: string) => Promise<readonly PictureFile[]>,
  address: (file: string) => string,
): Promise<{ readonly html: string; readonly files: readonly PictureFile[] }> => {
  if (!html.includes('<img')) return { html, files: [] };
  const [parse, { serialize }] = await Promise.all([loadFragmentParser(), loadParser()]);
  const tree = parse(html);
  const used: PictureFile[] = [];
  for (const element of descendantsOf(tree).filter(({ tagName }) => tagName === 'img')) {
    const url = safeUrl(attributeOf(element, 'src'));
    const files = url ? await copy(url) : [];
    const main = mainFile(files);
    if (!main) continue;
    used.push(...files);
    const srcset = files.map(({ file, width }) => `${address(file)} ${width}w`).join(', ');
    element.attrs = element.attrs.filter(({ name }) => name !== 'src' && name !== 'srcset');
    element.attrs.unshift({ name: 'src', value: address(main.file) }, { name: 'srcset', value: srcset });
    if (!attributeOf(element, 'sizes')) element.attrs.push({ name: 'sizes', value: '(min-width: 45em) 42em, 100vw' });
  }
  return { html: used.length ? serialize(tree) : html, files: used };
};
