import { playShare } from './share.js';

playShare(3);
