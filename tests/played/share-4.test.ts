import { playShare } from './share.js';

playShare(4);
