// Contrast as WCAG 2.2 reckons it, of any colour that a style sheet may give.
type Rgb = readonly number[];

/** Bytes of red, green and blue as a screen shows the colour, on `ground` where it is translucent. */
export const rgbOf = (color: string, ground = '#fff'): Rgb => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas');
  for (const each of [ground, color]) {
    canvas.fillStyle = each;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};

const luminance = (rgb: Rgb): number => {
  const [r = 0, g = 0, b = 0] = rgb.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** 1 to 21. */
export const contrast = (color: string, background: string, ground = '#fff'): number => {
  const behind = rgbOf(background, ground);
  const [low = 0, high = 0] = [luminance(rgbOf(color, `rgb(${behind.join(' ')})`)), luminance(behind)].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
};
