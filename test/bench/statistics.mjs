const sorted = (values) => [...values].sort((a, b) => a - b);

/** Linear interpolation between the two nearest values; `share` from 0 to 1. */
export const quantile = (values, share) => {
  const list = sorted(values);
  const position = (list.length - 1) * share;
  const low = Math.floor(position);
  const high = Math.ceil(position);
  return list[low] + (list[high] - list[low]) * (position - low);
};

export const median = (values) => quantile(values, 0.5);

/** Text columns; the first is aligned left, the others right. */
export const table = (head, rows) => {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => String(row[column] ?? '').length)));
  const line = (row) =>
    row
      .map((cell, column) => {
        const text = String(cell ?? '');
        return column ? text.padStart(widths[column]) : text.padEnd(widths[0]);
      })
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
};
