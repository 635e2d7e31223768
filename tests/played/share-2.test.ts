import { playShare } from './share.js';

playShare(2);
