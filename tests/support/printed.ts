import { expect } from 'vitest';
import type { PaperFile } from '../../src/app/ports/papers.js';
import { readPng } from './png.js';

/** The files to print or to work with; what stands beside them is a picture of each of the first pages. */
export function printed(files: readonly PaperFile[]): readonly PaperFile[] {
  const previews = files.filter(({ kind }) => kind === 'picture');
  expect(previews.length).toBeGreaterThan(0);
  const [first] = previews;
  // A4 at 192 dots an inch, upright or on its side.
  if (first !== undefined) expect(readPng(first.bytes).width).toBeGreaterThan(1_500);
  return files.filter(({ kind }) => kind === 'file');
}
