/** The canvas, which must not be loaded before it is told to leave the fonts of the machine alone. */
import './no-system-fonts.js';
export { createCanvas, GlobalFonts, Image } from '@napi-rs/canvas';
export type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
