/** The canvas; the setting that keeps it off the machine's fonts must load first. */
import './no-system-fonts.js';
export { createCanvas, GlobalFonts, Image } from '@napi-rs/canvas';
export type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
